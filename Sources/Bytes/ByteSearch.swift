extension Span where Element == UInt8 {
  /// The first place of `byte` at or after `start`, or nil.
  ///
  /// O(*n*).
  public func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
    var i = start
    let wanted = UInt64(byte) &* 0x0101_0101_0101_0101
    while i + 8 <= count {
      // A lane that is zero is one that borrows; the lowest such is exact.
      let lanes = lanes(at: i) ^ wanted
      let zeros = (lanes &- 0x0101_0101_0101_0101) & ~lanes & 0x8080_8080_8080_8080
      if zeros != 0 { return i + zeros.trailingZeroBitCount >> 3 }
      i += 8
    }
    while i < count {
      if self[i] == byte { return i }
      i += 1
    }
    return nil
  }

  /// The first place of the bytes of `needle` at or after `start`, or nil.
  ///
  /// O(*n* × *m*) at worst.
  public func firstRange(of needle: StaticString, from start: Int = 0) -> Range<Int>? {
    let length = needle.utf8CodeUnitCount
    guard length > 0, count >= length else { return nil }
    var i = start
    while i <= count - length {
      if hasBytes(needle, at: i) { return i..<(i + length) }
      i += 1
    }
    return nil
  }

  /// Whether the bytes of `literal` stand at `index`.
  public func hasBytes(_ literal: StaticString, at index: Int) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard index >= 0, index + length <= count else { return false }
    // A StaticString has no Span; the pointer is valid for `length` bytes for ever.
    for k in 0..<length where unsafe self[index + k] != literal.utf8Start[k] { return false }
    return true
  }

  /// Whether the bytes of the lower-case `literal` stand at `index`, ASCII case aside.
  public func hasBytesIgnoringCase(_ literal: StaticString, at index: Int) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard index >= 0, index + length <= count else { return false }
    for k in 0..<length where unsafe ASCII.lowercased(self[index + k]) != literal.utf8Start[k] {
      return false
    }
    return true
  }

  /// Whether the bytes of the lower-case `needle` stand anywhere, ASCII case aside.
  ///
  /// O(*n* × *m*) at worst.
  public func containsIgnoringCase(_ needle: StaticString) -> Bool {
    let length = needle.utf8CodeUnitCount
    guard length > 0, count >= length else { return false }
    let first = unsafe needle.utf8Start[0]
    for i in 0...(count - length)
    where ASCII.lowercased(self[i]) == first && hasBytesIgnoringCase(needle, at: i) {
      return true
    }
    return false
  }
}
