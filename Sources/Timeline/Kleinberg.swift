#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A stretch of buckets in which a subject is unusually frequent.
public struct BucketBurst: Hashable, Sendable {
  /// The buckets.
  public var buckets: Range<Int>
  /// How much cheaper the burst explains its buckets than the usual level does; positive.
  public var weight: Double
}

/// Parameters of the two-state model.
public struct BurstModel: Hashable, Sendable {
  /// How many times the usual share the share of a burst is; above 1.
  public var scale: Double
  /// The price of entering a burst, in units of the logarithm of the number of buckets; 0 or more.
  public var gamma: Double

  /// A model; 2 and 1 are the values of the paper.
  public init(scale: Double = 2, gamma: Double = 1) {
    self.scale = scale
    self.gamma = gamma
  }
}

/// The bursts of a series of batches: `matches[t]` of `totals[t]` documents speak of a subject.
///
/// The two-state model for batched arrivals of Kleinberg (2003, section 4). The cheapest sequence of
/// states is found exactly, by Viterbi; ties go to the usual state. Empty buckets cost nothing. The
/// arrays have the same length and every match count lies in 0…total. O(*n*).
public func kleinbergBursts(
  matches: [Int], totals: [Int], model: BurstModel = BurstModel()
) -> [BucketBurst] {
  viterbi(matches, totals, model).bursts
}

/// The cost of the cheapest sequence of states of `kleinbergBursts`.
public func kleinbergCost(
  matches: [Int], totals: [Int], model: BurstModel = BurstModel()
) -> Double {
  viterbi(matches, totals, model).cost
}

private func viterbi(
  _ matches: [Int], _ totals: [Int], _ model: BurstModel
) -> (bursts: [BucketBurst], cost: Double) {
  let n = min(matches.count, totals.count)
  let all = totals.prefix(n).reduce(0, +)
  let hits = matches.prefix(n).reduce(0, +)
  guard n > 0, all > 0, hits > 0 else { return ([], 0) }
  let usual = Double(hits) / Double(all)
  let raised = min(model.scale * usual, 0.99999)
  guard raised > usual else { return ([], 0) }
  let enter = model.gamma * log(Double(n))
  var cost = (0.0, Double.infinity)
  /// Whether the cheapest way into the state of a bucket comes from the usual state.
  var fromUsual: [(Bool, Bool)] = []
  fromUsual.reserveCapacity(n)
  var gains: [Double] = []
  gains.reserveCapacity(n)
  for t in 0..<n {
    let low = emission(matches[t], totals[t], usual)
    let high = emission(matches[t], totals[t], raised)
    gains.append(low - high)
    let stay = cost.0 <= cost.1
    let rise = cost.0 + enter <= cost.1
    fromUsual.append((stay, rise))
    cost = ((stay ? cost.0 : cost.1) + low, (rise ? cost.0 + enter : cost.1) + high)
  }
  var isHigh = cost.1 < cost.0
  let best = min(cost.0, cost.1)
  var states = Array(repeating: false, count: n)
  for t in stride(from: n - 1, through: 0, by: -1) {
    states[t] = isHigh
    isHigh = isHigh ? !fromUsual[t].1 : !fromUsual[t].0
  }
  var bursts: [BucketBurst] = []
  var t = 0
  while t < n {
    guard states[t] else {
      t += 1
      continue
    }
    let start = t
    var weight = 0.0
    while t < n, states[t] {
      weight += gains[t]
      t += 1
    }
    bursts.append(BucketBurst(buckets: start..<t, weight: weight))
  }
  return (bursts, best)
}

/// −ln of the probability of `k` matches among `n` documents at share `p`.
private func emission(_ k: Int, _ n: Int, _ p: Double) -> Double {
  guard n > 0 else { return 0 }
  let k = Double(min(max(0, k), n))
  let n = Double(n)
  let choose = logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)
  let miss = n - k > 0 ? (n - k) * log(1 - p) : 0
  return -(choose + k * log(p) + miss)
}
