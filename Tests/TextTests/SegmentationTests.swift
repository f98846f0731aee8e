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
}
