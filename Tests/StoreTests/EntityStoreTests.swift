import Model
import Store
import Testing

@Suite struct EntityStoreTests {
  private func name(_ text: String, _ type: EntityType, at utf8: Range<Int>) -> Mention {
    Mention(
      subject: Subject(.entity, "\(type.rawValue):\(text)"), name: text, type: type, passage: 0,
      utf8: utf8, score: 1)
  }

  @Test func `entities come back with their names and the documents that speak of them`() throws {
    let box = try TemporaryStore()
    try box.run([
      (sample("a", text: "Trump spoke to Trump."), [name("Trump", .person, at: 0..<5)]),
      (
        sample("b", text: "Donald Trump spoke in 2025."),
        [
          name("Donald Trump", .person, at: 0..<12),
          Mention(
            subject: Subject(.entity, "DATE:2025"), name: "2025", type: .date, passage: 0,
            utf8: 22..<26, score: 1),
        ]
      ),
    ])
    let names = try box.store.entityNames()
    #expect(names.map(\.subject) == ["PER:Donald Trump", "PER:Trump"])
    #expect(names.map(\.documents) == [1, 1])
    var short = names[1]
    short.reason = "no one else has it"
    let entity = Entity(
      id: "person:donald-trump", name: "Donald Trump", type: .person, names: [names[0], short])
    try box.store.write { try $0.setEntities([entity]) }
    #expect(try box.store.entity(named: "trump") == entity)
    #expect(try box.store.entity(named: "person:donald-trump") == entity)
    #expect(try box.store.entity(named: "PER:Nobody") == nil)
    let listed = try box.store.subjects(.entity, limit: 10)
    #expect(listed.map(\.name) == ["Donald Trump", "2025"])
    #expect(listed.map(\.documents) == [2, 1])
    try box.store.write { try $0.setEntities([]) }
    #expect(try box.store.entity(named: "trump") == nil)
  }

  @Test func `a name is new when no version before the run has any name of its entity`() throws {
    let box = try TemporaryStore()
    func about(_ address: String, _ text: String, publisher: String = "A") -> (Version, [Mention]) {
      (
        sample(address, text: text, publisher: publisher),
        [
          name(text, .person, at: 0..<text.utf8.count),
          Mention(
            subject: Subject(.entity, "DATE:2025"), name: "2025", type: .date, passage: 0,
            utf8: 0..<4, score: 1),
        ]
      )
    }
    let first = try box.run([about("a", "Alan Old"), about("b", "Alan Old")])
    let second = try box.run([
      about("c", "Bea New"), about("d", "Bea New", publisher: "B"), about("e", "Alan Old"),
      about("f", "Cleo Once"), about("g", "A. Old"), about("h", "A. Old"),
    ])
    let runs = try box.store.newestCompleteRun()
    let run = try #require(runs)
    #expect(first.count == 2 && second.count == 6)
    let found = try box.store.namesFirstMet(in: run, limit: 10)
    #expect(found.map(\.count.name) == ["Bea New", "A. Old"])
    #expect(found.map(\.count.documents) == [2, 2])
    #expect(found.map(\.publishers) == [2, 1])
    // Once both are one person, that person is known from the first run.
    let names = try box.store.entityNames().filter { $0.name.hasSuffix("Old") }
    let entity = Entity(id: "person:alan-old", name: "Alan Old", type: .person, names: names)
    try box.store.write { try $0.setEntities([entity]) }
    #expect(try box.store.namesFirstMet(in: run, limit: 10).map(\.count.name) == ["Bea New"])
    #expect(
      try box.store.namesFirstMet(in: RunID(rawValue: run.rawValue + 1), limit: 10).isEmpty)
  }
}
