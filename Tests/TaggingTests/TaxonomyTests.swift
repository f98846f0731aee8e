import Foundation
import Tagging
import TestSupport
import Testing
import Text

struct TaxonomyTests {
  private func shipped() throws -> Taxonomy {
    let url = repositoryRoot().appendingPathComponent("Sources/Tagging/Lists/themes.yaml")
    return try Taxonomy.load(yaml: String(contentsOf: url, encoding: .utf8), file: "themes.yaml")
  }

  @Test func `the shipped taxonomy is in order`() throws {
    #expect(try shipped().themes.count >= 40)
  }

  @Test func `a text on interest rates speaks of monetary policy and not of banking`() throws {
    let tagger = ThemeTagger(taxonomy: try shipped())
    var lexicon = Lexicon()
    let text = """
      The central bank raised its policy rate again. Monetary policy will stay tight until interest \
      rates bite, the governor said on the river bank.
      """
    let analyzed = analyze(text, language: "en", lexicon: &lexicon)
    let themes = tagger.themes(in: analyzed, title: nil, lexicon: &lexicon)
    #expect(themes.first?.theme == "monetary-policy")
    #expect(!themes.contains { $0.theme == "banking" })
    for theme in themes {
      for place in theme.evidence { #expect(place.upperBound <= text.utf8.count) }
    }
  }

  @Test(
    arguments: [
      ("themes: [{id: a, name: A, phrases: [x]}, {id: a, name: B, phrases: [y]}]", "is taken"),
      ("themes: [{id: a, name: A, parent: b, phrases: [x]}]", "does not exist"),
      (
        "themes: [{id: a, name: A, parent: b, phrases: [x]}, {id: b, name: B, parent: a, phrases: [y]}]",
        "back to themselves"
      ), ("themes: [{id: a, name: A}]", "no phrases"), ("themes: [", "not readable"),
      ("other: 1", "no list"), ("themes: [{id: A B, name: A, phrases: [x]}]", "\"id\""),
    ])
  func `a taxonomy that cannot be used says why`(yaml: String, reason: String) {
    let error = #expect(throws: TaxonomyError.self) {
      try Taxonomy.load(yaml: yaml, file: "mine.yaml")
    }
    #expect(error?.description.contains(reason) == true)
    #expect(error?.description.hasPrefix("mine.yaml") == true)
  }
}
