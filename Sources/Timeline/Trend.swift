#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The monotone trend of a series of values at equal distances.
public struct Trend: Hashable, Sendable {
  /// Median of the slopes between all pairs of values, per step (Theil 1950, Sen 1968).
  public var slope: Double
  /// Median of the values less the slope times the median of the places.
  public var intercept: Double
  /// The 95 % interval of the slope.
  public var interval: Interval
  /// Kendall's rank correlation of value and place, tau-b, −1 to 1; 0 when all values are equal.
  public var tau: Double
  /// Pairs that rise less pairs that fall (Mann 1945).
  public var score: Int
  /// The score over its standard deviation, corrected for ties and for continuity.
  public var z: Double
  /// The two-sided probability of a score so far from 0 without a trend.
  public var probability: Double
}

/// The trend of values, or nil for fewer than three.
///
/// `places` are where the values stand, rising; one step apart when nil. The intercept is meant for
/// values one step apart. At most the last 2,000 values are looked at. O(*n*² log *n*).
public func trend(of series: [Double], at places: [Int]? = nil) -> Trend? {
  let values = Array(series.suffix(2_000))
  let places = places.map { Array($0.suffix(2_000)) } ?? Array(values.indices)
  let n = min(values.count, places.count)
  guard n > 2 else { return nil }
  var slopes: [Double] = []
  slopes.reserveCapacity(n * (n - 1) / 2)
  var score = 0
  for i in 0..<n {
    for j in (i + 1)..<n {
      slopes.append((values[j] - values[i]) / Double(places[j] - places[i]))
      if values[j] > values[i] { score += 1 } else if values[j] < values[i] { score -= 1 }
    }
  }
  slopes.sort()
  let ties = tieSizes(values)
  let size = Double(n)
  let slope = median(slopes)
  let tiedPairs = ties.reduce(0.0) { $0 + Double($1 * ($1 - 1)) / 2 }
  let pairs = size * (size - 1) / 2
  let spread = (pairs * (pairs - tiedPairs)).squareRoot()
  let variance = scoreVariance(n, ties)
  let z: Double =
    score == 0 || variance <= 0
    ? 0 : Double(score > 0 ? score - 1 : score + 1) / variance.squareRoot()
  return Trend(
    slope: slope, intercept: median(values.sorted()) - slope * (size - 1) / 2,
    interval: slopeInterval(slopes, variance), tau: spread > 0 ? Double(score) / spread : 0,
    score: score, z: z, probability: erfc(abs(z) / 2.0.squareRoot()))
}

/// The number of values in each group of equal ones.
private func tieSizes(_ values: [Double]) -> [Int] {
  let sorted = values.sorted()
  var sizes: [Int] = []
  var start = 0
  for i in 1...sorted.count where i == sorted.count || sorted[i] != sorted[start] {
    if i - start > 1 { sizes.append(i - start) }
    start = i
  }
  return sizes
}

/// The variance of the score without a trend (Kendall 1975).
private func scoreVariance(_ n: Int, _ ties: [Int]) -> Double {
  func term(_ k: Int) -> Double { Double(k) * Double(k - 1) * Double(2 * k + 5) }
  return (term(n) - ties.reduce(0) { $0 + term($1) }) / 18
}

/// The interval of the slope from the order of all slopes (Sen 1968).
private func slopeInterval(_ slopes: [Double], _ variance: Double) -> Interval {
  let spread = normalQuantile95 * max(0, variance).squareRoot()
  let count = Double(slopes.count)
  let upper = min(Int(((count + spread) / 2).rounded(.toNearestOrEven)), slopes.count - 1)
  let lower = max(Int(((count - spread) / 2).rounded(.toNearestOrEven)) - 1, 0)
  return Interval(low: slopes[lower], high: slopes[upper])
}

private func median(_ sorted: [Double]) -> Double {
  let middle = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
