import Bytes

/// Values by the `stableHash` of names, looked up without hashing again.
///
/// - Complexity: A look-up takes O(1); the table is at most half full.
struct NameTable<Value: Sendable>: Sendable {
  private var keys: [UInt64]
  private var values: [Value?]
  private let mask: Int

  /// A table of `pairs`; hashes that stand twice have their values joined by `join`.
  init(_ pairs: [(UInt64, Value)], join: (Value, Value) -> Value = { first, _ in first }) {
    var size = 16
    while size < pairs.count * 2 { size *= 2 }
    mask = size - 1
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: nil, count: size)
    for (key, value) in pairs {
      let place = place(of: key)
      values[place] = values[place].map { join($0, value) } ?? value
      keys[place] = key
    }
  }

  subscript(hash: UInt64) -> Value? { values[place(of: hash)] }

  /// Where `key` stands, or the free place where it would.
  private func place(of key: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: key) & mask
    while values[place] != nil, keys[place] != key { place = (place + 1) & mask }
    return place
  }
}
