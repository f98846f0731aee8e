import Model
import TestSupport
import Testing
import Text

struct LexiconTests {
  @Test func `words of any length have one term whatever their case`() {
    var lexicon = Lexicon()
    let word = "abcdefghijklmnopqrstuvwxyz"
    for length in 1...26 {
      let lower = String(word.prefix(length))
      let text = "\(lower) \(lower.uppercased()) \(lower)"
      let found = analyze(text, language: "en", lexicon: &lexicon)
      #expect(found.tokens.count == 3)
      #expect(Set(found.tokens.map(\.term)).count == 1)
      #expect(lexicon.string(of: found.tokens[0].term) == lower)
    }
    #expect(lexicon.count == 26)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `equal normal forms have equal terms and others have others`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    var lexicon = Lexicon()
    var terms: [String: TermID] = [:]
    let letters = Array("abAB19é")
    for round in 0..<2 {
      for _ in 0..<5_000 {
        let length = Int.random(in: 1...20, using: &random)
        let word = normalForm(
          String((0..<length).map { _ in letters.randomElement(using: &random) ?? "a" }))
        let term = lexicon.intern(word)
        #expect(lexicon.string(of: term) == word)
        #expect(terms[word, default: term] == term)
        terms[word] = term
      }
      #expect(lexicon.count == terms.count)
      #expect(Set(terms.values).count == terms.count)
      guard round == 0 else { break }
      lexicon.removeAll()
      terms.removeAll()
      #expect(lexicon.count == 0)
    }
  }
}
