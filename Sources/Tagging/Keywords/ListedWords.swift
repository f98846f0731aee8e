import Bytes

/// A fixed list of words in their normal forms, looked up by `stableHash`.
struct ListedWords: Sendable {
  private var hashes = HashedNumbers(capacity: 256)

  /// The words of `list`, parted by white space, each also with a full stop at its end.
  init(_ list: String) {
    for word in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      _ = hashes.number(of: stableHash(String(word)), orAdd: 1)
      _ = hashes.number(of: stableHash(word + "."), orAdd: 1)
    }
  }

  func contains(_ hash: UInt64) -> Bool { hashes.number(of: hash) != 0 }
}
