import Tagging

/// Names by the hash of their scalars: those of a list, and those of the training data with the
/// parts of the data that they occur in.
struct NameTable {
  /// Number of parts of the training data.
  static let folds = 8

  private struct Entry {
    var listed: UInt32 = 0
    /// The kinds in each part of the data.
    var kinds = SIMD8<UInt32>(repeating: 0)
  }
  private var entries: [UInt64: Entry] = [:]

  /// Adds a name of a list.
  mutating func add(_ name: String, _ kind: UInt32) {
    for (hash, isLast) in NameTable.hashes(name) {
      entries[hash, default: Entry()].listed |= isLast ? kind : CharacterView.prefixKind
    }
  }

  /// Adds a name of the training data, of one of our types; values are left out.
  mutating func add(_ name: String, _ type: String, fold: Int) {
    guard let kind = NameTable.kind(type) else { return }
    for (hash, isLast) in NameTable.hashes(name) {
      entries[hash, default: Entry()].kinds[fold & 7] |= isLast ? kind : CharacterView.prefixKind
    }
  }

  /// What is known of the name with that hash without the data of one part; 0 for nothing.
  func entry(_ hash: UInt64, besides fold: Int) -> UInt32 {
    guard let entry = entries[hash] else { return 0 }
    var result = entry.listed
    for k in 0..<8 where k != fold { result |= entry.kinds[k] }
    return result
  }

  /// All names in the order of their hashes.
  var all: [(hash: UInt64, kinds: UInt32)] {
    entries.keys.sorted().map { ($0, entry($0, besides: -1)) }
  }

  private static func hashes(_ name: String) -> [(UInt64, Bool)] {
    var hash: UInt64 = 0
    var found: [(UInt64, Bool)] = []
    for scalar in name.unicodeScalars where scalar.value > 0x20 {
      hash = CharacterView.extended(hash, by: CharacterView.folded(scalar.value))
      found.append((hash, false))
    }
    guard found.count > 1, found.count <= CharacterView.longestName else { return [] }
    found[found.count - 1].1 = true
    return found
  }

  /// Reads the names of `language` in a list that `scripts/make-east-asian-names` writes.
  mutating func read(_ text: String, _ language: String) {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let items = line.split(separator: "|").map(String.init)
      guard items.count > 2, items[0] == language, let kind = NameTable.kinds[items[1]] else {
        continue
      }
      for item in items.dropFirst(2) {
        add(item, kind)
        // "三重県" is known as "三重" too.
        if kind == 4, item.unicodeScalars.count > 2, let last = item.last,
          NameTable.heads.contains(last)
        {
          add(String(item.dropLast()), 16)
        }
      }
    }
  }

  private static let kinds: [String: UInt32] = [
    "country": 1, "region": 2, "city": 4, "language": 8,
  ]
  private static let heads: Set<Character> = [
    "県", "省", "州", "市", "区", "郡", "町", "府", "都", "县", "區", "縣", "현", "주", "시", "구", "군", "도", "성",
  ]

  private static func kind(_ type: String) -> UInt32? {
    switch type {
    case "PER": 32
    case "ORG": 64
    case "GPE", "LOC": 128
    case "NORP": 256
    case "EVENT", "LAW": 512
    default: nil
    }
  }
}
