import FoundationEssentials
import Model
import Tagging
import TestSupport
import Testing
import Text

/// The tagger of names with the shipped models of Japanese, Korean and Chinese.
struct EastAsianEntityTests {
  private let tagger: EntityTagger

  init() throws {
    let data = repositoryRoot().path + "/Sources/Tagging"
    tagger = try EntityTagger(
      lists: try EntityLists.load(from: data + "/Lists"), model: data + "/Models/entities.model",
      eastAsian: [
        "ja": data + "/Models/entities-ja.model", "ko": data + "/Models/entities-ko.model",
        "zh": data + "/Models/entities-zh.model",
      ])
  }

  private func found(_ text: String, _ language: String? = nil) -> [String] {
    var lexicon = Lexicon()
    let analyzed = analyze(text, language: language, lexicon: &lexicon)
    return tagger.entities(in: analyzed, lexicon: &lexicon)
      .map { "\($0.type.rawValue) \($0.text)" }
  }

  @Test func `names in a Japanese sentence are found`() {
    let names = found("安倍晋三は2015年にドイツのベルリンを訪問した。", "ja")
    #expect(names.contains("PER 安倍晋三"))
    #expect(names.contains("DATE 2015年"))
    #expect(names.contains("GPE ドイツ"))
  }

  @Test func `a Korean name ends before its particle`() {
    let names = found("이 소식은 지난 19일 서울에서 미국과 일본에 전해졌다.", "ko")
    #expect(names.contains("GPE 서울"))
    #expect(names.contains("GPE 미국"))
    #expect(names.contains("GPE 일본"))
  }

  @Test func `names in a Chinese sentence are found in both kinds of characters`() {
    #expect(found("他于1998年从法国来到美国。", "zh").contains("GPE 法国"))
    #expect(found("他於1998年從法國來到美國。", "zh").contains("GPE 法國"))
  }

  @Test func `the script tells the language of given tokens`() {
    var lexicon = Lexicon()
    for (words, language) in [
      (["東京", "は", "首都", "だ"], "ja"), (["서울은", "수도다"], "ko"), (["北京", "是", "首都"], "zh"),
      (["Tokyo", "is", "东京"], "en"),
    ] {
      let given = GivenTokens([words], lexicon: &lexicon)
      #expect(given.analyzed.language == language)
    }
  }

  @Test func `mentions are in order, do not overlap and lie in the text`() {
    var random = SplitMix64(state: 11)
    let pieces = [
      "東京", "は", "、", "。", "三重県", "한국", "씨 ", "3%", "李", "总统", " ", "ＡＢ", "・", "リー", "\n\n", "é",
      "2015年", "𠀀", "\u{200B}",
    ]
    for language in ["ja", "ko", "zh"] {
      for _ in 0..<40 {
        let text = (0..<60).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
        var lexicon = Lexicon()
        let analyzed = analyze(text, language: language, lexicon: &lexicon)
        var last = 0
        for mention in tagger.entities(in: analyzed, lexicon: &lexicon) {
          #expect(mention.utf8.lowerBound >= last)
          #expect(!mention.utf8.isEmpty)
          last = mention.utf8.upperBound
        }
        #expect(last <= text.utf8.count)
      }
    }
  }

  @Test func `a sentence without an end is tagged whole`() {
    let text = String(repeating: "東京と", count: 20_000)
    var lexicon = Lexicon()
    let analyzed = analyze(text, language: "ja", lexicon: &lexicon)
    let mentions = tagger.entities(in: analyzed, lexicon: &lexicon)
    #expect(mentions.allSatisfy { $0.utf8.upperBound <= text.utf8.count })
    #expect(mentions.count > 10_000)
  }
}
