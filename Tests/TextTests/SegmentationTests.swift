import Model
import TestSupport
import Testing
import Text

struct SegmentationTests {
  private func sentences(_ text: String) -> [String] {
    var lexicon = Lexicon()
    let analyzed = analyze(text, language: "en", lexicon: &lexicon)
    return analyzed.sentences.map { analyzed.string($0.utf8) }
  }

  @Test func `abbreviations and decimals do not end a sentence`() {
    let text = "Dr. Ulmer paid $3.50 to the U.S. Treasury. It was late."
    #expect(sentences(text) == ["Dr. Ulmer paid $3.50 to the U.S. Treasury.", "It was late."])
  }

  @Test func `every token lies in exactly one sentence whatever the text`() {
    var random = SplitMix64(state: 5)
    let alphabet = Array("ab .,!?\n\n“”'-0é日本語\u{0}\u{202E}😀")
    for _ in 0..<200 {
      let text = String((0..<80).map { _ in alphabet.randomElement(using: &random) ?? " " })
      var lexicon = Lexicon()
      let analyzed = analyze(text, lexicon: &lexicon)
      let covered = analyzed.sentences.flatMap { Array($0.tokens) }
      #expect(covered == Array(analyzed.tokens.indices))
      for token in analyzed.tokens { #expect(token.end <= text.utf8.count) }
    }
  }

  /// Whether no token need hold a scalar: white space, controls and invisible formats.
  private func isEmpty(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: true
    default: scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  private func expectCovered(_ text: String, _ language: String) {
    var lexicon = Lexicon()
    let analyzed = analyze(text, language: language, lexicon: &lexicon)
    var at = 0
    for range in analyzed.tokens.map(\.utf8) + [analyzed.bytes.count..<analyzed.bytes.count] {
      #expect(range.lowerBound >= at)
      let gap = String(decoding: analyzed.bytes[at..<max(at, range.lowerBound)], as: UTF8.self)
      #expect(gap.unicodeScalars.allSatisfy(isEmpty), "\(gap.debugDescription) is in no token")
      at = range.upperBound
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `every visible byte lies in exactly one token`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    var text = ""
    for _ in 0..<60 {
      text.unicodeScalars.append(UAX29Tests.alphabet.randomElement(using: &random) ?? " ")
    }
    for language in ["en", "fr", "ja", "he", "und"] { expectCovered(text, language) }
  }

  @Test(arguments: [
    String(repeating: "\u{301}", count: 50_000), String(repeating: "a", count: 100_000),
    String(repeating: "\u{200D}\u{202E}", count: 20_000), String(repeating: "a:", count: 50_000),
    String(repeating: "👨‍👩‍👧", count: 5_000), String(repeating: "\u{2067}a\u{2069}", count: 20_000),
    String(repeating: "(1.", count: 30_000), String(repeating: "“a", count: 30_000),
  ])
  func `long runs of anything are cut and covered`(text: String) {
    expectCovered(text, "en")
    expectCovered(text, "sv")
  }

  @Test func `ten megabytes without a space are one word`() {
    var lexicon = Lexicon()
    let analyzed = analyze(
      String(repeating: "abcdefghij", count: 1_000_000), language: "en", lexicon: &lexicon)
    #expect(analyzed.tokens.map(\.utf8) == [0..<10_000_000])
    #expect(analyzed.sentences.map(\.utf8) == [0..<10_000_000])
  }
}
