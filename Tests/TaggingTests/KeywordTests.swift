import Foundation
import Tagging
import TestSupport
import Testing
import Text

@Suite struct KeywordTests {
  private func keywords(
    _ text: String, title: String? = nil, language: String = "en",
    _ options: KeywordOptions = KeywordOptions(), background: CorpusBackground? = nil
  ) throws -> [Keyword] {
    let folder = repositoryRoot().appendingPathComponent("Sources/Tagging/Models").path
    var finder = KeywordFinder(
      partOfSpeech: try PartOfSpeechTagger(path: folder + "/partofspeech.model"),
      meaning: MeaningTable(path: folder + "/meaning.model"))
    if let background { finder.background = background }
    var lexicon = Lexicon()
    let analyzed = analyze(text, language: language, lexicon: &lexicon)
    return finder.keywords(in: analyzed, title: title, options: options, lexicon: &lexicon)
  }

  private let panels = """
    Solar panels need a stronger grid. Every solar panel of the village feeds the stronger grid, and \
    without a solar panel the children often walk. The minister met Maria Gomez.
    """

  @Test func `forms of one phrase are one keyword, under its most frequent form`() throws {
    let found = try keywords(panels)
    #expect(found.first?.term == "solar panel")
    #expect(found.first?.count == 3)
    #expect(found.count { $0.term.lowercased().hasPrefix("solar panel") } == 1)
  }

  @Test func `names are kept whole and phrases end in a noun`() throws {
    let terms = try keywords(panels).map(\.term)
    #expect(terms.contains("Maria Gomez"))
    #expect(terms.contains("stronger grid"))
    #expect(!terms.contains("walk"))
  }

  @Test func `a phrase of the title outweighs the same phrase without it`() throws {
    let text = "The harbour was debated. The tax was debated."
    #expect(try keywords(text).first?.term == "harbour")
    #expect(try keywords(text, title: "Taxes").first?.term == "tax")
  }

  @Test func `single words are of any class that carries content`() throws {
    let found = try keywords(panels, KeywordOptions(maxWords: 1))
    #expect(found.allSatisfy { !$0.term.contains(" ") })
    #expect(found.contains { $0.term == "walk" })
  }

  @Test func `what is discarded is no keyword in any form`() throws {
    let found = try keywords(panels, KeywordOptions(discarded: ["solar panels"]))
    #expect(!found.contains { $0.key == "solar panel" })
  }

  @Test func `the score is the product of the parts that explain it`() throws {
    for keyword in try keywords(panels) {
      let parts = keyword.parts
      let product =
        parts.frequency * parts.length * parts.position * parts.rarity * parts.title
        * parts.kind * parts.context * parts.corpus
      #expect(abs(product - keyword.score) < 1e-9)
    }
  }

  @Test func `other languages take what stands between stop words`() throws {
    let found = try keywords(
      "Die erneuerbare Energie ist teuer. Ohne erneuerbare Energie wird der Strom knapp.",
      language: "de")
    #expect(found.first?.term == "erneuerbare Energie")
  }

  @Test func `hyphens join words, and a part of a compound is no keyword`() throws {
    let found = try keywords("A decision-making procedure. The decision-making procedure works.")
    #expect(found.first?.term == "decision-making procedure")
    #expect(!found.contains { $0.term == "decision" })
  }

  @Test func `phrases may hold a digit with letters and begin with an adverb`() throws {
    let terms = try keywords(
      """
      The 3D model of the ear was printed. A fully automatic control of the printer kept the 3D \
      model warm. The 3rd attempt failed early.
      """
    ).map(\.term)
    #expect(terms.contains("3D model"))
    #expect(terms.contains("fully automatic control"))
    #expect(!terms.contains { $0.contains("3rd") || $0 == "fully" })
  }

  @Test func `what opens a phrase with of counts less, and what ends it counts more`() throws {
    let found = try keywords("They slowed the erosion of the coast with stones.")
    let parts = Dictionary(uniqueKeysWithValues: found.map { ($0.term, $0.parts) })
    #expect(try #require(parts["erosion"]).context < 1)
    #expect(try #require(parts["stones"]).context > 1)
  }

  @Test func `adjectives that only judge or point make a phrase less of a keyword`() throws {
    let found = try keywords("A novel turbine was built. A coastal harbour was built.")
    let kinds = Dictionary(uniqueKeysWithValues: found.map { ($0.term, $0.parts.kind) })
    #expect(kinds["novel turbine"] == 0.6)
    #expect(kinds["coastal harbour"] == 1)
  }

  @Test func `fewer keywords are the first of more, the best first`() throws {
    let text = try String(
      contentsOf: repositoryRoot().appendingPathComponent("README.md"), encoding: .utf8)
    let many = try keywords(text, KeywordOptions(limit: 200))
    #expect(many.count > 60)
    #expect(zip(many, many.dropFirst()).allSatisfy { $0.score >= $1.score })
    #expect(try keywords(text, KeywordOptions(limit: 7)) == Array(many.prefix(7)))
  }

  @Test func `dates and units are no keywords by themselves`() throws {
    let terms = try keywords(
      "Rents rose 3 percent in October. Rents fell two percent in Oct. 2024.")
    #expect(terms.map { $0.term.lowercased() } == ["rents"])
  }

  @Test func `nothing comes of an empty text`() throws {
    #expect(try keywords("").isEmpty)
    #expect(try keywords("and or but").isEmpty)
  }

  @Test func `what every document of a corpus speaks of is less of a keyword there`() throws {
    let text = "The harbour was debated. The orchard was debated."
    var background = CorpusBackground()
    background.add("orchard", documents: 4_000)
    background.add("harbour", documents: 3)
    background.setDocuments(5_000)
    let alone = try keywords(text)
    let found = try keywords(text, background: background)
    #expect(alone.map(\.term) == ["orchard", "harbour"])
    #expect(alone.allSatisfy { $0.parts.corpus == 1 })
    #expect(found.map(\.term) == ["harbour", "orchard"])
    #expect(found.allSatisfy { (0.2...1).contains($0.parts.corpus) })
    #expect(found[0].parts.corpus > found[1].parts.corpus)
    // A corpus of a few documents says next to nothing.
    background.setDocuments(4)
    #expect(try keywords(text, background: background).map(\.term) == ["orchard", "harbour"])
  }

  @Test(arguments: ["", " \n\n ", "...", "1 2 3", "the of and"])
  func `a text without content has no keywords and is no error`(text: String) throws {
    #expect(try keywords(text).isEmpty)
    #expect(try keywords(text, title: "").isEmpty)
  }

  @Test func `a keyword does not depend on the texts before it`() throws {
    let folder = repositoryRoot().appendingPathComponent("Sources/Tagging/Models").path
    let finder = KeywordFinder(
      partOfSpeech: try PartOfSpeechTagger(path: folder + "/partofspeech.model"),
      meaning: MeaningTable(path: folder + "/meaning.model"))
    var lexicon = Lexicon()
    for text in ["Zebras of the grid walk.", "Der Strom der Gitter.", panels] {
      let analyzed = analyze(text, language: "en", lexicon: &lexicon)
      let found = finder.keywords(in: analyzed, lexicon: &lexicon)
      #expect(try found == keywords(text))
    }
  }
}
