import Bytes
import Tagging

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Trains the sequence model: a conditional random field on partly labelled text.
///
/// The gradient is the difference between what the allowed labellings and all labellings expect.
/// - Source: Tsuboi et al., "Training Conditional Random Fields Using Incomplete Annotations",
///   COLING 2008; steps by AdaGrad (Duchi, Hazan and Singer, JMLR 2011).
struct EntityTrainer {
  typealias Row = LabelRow
  static let labels = EntityLabels.count

  let data: TrainingExamples
  private let vectors: WordVectors
  let mask: UInt32
  let rate: Float
  let decay: Float
  private(set) var weights: [Row]
  private var weightSquares: [Float]
  private(set) var transitions: [Row]
  private var transitionSquares: [Float]
  private(set) var dense: [Row]
  private var denseSquares: [Float]
  private var sums: [Row] = []
  private var transitionSums: [Row] = []
  private var denseSums: [Row] = []
  private var summed: Float = 0
  private let fold: Int
  private var state: UInt64
  /// Share of the features that a token forgets while it is trained on, of 65,536.
  private let dropped: UInt64
  private var kept: [Int] = []

  /// A trainer on all regions but those of `fold`; another seed gives another order.
  init(
    _ data: TrainingExamples, bits: Int, rate: Float, decay: Float, drop: Float, seed: UInt64 = 0,
    besides fold: Int = -2
  ) {
    self.fold = fold
    state = Self.state(seed)
    dropped = UInt64(max(0, min(0.9, drop)) * 65_536)
    self.data = data
    vectors = data.words.vectors
    self.rate = rate
    self.decay = decay
    mask = UInt32(1) << UInt32(bits) - 1
    weights = Array(repeating: .zero, count: 1 << bits)
    weightSquares = Array(repeating: Self.firstSquare, count: 1 << bits)
    transitions = Array(repeating: .zero, count: Self.labels)
    transitionSquares = Array(repeating: Self.firstSquare, count: Self.labels)
    dense = Array(repeating: .zero, count: 3 * vectors.dimensions)
    denseSquares = Array(repeating: Self.firstSquare, count: 3 * vectors.dimensions)
  }

  /// One pass over all regions in a seeded random order.
  mutating func pass(_ number: Int) {
    var order = data.regions.indices.filter { data.regions[$0].fold != fold }
    for i in stride(from: order.count - 1, to: 0, by: -1) {
      state = state &+ 0x9E37_79B9_7F4A_7C15
      order.swapAt(i, Int(mixed(state) % UInt64(i + 1)))
    }
    var powers = exponentials()
    for (k, region) in order.enumerated() {
      if k & 31 == 0 { powers = exponentials() }
      step(data.regions[region], powers)
    }
  }

  /// Begins anew in another order; what was remembered stays.
  mutating func restart(seed: UInt64) {
    state = Self.state(seed)
    for i in weights.indices {
      weights[i] = .zero
      weightSquares[i] = Self.firstSquare
    }
    for i in transitions.indices {
      transitions[i] = .zero
      transitionSquares[i] = Self.firstSquare
    }
    for i in dense.indices {
      dense[i] = .zero
      denseSquares[i] = Self.firstSquare
    }
  }

  private static let firstSquare: Float = 1e-2

  private static func state(_ seed: UInt64) -> UInt64 {
    0x5EED &+ seed &* 0xA076_1D64_78BD_642F
  }

  /// Adds the present weights to those that `average` takes the mean of.
  mutating func remember() {
    if sums.isEmpty {
      sums = weights
      transitionSums = transitions
      denseSums = dense
    } else {
      for i in sums.indices { sums[i] += weights[i] }
      for i in transitionSums.indices { transitionSums[i] += transitions[i] }
      for i in denseSums.indices { denseSums[i] += dense[i] }
    }
    summed += 1
  }

  /// Sets the weights to the mean of those remembered.
  mutating func average() {
    guard summed > 0 else { return }
    weights = sums.map { $0 * (1 / summed) }
    transitions = transitionSums.map { $0 * (1 / summed) }
    dense = denseSums.map { $0 * (1 / summed) }
  }

  private func exponentials() -> [Row] {
    (0..<Self.labels).map { from in
      var row = Row.zero
      for to in 0..<Self.labels where EntityLabels.isAllowed(from, to) {
        row[to] = expf(transitions[from][to])
      }
      return row
    }
  }

