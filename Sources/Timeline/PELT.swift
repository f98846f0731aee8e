/// The change points of a series: where its mean changes for good.
///
/// Minimises the sum of squared errors of all segments plus `penalty` for each change point, exactly,
/// by pruned search (PELT; Killick, Fearnhead and Eckley 2012) over every place. Each change point is
/// the index of the first value of a segment, and no segment is shorter than `minimum` values. A
/// penalty of 0 or less, or a series of fewer than two values, gives none. O(*n*) where changes are
/// many, O(*n*²) at worst.
public func changePoints(of values: [Double], penalty: Double, minimum: Int = 1) -> [Int] {
  let n = values.count
  guard n > 1, penalty > 0 else { return [] }
  var sums = [0.0]
  var squares = [0.0]
  // Centred first, so that long series of large values lose no digits.
  let mean = values.reduce(0, +) / Double(n)
  for value in values {
    let v = value - mean
    sums.append(sums[sums.count - 1] + v)
    squares.append(squares[squares.count - 1] + v * v)
  }
  func cost(_ i: Int, _ j: Int) -> Double {
    let sum = sums[j] - sums[i]
    return max(0, squares[j] - squares[i] - sum * sum / Double(j - i))
  }
  var best = Array(repeating: 0.0, count: n + 1)
  best[0] = -penalty
  var from = Array(repeating: 0, count: n + 1)
  /// Where the last segment may begin, and the last end for which that place can still be best.
  var candidates = [(start: 0, until: n)]
  let minimum = max(1, minimum)
  for end in 1...n {
    var lowest = Double.infinity
    var place = 0
    for (start, _) in candidates where end - start >= minimum {
      let total = best[start] + cost(start, end) + penalty
      if total < lowest {
        lowest = total
        place = start
      }
    }
    best[end] = lowest
    from[end] = place
    for i in candidates.indices {
      let start = candidates[i].start
      if end - start >= minimum, best[start] + cost(start, end) > lowest {
        candidates[i].until = min(candidates[i].until, end + minimum - 1)
      }
    }
    candidates.removeAll { $0.until <= end }
    candidates.append((end, n))
  }
  var points: [Int] = []
  var end = n
  while from[end] > 0 {
    points.append(from[end])
    end = from[end]
  }
  return points.reversed()
}
