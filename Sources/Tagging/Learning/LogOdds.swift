/// How strongly each feature speaks for or against a label: the size of its log odds.
///
/// With *p* and *q* the weight of a feature in texts with and without the label, each smoothed by
/// 0.1, *P* and *Q* the sums over all features: |ln(*p* / *P*) − ln(*q* / *Q*)|.
/// - Source: Wang and Manning, "Baselines and Bigrams", ACL 2012.
struct LogOdds {
  static let smoothing: Float = 0.1
  /// One number for each feature.
  let sizes: [Float]
  /// ln(*Q* / *P*).
  let balance: Float
  /// Weight of each feature in texts with the label.
  let inside: [Float]

  /// The log odds of `label` over `rows` of `set`; `totals` is the weight of each feature in them.
  init(_ set: TrainingSet, rows: [Int], totals: [Float], label: Int) {
    var inside = [Float](repeating: 0, count: set.hashes.count)
    for row in rows where set.labels[row].contains(label) {
      for k in set.starts[row]..<set.starts[row + 1] {
        inside[Int(set.columns[k])] += set.values[k]
      }
    }
    var sumInside: Double = 0
    var sumOutside: Double = 0
    for k in inside.indices {
      sumInside += Double(inside[k] + LogOdds.smoothing)
      sumOutside += Double(totals[k] - inside[k] + LogOdds.smoothing)
    }
    let balance = logarithm(Float(sumOutside / sumInside))
    var sizes = [Float](repeating: 0, count: inside.count)
    for k in inside.indices {
      sizes[k] = LogOdds.size(inside: inside[k], total: totals[k], balance: balance)
    }
    self.inside = inside
    self.sizes = sizes
    self.balance = balance
  }

  /// The size for one feature; a weight outside that rounding made negative counts as none.
  static func size(inside: Float, total: Float, balance: Float) -> Float {
    abs(logarithm((inside + smoothing) / (max(0, total - inside) + smoothing)) + balance)
  }

  /// The weight of each feature in `rows`.
  static func totals(_ set: TrainingSet, rows: [Int]) -> [Float] {
    var totals = [Float](repeating: 0, count: set.hashes.count)
    for row in rows {
      for k in set.starts[row]..<set.starts[row + 1] {
        totals[Int(set.columns[k])] += set.values[k]
      }
    }
    return totals
  }
}
