import Foundation
import Tagging
import TestSupport
import Testing
import Text

struct ThemeLearningTests {
  private static let topics: [(label: String, words: [String])] = [
    ("sea", ["harbour", "ferry", "tide", "anchor", "sailor", "lighthouse", "fishing", "wave"]),
    ("field", ["wheat", "tractor", "barn", "harvest", "meadow", "plough", "orchard", "seed"]),
    ("court", ["judge", "verdict", "appeal", "witness", "jury", "sentence", "lawyer", "trial"]),
  ]

  /// Texts of a few words each: four of one topic, five of none.
  private func texts(seed: UInt64, count: Int = 60, labelled: Bool = true) -> CollectedTexts {
    var random = SplitMix64(state: seed)
    let common = ["the", "people", "saw", "again", "new", "old", "before", "town", "year", "many"]
    var texts = CollectedTexts(language: "en", meaning: nil)
    for number in 0..<count {
      let topic = ThemeLearningTests.topics[number % 3]
      var words: [String] = []
      for _ in 0..<4 { words.append(topic.words.randomElement(using: &random) ?? "") }
      for _ in 0..<5 { words.append(common.randomElement(using: &random) ?? "") }
      texts.add(
        text: words.shuffled(using: &random).joined(separator: " "), title: nil,
        labels: labelled ? [topic.label] : [])
    }
    return texts
  }

  private func tags(_ text: String, _ model: ThemeModel) throws -> [ThemeTag] {
    let tagger = try LearnedTagger(model: model, meaning: nil)
    var lexicon = Lexicon()
    let analyzed = analyze(text, language: tagger.language, lexicon: &lexicon)
    return tagger.themes(in: analyzed, title: nil, lexicon: &lexicon)
  }

  private func reason(_ bytes: [UInt8]) -> String? {
    do throws(ModelFileError) {
      _ = try ThemeModel(bytes.span, file: "my.model")
      return nil
    } catch {
      return error.description
    }
  }

