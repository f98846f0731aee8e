import Model
import TestSupport
import Testing
import Text

struct TokenTests {
  private func analyzed(_ text: String, _ language: String) -> AnalyzedText {
    var lexicon = Lexicon()
    return analyze(text, language: language, lexicon: &lexicon)
  }

  private func tokens(_ text: String, _ language: String = "en") -> [String] {
    let found = analyzed(text, language)
    return found.tokens.map { found.string($0) }
  }

  private func written(_ text: String, _ language: String = "en") -> [String] {
    let found = analyzed(text, language)
    return found.writtenTokens.map { found.string($0) }
  }

  @Test func `clitics are cut for the taggers and joined as written`() {
    let text = "I don't think Lee’s sister cannot or isn’t gonna come"
    #expect(
      tokens(text) == [
        "I", "do", "n't", "think", "Lee", "’s", "sister", "can", "not", "or", "is", "n’t", "gon",
        "na", "come",
      ])
    #expect(written(text) == text.split(separator: " ").map(String.init))
  }

  @Test func `an abbreviation at the end of a sentence gives its full stop away as written`() {
    #expect(tokens("Bring pens etc.") == ["Bring", "pens", "etc."])
    #expect(written("Bring pens etc.") == ["Bring", "pens", "etc", "."])
  }

  @Test(arguments: [
    ("see example.org/a, alt.pets.dogs or draft.pdf.", "example.org/a alt.pets.dogs draft.pdf"),
    ("write <kim@example.org> (www.example.org/x) soon", "kim@example.org www.example.org/x"),
  ])
  func `addresses and files are one token`(text: String, expected: String) {
    let found = tokens(text)
    for address in expected.split(separator: " ") { #expect(found.contains(String(address))) }
  }

  @Test func `numbers are cut at units and slashes, not in dates or telephone numbers`() {
    #expect(written("5km on 03/21/2001") == ["5", "km", "on", "03/21/2001"])
    #expect(written("open 24/7 at 212-555-0147") == ["open", "24", "/", "7", "at", "212-555-0147"])
    #expect(written("1990-1995 the 21st") == ["1990", "-", "1995", "the", "21st"])
    #expect(tokens("à 20h30", "fr") == ["à", "20", "h", "30"])
  }

  @Test func `hyphens cut compounds but not prefixes, and in French not words`() {
    #expect(written("a well-known non-profit") == ["a", "well", "-", "known", "non-profit"])
    #expect(
      tokens("aujourd'hui aux États-Unis, dit-il", "fr")
        == ["aujourd'hui", "aux", "États-Unis", ",", "dit", "-il"])
  }

  @Test func `smileys and doubled quotation marks are one token`() {
    #expect(
      tokens("great :-) ''yes'' (no)") == ["great", ":-)", "''", "yes", "''", "(", "no", ")"])
  }

  @Test func `flags, families and tinted thumbs are one token`() {
    #expect(tokens("ok 👨‍👩‍👧🇩🇪🇫🇷 👍🏽!") == ["ok", "👨‍👩‍👧", "🇩🇪", "🇫🇷", "👍🏽", "!"])
  }

  @Test(arguments: [
    ("EU:s regler", "sv", ["EU:s", "regler"]),
    ("la col·lecció", "ca", ["la", "col·lecció"]),
    ("צה״ל אמר", "he", ["צה״ל", "אמר"]), ("צה\"ל אמר", "he", ["צה\"ל", "אמר"]),
    ("EU: rules", "sv", ["EU", ":", "rules"]), ("EU:s rules", "en", ["EU", ":", "s", "rules"]),
  ])
  func `a language without rules of its own has the words of the standard`(
    text: String, language: String, expected: [String]
  ) {
    #expect(tokens(text, language) == expected)
  }

  @Test func `written tokens cover what tokens cover, whatever the text`() {
    var random = SplitMix64(state: 9)
    let alphabet = Array("abn't's cannot. !?’é-1/5km@.org日本ん\n")
    for _ in 0..<200 {
      let text = String((0..<60).map { _ in alphabet.randomElement(using: &random) ?? " " })
      for language in ["en", "fr", "de", "ja"] {
        let found = analyzed(text, language)
        let covered = Set(found.tokens.flatMap { $0.utf8 })
        let written = found.writtenTokens.flatMap { $0 }
        #expect(written.count == covered.count && Set(written) == covered)
        #expect(found.writtenTokens.allSatisfy { !$0.isEmpty })
      }
    }
  }
}
