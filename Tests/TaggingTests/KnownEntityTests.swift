import FoundationEssentials
import Model
import Tagging
import TestSupport
import Testing
import Text

/// Names of a user's list, with the shipped lists and model.
struct KnownEntityTests {
  private let data = repositoryRoot().path + "/Sources/Tagging"

  private func found(_ text: String, _ yaml: String, _ language: String = "en") throws
    -> [EntityMention]
  {
    let tagger = try EntityTagger(
      lists: try EntityLists.load(from: data + "/Lists"), model: data + "/Models/entities.model",
      known: try KnownEntities.load(yaml: yaml, file: "mine.yaml"))
    var lexicon = Lexicon()
    let analyzed = analyze(text, language: language, lexicon: &lexicon)
    return tagger.entities(in: analyzed, lexicon: &lexicon)
  }

  private func message(_ yaml: String) -> String {
    do {
      _ = try KnownEntities.load(yaml: yaml, file: "mine.yaml")
      return ""
    } catch {
      return error.description
    }
  }

  private let list = """
    entities:
      - id: Q1
        name: Angela Merkel
        type: PER
        aliases: ["the Chancellor", "Mutti"]
      - id: desk
        name: Berlin Desk
        type: ORG
        aliases: [US, 연합뉴스]
    """

  @Test func `a listed name has its type, name and id whatever else is found there`() throws {
    let mentions = try found("The report of the Berlin  Desk came on Friday.", list)
    #expect(mentions.first?.type == .organisation)
    #expect(mentions.first?.text == "Berlin  Desk")
    #expect(mentions.first?.canonical == "Berlin Desk")
    #expect(mentions.first?.id == "desk")
  }

  @Test func `a surname is the listed person that was named in full`() throws {
    let mentions = try found("Angela Merkel spoke. On Saturday Merkel said that she agrees.", list)
    #expect(mentions.filter { $0.type == .person }.map(\.id) == ["Q1", "Q1"])
  }

  @Test func `capitals may be more than in the list but not fewer`() throws {
    #expect(try found("It told us nothing.", list).allSatisfy { $0.id == nil })
    #expect(try found("It told US nothing.", list).contains { $0.id == "desk" })
    #expect(try found("ANGELA MERKEL RESIGNS", list).contains { $0.id == "Q1" })
    #expect(try found("Then muttis came.", list).allSatisfy { $0.id == nil })
  }

  @Test func `a listed name ends before a Korean particle`() throws {
    let mentions = try found("이 소식은 연합뉴스가 전했다.", list, "ko")
    #expect(mentions.contains { $0.id == "desk" && $0.text == "연합뉴스" })
  }

  @Test func `a list that cannot be used says where and why`() {
    #expect(message("themes: []") == "mine.yaml: has no list named \"entities\"")
    #expect(
      message("entities:\n  - id: a\n    name: A\n    type: X")
        == "mine.yaml, line 2: the type of \"a\" is none of "
        + "PER, ORG, GPE, LOC, NORP, EVENT, LAW, DATE, MONEY, PERCENT, NUM")
    #expect(
      message("entities:\n  - {id: a, name: A, type: PER}\n  - {id: a, name: B, type: PER}")
        == "mine.yaml, line 3: the id \"a\" is taken. Choose another.")
    #expect(
      message("entities:\n  - {id: a, name: A, type: PER}\n  - {id: b, name: A, type: PER}")
        == "mine.yaml, line 3: \"A\" names both \"a\" and \"b\". Leave it to one of them.")
    #expect(
      message("entities:\n  - {id: a, name: A, type: PER, nick: B}")
        == "mine.yaml, line 2: unknown key \"nick\"; known are id, name, type, aliases")
  }
}
