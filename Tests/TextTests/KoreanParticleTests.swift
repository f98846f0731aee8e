import Model
import TestSupport
import Testing
import Text

struct KoreanParticleTests {
  private func stem(_ word: String, language: String = "ko") -> String {
    var lexicon = Lexicon()
    let term = lexicon.intern(word)
    let stem = lexicon.stem(of: term, language: language)
    return lexicon.string(of: stem)
  }

  @Test(arguments: [
    ("학교는", "학교"), ("학교에서", "학교"), ("학교에서는", "학교"), ("서울로", "서울"),
    ("부산으로", "부산"), ("대통령이", "대통령"), ("정부가", "정부"), ("국민을", "국민"),
    ("정책과", "정책"), ("경제와", "경제"), ("학생들에게", "학생"), ("오늘부터", "오늘"),
    ("내일까지도", "내일"), ("집에서", "집"), ("물을", "물"), ("차를", "차"), ("kbs는", "kbs"),
    ("3일부터", "3일"), ("학교", "학교"),
  ])
  func `the particles of a noun are no part of its stem`(word: String, noun: String) {
    #expect(stem(word) == noun)
  }

  @Test(arguments: [
    // The vowel or consonant before them does not go with such a particle.
    "전문가", "마을", "가을",
    // Too little would be left.
    "회의", "불만", "국가", "나는", "은", "을", "에서", "",
  ])
  func `what only looks like a particle stays`(word: String) {
    #expect(stem(word) == word)
  }

  @Test func `a noun has the same stem with all particles and without`() {
    let afterVowel = ["는", "가", "를", "와", "로", "라도", "로서", "에서는", "에게도", "까지"]
    let afterConsonant = ["은", "이", "을", "과", "으로", "이라도", "으로서", "에서는", "에게도", "까지"]
    for noun in ["정부", "고속도로", "민주주의", "고양이", "아버지", "전문가"] {
      for particle in afterVowel { #expect(stem(noun + particle) == stem(noun)) }
    }
    for noun in ["대통령", "국회의원", "외국인", "노동조합", "한국"] {
      for particle in afterConsonant { #expect(stem(noun + particle) == stem(noun)) }
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `a stem is never empty and its own stem`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let syllables = Array("은는이가을를의에서로으과와도만들까지부터처럼보다하고마저학교말a1")
    let word = String(
      (0..<Int.random(in: 1...12, using: &random)).map { _ in
        syllables.randomElement(using: &random) ?? "가"
      })
    let found = stem(word)
    #expect(!found.isEmpty)
    #expect(word.hasPrefix(found))
    #expect(stem(found) == found)
  }

  @Test func `other languages keep what looks like a particle`() {
    #expect(stem("학교에서", language: "en") == "학교에서")
  }
}
