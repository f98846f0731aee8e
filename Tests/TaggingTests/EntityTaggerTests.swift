import FoundationEssentials
import Model
import Tagging
import TestSupport
import Testing
import Text

/// The tagger of names with the lists and the model that are shipped.
struct EntityTaggerTests {
  private let tagger: EntityTagger

  init() throws {
    let data = repositoryRoot().path + "/Sources/Tagging"
    tagger = try EntityTagger(
      lists: try EntityLists.load(from: data + "/Lists"), model: data + "/Models/entities.model")
  }

  private func mentions(_ text: String) -> [EntityMention] {
    var lexicon = Lexicon()
    let analyzed = analyze(text, language: "en", lexicon: &lexicon)
    return tagger.entities(in: analyzed, lexicon: &lexicon)
  }

  @Test func `the shipped model is read`() {
    #expect(tagger.hasModel)
  }

  @Test func `names and values are found with their types`() {
    let found = mentions(
      "Angela Merkel told the United Nations in 2015 that Germany spent €3 billion.")
    let types = found.map { "\($0.type.rawValue) \($0.text)" }
    #expect(
      types == [
        "PER Angela Merkel", "ORG United Nations", "DATE 2015", "GPE Germany",
        "MONEY €3 billion",
      ])
  }

  @Test func `a surname is the person that was named in full`() {
    let found = mentions(
      "Angela Merkel spoke in Berlin on Friday. On Saturday Merkel said that she would resign.")
    #expect(
      found.filter { $0.type == .person }.map(\.canonical) == ["Angela Merkel", "Angela Merkel"])
  }

  @Test func `another name of a country is the same country`() {
    let clusters = tagger.clusters(of: [
      AliasMention(words: ["ROK"], type: "GPE"),
      AliasMention(words: ["South", "Korea"], type: "GPE"),
      AliasMention(words: ["North", "Korea"], type: "GPE"),
    ])
    #expect(clusters[0] == clusters[1])
    #expect(clusters[0] != clusters[2])
  }

  private func areOne(_ names: [AliasMention]) -> [Int] { tagger.clusters(of: names) }

  @Test func `a place is the same with the word for its kind, but a country is not its city`() {
    let places = [
      "Socotra Island", "Socotra", "Chatham Islands", "Chathams", "Mexico City", "Mexico",
    ]
    let ids = areOne(
      places.map { AliasMention(words: $0.split(separator: " ").map(String.init), type: "place") })
    #expect(ids[0] == ids[1])
    #expect(ids[2] == ids[3])
    #expect(ids[4] != ids[5])
  }

  @Test func `a title alone is the person who has it`() {
    let ids = areOne([
      AliasMention(words: ["Millard", "Fillmore"], before: ["President"], type: "person"),
      AliasMention(words: ["Henry", "Clay"], before: ["Senator"], type: "person"),
      AliasMention(words: ["President"], type: "person"),
      AliasMention(words: ["Governor"], type: "person"),
    ])
    #expect(ids[2] == ids[0])
    #expect(Set(ids).count == 3)
  }

  @Test func `the nation is the country that is named most often, and the city no country`() {
    let ids = areOne(
      ["Kenya", "France", "Kenya", "Nairobi", "Nation", "City"].map {
        AliasMention(words: [$0], type: "place")
      })
    #expect(ids[4] == ids[0])
    #expect(ids[5] == ids[3])
  }

  @Test func `a country in capitals is no university of the same initials`() {
    let ids = areOne([
      AliasMention(words: ["US"], type: "place"),
      AliasMention(words: ["University", "of", "Salerno"], type: "organization"),
    ])
    #expect(ids[0] != ids[1])
  }

  @Test func `two people of one surname stay apart`() {
    let clusters = tagger.clusters(of: [
      AliasMention(words: ["George", "Bush"], type: "PER"),
      AliasMention(words: ["Laura", "Bush"], type: "PER"),
    ])
    #expect(clusters[0] != clusters[1])
  }

  @Test func `mentions are in order, do not overlap and lie in the text`() {
    var random = SplitMix64(state: 6)
    let words = [
      "Paris", "the", "$", "3", "million", "of", "Bank", "'s", "é", "—", "last", "year", "\n\n",
      "I",
      "“", "U.S.", "and", "%", "May", "1990s", "Lee", "…",
    ]
    for _ in 0..<60 {
      let text = (0..<80).map { _ in words[Int(random.next() % UInt64(words.count))] }
        .joined(separator: " ")
      var last = 0
      for mention in mentions(text) {
        #expect(mention.utf8.lowerBound >= last)
        #expect(!mention.utf8.isEmpty)
        last = mention.utf8.upperBound
      }
      #expect(last <= text.utf8.count)
    }
  }

  @Test func `a sentence of many capitals is tagged in linear time and whole`() {
    let text = String(repeating: "Paris ", count: 30_000)
    #expect(mentions(text).allSatisfy { $0.utf8.upperBound <= text.utf8.count })
  }
}