  @Test(
    arguments: [
      ("The sailors dropped anchor at low tide.", "sea"),
      ("Wheat stood high in the meadows before harvest.", "field"),
      ("A jury heard the witnesses, and the judge read the verdict.", "court"),
    ])
  func `a text is tagged by words that its label had in training`(text: String, label: String)
    throws
  {
    let model = try learnThemes(from: texts(seed: 1))
    let found = try tags(text, model)
    #expect(found.map(\.theme) == [label])
    #expect(found.allSatisfy { $0.score > 0.5 && $0.score <= 1 })
    #expect(found.allSatisfy { !$0.evidence.isEmpty })
    for place in found.flatMap(\.evidence) { #expect(place.upperBound <= text.utf8.count) }
  }

  @Test func `the evidence is the words that speak for the label`() throws {
    let model = try learnThemes(from: texts(seed: 2))
    let text = "Many people saw the old harbour."
    let evidence = try #require(try tags(text, model).first).evidence
    #expect(evidence.contains { Array(text.utf8)[$0].elementsEqual("harbour".utf8) })
  }

  @Test func `a text without a word has no theme`() throws {
    let model = try learnThemes(from: texts(seed: 3))
    for text in ["", " \n\n ", "...!"] { #expect(try tags(text, model).isEmpty) }
  }

  @Test func `the same texts give the same bytes`() throws {
    let once = try learnThemes(from: texts(seed: 4)).encoded()
    let twice = try learnThemes(from: texts(seed: 4)).encoded()
    #expect(once == twice)
    #expect(try learnThemes(from: texts(seed: 5)).encoded() != once)
  }

  @Test func `a model comes back from its file as it was`() throws {
    let model = try learnThemes(from: texts(seed: 6))
    let back = try ThemeModel(model.encoded().span, file: "my.model")
    #expect(back.labels == model.labels)
    #expect(back.fingerprint == model.fingerprint)
    #expect(back.documents == 60)
    #expect(abs(back.micro - model.micro) < 1e-4)
    #expect(back.encoded() == model.encoded())
    let text = "The lighthouse stood above the wave and the trial was near."
    #expect(try tags(text, back) == tags(text, model))
  }

  @Test func `a file that is cut off at any place is refused`() throws {
    let bytes = try learnThemes(from: texts(seed: 7)).encoded()
    for length in stride(from: 0, to: bytes.count, by: 97) {
      #expect(reason(Array(bytes[..<length]))?.hasPrefix("my.model: is ") == true)
    }
    #expect(
      reason(Array(bytes.dropLast()))
        == "my.model: is cut off: \(bytes.count - 1) bytes of \(bytes.count). Learn it again or copy "
        + "it anew.")
  }

  @Test func `a file of another version, a foreign and a damaged one are refused with the reason`()
    throws
  {
    var bytes = try learnThemes(from: texts(seed: 8)).encoded()
    #expect(
      reason(Array("# a text of mine, no model at all\n".utf8))
        == "my.model: is no model of themes. Make one with `variorum themes learn`.")
    bytes[bytes.count - 9] ^= 4
    #expect(
      reason(bytes)
        == "my.model: is damaged: its bytes are not those that were written. Learn it again.")
    bytes[8] = 9
    #expect(
      reason(bytes)
        == "my.model: is a model of version 9; this program reads version 2. Learn it again.")
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `bytes that were changed at random never trap`(seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    var bytes = try ThemeLearningTests.small.get()
    for _ in 0..<Int.random(in: 1...20, using: &random) {
      bytes[Int.random(in: 8..<200, using: &random)] = UInt8.random(in: 0...255, using: &random)
    }
    #expect(reason(bytes) != nil)
  }

  private static let small = Result {
    try learnThemes(from: ThemeLearningTests().texts(seed: 9, count: 9)).encoded()
  }

  @Test func `every text has its one label where training texts had one each`() throws {
    let model = try learnThemes(from: texts(seed: 10))
    #expect(try tags("Nothing of this kind was met.", model).count == 1)
  }

  @Test func `a text may go without a label where training texts did`() throws {
    var random = SplitMix64(state: 11)
    var texts = texts(seed: 11)
    let other = ["violin", "choir", "opera", "sonata", "drum", "melody"]
    for _ in 0..<60 {
      let words = (0..<6).map { _ in other.randomElement(using: &random) ?? "" }
      texts.add(text: words.joined(separator: " "), title: "", labels: [])
    }
    let model = try learnThemes(from: texts)
    #expect(try tags("The choir sang a melody to the drum.", model).isEmpty)
    #expect(try tags("The judge and the jury.", model).map(\.theme) == ["court"])
  }

  @Test func `texts that teach nothing are refused`() throws {
    let none = #expect(throws: LearningError.self) {
      try learnThemes(from: CollectedTexts(language: "en", meaning: nil))
    }
    #expect(
      none?.description
        == "0 texts with 0 labels; at least two texts and one label are needed. Each line needs "
        + "\"labels\", a list of strings.")
    #expect(throws: LearningError.self) {
      try learnThemes(from: texts(seed: 12, labelled: false))
    }
    var all = CollectedTexts(language: "en", meaning: nil)
    for _ in 0..<3 { all.add(text: "one and the same", title: nil, labels: ["x", "x"]) }
    let same = #expect(throws: LearningError.self) { try learnThemes(from: all) }
    #expect(same?.description.hasPrefix("every text has every label") == true)
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `any labelled texts give a model that reads back`(seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    var texts = CollectedTexts(language: seed % 2 == 0 ? "en" : "und", meaning: nil)
    for number in 0..<Int.random(in: 2...20, using: &random) {
      let words = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        String(repeating: "ab", count: Int.random(in: 1...4, using: &random))
      }
      let labels = (0..<Int.random(in: 0...2, using: &random)).map { _ in
        "l\(Int.random(in: 0...3, using: &random))"
      }
      texts.add(
        text: words.joined(separator: " "), title: nil, labels: number == 0 ? ["l0"] : labels)
    }
    texts.add(text: "", title: nil, labels: [])
    let model = try learnThemes(from: texts)
    #expect(try ThemeModel(model.encoded().span, file: "m").encoded() == model.encoded())
    for tag in try tags("abab ab", model) { #expect((0...1).contains(tag.score)) }
  }
}