  /// The scores of a token; the features that count are appended to `kept`.
  private mutating func score(_ i: Int) -> Row {
    var sum = Row.zero
    for k in data.featureEnds[i]..<data.featureEnds[i + 1] {
      if dropped > 0 {
        state = state &+ 0x9E37_79B9_7F4A_7C15
        if mixed(state) & 0xFFFF < dropped { continue }
      }
      let at = Int(data.features[k] & mask)
      kept.append(at)
      sum += weights[at]
    }
    let width = vectors.dimensions
    for place in 0..<3 {
      let word = Int(data.rows[i][place])
      guard word >= 0 else { continue }
      for d in 0..<width {
        sum += dense[place * width + d] * vectors.values[word * width + d]
      }
    }
    return sum
  }

  private mutating func step(_ region: TrainingExamples.Region, _ powers: [Row]) {
    let n = region.count
    var own: [Row] = []
    var ends = [0]
    kept.removeAll(keepingCapacity: true)
    own.reserveCapacity(n)
    for t in 0..<n {
      var row = score(region.first + t)
      ends.append(kept.count)
      let top = row.max()
      for l in 0..<Self.labels { row[l] = expf(row[l] - top) }
      row[Self.labels] = 0
      own.append(row)
    }
    let free = marginals(own, powers)
    var bounded = own
    for t in 0..<n {
      let allowed = data.allowed[region.first + t]
      for l in 0..<Self.labels where allowed & 1 << UInt32(l) == 0 { bounded[t][l] = 0 }
    }
    let held = marginals(bounded, powers)
    guard held.isValid, free.isValid else { return }
    for t in 0..<n {
      let difference = (held.states[t] - free.states[t]) * region.weight
      guard difference.magnitude() > 1e-3 else { continue }
      update(region.first + t, kept[ends[t]..<ends[t + 1]], difference)
    }
    for l in 0..<Self.labels {
      let difference = (held.pairs[l] - free.pairs[l]) * region.weight
      transitionSquares[l] += (difference * difference).sum()
      transitions[l] += difference * (rate / transitionSquares[l].squareRoot())
    }
  }

  private mutating func update(_ i: Int, _ features: ArraySlice<Int>, _ gradient: Row) {
    // One rate for a whole row: a vector of square roots costs most of the time and gains nothing.
    let square = (gradient * gradient).sum()
    for at in features {
      weightSquares[at] += square
      let step = rate / weightSquares[at].squareRoot()
      weights[at] += (gradient - weights[at] * decay) * step
    }
    let width = vectors.dimensions
    for place in 0..<3 {
      let word = Int(data.rows[i][place])
      guard word >= 0 else { continue }
      for d in 0..<width {
        let value = vectors.values[word * width + d]
        let at = place * width + d
        denseSquares[at] += square * value * value
        dense[at] += gradient * (value * rate / denseSquares[at].squareRoot())
      }
    }
  }

  private struct Expectations {
    var states: [Row]
    var pairs: [Row]
    var isValid: Bool
  }

  /// What the labellings with the given weights expect: states, and transitions summed up.
  private func marginals(_ own: [Row], _ powers: [Row]) -> Expectations {
    let n = own.count
    var forward: [Row] = []
    forward.reserveCapacity(n)
    var current = powers[0] * own[0]
    for t in 0..<n {
      if t > 0 {
        var next = Row.zero
        for l in 0..<Self.labels where forward[t - 1][l] != 0 {
          next += powers[l] * forward[t - 1][l]
        }
        current = next * own[t]
      }
      let sum = current.sum()
      guard sum > 1e-30, sum.isFinite else {
        return Expectations(states: [], pairs: [], isValid: false)
      }
      forward.append(current * (1 / sum))
    }
    var states = forward
    var pairs = Array(repeating: Row.zero, count: Self.labels)
    var backward = Row(repeating: 1)
    for t in stride(from: n - 1, through: 0, by: -1) {
      var state = forward[t] * backward
      state = state * (1 / max(state.sum(), 1e-30))
      states[t] = state
      let ahead = own[t] * backward
      if t == 0 {
        pairs[0] += state
        break
      }
      var previous = Row.zero
      var total: Float = 0
      for l in 0..<Self.labels {
        let row = powers[l] * ahead
        previous[l] = row.sum()
        total += previous[l] * forward[t - 1][l]
      }
      let scale = 1 / max(total, 1e-30)
      for l in 0..<Self.labels where forward[t - 1][l] != 0 {
        pairs[l] += powers[l] * ahead * (forward[t - 1][l] * scale)
      }
      backward = previous * (1 / max(previous.sum(), 1e-30))
    }
    return Expectations(states: states, pairs: pairs, isValid: true)
  }
}
