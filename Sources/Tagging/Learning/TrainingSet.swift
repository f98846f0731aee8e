/// Labelled texts as sparse rows of weighted features.
///
/// Weights are 1 + ln(count) times 1 + ln((1 + documents) / (1 + documents with the feature)); each
/// kind of features has length one before the kinds are put together, and the whole has length one.
struct TrainingSet {
  /// The most features that are kept; rarer ones are left out.
  static let maximumFeatures = 1 << 19
  /// From so many documents on, a phrase must occur in two of them.
  private static let manyDocuments = 300

  /// The number of each feature, ascending, and its inverse document frequency.
  let hashes: [UInt64]
  let idf: [Float]
  /// Where the row of each document begins in `columns` and `values`, and the end of the last.
  let starts: [Int]
  let columns: [UInt32]
  let values: [Float]
  /// Sixteen numbers to a vector, `width` vectors to a document; centred, of length one.
  let meaning: [SIMD16<Float>]
  let width: Int
  /// The mean that was taken off; empty without a table.
  let meaningMean: [Float]
  /// Labels of each document, ascending.
  let labels: [[Int]]

  var documents: Int { labels.count }

  init(_ collected: CollectedTexts) {
    let count = collected.rows.count
    var frequency = [Int32](repeating: 0, count: collected.hashes.count)
    var isPhrase = [Bool](repeating: false, count: collected.hashes.count)
    for row in collected.rows {
      for (kind, entries) in row.enumerated() {
        for entry in entries {
          frequency[Int(entry.feature)] += 1
          isPhrase[Int(entry.feature)] = kind == FeatureBag.phrases
        }
      }
    }
    let phraseLeast: Int32 = count >= TrainingSet.manyDocuments ? 2 : 1
    func kept(_ least: Int32) -> [Int] {
      frequency.indices.filter {
        frequency[$0] >= (isPhrase[$0] ? max(least, phraseLeast) : least)
      }
    }
    var least: Int32 = 1
    while kept(least).count > TrainingSet.maximumFeatures { least += 1 }
    let kept = kept(least)
      .sorted { collected.hashes[$0] < collected.hashes[$1] }
    hashes = kept.map { collected.hashes[$0] }
    let idf = kept.map { inverseFrequency(Int(frequency[$0]), of: count) }
    self.idf = idf
    var columnOf = [Int32](repeating: -1, count: frequency.count)
    for (column, feature) in kept.enumerated() { columnOf[feature] = Int32(column) }
    var starts = [0]
    var columns: [UInt32] = []
    var values: [Float] = []
    for row in collected.rows {
      var weigher = RowWeights()
      for (kind, entries) in row.enumerated() {
        for entry in entries {
          let column = columnOf[Int(entry.feature)]
          guard column >= 0 else { continue }
          weigher.add(Int(column), count: Int(entry.count), idf: idf[Int(column)])
        }
        weigher.endKind(kind)
      }
      weigher.finish()
      columns += weigher.columns.map(UInt32.init)
      values += weigher.values
      starts.append(columns.count)
    }
    self.starts = starts
    self.columns = columns
    self.values = values
    labels = collected.labels
    let dimensions = collected.meanings.first?.count ?? 0
    width = (dimensions + 15) / 16
    var mean = [Float](repeating: 0, count: dimensions)
    for vector in collected.meanings {
      for k in vector.indices { mean[k] += vector[k] / Float(count) }
    }
    meaningMean = mean
    var meaning: [SIMD16<Float>] = []
    meaning.reserveCapacity(width * count)
    for vector in collected.meanings { meaning += centredVector(vector, mean) }
    self.meaning = meaning
  }
}

/// The weight that a feature has for being rare.
private func inverseFrequency(_ with: Int, of documents: Int) -> Float {
  1 + logarithm(Float(1 + documents) / Float(1 + with))
}

/// `vector` less `mean`, of length one, padded with zeros to whole vectors of sixteen.
func centredVector(_ vector: [Float], _ mean: [Float]) -> [SIMD16<Float>] {
  let isKnown = vector.contains { $0 != 0 }
  let centred = isKnown ? unitVector(vector.indices.map { vector[$0] - mean[$0] }) : vector
  var out = [SIMD16<Float>](repeating: .zero, count: (vector.count + 15) / 16)
  for k in centred.indices { out[k / 16][k % 16] = centred[k] }
  return out
}
