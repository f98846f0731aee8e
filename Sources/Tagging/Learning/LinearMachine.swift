/// A linear machine that tells texts with a label from those without.
///
/// It sees a text's features multiplied by the roots of their log odds and brought to length one, and beside them
/// the text's meaning at a given weight.
struct LinearMachine {
  /// For each feature what a unit of it adds (log odds included), and the size of its log odds.
  private(set) var features: [SIMD2<Float>]
  /// What the meaning adds, as `TrainingSet.meaning` (its weight included).
  private(set) var meaning: [SIMD16<Float>]
  private(set) var bias: Float = 0
  let odds: LogOdds

  /// What is chosen from outside, by trial where there are few texts.
  struct Options {
    /// The weight of the meaning against the words.
    var meaning: Float
    /// How much an error costs against a large weight; less keeps few texts from teaching chance as a
    /// rule.
    var cost: Float
  }

  private static let maximumPasses = 60
  private static let tolerance: Float = 0.05

  /// Learns `label` from `rows` of `set`.
  ///
  /// L2-regularised squared hinge loss by dual coordinate descent with shrinking; the order of the
  /// rows is shuffled with a fixed seed, so the result depends on the input alone.
  /// - Complexity: O(passes × features in `rows`); some ten passes for usual texts.
  /// - Source: Hsieh, Chang, Lin, Keerthi and Sundararajan, "A Dual Coordinate Descent Method for
  ///   Large-scale Linear SVM", ICML 2008.
  init(_ set: TrainingSet, rows: [Int], totals: [Float], label: Int, options: Options) {
    odds = LogOdds(set, rows: rows, totals: totals, label: label)
    features = odds.sizes.map { SIMD2(0, $0) }
    meaning = Array(repeating: .zero, count: set.width)
    let square = options.meaning * options.meaning
    let slack = 0.5 / options.cost
    var examples = rows.map { row -> Example in
      let factor = factor(set, row)
      let length: Float = (factor > 0 ? 1 : 0) + (set.width > 0 ? square : 0) + 1
      return Example(
        row: row, sign: set.labels[row].contains(label) ? 1 : -1, factor: factor,
        diagonal: length + slack)
    }
    var random = Shuffler()
    var active = examples.count
    var upper = Float.infinity
    var pass = 0
    while pass < LinearMachine.maximumPasses {
      var (highest, lowest) = (-Float.infinity, Float.infinity)
      var i = 0
      while i < active {
        examples.swapAt(i, i + random.below(active - i))
        let example = examples[i]
        let margin = score(set, example.row, example.factor, square)
        let gradient = example.sign * margin - 1 + example.alpha * slack
        var projected = gradient
        if example.alpha == 0 {
          if gradient > upper {
            active -= 1
            examples.swapAt(i, active)
            continue
          }
          projected = min(0, gradient)
        }
        highest = max(highest, projected)
        lowest = min(lowest, projected)
        if abs(projected) > 1e-8 {
          let alpha = max(0, example.alpha - gradient / example.diagonal)
          let step = (alpha - example.alpha) * example.sign
          examples[i].alpha = alpha
          advance(set, example.row, example.factor, step)
        }
        i += 1
      }
      pass += 1
      if highest - lowest <= LinearMachine.tolerance {
        if active == examples.count { break }
        active = examples.count
        upper = .infinity
        continue
      }
      upper = highest > 0 ? highest : .infinity
    }
    // From here on the meaning is asked for unweighted.
    for k in meaning.indices { meaning[k] *= square }
  }

  /// The score of a row of `set`: above 0 for texts with the label, as far as it was learned.
  func score(_ set: TrainingSet, _ row: Int) -> Float {
    score(set, row, factor(set, row), 1)
  }

  private struct Example {
    var row: Int
    var sign: Float
    /// Brings the row times the roots of its log odds to length one.
    var factor: Float
    var diagonal: Float
    var alpha: Float = 0
  }

  @inline(__always)
  private func score(
    _ set: TrainingSet, _ row: Int, _ factor: Float, _ meaningWeight: Float
  ) -> Float {
    var sum: Float = 0
    for k in set.starts[row]..<set.starts[row + 1] {
      sum += set.values[k] * features[Int(set.columns[k])].x
    }
    var vector = SIMD16<Float>.zero
    let first = row * set.width
    for k in 0..<set.width { vector += meaning[k] * set.meaning[first + k] }
    return bias + factor * sum + meaningWeight * vector.sum()
  }

  @inline(__always)
  private mutating func advance(_ set: TrainingSet, _ row: Int, _ factor: Float, _ step: Float) {
    let scaled = step * factor
    for k in set.starts[row]..<set.starts[row + 1] {
      let column = Int(set.columns[k])
      features[column].x += scaled * set.values[k] * features[column].y
    }
    let first = row * set.width
    for k in 0..<set.width { meaning[k] += step * set.meaning[first + k] }
    bias += step
  }

  private func factor(_ set: TrainingSet, _ row: Int) -> Float {
    var sum: Float = 0
    for k in set.starts[row]..<set.starts[row + 1] {
      sum += set.values[k] * set.values[k] * features[Int(set.columns[k])].y
    }
    return sum > 0 ? 1 / sum.squareRoot() : 0
  }
}
