import FoundationEssentials
import Model
import Tagging
import TestSupport
import Testing

/// Which names of a corpus are one entity.
struct CorpusEntitiesTests {
  private let lists: EntityLists

  init() throws {
    lists = try EntityLists.load(from: repositoryRoot().path + "/Sources/Tagging/Lists")
  }

  /// Names as "TYPE name" or "TYPE name*documents".
  private func entities(_ names: [String], known: String? = nil) throws -> [Entity] {
    let parsed = names.map { text -> Entity.Name in
      let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
      let counted = parts[1].split(separator: "*").map(String.init)
      return Entity.Name(
        subject: "\(parts[0]):\(counted[0])", name: counted[0],
        type: EntityType(rawValue: parts[0]) ?? .number,
        documents: counted.count > 1 ? Int(counted[1]) ?? 1 : 1)
    }
    return corpusEntities(
      parsed, lists: lists, known: try known.map { try KnownEntities.load(yaml: $0, file: "k") })
  }

  private func shown(_ entities: [Entity]) -> [String] {
    entities.map { "\($0.id) = " + $0.names.map(\.name).joined(separator: " + ") }
  }

  @Test func `a name is the same with accents and without`() throws {
    let found = try entities(["PER Recep Erdoğan*3", "PER Recep Erdogan", "PER Łukasz Żak"])
    #expect(
      shown(found) == [
        "person:lukasz-zak = Łukasz Żak", "person:recep-erdogan = Recep Erdoğan + Recep Erdogan",
      ])
    let listed = try entities(
      ["PER Recep Erdoğan"], known: "entities:\n- id: erdogan\n  name: Recep Erdogan\n  type: PER\n"
    )
    #expect(listed[0].name == "Recep Erdogan")
  }

  @Test func `a surname is the one person who has it`() throws {
    let found = try entities(["PER Donald Trump*3", "PER Trump*9", "PER Angela Merkel"])
    #expect(
      shown(found) == [
        "person:angela-merkel = Angela Merkel", "person:donald-trump = Trump + Donald Trump",
      ])
    #expect(found[1].name == "Donald Trump")
    #expect(found[1].names[0].reason == "no one but Donald Trump has it as a name")
  }

  @Test func `a surname of two people stays apart and says whose it could be`() throws {
    let found = try entities(["PER George Bush", "PER Laura Bush", "PER Bush"])
    #expect(found.count == 3)
    #expect(found[0].names[0].reason == "kept apart: could be George Bush, Laura Bush")
  }

  @Test func `in East Asian names the surname comes first`() throws {
    let found = try entities(["PER Moon Jae In", "PER Moon", "PER Moon Jae-in*4"])
    #expect(shown(found) == ["person:moon-jae-in = Moon Jae-in + Moon + Moon Jae In"])
  }

  @Test func `a given name alone stays apart`() throws {
    #expect(try entities(["PER John Smith", "PER John"]).count == 2)
  }

  @Test func `a middle name makes no other person unless there are two`() throws {
    #expect(
      shown(try entities(["PER Joe Biden", "PER Joe R. Biden"])) == [
        "person:joe-biden = Joe Biden + Joe R. Biden"
      ])
    let found = try entities(["PER George Bush", "PER George W. Bush", "PER George H. W. Bush"])
    #expect(found.count == 3)
    #expect(
      found[0].names[0].reason == "kept apart: could be George H. W. Bush, George W. Bush")
  }

  @Test func `names of a country are one place whatever type they were given`() throws {
    let found = try entities([
      "GPE U.S.", "GPE United States", "LOC US", "LAW U.S.", "GPE South Korea", "GPE ROK",
    ])
    #expect(found.map(\.name) == ["South Korea", "United States"])
    #expect(found[1].id == "place:united-states")
  }

  @Test func `initials are the one organisation that has them`() throws {
    let found = try entities([
      "ORG Harbour Workers Union", "ORG HWU", "ORG Bay Trade Office", "ORG Border Trust Office",
      "ORG BTO",
    ])
    #expect(found.count == 4)
    #expect(
      found.first { $0.names.contains { $0.name == "HWU" } }?.name == "Harbour Workers Union")
    #expect(
      found.first { $0.name == "BTO" }?.names[0].reason
        == "kept apart: could be Bay Trade Office, Border Trust Office")
  }

  @Test func `the user's list joins and keeps apart`() throws {
    let list = """
      entities:
        - {id: T1, name: Ivanka Trump, type: PER, aliases: [Trump]}
        - {id: dpt, name: Donald Trump, type: PER, aliases: [The Donald]}
      """
    let found = try entities(
      ["PER Donald Trump*5", "PER Trump*2", "PER The Donald", "ORG Trump"], known: list)
    #expect(
      shown(found) == [
        "T1 = Trump", "dpt = Donald Trump + The Donald", "organisation:trump = Trump",
      ])
    #expect(found[0].name == "Ivanka Trump")
  }

  @Test func `the order of the names changes nothing`() throws {
    let names = [
      "PER Donald Trump", "PER Trump", "GPE U.S.", "ORG UN", "ORG United Nations", "PER Lee",
      "PER Lee Jae Myung", "EVENT Cold War",
    ]
    let first = try entities(names)
    #expect(try entities(names.reversed()) == first)
    #expect(try entities(names + ["PER Someone Else"]).map(\.id).contains("person:lee-jae-myung"))
  }
}
