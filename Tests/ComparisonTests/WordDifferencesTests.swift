import Comparison
import Model
import TestSupport
import Testing
import Text

@Suite struct WordDifferencesTests {
  private func differences(_ a: String, _ b: String) -> [(a: String, b: String)] {
    var lexicon = Lexicon()
    let (x, y) = (Array(a.utf8), Array(b.utf8))
    return wordDifferences(x.span, y.span, lexicon: &lexicon).map {
      (String(decoding: x[$0.a], as: UTF8.self), String(decoding: y[$0.b], as: UTF8.self))
    }
  }

  @Test func `words that were replaced, put in and taken out are found across sentences`() throws {
    let found = differences(
      "The old bridge was closed in May. Nobody knew why the ferries had stopped.",
      "The new bridge was closed in May. Nobody knew why ferries had stopped at noon.")
    try #require(found.count == 3)
    #expect(found[0] == ("old", "new") && found[1] == ("the", "") && found[2] == ("", "at noon"))
  }

  @Test func `other line breaks and quotation marks are no difference`() {
    #expect(differences("He said \"yes\" to it\nall.", "He said “yes” to it all.").isEmpty)
    #expect(differences("", "").isEmpty)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `without its differences the one text is the other`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let words = (0..<400).map { _ in "w\(Int.random(in: 0..<60, using: &random))" }
    let other = words.compactMap { word -> String? in
      switch Int.random(in: 0..<10, using: &random) {
      case 0: nil
      case 1: word + " extra"
      case 2: "other"
      default: word
      }
    }
    let (a, b) = (words.joined(separator: " "), other.joined(separator: " "))
    var lexicon = Lexicon()
    let found = wordDifferences(
      a.utf8Span.span, b.utf8Span.span, language: "en", lexicon: &lexicon)
    func rest(_ text: String, _ cut: [Range<Int>]) -> [Substring] {
      let kept = text.utf8.enumerated().map { index, byte in
        cut.contains { $0.contains(index) } ? 0x20 : byte
      }
      return String(decoding: kept, as: UTF8.self).split(separator: " ")
    }
    #expect(rest(a, found.map(\.a)) == rest(b, found.map(\.b)).map { $0 })
  }
}
