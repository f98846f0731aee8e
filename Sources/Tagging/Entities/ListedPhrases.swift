import Bytes
import Model

/// The phrases of the lists of names as they are written, before they are analysed.
struct ListedPhrases {
  struct Phrase {
    /// Where the phrase ends in `text`.
    var end: UInt32
    /// Empty for another spelling of the phrase before it.
    var kinds: EntityLists.Kinds
    /// Index of the first name of what the phrase names.
    var name: Int?
    /// Index of the name of the country that the phrase stands for.
    var nation: Int?
  }

  private(set) var phrases: [Phrase] = []
  private(set) var passages: [Passage] = []
  private(set) var names: [String] = []
  /// Phrases that have a first name.
  private(set) var named = 0
  private var bytes: [UInt8] = []

  /// The phrases, each on a line of its own.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Reads `nations.txt`, `places.txt`, `organisations.txt`, `groups.txt`, `given-names.txt` and
  /// `name-words.txt` from `folder`.
  init(folder: String) throws(EntityLists.Failure) {
    bytes.reserveCapacity(64 << 10)
    for line in try Self.lines(folder, "nations.txt") {
      let fields = line.split(separator: Self.semicolon, omittingEmptySubsequences: false)
      guard fields.count == 4 else { continue }
      let nation = name(fields[0])
      add(fields[0], .country, name: nation, nation: nation)
      for alias in fields[1].split(separator: Self.comma) {
        add(alias, .country, name: nation, nation: nation)
      }
      for word in fields[2].split(separator: Self.comma) { add(word, .demonym, nation: nation) }
      if !fields[3].isEmpty { add(fields[3], .city) }
    }
    for line in try Self.lines(folder, "places.txt") {
      for item in line.split(separator: Self.bar) {
        let isRegion = item.suffix(4).elementsEqual(":loc".utf8)
        add(isRegion ? item.dropLast(4) : item, isRegion ? .region : .city)
      }
    }
    for line in try Self.lines(folder, "organisations.txt") {
      for item in line.split(separator: Self.bar) {
        let spellings = item.split(separator: Self.slash)
        guard let first = spellings.first else { continue }
        let own = name(first)
        for spelling in spellings { add(spelling, .organisation, name: own) }
      }
    }
    for line in try Self.lines(folder, "groups.txt") {
      for item in line.split(separator: Self.bar) { add(item, .group) }
    }
    for line in try Self.lines(folder, "given-names.txt") {
      for item in line.split(separator: Self.bar) { add(item, .given) }
    }
    for line in try Self.lines(folder, "name-words.txt") {
      let items = line.split(separator: Self.bar)
      guard let first = items.first,
        let kind = Self.wordKinds[String(decoding: first, as: UTF8.self)]
      else { continue }
      for item in items.dropFirst() { add(item, kind) }
    }
  }

  private static let semicolon = UInt8(ascii: ";")
  private static let comma = UInt8(ascii: ",")
  private static let bar = UInt8(ascii: "|")
  private static let slash = UInt8(ascii: "/")
  private static let stop = UInt8(ascii: ".")
  private static let hash = UInt8(ascii: "#")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let wordKinds: [String: EntityLists.Kinds] = [
    "title": .title, "org": .orgHead, "orgof": .orgOf, "loc": .locHead, "locof": .locOf,
    "gpe": .gpeHead, "law": .lawHead, "event": .eventHead, "particle": .particle,
  ]

  private mutating func name(_ bytes: ArraySlice<UInt8>) -> Int {
    names.append(String(decoding: bytes, as: UTF8.self))
    return names.count - 1
  }

  private mutating func add(
    _ phrase: ArraySlice<UInt8>, _ kinds: EntityLists.Kinds, name: Int? = nil, nation: Int? = nil
  ) {
    append(phrase, kinds, name, nation)
    // "U.S." is known as "US" too.
    guard let name, phrase.contains(Self.stop) else { return }
    append(phrase.filter { $0 != Self.stop }[...], [], name, nation)
  }

  private mutating func append(
    _ phrase: ArraySlice<UInt8>, _ kinds: EntityLists.Kinds, _ name: Int?, _ nation: Int?
  ) {
    let start = bytes.count
    bytes += phrase
    passages.append(
      Passage(index: passages.count, kind: .paragraph, utf8: start..<bytes.count))
    phrases.append(Phrase(end: UInt32(bytes.count), kinds: kinds, name: name, nation: nation))
    if name != nil { named += 1 }
    bytes.append(Self.lineFeed)
  }

  /// The lines of a list, without empty ones and remarks.
  private static func lines(
    _ folder: String, _ name: String
  ) throws(EntityLists.Failure) -> [ArraySlice<UInt8>] {
    let file: MappedFile
    do {
      file = try MappedFile(path: folder + "/" + name)
    } catch {
      throw EntityLists.Failure(description: error.description)
    }
    var bytes: [UInt8] = []
    bytes.append(file.bytes, 0..<file.count)
    return bytes.split(separator: lineFeed).filter { $0.first != hash }
  }
}
