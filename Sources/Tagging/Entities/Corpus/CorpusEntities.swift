import Bytes
public import Model
import Text

/// Puts the names of a whole corpus together to entities.
///
/// In this order: names of the user's list; other names that the lists have for a country or an
/// organisation; the same name but for case, accents and signs; for people, a name with and without
/// a middle one, then a surname alone where one full name has it; for organisations, initials where
/// one name has them. A name that could stand for several stays by itself, and its reason says for
/// whom.
///
/// The result depends on the names alone, not on their order or on earlier nights.
/// - Returns: Entities sorted by identifier; every name belongs to exactly one.
/// - Complexity: O(*n* log *n*) in the names.
public func corpusEntities(
  _ names: [Entity.Name], lists: EntityLists, known: KnownEntities? = nil
) -> [Entity] {
  var work = CorpusEntities(lists: lists, known: known)
  for name in names.sorted(by: { $0.subject < $1.subject }) { work.add(name) }
  work.joinMiddleNames()
  work.joinSingleNames()
  work.joinInitials()
  return work.entities()
}

/// The kinds of things between which a name is never shared.
private enum EntityClass: String {
  case person, organisation, place, group, event, law, value

  init(_ type: EntityType) {
    switch type {
    case .person: self = .person
    case .organisation: self = .organisation
    case .geopolitical, .location: self = .place
    case .group: self = .group
    case .event: self = .event
    case .law: self = .law
    case .date, .money, .percent, .number: self = .value
    }
  }
}

private struct CorpusEntities {
  /// The names of one entity, as far as it is known.
  struct Group {
    var id: String
    var kind: EntityClass
    var words: [String]
    var names: [Entity.Name] = []
    /// The name to show where it is not that of the most documents.
    var shown: String?
    var type: EntityType?
    /// The group that it was joined to.
    var parent: Int
  }

  private let lists: EntityLists
  private var groups: [Group] = []
  private var byID: [String: Int] = [:]
  private var pinned: [String: KnownEntity] = [:]
  private var pinnedIDs: [String: KnownEntity] = [:]

  init(lists: EntityLists, known: KnownEntities?) {
    self.lists = lists
    for entity in known?.entities ?? [] {
      pinnedIDs[entity.id] = entity
      for name in [entity.name] + entity.aliases {
        pinned[Self.key(EntityClass(entity.type), Self.plain(Self.folded(name)))] = entity
      }
    }
  }

  /// Words in small letters without full stops, possessives and a leading article.
  static func folded(_ name: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    func end() {
      let text = String(decoding: word, as: UTF8.self)
      word.removeAll(keepingCapacity: true)
      if text.isEmpty || text == "'s" || words.isEmpty && text == "the" { return }
      words.append(text.hasSuffix("'s") ? String(text.dropLast(2)) : text)
    }
    for byte in normalForm(name).utf8 {
      switch byte {
      case 0x20, 0x2D, 0x0A: end()
      case 0x2E, 0x2C: break
      default: word.append(byte)
      }
    }
    end()
    return words.isEmpty ? [name] : words
  }

  /// Without accents, which some papers leave out: "Erdogan".
  private static func plain(_ words: [String]) -> [String] { words.map(unaccentedForm) }

  private static func key(_ kind: EntityClass, _ words: [String]) -> String {
    kind.rawValue + ":" + words.joined(separator: "-")
  }

  private mutating func group(
    _ id: String, _ kind: EntityClass, _ words: [String]
  ) -> Int {
    if let found = byID[id] { return found }
    byID[id] = groups.count
    groups.append(Group(id: id, kind: kind, words: words, parent: groups.count))
    return groups.count - 1
  }

  mutating func add(_ name: Entity.Name) {
    var name = name
    let kind = EntityClass(name.type)
    let written = Self.folded(name.name)
    let words = Self.plain(written)
    let key = Self.key(kind, words)
    if let entity = pinnedIDs[name.subject] ?? pinned[key] {
      let place = group(entity.id, kind, words)
      groups[place].shown = entity.name
      groups[place].type = entity.type
      name.reason = "the list of entities names it"
      groups[place].names.append(name)
      return
    }
    if kind != .person, kind != .value, let listed = listed(written) {
      // A country is a place, whatever its name was taken for.
      let folded = Self.folded(listed)
      let isCountry = lists.entry(Self.hash(folded))?.contains(.country) ?? (kind == .place)
      let kind = isCountry ? EntityClass.place : .organisation
      let place = group(Self.key(kind, folded), kind, folded)
      groups[place].shown = listed
      groups[place].type = isCountry ? .geopolitical : .organisation
      name.reason = name.name == listed ? "" : "another name of \(listed)"
      groups[place].names.append(name)
      return
    }
    let place = group(key, kind, words)
    if let first = groups[place].names.first {
      name.reason = "the same name as \(first.name) but for its form or type"
    }
    groups[place].names.append(name)
  }

  private static func hash(_ words: [String]) -> UInt64 {
    words.reduce(0) { EntityLists.joined($0, stableHash($1)) }
  }

