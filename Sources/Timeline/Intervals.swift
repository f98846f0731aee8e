#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bounds of an interval.
public struct Interval: Hashable, Sendable {
  /// The lower bound.
  public var low: Double
  /// The upper bound.
  public var high: Double

  /// An interval from `low` to `high`.
  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }
}

/// The quantile of the standard normal distribution that leaves 2.5 % on each side.
public let normalQuantile95 = 1.959963984540054

/// The interval of a share by Wilson (1927), without continuity correction.
///
/// `successes` lies in 0…`trials`; without trials nothing is known and the interval is 0…1. `z` is the
/// quantile of the normal distribution, 95 % unless said otherwise. O(1).
public func wilsonInterval(
  successes: Int, trials: Int, z: Double = normalQuantile95
) -> Interval {
  guard trials > 0 else { return Interval(low: 0, high: 1) }
  let n = Double(trials)
  let k = min(max(0, successes), trials)
  let p = Double(k) / n
  let square = z * z
  let centre = p + square / (2 * n)
  let spread = z * (p * (1 - p) / n + square / (4 * n * n)).squareRoot()
  let divisor = 1 + square / n
  return Interval(
    low: k == 0 ? 0 : max(0, (centre - spread) / divisor),
    high: k == trials ? 1 : min(1, (centre + spread) / divisor))
}

/// The interval of the difference of two shares by Newcombe (1998, method 10), first minus second.
///
/// Built from the Wilson intervals of both; each pair is successes and trials. O(1).
public func newcombeInterval(
  _ a: (successes: Int, trials: Int), _ b: (successes: Int, trials: Int),
  z: Double = normalQuantile95
) -> Interval {
  guard a.trials > 0, b.trials > 0 else { return Interval(low: -1, high: 1) }
  let p = Double(a.successes) / Double(a.trials)
  let q = Double(b.successes) / Double(b.trials)
  let x = wilsonInterval(successes: a.successes, trials: a.trials, z: z)
  let y = wilsonInterval(successes: b.successes, trials: b.trials, z: z)
  let down = ((p - x.low) * (p - x.low) + (y.high - q) * (y.high - q)).squareRoot()
  let up = ((x.high - p) * (x.high - p) + (q - y.low) * (q - y.low)).squareRoot()
  return Interval(low: p - q - down, high: p - q + up)
}

/// The exact 95 % interval of a rate by Garwood (1936): events per unit of exposure.
///
/// `exposure` is positive. The bounds are quantiles of the gamma distribution; relative error below
/// 1e-12.
public func poissonRateInterval(events: Int, exposure: Double, alpha: Double = 0.05) -> Interval {
  guard exposure > 0 else { return Interval(low: 0, high: .infinity) }
  let k = Double(max(0, events))
  let low = events <= 0 ? 0 : gammaQuantile(alpha / 2, shape: k)
  return Interval(
    low: low / exposure, high: gammaQuantile(1 - alpha / 2, shape: k + 1) / exposure)
}

/// The value below which a gamma variable of `shape` and unit scale lies with `probability`.
///
/// Newton's method from the approximation of Wilson and Hilferty (1931), held inside the bracket that
/// the signs seen so far leave.
func gammaQuantile(_ probability: Double, shape: Double) -> Double {
  // The normal quantile of 0.025 or 0.975; for others the start is only less near.
  let z = probability < 0.5 ? -normalQuantile95 : normalQuantile95
  let root = 1 - 1 / (9 * shape) + z / (3 * shape.squareRoot())
  var x = max(shape * root * root * root, 1e-3 * shape)
  var low = 0.0
  var high = Double.infinity
  for _ in 0..<200 {
    let error = regularisedGamma(shape, x) - probability
    if error < 0 { low = x } else { high = x }
    let density = exp((shape - 1) * log(x) - x - logGamma(shape))
    var next = x - error / density
    if !(next > low && next < high) { next = high.isFinite ? (low + high) / 2 : 2 * x }
    let isThere = abs(next - x) <= 1e-15 * x || next == low || next == high
    x = next
    if isThere { break }
  }
  return x
}

/// The lower incomplete gamma function P(a, x), by its series or its continued fraction.
///
/// Source: Abramowitz and Stegun 6.5.29 and 6.5.31, the fraction by Lentz's method.
func regularisedGamma(_ a: Double, _ x: Double) -> Double {
  guard x > 0 else { return 0 }
  let front = exp(a * log(x) - x - logGamma(a))
  if x < a + 1 {
    var term = 1 / a
    var sum = term
    var n = a
    for _ in 0..<100_000 {
      n += 1
      term *= x / n
      sum += term
      if term < sum * 1e-17 { break }
    }
    return front * sum
  }
  let tiny = 1e-300
  var b = x + 1 - a
  var c = 1 / tiny
  var d = 1 / b
  var h = d
  for i in 1..<100_000 {
    let an = -Double(i) * (Double(i) - a)
    b += 2
    d = an * d + b
    if abs(d) < tiny { d = tiny }
    c = b + an / c
    if abs(c) < tiny { c = tiny }
    d = 1 / d
    let step = d * c
    h *= step
    if abs(step - 1) < 1e-16 { break }
  }
  return 1 - front * h
}

/// The logarithm of the gamma function, by the coefficients of Lanczos (g = 7, n = 9).
///
/// The C library's `lgamma` writes a global, so it is not used.
func logGamma(_ x: Double) -> Double {
  let coefficients = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
    -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
    1.5056327351493116e-7,
  ]
  let x = x - 1
  var sum = coefficients[0]
  for i in 1..<9 { sum += coefficients[i] / (x + Double(i)) }
  let t = x + 7.5
  return 0.5 * log(2 * Double.pi) + (x + 0.5) * log(t) - t + log(sum)
}
