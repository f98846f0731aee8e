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
    guard start < count else { return nil }
    precondition(start >= 0)
    // The C library searches words at a time.
    return unsafe withUnsafeBytes { bytes -> Int? in
      guard let base = bytes.baseAddress,
        let found = unsafe memchr(base + start, CInt(byte), bytes.count - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  /// The first place of the bytes of `needle` at or after `start`, or nil.
  ///
  /// O(*n* × *m*) at worst.
  public func firstRange(of needle: StaticString, from start: Int = 0) -> Range<Int>? {
    let length = needle.utf8CodeUnitCount
    guard length > 0, count >= length else { return nil }
    let first = unsafe needle.utf8Start[0]
    var at = start
    while let i = firstIndex(of: first, from: at), i <= count - length {
      if hasBytes(needle, at: i) { return i..<(i + length) }
      at = i + 1
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

extension [UInt8] {
  /// Appends the bytes of `span` in `range`, copied as one run.
  public mutating func append(_ span: borrowing Span<UInt8>, in range: Range<Int>) {
    unsafe span.extracting(range).withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
