import Bytes

/// The words of the training data, known by 32-bit hashes of their scalars.
///
/// An open-addressed table; 0 marks an empty slot. A word that was never seen is taken for a known
/// one about once in a hundred thousand times, in every run alike.
struct WordDictionary: Sendable {
  /// The longest word that is kept, in scalars.
  static let longestWord = 8

  /// The slots; their number is a power of two.
  let slots: [UInt32]

  init(slots: [UInt32]) { self.slots = slots }

  /// A table of the words with these hashes, at most half full.
  init(hashes: [UInt64]) {
    var size = 64
    while size < hashes.count * 2 { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size)
    for hash in hashes {
      var slot = WordDictionary.slot(hash, size)
      let mark = WordDictionary.mark(hash)
      while slots[slot] != 0, slots[slot] != mark { slot = (slot + 1) & (size - 1) }
      slots[slot] = mark
    }
    self.slots = slots
  }

  /// Whether the word with this hash is known.
  func contains(_ hash: UInt64) -> Bool {
    let mark = WordDictionary.mark(hash)
    var slot = WordDictionary.slot(hash, slots.count)
    while slots[slot] != 0 {
      if slots[slot] == mark { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }

  /// The hash of a word whose scalars but the last have the hash `before`; 0 before the first.
  @inline(__always)
  static func extended(_ before: UInt64, by scalar: UInt32) -> UInt64 {
    mixed(before &* 31 &+ UInt64(scalar) &+ 1)
  }

  private static func slot(_ hash: UInt64, _ size: Int) -> Int {
    Int(truncatingIfNeeded: hash) & (size - 1)
  }

  private static func mark(_ hash: UInt64) -> UInt32 {
    max(1, UInt32(truncatingIfNeeded: hash >> 32))
  }
}
