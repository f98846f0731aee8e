#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A stretch of buckets in which a subject is unusually frequent.
public struct BucketBurst: Hashable, Sendable {
  /// The buckets.
  public var buckets: Range<Int>
  /// How many steps above the usual share, from 1.
  public var level: Int
  /// How much cheaper this level explains the buckets than the one below does; positive.
  public var weight: Double
}

/// Parameters of the model.
public struct BurstModel: Hashable, Sendable {
  /// How many times the share of the level below the share of a level is; above 1.
  public var scale: Double
  /// The price of going up by one level, in units of the logarithm of the number of buckets; 0 or
  /// more.
  public var gamma: Double
  /// The most levels above the usual one, from 1.
  public var levels: Int

  /// A model; 2, 1 and one level are the values of the paper.
  public init(scale: Double = 2, gamma: Double = 1, levels: Int = 1) {
    self.scale = scale
    self.gamma = gamma
    self.levels = levels
  }
}

/// The bursts of a series of batches: `matches[t]` of `totals[t]` documents speak of a subject.
///
/// The model for batched arrivals of Kleinberg (2003, section 4), with any number of levels: the share
/// of level *j* is `scale`^*j* times the usual one, and a level whose share would reach 1 is left out.
/// The cheapest sequence of levels is found exactly, by Viterbi; ties go to the lower level. Empty
/// buckets cost nothing. A burst of level 2 lies inside one of level 1; outer ones come first. The
/// arrays have the same length and every match count lies in 0…total. O(*n* × levels²).
public func kleinbergBursts(
  matches: [Int], totals: [Int], model: BurstModel = BurstModel()
) -> [BucketBurst] {
  viterbi(matches, totals, model).bursts
}

/// The cost of the cheapest sequence of levels of `kleinbergBursts`.
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
  guard n > 0, all > 0, hits > 0, model.scale > 1 else { return ([], 0) }
  var shares = [Double(hits) / Double(all)]
  for _ in 0..<min(64, max(1, model.levels)) {
    let raised = min(model.scale * shares[shares.count - 1], 0.99999)
    guard raised > shares[shares.count - 1] else { break }
    shares.append(raised)
  }
  let count = shares.count
  guard count > 1 else { return ([], 0) }
  let climb = model.gamma * log(Double(n))
  var costs = Array(repeating: Double.infinity, count: count)
  costs[0] = 0
  /// For each bucket and level, the level before it on the cheapest way; and what it costs there.
  var from = Array(repeating: UInt8(0), count: n * count)
  var emissions = Array(repeating: 0.0, count: n * count)
  for t in 0..<n {
    emit(matches[t], totals[t], shares, &emissions, t * count)
    var next = costs
    for level in 0..<count {
      var best = Double.infinity
      for other in 0..<count {
        let cost = costs[other] + climb * Double(max(0, level - other))
        if cost < best {
          best = cost
          from[t * count + level] = UInt8(other)
        }
      }
      next[level] = best + emissions[t * count + level]
    }
    costs = next
  }
  var level = costs.indices.min { (costs[$0], $0) < (costs[$1], $1) } ?? 0
  let cost = costs[level]
  var levels = Array(repeating: 0, count: n)
  for t in stride(from: n - 1, through: 0, by: -1) {
    levels[t] = level
    level = Int(from[t * count + level])
  }
  return (stretches(levels, emissions, count), cost)
}

/// The stretches at a level or above, outer ones first, each with what it saves against the level
/// below.
private func stretches(_ levels: [Int], _ emissions: [Double], _ count: Int) -> [BucketBurst] {
  var bursts: [BucketBurst] = []
  var open: [Int] = []
  for t in 0...levels.count {
    let level = t < levels.count ? levels[t] : 0
    while open.count > level { open.removeLast() }
    while open.count < level {
      open.append(bursts.count)
      bursts.append(BucketBurst(buckets: t..<t, level: open.count, weight: 0))
    }
    for (below, burst) in open.enumerated() {
      bursts[burst].buckets = bursts[burst].buckets.lowerBound..<(t + 1)
      bursts[burst].weight += emissions[t * count + below] - emissions[t * count + below + 1]
    }
  }
  return bursts
}

/// Sets −ln of the probability of `k` matches among `n` documents at each share.
private func emit(_ k: Int, _ n: Int, _ shares: [Double], _ out: inout [Double], _ at: Int) {
  guard n > 0 else { return }
  let k = Double(min(max(0, k), n))
  let n = Double(n)
  let choose = logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)
  for (level, p) in shares.enumerated() {
    let miss = n - k > 0 ? (n - k) * log(1 - p) : 0
    out[at + level] = -(choose + k * log(p) + miss)
  }
}
