#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A stretch of events that follow each other unusually fast.
public struct EventBurst: Hashable, Sendable {
  /// 0 is the whole, each further level a burst inside the one below.
  public var level: Int
  /// The time of its first event.
  public var start: Double
  /// The time of its last event.
  public var end: Double

  /// A burst at `level` from `start` to `end`.
  public init(level: Int, start: Double, end: Double) {
    self.level = level
    self.start = start
    self.end = end
  }
}

/// The bursts of events at `times`, any number of levels deep.
///
/// The automaton for arrivals in continuous time of Kleinberg (2003, section 3): a state of level *j*
/// expects gaps `scale`^*j* times shorter than the mean gap, and going up by one level costs
/// `gamma` ln *n*, *n* the number of gaps. The cheapest sequence of states is found exactly; ties go to
/// the lower level. `times` rise strictly, `scale` is above 1 and `gamma` above 0; anything else has no
/// answer, nil. For events of which several bear one date, `kleinbergBursts` is the model.
/// O(*n* × levels²), at most 64 levels.
public func eventBursts(
  at times: [Double], scale: Double = 2, gamma: Double = 1
) -> (bursts: [EventBurst], levels: [Int], cost: Double)? {
  guard times.count > 1, scale > 1, gamma > 0, let first = times.first, let last = times.last,
    zip(times, times.dropFirst()).allSatisfy(<)
  else { return nil }
  let gaps = zip(times, times.dropFirst()).map { $1 - $0 }
  guard let shortest = gaps.min() else { return nil }
  let n = Double(gaps.count)
  let mean = (last - first) / n
  let depth = (1 + log(last - first) / log(scale) + log(1 / shortest) / log(scale)).rounded(.up)
  let count = Int(min(64, max(1, depth)))
  let rates = (0..<count).map { pow(scale, Double($0)) / mean }
  let (levels, cost) = cheapest(gaps, rates, climb: gamma * log(n))
  return (nested(levels, times), levels, cost)
}

/// The cheapest level of every gap, and what all of them cost.
private func cheapest(_ gaps: [Double], _ rates: [Double], climb: Double) -> ([Int], Double) {
  let count = rates.count
  var costs = [Double](repeating: .infinity, count: count)
  costs[0] = 0
  var from: [[Int]] = []
  from.reserveCapacity(gaps.count)
  for gap in gaps {
    var next = costs
    var came = [Int](repeating: 0, count: count)
    for level in 0..<count {
      var best = Double.infinity
      for other in 0..<count {
        let cost = costs[other] + climb * Double(max(0, level - other))
        if cost < best {
          best = cost
          came[level] = other
        }
      }
      next[level] = best - log(rates[level]) + rates[level] * gap
    }
    costs = next
    from.append(came)
  }
  var level = costs.indices.min { (costs[$0], $0) < (costs[$1], $1) } ?? 0
  let cost = costs[level]
  var levels = [Int](repeating: 0, count: gaps.count)
  for i in gaps.indices.reversed() {
    levels[i] = level
    level = from[i][level]
  }
  return (levels, cost)
}

/// Stretches of gaps at a level or above, outer ones first.
private func nested(_ levels: [Int], _ times: [Double]) -> [EventBurst] {
  var bursts: [EventBurst] = []
  var open: [Int] = []
  for i in 0...levels.count {
    let level = i < levels.count ? levels[i] : -1
    while open.count > level + 1 { bursts[open.removeLast()].end = times[i] }
    while open.count < level + 1 {
      open.append(bursts.count)
      bursts.append(EventBurst(level: open.count - 1, start: times[i], end: times[i]))
    }
  }
  return bursts
}
