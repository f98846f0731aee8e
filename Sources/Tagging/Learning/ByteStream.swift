/// Numbers written one after the other, little endian.
struct ByteWriter {
  var bytes: [UInt8] = []

  mutating func add(_ value: some FixedWidthInteger & UnsignedInteger) {
    for shift in stride(from: 0, to: value.bitWidth, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  mutating func add(_ value: Float) { add(value.bitPattern) }
}

/// Reads such numbers; past the end it reads zeros.
struct ByteReader {
  private(set) var at: Int

  init(at: Int) { self.at = at }

  mutating func uint16(_ bytes: borrowing Span<UInt8>) -> UInt16 { UInt16(number(bytes, 2)) }
  mutating func uint32(_ bytes: borrowing Span<UInt8>) -> UInt32 { UInt32(number(bytes, 4)) }
  mutating func uint64(_ bytes: borrowing Span<UInt8>) -> UInt64 { number(bytes, 8) }
  mutating func float(_ bytes: borrowing Span<UInt8>) -> Float {
    Float(bitPattern: UInt32(number(bytes, 4)))
  }

  /// `count` bytes as text; nil where there are not so many.
  mutating func text(_ bytes: borrowing Span<UInt8>, _ count: Int) -> String? {
    guard count >= 0, count <= bytes.count - at else { return nil }
    var found: [UInt8] = []
    found.reserveCapacity(count)
    for k in at..<(at + count) { found.append(bytes[k]) }
    at += count
    return String(decoding: found, as: UTF8.self)
  }

  private mutating func number(_ bytes: borrowing Span<UInt8>, _ width: Int) -> UInt64 {
    guard width <= bytes.count - at else {
      at = bytes.count
      return 0
    }
    var value: UInt64 = 0
    for k in 0..<width { value |= UInt64(bytes[at + k]) << (8 * UInt64(k)) }
    at += width
    return value
  }
}
