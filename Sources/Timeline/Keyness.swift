#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How much a word marks one corpus against another.
public struct Keyness: Hashable, Sendable {
  /// Log-likelihood of two cells (Rayson and Garside 2000); 0 or more.
  public var rayson: Double
  /// Log-likelihood of four cells (Dunning 1993); 0 or more.
  public var dunning: Double
  /// Binary logarithm of the ratio of the rates (Hardie); a count of zero is taken as a half.
  public var logRatio: Double
}

/// Compares the frequency of a word in two corpora.
///
/// `count` of `size` tokens in the corpus at hand, `referenceCount` of `referenceSize` in the other.
/// Sizes are positive and counts are not larger than sizes. O(1).
public func keyness(
  count: Int, size: Int, referenceCount: Int, referenceSize: Int
) -> Keyness {
  guard size > 0, referenceSize > 0 else { return Keyness(rayson: 0, dunning: 0, logRatio: 0) }
  let (a, b) = (Double(count), Double(referenceCount))
  let (c, d) = (Double(size), Double(referenceSize))
  func part(_ observed: Double, _ expected: Double) -> Double {
    observed > 0 && expected > 0 ? observed * log(observed / expected) : 0
  }
  let all = c + d
  let rate = (a + b) / all
  let two = part(a, c * rate) + part(b, d * rate)
  let rest = part(c - a, c * (1 - rate)) + part(d - b, d * (1 - rate))
  let ratio = ((a > 0 ? a : 0.5) / c) / ((b > 0 ? b : 0.5) / d)
  return Keyness(
    rayson: max(0, 2 * two), dunning: max(0, 2 * (two + rest)), logRatio: log2(ratio))
}

/// How much more often two things are met in one document than chance would have it.
///
/// Normalised pointwise mutual information (Bouma 2009), −1 to 1: 1 when one never comes without the
/// other, 0 when they are independent, −1 when they are never together. `a` and `b` documents of `all`
/// have each, `both` have both. 0 where one of them is in no document.
public func npmi(both: Int, a: Int, b: Int, of all: Int) -> Double {
  guard a > 0, b > 0, all > 0 else { return 0 }
  guard both > 0 else { return -1 }
  guard both < all else { return 1 }
  let (n, joint) = (Double(all), Double(both))
  return log(joint * n / (Double(a) * Double(b))) / -log(joint / n)
}
