/// The same edits with equal stretches joined in that carry less than the edits around them.
///
/// A reader sees one replaced phrase instead of confetti: an equal stretch goes when its weight is at
/// most `most` and no more than that of the larger side of each neighbouring edit.
/// The weights say what the element of a sequence at an index says, 0 for nothing.
/// - Complexity: a call of a weight for each element of an edit and the first ones after it, at most.
public func cleanedUp(
  _ edits: [Edit], most: Int = 2, weightA: (Int) -> Int, weightB: (Int) -> Int
) -> [Edit] {
  var found: [Edit] = []
  var sizes: [Int] = []
  for edit in edits {
    var joined = edit
    var size = max(sum(edit.a, upTo: most, weightA), sum(edit.b, upTo: most, weightB))
    while let last = found.last, let lastSize = sizes.last {
      let between = sum(last.a.upperBound..<joined.a.lowerBound, upTo: most, weightA)
      guard between <= most, between <= lastSize, between <= size else { break }
      // A lone mark between two large edits is no anchor, one beside a small edit is.
      joined = Edit(
        a: last.a.lowerBound..<joined.a.upperBound, b: last.b.lowerBound..<joined.b.upperBound)
      size += lastSize
      found.removeLast()
      sizes.removeLast()
    }
    found.append(joined)
    sizes.append(size)
  }
  return found
}

/// The weight of `range`, or some weight above `most`.
private func sum(_ range: Range<Int>, upTo most: Int, _ weight: (Int) -> Int) -> Int {
  var total = 0
  var i = range.lowerBound
  while i < range.upperBound, total <= most {
    total += weight(i)
    i += 1
  }
  return total
}
