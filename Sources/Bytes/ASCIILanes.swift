/// Eight bytes of text at a time, as lanes of one number.
///
/// A word of prose is seldom longer, so its end, its small letters and its hash each cost a few
/// instructions instead of a loop whose end no processor can foresee. Inlinable, because a call for
/// each word takes a tenth of `variorum-bench --stage segment`.
public enum ASCIILanes {
  /// The high bit of every lane.
  @usableFromInline static let high: UInt64 = 0x8080_8080_8080_8080

  /// Whether all lanes are ASCII.
  @inlinable @inline(__always)
  public static func isASCII(_ lanes: UInt64) -> Bool { lanes & high == 0 }

  /// A–Z made small; the lanes are all ASCII.
  @inlinable @inline(__always)
  public static func lowercased(_ lanes: UInt64) -> UInt64 {
    // Adding lifts the high bit of lanes from "A" on, and of those after "Z".
    let fromA = lanes &+ 0x3F3F_3F3F_3F3F_3F3F
    let afterZ = lanes &+ 0x2525_2525_2525_2525
    return lanes | (fromA & ~afterZ & high) >> 2
  }

  /// How many lanes from the first one on are letters or digits of ASCII, 0–8.
  @inlinable @inline(__always)
  public static func alphanumericCount(_ lanes: UInt64) -> Int {
    let low = lanes & ~high
    let small = low | 0x2020_2020_2020_2020
    let isLetter = (small &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(small &+ 0x0505_0505_0505_0505)
    let isDigit = (low &+ 0x5050_5050_5050_5050) & ~(low &+ 0x4646_4646_4646_4646)
    let others = ~((isLetter | isDigit) & ~lanes) & high
    return others.trailingZeroBitCount >> 3
  }
}

extension Span where Element == UInt8 {
  /// The eight bytes from `index` on, the first one lowest; `index + 8` is at most `count`.
  @inlinable @inline(__always)
  public func lanes(at index: Int) -> UInt64 {
    // A Span is read byte by byte otherwise. The load is checked to lie within the bytes.
    UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// The `length` bytes from `index` on, 0–8, the first one lowest, above them zeros.
  @inlinable @inline(__always)
  public func lanes(at index: Int, length: Int) -> UInt64 {
    if length == 0 { return 0 }
    if index + 8 <= count {
      return lanes(at: index) & (UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- length &* 8))
    }
    var lanes: UInt64 = 0
    for k in 0..<length { lanes |= UInt64(self[index + k]) << UInt64(k * 8) }
    return lanes
  }

  /// The end of the letters and digits of ASCII from `start` on, `end` at most.
  @inlinable @inline(__always)
  public func alphanumericEnd(from start: Int, to end: Int) -> Int {
    var i = start
    while i + 8 <= count, i < end {
      let length = ASCIILanes.alphanumericCount(lanes(at: i))
      i += length
      if length < 8 { return Swift.min(i, end) }
    }
    while i < end, ASCII.isAlphanumeric(self[i]) { i += 1 }
    return Swift.min(i, end)
  }
}
