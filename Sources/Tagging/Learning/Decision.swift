#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Turns scores of labels into the labels that a text is given.
struct Decision: Hashable, Sendable {
  /// The score that each label must exceed.
  var thresholds: [Float]
  /// The fewest and the most labels of a text.
  var least: Int
  var most: Int
  /// Probability of a label = 1 / (1 + exp(−(slope × score + offset))).
  var slope: Float
  var offset: Float

  /// Texts with a label that its own threshold is worth as much as the common one, 0.
  private static let priorTexts: Float = 10

  /// The decision that gives the best F1 on held-out scores, each label for itself.
  ///
  /// The fewer texts a label has, the nearer its threshold stays to 0. If every text has a label,
  /// the best one is given where none exceeds its threshold; if none has more than one, only the best.
  init(_ held: HeldOutScores, labels truth: [[Int]], count: Int) {
    thresholds = (0..<count).map { label in
      let has = truth.map { $0.contains(label) }
      let positives = Float(has.count { $0 })
      let best = Decision.bestThreshold(held.ofLabel(label), has)
      return best * positives / (positives + Decision.priorTexts)
    }
    least = truth.contains { $0.isEmpty } ? 0 : 1
    most = truth.contains { $0.count > 1 } ? count : 1
    (slope, offset) = Decision.calibrated(held, truth, count)
  }

  init(thresholds: [Float], least: Int, most: Int, slope: Float, offset: Float) {
    self.thresholds = thresholds
    self.least = least
    self.most = most
    self.slope = slope
    self.offset = offset
  }

  /// The labels of a text with these scores, best first; equal scores by number.
  func labels(_ scores: [Float]) -> [Int] {
    let order = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
    guard let best = order.first else { return [] }
    if least == 1, most == 1 { return [best] }
    let chosen = order.filter { scores[$0] > thresholds[$0] }
    if chosen.isEmpty { return least == 1 ? [best] : [] }
    return Array(chosen.prefix(most))
  }

  /// How sure a score is, 0–1.
  func probability(_ score: Float) -> Double {
    1 / (1 + exp(-Double(slope * score + offset)))
  }

  private static func bestThreshold(_ scores: ArraySlice<Float>, _ has: [Bool]) -> Float {
    let base = scores.startIndex
    let order = has.indices.sorted { (scores[base + $1], $0) < (scores[base + $0], $1) }
    let positives = has.count { $0 }
    var (right, best, threshold) = (0, 0.0, Float(0))
    for (rank, row) in order.enumerated() {
      if has[row] { right += 1 }
      let f1 = 2 * Double(right) / Double(rank + 1 + positives)
      guard f1 > best else { continue }
      best = f1
      let next = rank + 1 < order.count ? scores[base + order[rank + 1]] : scores[base + row]
      threshold = (scores[base + row] + next) / 2
    }
    return threshold
  }

  /// The slope and offset that make the held-out labels most likely, by Newton's method.
  ///
  /// One curve for all labels, so that a higher score is always a higher probability.
  /// - Source: Lin, Lin and Weng, "A Note on Platt's Probabilistic Outputs for Support Vector
  ///   Machines", Machine Learning 68, 2007 (targets smoothed as there).
  private static func calibrated(
    _ held: HeldOutScores, _ truth: [[Int]], _ count: Int
  ) -> (Float, Float) {
    var has = [Bool](repeating: false, count: held.scores.count)
    for (row, labels) in truth.enumerated() {
      for label in labels { has[label * truth.count + row] = true }
    }
    let positives = Double(has.count { $0 })
    let negatives = Double(has.count) - positives
    let high = (positives + 1) / (positives + 2)
    let low = 1 / (negatives + 2)
    var (slope, offset) = (1.0, 0.0)
    for _ in 0..<30 {
      var (g0, g1, h00, h01, h11) = (0.0, 0.0, 1e-9, 0.0, 1e-9)
      for k in has.indices {
        let s = Double(held.scores[k])
        let p = 1 / (1 + exp(-(slope * s + offset)))
        let error = p - (has[k] ? high : low)
        let weight = p * (1 - p)
        g0 += error * s
        g1 += error
        h00 += weight * s * s
        h01 += weight * s
        h11 += weight
      }
      let determinant = h00 * h11 - h01 * h01
      guard determinant > 1e-12 else { break }
      let (d0, d1) = (
        (h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant
      )
      // A step is kept short, so that texts that are told apart without error do not run away.
      slope = min(20, max(0.1, slope - max(-2, min(2, d0))))
      offset = min(20, max(-20, offset - max(-2, min(2, d1))))
      if abs(d0) + abs(d1) < 1e-6 { break }
    }
    return (Float(slope), Float(offset))
  }
}
