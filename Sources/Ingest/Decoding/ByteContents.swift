import Bytes

extension StringProtocol {
  /// Whether the bytes of `part` stand in the text one after the other.
  ///
  /// Unlike the standard library's search it does not hold different spellings of a character for equal,
  /// and it takes a fraction of the time.
  /// - Complexity: O(*n* × *m*) at worst.
  func contains(_ part: String) -> Bool {
    let found = utf8.withContiguousStorageIfAvailable { whole in
      // The Spans live within these calls only.
      unsafe part.utf8.withContiguousStorageIfAvailable { part in
        unsafe find(Span(_unsafeElements: part), in: Span(_unsafeElements: whole))
      }
    }
    if case .some(.some(let found)) = found { return found }
    let (whole, bytes) = (Array(utf8), Array(part.utf8))
    return find(bytes.span, in: whole.span)
  }
}

private func find(_ part: borrowing Span<UInt8>, in whole: borrowing Span<UInt8>) -> Bool {
  guard part.count > 0 else { return true }
  var at = 0
  while let found = whole.firstIndex(of: part[0], from: at), found + part.count <= whole.count {
    var k = 1
    while k < part.count, whole[found + k] == part[k] { k += 1 }
    if k == part.count { return true }
    at = found + 1
  }
  return false
}
