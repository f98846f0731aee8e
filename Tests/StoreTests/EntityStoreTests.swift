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
}
