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

  /// The phrases as an open-addressed table, at most half full; a hash of 0 marks an empty slot.
  private var slots: [(hash: UInt64, kinds: Kinds)] = []
  /// The first name of a country or organisation by the hash of another name.
  private(set) var canonical: [UInt64: String] = [:]
  /// The country by the hash of one of its names or of the words for its people.
  private(set) var nations: [UInt64: String] = [:]

  /// Lists that hold nothing.
  public init() {}

  /// Reads `nations.txt`, `places.txt`, `organisations.txt`, `groups.txt`, `given-names.txt` and
  /// `name-words.txt` from `folder`.
  public static func load(from folder: String) throws -> EntityLists {
    EntityLists(try ListedPhrases(folder: folder))
  }

  private init(_ listed: ListedPhrases) {
    // All phrases are analysed as one text, which is much faster than each by itself; a passage is
    // read without regard to its neighbours.
    var lexicon = Lexicon()
    let analyzed = analyze(
      listed.text, passages: listed.passages, language: "en", lexicon: &lexicon)
    var count = 64
    while count < analyzed.tokens.count * 2 { count *= 2 }
    slots = Array(repeating: (0, []), count: count)
    canonical.reserveCapacity(listed.named)
    var token = 0
    for phrase in listed.phrases {
      let first = token
      while token < analyzed.tokens.count, analyzed.tokens[token].end <= phrase.end { token += 1 }
      let hash = add(analyzed.tokens[first..<token].map { lexicon.hash(of: $0.term) }, phrase.kinds)
      if let nation = phrase.nation { nations[hash] = listed.names[nation] }
      if let name = phrase.name, canonical[hash] == nil { canonical[hash] = listed.names[name] }
    }
  }

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

  /// Takes up the phrase of words of those hashes; gives its own.
  private mutating func add(_ words: [UInt64], _ kinds: Kinds) -> UInt64 {
    var hash: UInt64 = 0
    for (index, word) in words.enumerated() {
      hash = EntityLists.joined(hash, word)
      let isLast = index == words.count - 1
      // Another spelling of a name need not be a phrase that is looked for.
      if isLast, kinds.isEmpty { break }
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot].hash != 0, slots[slot].hash != hash {
        slot = (slot + 1) & (slots.count - 1)
      }
      slots[slot] = (hash, slots[slot].kinds.union(isLast ? kinds : .prefix))
    }
    return hash
  }
}
