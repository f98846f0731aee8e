/// The weights of all labels, feature by feature, as a model keeps and a file stores them.
struct LabelWeights: Hashable, Sendable {
  /// What one label has of one feature.
  struct Entry: Hashable, Sendable {
    var label: UInt16
    /// In units of the label's scale.
    var weight: Int16
    /// The size of the log odds in units of 1/2048; 0 where no text of the label has the feature.
    var odds: UInt16
  }

  /// What a label has beside the features.
  struct Label: Hashable, Sendable {
    var scale: Float = 0
    var bias: Float = 0
    /// As in `LogOdds`.
    var balance: Float = 0
  }

  private static let oddsUnit: Float = 2048
  /// Weights below this share of the largest one of their label are left out.
  private static let least: Float = 0.002

  /// Numbers of the features, ascending.
  var features: [UInt64] = []
  var idf: [Float] = []
  /// Log odds of each feature where no text of a label has it, the label's balance aside.
  var absent: [Float] = []
  /// Where the entries of each feature begin, and the end of the last.
  var starts: [UInt32] = [0]
  var entries: [Entry] = []
  var labels: [Label] = []
  /// A vector for each label, padded to sixteens.
  var meaning: [SIMD16<Float>] = []
  /// The mean that is taken off the meaning of a text.
  var meaningMean: [Float] = []

  /// No weights.
  init() {}

  /// The weights of `count` machines that were learned from `set`, one after the other.
  init(_ set: TrainingSet, totals: [Float], count: Int, machine: (Int) -> LinearMachine) {
    features = set.hashes
    idf = set.idf
    absent = totals.map { logarithm(LogOdds.smoothing / ($0 + LogOdds.smoothing)) }
    meaningMean = set.meaningMean
    var columns: [UInt32] = []
    var found: [Entry] = []
    for label in 0..<count {
      let machine = machine(label)
      var largest: Float = 0
      for pair in machine.features { largest = max(largest, abs(pair.x)) }
      let scale = largest / Float(Int16.max)
      labels.append(Label(scale: scale, bias: machine.bias, balance: machine.odds.balance))
      meaning += machine.meaning
      for (column, pair) in machine.features.enumerated() {
        let isInside = machine.odds.inside[column] > 0
        let isHeavy = abs(pair.x) > LabelWeights.least * largest
        guard isInside || isHeavy else { continue }
        let odds = machine.odds.sizes[column] * LabelWeights.oddsUnit
        columns.append(UInt32(column))
        found.append(
          Entry(
            label: UInt16(label), weight: scale > 0 ? Int16((pair.x / scale).rounded()) : 0,
            odds: isInside ? UInt16(max(1, min(65_535, odds.rounded()))) : 0))
      }
    }
    var ends = [UInt32](repeating: 0, count: features.count + 1)
    for column in columns { ends[Int(column) + 1] += 1 }
    for k in features.indices { ends[k + 1] += ends[k] }
    starts = ends
    entries = Array(repeating: Entry(label: 0, weight: 0, odds: 0), count: found.count)
    for (k, column) in columns.enumerated() {
      entries[Int(ends[Int(column)])] = found[k]
      ends[Int(column)] += 1
    }
  }

  /// The place of a feature, or nil where it is unknown; O(log features).
  func column(of feature: UInt64) -> Int? {
    var low = 0
    var high = features.count
    while low < high {
      let middle = (low + high) / 2
      if features[middle] < feature { low = middle + 1 } else { high = middle }
    }
    return low < features.count && features[low] == feature ? low : nil
  }

  /// The scores of all labels for a row of features.
  ///
  /// O(labels × features).
  func scores(_ row: RowWeights, meaning vector: [SIMD16<Float>]) -> [Float] {
    var sums = [Float](repeating: 0, count: labels.count)
    // Squares of the length that the row has for each label.
    var lengths = sums
    for (k, column) in row.columns.enumerated() {
      let value = row.values[k]
      let square = value * value
      let base = absent[column]
      for label in labels.indices { lengths[label] += square * abs(base + labels[label].balance) }
      for entry in entries[Int(starts[column])..<Int(starts[column + 1])] {
        let label = Int(entry.label)
        sums[label] += value * Float(entry.weight)
        guard entry.odds > 0 else { continue }
        let odds = Float(entry.odds) / LabelWeights.oddsUnit
        lengths[label] += square * (odds - abs(base + labels[label].balance))
      }
    }
    let width = labels.isEmpty ? 0 : meaning.count / labels.count
    for label in labels.indices {
      let own = labels[label]
      var score = own.bias
      if lengths[label] > 0 { score += sums[label] * own.scale / lengths[label].squareRoot() }
      if width == vector.count {
        var sum = SIMD16<Float>.zero
        for k in 0..<width { sum += meaning[label * width + k] * vector[k] }
        score += sum.sum()
      }
      sums[label] = score
    }
    return sums
  }

  /// What the feature at `column` adds to the score of `label` for each unit of its weight.
  func weight(_ column: Int, _ label: Int) -> Float {
    for entry in entries[Int(starts[column])..<Int(starts[column + 1])]
    where Int(entry.label) == label {
      return Float(entry.weight) * labels[label].scale
    }
    return 0
  }
}
