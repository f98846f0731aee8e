/// A stretch where two sequences differ; what lies between two edits is equal.
public struct Edit: Hashable, Sendable {
  /// Indices of the first sequence that the edit removes; may be empty.
  public var a: Range<Int>
  /// Indices of the second sequence that the edit inserts; may be empty.
  public var b: Range<Int>

  /// An edit that puts `b` in the place of `a`.
  public init(a: Range<Int>, b: Range<Int>) {
    self.a = a
    self.b = b
  }
}

/// The first sequence with `edits` applied, which is the second one.
///
/// The edits are as `diff` returns them: ascending, not overlapping.
/// - Complexity: O(*n* + *m*).
public func applying(_ edits: [Edit], to a: [UInt32], from b: [UInt32]) -> [UInt32] {
  var result: [UInt32] = []
  result.reserveCapacity(b.count)
  var next = 0
  for edit in edits {
    result += a[next..<edit.a.lowerBound]
    result += b[edit.b]
    next = edit.a.upperBound
  }
  result += a[next...]
  return result
}
