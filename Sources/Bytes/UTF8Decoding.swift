extension Span where Element == UInt8 {
  /// The scalar that begins at `index` of valid UTF-8, and its length in bytes (1–4).
  ///
  /// Where the bytes are not valid UTF-8 the answer is U+FFFD of length 1; nothing traps.
  @inlinable @inline(__always)
  public func scalar(at index: Int) -> (value: UInt32, length: Int) {
    let b0 = self[index]
    return b0 < 0x80 ? (UInt32(b0), 1) : longScalar(at: index, b0)
  }

  /// The scalar that begins at `index` with the byte `b0`, which is beyond ASCII.
  @usableFromInline
  func longScalar(at index: Int, _ b0: UInt8) -> (value: UInt32, length: Int) {
    let need = b0 >= 0xF0 ? 4 : b0 >= 0xE0 ? 3 : 2
    guard b0 >= 0xC2, b0 < 0xF5, index + need <= count else { return (0xFFFD, 1) }
    var value = UInt32(b0) & (need == 2 ? 0x1F : need == 3 ? 0x0F : 0x07)
    for k in 1..<need {
      let b = self[index + k]
      guard b & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      value = value << 6 | UInt32(b & 0x3F)
    }
    return (value, need)
  }

  /// The start of the scalar before `index`, which is greater than 0.
  @inline(__always)
  public func indexOfScalar(before index: Int) -> Int {
    var i = index - 1
    while i > 0, index - i < 4, self[i] & 0xC0 == 0x80 { i -= 1 }
    return i
  }
}

extension Array where Element == UInt8 {
  /// Appends `scalar` as UTF-8; a value that is no scalar becomes U+FFFD.
  public mutating func appendScalar(_ scalar: UInt32) {
    switch scalar {
    case 0..<0x80: append(UInt8(scalar))
    case 0x80..<0x800:
      append(UInt8(0xC0 | scalar >> 6))
      append(UInt8(0x80 | scalar & 0x3F))
    case 0xD800..<0xE000: append(contentsOf: [0xEF, 0xBF, 0xBD])
    case 0x800..<0x10000:
      append(UInt8(0xE0 | scalar >> 12))
      append(UInt8(0x80 | scalar >> 6 & 0x3F))
      append(UInt8(0x80 | scalar & 0x3F))
    case 0x10000..<0x110000:
      append(UInt8(0xF0 | scalar >> 18))
      append(UInt8(0x80 | scalar >> 12 & 0x3F))
      append(UInt8(0x80 | scalar >> 6 & 0x3F))
      append(UInt8(0x80 | scalar & 0x3F))
    default: append(contentsOf: [0xEF, 0xBF, 0xBD])
    }
  }
}

/// Turns ascending UTF-8 byte offsets of one text into offsets in Unicode scalars.
///
/// Offsets may be asked in any order; ascending ones cost O(distance), a step back starts anew.
public struct ScalarOffsets {
  private let bytes: [UInt8]
  /// Whether both kinds of offsets are the same.
  public let isASCII: Bool
  private var byte = 0
  private var scalar = 0

  /// A converter for `text`.
  public init(_ text: String) {
    bytes = Array(text.utf8)
    var all: UInt8 = 0
    for byte in bytes { all |= byte }
    isASCII = all < 0x80
  }

  /// The number of scalars before the byte at `offset`.
  public mutating func scalars(before offset: Int) -> Int {
    if isASCII { return Swift.min(offset, bytes.count) }
    if offset < byte {
      byte = 0
      scalar = 0
    }
    let end = Swift.min(offset, bytes.count)
    while byte < end {
      if bytes[byte] & 0xC0 != 0x80 { scalar += 1 }
      byte += 1
    }
    return scalar
  }
}
