extension Array where Element == UInt8 {
  /// Appends `bytes[range]`.
  ///
  /// - Complexity: O(length of `range`), one copy.
  public mutating func append(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    // A Span is no collection; its buffer is read within this call only.
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe append(contentsOf: UnsafeBufferPointer(rebasing: buffer[range]))
    }
  }
}
