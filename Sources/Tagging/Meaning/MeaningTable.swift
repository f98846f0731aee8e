import Bytes

/// A static table of word-piece vectors, the second signal of what a sentence means.
///
/// Made once from an openly licensed sentence encoder by `scripts/make-meaning-table`; see
/// `docs/DATA.md`. Layout, little endian: the eight bytes `VMEANING`; version, dimensions, number of
/// pieces, bytes of names as UInt32; the pieces, one a line; then for each piece a Float32 scale
/// (which carries its weight) and one Int8 a dimension.
public final class MeaningTable: Sendable {
  /// Number of dimensions of a vector.
  public let dimensions: Int
  private let file: MappedFile
  private let rows: Int
  /// Open addressing over the pieces: the upper half of a piece's hash, then its index + 1; 0 for an
  /// empty slot.
  private let slots: [UInt64]
  private let starts: [UInt32]

  /// Maps the file at `path`; nil when it is missing or is not a meaning table.
  public init?(path: String) {
    guard let file = try? MappedFile(path: path) else { return nil }
    let bytes = file.bytes
    guard bytes.count > 24, bytes.hasBytes("VMEANING", at: 0) else { return nil }
    let version = Self.word(bytes, 8)
    let dimensions = Self.word(bytes, 12)
    let pieces = Self.word(bytes, 16)
    let names = Self.word(bytes, 20)
    guard version == 1, dimensions > 0, dimensions <= 1024, pieces > 0, pieces < 1 << 20,
      names < 1 << 26, 24 + names + pieces * (dimensions + 4) == bytes.count
    else { return nil }
    var starts: [UInt32] = [24]
    starts.reserveCapacity(pieces + 1)
    for i in 24..<(24 + names) where bytes[i] == 0x0A { starts.append(UInt32(i + 1)) }
    guard starts.count == pieces + 1 else { return nil }
    var capacity = 1 << 12
    while capacity < pieces * 2 { capacity *= 2 }
    var slots = [UInt64](repeating: 0, count: capacity)
    for piece in 0..<pieces {
      let range = Int(starts[piece])..<(Int(starts[piece + 1]) - 1)
      let hash = stableHash(bytes, in: range)
      var slot = Int(truncatingIfNeeded: hash) & (capacity - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
      slots[slot] = hash & Self.upperHalf | UInt64(piece + 1)
    }
    self.file = file
    self.dimensions = dimensions
    self.rows = 24 + names
    self.slots = slots
    self.starts = starts
  }

  /// A hash of the file's size and rows, to tell one table from another.
  ///
  /// Takes every 61st byte, so that it costs less than reading the table.
  public var fingerprint: UInt64 {
    let file = file
    let bytes = file.bytes
    var hash = mixed(UInt64(bytes.count))
    var at = 0
    while at < bytes.count {
      hash = (hash ^ UInt64(bytes[at])) &* 0x0000_0100_0000_01B3
      at += 61
    }
    return mixed(hash)
  }

  /// Adds the vectors of the word pieces of `word`, in its normal form, to `sum`.
  ///
  /// Longest piece first from the left; a word with an unknown part adds nothing.
  public func add(word: borrowing Span<UInt8>, to sum: inout [Float]) {
    guard word.count > 0, word.count <= 64, sum.count == dimensions else { return }
    var found: [Int] = []
    var form: [UInt8] = []
    var start = 0
    while start < word.count {
      var end = word.count
      var piece: Int?
      while end > start {
        form.removeAll(keepingCapacity: true)
        if start > 0 { form += [0x23, 0x23] }
        for i in start..<end { form.append(word[i]) }
        piece = index(of: form.span)
        if piece != nil { break }
        end -= 1
      }
      guard let piece else { return }
      found.append(piece)
      start = end
    }
    let file = file
    let bytes = file.bytes
    for piece in found {
      let row = rows + piece * (dimensions + 4)
      let scale = Float(bitPattern: UInt32(Self.word(bytes, row)))
      for k in 0..<dimensions {
        sum[k] += scale * Float(Int8(bitPattern: bytes[row + 4 + k]))
      }
    }
  }

  /// The place of the word whose normal form has the `stableHash` `hash` in the order of how frequent the
  /// pieces are in general English, from 0; nil when it is no piece as a whole, and so rarer than all.
  ///
  /// Another word is taken for a piece about once in four thousand million times.
  public func rank(ofHash hash: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      if (slots[slot] ^ hash) & Self.upperHalf == 0 { return Self.piece(slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func index(of form: borrowing Span<UInt8>) -> Int? {
    let file = file
    let bytes = file.bytes
    let hash = stableHash(form, in: 0..<form.count)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let piece = Self.piece(slots[slot])
      let start = Int(starts[piece])
      if (slots[slot] ^ hash) & Self.upperHalf == 0,
        Int(starts[piece + 1]) - 1 - start == form.count
      {
        var k = 0
        while k < form.count, bytes[start + k] == form[k] { k += 1 }
        if k == form.count { return piece }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private static let upperHalf: UInt64 = 0xFFFF_FFFF_0000_0000

  /// The index of the piece in a slot that is not empty.
  private static func piece(_ slot: UInt64) -> Int { Int(slot & ~upperHalf) - 1 }

  private static func word(_ bytes: borrowing Span<UInt8>, _ at: Int) -> Int {
    Int(bytes[at]) | Int(bytes[at + 1]) << 8 | Int(bytes[at + 2]) << 16 | Int(bytes[at + 3]) << 24
  }
}
