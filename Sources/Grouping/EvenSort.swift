/// Sorts numbers that are evenly spread, as hashes are, in linear time.
///
/// They are dealt to 256 bins by their upper bits; within a bin few are left to be sorted. Uneven ones
/// are sorted as well, only more slowly, so their number must have a limit.
struct EvenSort: Sendable {
  private var starts = [Int32](repeating: 0, count: 257)
  private var dealt: [UInt64] = []

  /// Sorts the first `count` of `values`, all of which have `zeros` leading zero bits.
  mutating func sort(_ values: inout [UInt64], count: Int, zeros: Int = 0) {
    if dealt.count < count { dealt = Array(repeating: 0, count: count) }
    sortEvenly(&values, &dealt, &starts, count, zeros)
  }
}

private func sortEvenly(
  _ values: inout [UInt64], _ dealt: inout [UInt64], _ starts: inout [Int32], _ count: Int,
  _ zeros: Int
) {
  var values = values.mutableSpan
  var dealt = dealt.mutableSpan
  var starts = starts.mutableSpan
  func bin(_ value: UInt64) -> Int {
    Int(truncatingIfNeeded: (value << UInt64(truncatingIfNeeded: zeros)) >> 56)
  }
  for bin in 0..<257 { starts[bin] = 0 }
  for i in 0..<count { starts[bin(values[i]) + 1] += 1 }
  for bin in 1..<257 { starts[bin] += starts[bin - 1] }
  for i in 0..<count {
    let bin = bin(values[i])
    dealt[Int(starts[bin])] = values[i]
    starts[bin] += 1
  }
  for i in 0..<count {
    let value = dealt[i]
    var k = i
    while k > 0, values[k - 1] > value {
      values[k] = values[k - 1]
      k -= 1
    }
    values[k] = value
  }
}
