import Bytes
import Model
import Text

/// The lists of names and of words around names that the tagger of entities uses.
public struct EntityLists: Sendable {
  /// Why a list could not be read.
  public struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The path and the reason.
    public let description: String
  }

  /// What the lists say of a phrase; a phrase may be several things.
  struct Kinds: OptionSet, Sendable {
    let rawValue: UInt32
    static let country = Kinds(rawValue: 1 << 0)
    static let demonym = Kinds(rawValue: 1 << 1)
    static let city = Kinds(rawValue: 1 << 2)
    static let region = Kinds(rawValue: 1 << 3)
    static let organisation = Kinds(rawValue: 1 << 4)
    static let given = Kinds(rawValue: 1 << 5)
    static let group = Kinds(rawValue: 1 << 6)
    static let title = Kinds(rawValue: 1 << 7)
    static let orgHead = Kinds(rawValue: 1 << 8)
    static let orgOf = Kinds(rawValue: 1 << 9)
    static let locHead = Kinds(rawValue: 1 << 10)
    static let locOf = Kinds(rawValue: 1 << 11)
    static let gpeHead = Kinds(rawValue: 1 << 12)
    static let lawHead = Kinds(rawValue: 1 << 13)
    static let eventHead = Kinds(rawValue: 1 << 14)
    static let particle = Kinds(rawValue: 1 << 15)
    /// Stands before further words of a longer phrase.
    static let prefix = Kinds(rawValue: 1 << 31)
    /// Kinds that are whole names.
    static let names: Kinds = [.country, .demonym, .city, .region, .organisation, .group]
  }

  private var phrases: [UInt64: Kinds] = [:]
  /// The phrases as an open-addressed table, at most half full; a hash of 0 marks an empty slot.
  private var slots: [(hash: UInt64, kinds: Kinds)] = []
  /// The first name of a country or organisation by the hash of another name.
  private(set) var canonical: [UInt64: String] = [:]
  /// The country by the hash of one of its names or of the words for its people.
  private(set) var nations: [UInt64: String] = [:]
  private var lexicon = Lexicon()

  /// Lists that hold nothing.
  public init() {}

  /// Reads `nations.txt`, `places.txt`, `organisations.txt`, `groups.txt`, `given-names.txt` and
  /// `name-words.txt` from `folder`.
  public static func load(from folder: String) throws -> EntityLists {
    var lists = EntityLists()
    for line in try lines(folder, "nations.txt") {
      let fields = line.split(separator: ";", omittingEmptySubsequences: false)
      guard fields.count == 4 else { continue }
      let name = String(fields[0])
      lists.nations[lists.add(name, .country, name)] = name
      for alias in fields[1].split(separator: ",") {
        lists.nations[lists.add(String(alias), .country, name)] = name
      }
      for word in fields[2].split(separator: ",") {
        lists.nations[lists.add(String(word), .demonym)] = name
      }
      if !fields[3].isEmpty { lists.add(String(fields[3]), .city) }
    }
    for line in try lines(folder, "places.txt") {
      for item in line.split(separator: "|") {
        if item.hasSuffix(":loc") {
          lists.add(String(item.dropLast(4)), .region)
        } else {
          lists.add(String(item), .city)
        }
      }
    }
    for line in try lines(folder, "organisations.txt") {
      for item in line.split(separator: "|") {
        let names = item.split(separator: "/").map(String.init)
        for name in names { lists.add(name, .organisation, names[0]) }
      }
    }
    for line in try lines(folder, "groups.txt") {
      for item in line.split(separator: "|") { lists.add(String(item), .group) }
    }
    for line in try lines(folder, "given-names.txt") {
      for item in line.split(separator: "|") { lists.add(String(item), .given) }
    }
    for line in try lines(folder, "name-words.txt") {
      let items = line.split(separator: "|").map(String.init)
      guard let kind = items.first.flatMap({ wordKinds[$0] }) else { continue }
      for item in items.dropFirst() { lists.add(item, kind) }
    }
    lists.lexicon.removeAll()
    lists.layOut()
    return lists
  }

  private static let wordKinds: [String: Kinds] = [
    "title": .title, "org": .orgHead, "orgof": .orgOf, "loc": .locHead, "locof": .locOf,
    "gpe": .gpeHead, "law": .lawHead, "event": .eventHead, "particle": .particle,
  ]

  /// The hash of a phrase of one more word.
  @inline(__always)
  static func joined(_ phrase: UInt64, _ word: UInt64) -> UInt64 {
    mixed(phrase &* 0x9E37_79B9_7F4A_7C15 ^ word)
  }

  /// What the lists say of the phrase of that hash.
  @inline(__always)
  func entry(_ phrase: UInt64) -> Kinds? {
    guard !slots.isEmpty else { return nil }
    var slot = Int(truncatingIfNeeded: phrase) & (slots.count - 1)
    while slots[slot].hash != 0 {
      if slots[slot].hash == phrase { return slots[slot].kinds }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Lays the phrases out for `entry`; their order in the table has no effect on what it answers.
  private mutating func layOut() {
    var count = 64
    while count < phrases.count * 2 { count *= 2 }
    slots = Array(repeating: (0, []), count: count)
    for (hash, kinds) in phrases where hash != 0 {
      var slot = Int(truncatingIfNeeded: hash) & (count - 1)
      while slots[slot].hash != 0 { slot = (slot + 1) & (count - 1) }
      slots[slot] = (hash, kinds)
    }
    phrases.removeAll()
  }

  /// Takes `phrase` up; gives its hash.
  @discardableResult
  private mutating func add(
    _ phrase: String, _ kinds: Kinds, _ canonicalName: String? = nil
  ) -> UInt64 {
    let tokens = analyze(phrase, language: "en", lexicon: &lexicon).tokens
    var hash: UInt64 = 0
    for (index, token) in tokens.enumerated() {
      hash = EntityLists.joined(hash, lexicon.hash(of: token.term))
      let isLast = index == tokens.count - 1
      let known = phrases[hash]
      if isLast, kinds.isEmpty, known == nil { break }
      phrases[hash] = (known ?? []).union(isLast ? kinds : .prefix)
    }
    guard let canonicalName else { return hash }
    if canonical[hash] == nil { canonical[hash] = canonicalName }
    // "U.S." is known as "US" too.
    let bare = phrase.filter { $0 != "." }
    if bare.utf8.count < phrase.utf8.count {
      let bareHash = add(bare, [], canonicalName)
      if kinds.contains(.country) { nations[bareHash] = canonicalName }
    }
    return hash
  }

  private static func lines(_ folder: String, _ name: String) throws -> [String] {
    let path = folder + "/" + name
    let file: MappedFile
    do {
      file = try MappedFile(path: path)
    } catch {
      throw Failure(description: error.description)
    }
    var found: [String] = []
    var line: [UInt8] = []
    for i in 0..<file.count {
      let byte = file.bytes[i]
      if byte != 0x0A { line.append(byte) }
      guard byte == 0x0A || i == file.count - 1 else { continue }
      if !line.isEmpty, line[0] != 0x23 { found.append(String(decoding: line, as: UTF8.self)) }
      line.removeAll(keepingCapacity: true)
    }
    return found
  }
}
