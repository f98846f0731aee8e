import Foundation
import Tagging
import TestSupport
import Testing
import Text

@Suite struct PartOfSpeechTests {
  private func tagger() throws -> PartOfSpeechTagger {
    let models = repositoryRoot().appendingPathComponent("Sources/Tagging/Models")
    return try PartOfSpeechTagger(path: models.appendingPathComponent("partofspeech.model").path)
  }

  @Test func `words have the part of speech of their place`() throws {
    let tagger = try tagger()
    #expect(
      tagger.tags(["They", "record", "a", "record", "."]) == [
        "PRON", "VERB", "DET", "NOUN", "PUNCT",
      ])
    #expect(tagger.tags([]) == [])
  }

  @Test func `what was tagged before changes no tag`() throws {
    let sentence = ["The", "old", "mayor", "opens", "the", "rebuilt", "market", "in", "Riga", "."]
    let known = try tagger()
    let first = known.tags(sentence)
    // More words than are kept, so that those of the sentence are forgotten and come again.
    for start in stride(from: 0, to: 20_000, by: 100) {
      let made = (start..<(start + 100)).map { "w\($0)x" }
      let fresh = start % 2_000 == 0 ? try tagger().tags(made) : known.tags(made)
      #expect(known.tags(made) == fresh)
    }
    #expect(known.tags(sentence) == first)
    #expect(try tagger().tags(sentence) == first)
  }

  @Test func `texts that are tagged at the same time do not disturb each other`() async throws {
    let tagger = try tagger()
    let sentences = (0..<40).map { n in ["The", "grey\(n)", "boats", "sail", "\(n)", "miles", "."] }
    let alone = sentences.map { tagger.tags($0) }
    let together = await withTaskGroup(of: (Int, [String]).self) { group in
      for (number, sentence) in sentences.enumerated() {
        group.addTask { (number, tagger.tags(sentence)) }
      }
      var found = alone.map { _ in [String]() }
      for await (number, tags) in group { found[number] = tags }
      return found
    }
    #expect(together == alone)
  }

  @Test func `ranks tell usual words from rarer ones`() throws {
    let models = repositoryRoot().appendingPathComponent("Sources/Tagging/Models")
    let table = try #require(
      MeaningTable(path: models.appendingPathComponent("meaning.model").path))
    var lexicon = Lexicon()
    func rank(_ word: String) -> Int? {
      let term = lexicon.intern(word)
      return table.rank(ofHash: lexicon.hash(of: term))
    }
    let (the, harbour) = (try #require(rank("the")), try #require(rank("harbour")))
    #expect(the < harbour)
    #expect(rank("zxqvkj") == nil)
  }
}