  private func listed(_ words: [String]) -> String? { lists.canonical[Self.hash(words)] }

  private func isPinned(_ i: Int) -> Bool { pinnedIDs[groups[i].id] != nil }

  /// Joins `i`, a name that stands for exactly one of `candidates`; else says why it stays apart.
  private mutating func settle(_ i: Int, _ candidates: [Int], _ reason: (String) -> String) {
    if candidates.count == 1 {
      let why = reason(shownName(candidates[0]))
      for k in groups[i].names.indices { groups[i].names[k].reason = why }
      groups[i].parent = candidates[0]
    } else if candidates.count > 1 {
      let listed = candidates.prefix(3).map { shownName($0) }.joined(separator: ", ")
      let rest = candidates.count > 3 ? " or \(candidates.count - 3) others" : ""
      for k in groups[i].names.indices {
        groups[i].names[k].reason = "kept apart: could be \(listed)\(rest)"
      }
    }
  }

  /// A name without the middle one, as of George Bush, is the one with it where only one has it.
  mutating func joinMiddleNames() {
    var byEnds: [String: [Int]] = [:]
    for i in groups.indices where groups[i].kind == .person && groups[i].words.count > 1 {
      byEnds["\(groups[i].words[0]) \(groups[i].words[groups[i].words.count - 1])", default: []]
        .append(i)
    }
    for (_, members) in byEnds.sorted(by: { $0.key < $1.key }) where members.count > 1 {
      guard let short = members.first(where: { groups[$0].words.count == 2 }), !isPinned(short)
      else { continue }
      let longer = members.filter { $0 != short }
      if longer.count == 1, !isPinned(longer[0]) {
        // The shorter name gives the identifier: it is the more lasting one.
        settle(longer[0], [short]) { "\($0) with a middle name" }
      } else {
        settle(short, longer) { "\($0) without a middle name" }
      }
    }
  }

  /// "Trump" is "Donald Trump" where no one else has that name.
  mutating func joinSingleNames() {
    var byWord: [String: [Int]] = [:]
    for i in groups.indices where groups[i].kind == .person && groups[i].words.count > 1 {
      guard groups[i].parent == i, let last = groups[i].words.last else { continue }
      byWord[last, default: []].append(i)
      let first = groups[i].words[0]
      // Given names are shared too widely; elsewhere the surname comes first.
      let kinds = lists.entry(EntityLists.joined(0, stableHash(first))) ?? []
      if first != last, !kinds.contains(.given) { byWord[first, default: []].append(i) }
    }
    for i in groups.indices
    where groups[i].kind == .person && groups[i].words.count == 1 && !isPinned(i) {
      settle(i, byWord[groups[i].words[0]] ?? []) { "no one but \($0) has it as a name" }
    }
  }

  /// "IAEA" is the one organisation whose words begin with these letters.
  mutating func joinInitials() {
    var byInitials: [String: [Int]] = [:]
    for i in groups.indices where groups[i].kind == .organisation && groups[i].words.count > 1 {
      var all = ""
      var strong = ""
      for word in groups[i].words {
        guard let scalar = word.unicodeScalars.first else { continue }
        all.unicodeScalars.append(scalar)
        if !AliasResolver.small.contains(word) { strong.unicodeScalars.append(scalar) }
      }
      for initials in Set([all, strong]).sorted() where initials.utf8.count > 1 {
        byInitials[initials, default: []].append(i)
      }
    }
    for i in groups.indices
    where groups[i].kind == .organisation && groups[i].words.count == 1 && !isPinned(i)
      && groups[i].shown == nil
    {
      let isShort = groups[i].names.allSatisfy {
        $0.name.utf8.count > 1 && $0.name == $0.name.uppercased()
      }
      if isShort { settle(i, byInitials[groups[i].words[0]] ?? []) { "the initials of \($0)" } }
    }
  }

  private func shownName(_ i: Int) -> String {
    groups[i].shown ?? groups[i].names.min { Self.isBefore($0, $1) }?.name ?? groups[i].id
  }

  /// The name of more documents first, then by the name.
  private static func isBefore(_ a: Entity.Name, _ b: Entity.Name) -> Bool {
    (b.documents, a.name, a.subject) < (a.documents, b.name, b.subject)
  }

  func entities() -> [Entity] {
    var members: [[Entity.Name]] = groups.map(\.names)
    for i in groups.indices.reversed() where groups[i].parent != i {
      var root = groups[i].parent
      while groups[root].parent != root { root = groups[root].parent }
      members[root] += members[i]
      members[i] = []
    }
    var found: [Entity] = []
    for i in groups.indices where !members[i].isEmpty {
      let names = members[i].sorted { Self.isBefore($0, $1) }
      var votes: [EntityType: Int] = [:]
      for name in groups[i].names { votes[name.type, default: 0] += name.documents }
      let type = votes.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
      found.append(
        Entity(
          id: groups[i].id, name: shownName(i), type: groups[i].type ?? type ?? names[0].type,
          names: names))
    }
    return found.sorted { $0.id < $1.id }
  }
}
