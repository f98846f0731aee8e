#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Span where Element == UInt8 {
  /// The first place of `byte` at or after `start`, or nil.
  ///
  /// O(*n*).
  public func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
    let length = count
    guard start < length else { return nil }
    // The C library looks at many bytes at once; the pointer is used within this call only.
    return unsafe withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress,
        let found = unsafe memchr(base + start, CInt(byte), length - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }

  /// Whether no byte is 0x80 or above.
  ///
  /// O(*n*), eight bytes at a time.
  public var isASCII: Bool {
    // A Span of bytes cannot be loaded by words; the pointer is used within this call only.
    unsafe withUnsafeBytes { raw in
      var i = 0
      while i + 8 <= raw.count {
        guard
          unsafe raw.loadUnaligned(fromByteOffset: i, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        else { return false }
        i += 8
      }
      while i < raw.count {
        guard unsafe raw[i] < 0x80 else { return false }
        i += 1
      }
      return true
    }
  }

  /// The first place of the bytes of `needle` at or after `start`, or nil.
  ///
  /// O(*n* × *m*) at worst.
  public func firstRange(of needle: StaticString, from start: Int = 0) -> Range<Int>? {
    let length = needle.utf8CodeUnitCount
    guard length > 0, count >= length else { return nil }
    let first = unsafe needle.utf8Start[0]
    var i = start
    while let found = firstIndex(of: first, from: i), found <= count - length {
      if hasBytes(needle, at: found) { return found..<(found + length) }
      i = found + 1
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
