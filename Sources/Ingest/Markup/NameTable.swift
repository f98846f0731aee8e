import Bytes

/// A fixed set of names with a value each, looked up by the bytes of a name.
///
/// Open addressing with linear probing over slots of which at most half are taken. `stableHash` is well
/// mixed, so its low bits choose the slot; two names of one 64-bit hash would be taken for the same.
struct NameTable<Value: Sendable>: Sendable {
  private let hashes: [UInt64]
  private let values: [Value?]
  private let mask: Int

  /// A table of `names`; the values of a name that comes twice are joined by `combine`.
  init(_ names: [(String, Value)], combine: (Value, Value) -> Value = { $1 }) {
    var capacity = 16
    while capacity < names.count * 2 { capacity *= 2 }
    var hashes = [UInt64](repeating: 0, count: capacity)
    var values = [Value?](repeating: nil, count: capacity)
    for (name, value) in names {
      let hash = stableHash(name)
      var slot = Int(truncatingIfNeeded: hash) & (capacity - 1)
      while values[slot] != nil, hashes[slot] != hash { slot = (slot + 1) & (capacity - 1) }
      hashes[slot] = hash
      values[slot] = values[slot].map { combine($0, value) } ?? value
    }
    self.hashes = hashes
    self.values = values
    mask = capacity - 1
  }

  /// The value of a name by its `stableHash`, or nil.
  subscript(hash: UInt64) -> Value? {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while let value = values[slot] {
      if hashes[slot] == hash { return value }
      slot = (slot + 1) & mask
    }
    return nil
  }
}

extension NameTable where Value == Void {
  /// A table of words that says no more than whether a word is one of them.
  init(words: String) {
    self.init(words.split(whereSeparator: \.isWhitespace).map { (String($0), ()) })
  }

  func contains(_ hash: UInt64) -> Bool { self[hash] != nil }
}
