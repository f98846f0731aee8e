public import Text

/// A learned tagger of themes: what `learnThemes(from:)` gives and a model file holds.
public struct ThemeModel: Hashable, Sendable {
  static let maximumLabels = 65_535
  /// Documents times labels below which the weight of meanings is chosen by trial.
  static let fewExamples = 60_000

  /// The labels as they were given.
  public var labels: [String]
  /// The language whose stems are used.
  public var language: String
  /// How many texts it was learned from.
  public var documents: Int
  /// A hash of those texts and their labels, in order.
  public var fingerprint: UInt64
  /// The fingerprint of the table of meanings that it was learned with; 0 for none.
  public var meaning: UInt64
  /// F1 over all labels together, 0–1, on texts that were held out; a little too high, since the
  /// thresholds were chosen on the same texts.
  public var micro: Double
  /// Mean F1 of the labels in the same way.
  public var macro: Double
  var decision: Decision
  var weights: LabelWeights

  /// The number of words and phrases that are known.
  public var featureCount: Int { weights.features.count }
}

/// Tags texts by a learned model.
public struct LearnedTagger: Sendable {
  /// The most features of a text that are shown as the reason for one label.
  private static let reasons = 8
  /// Features that add less than this share of what the strongest one adds are no reason.
  private static let leastReason: Float = 0.15
  /// The most places that are shown.
  private static let places = 40

  /// The model.
  public let model: ThemeModel
  private let table: MeaningTable?

  /// A tagger by `model`.
  ///
  /// Throws when `table` is not the table of meanings that the model was learned with.
  public init(model: ThemeModel, meaning table: MeaningTable?) throws(ModelFileError) {
    if model.meaning != 0, table?.fingerprint != model.meaning {
      throw ModelFileError(
        description: table == nil
          ? "the model needs the table of meanings (Models/meaning.model), which is missing. Set "
            + "VARIORUM_DATA to the folder that holds Lists and Models."
          : "the model was learned with another table of meanings (Models/meaning.model). Learn it "
            + "again with this version.")
    }
    self.model = model
    self.table = model.meaning == 0 ? nil : table
  }

  /// The language that texts are to be analysed in.
  public var language: String { model.language }

  /// The themes of a text, best first; none for a text without a word.
  ///
  /// `analyzed` is of the model's language. A score is the probability of the label; the evidence is
  /// the words and phrases of the text that add most to it.
  /// - Complexity: O(tokens + labels × features).
  public func themes(
    in analyzed: AnalyzedText, title: String?, lexicon: inout Lexicon
  ) -> [ThemeTag] {
    let heading = title.map { analyze($0, language: model.language, lexicon: &lexicon) }
    let bag = FeatureBag(analyzed, title: heading, language: model.language, lexicon: &lexicon)
    guard bag.features.contains(where: { !$0.isEmpty }) else { return [] }
    let weights = model.weights
    var row = RowWeights()
    for kind in 0..<FeatureBag.kinds {
      for entry in bag.counts(kind: kind) {
        guard let column = weights.column(of: entry.feature) else { continue }
        row.add(column, count: entry.count, idf: weights.idf[column])
      }
      row.endKind(kind)
    }
    row.finish()
    var vector: [SIMD16<Float>] = []
    if let table {
      var meaning = TextMeaning(table)
      vector = centredVector(
        meaning.vector(analyzed, title: heading, lexicon: lexicon), weights.meaningMean)
    }
    let scores = weights.scores(row, meaning: vector)
    return model.decision.labels(scores).map { label in
      ThemeTag(
        theme: model.labels[label], name: model.labels[label],
        score: model.decision.probability(scores[label]), evidence: evidence(label, row, bag))
    }
  }

  private func evidence(_ label: Int, _ row: RowWeights, _ bag: FeatureBag) -> [Range<Int>] {
    var reasons: [(feature: UInt64, adds: Float)] = []
    for (k, column) in row.columns.enumerated() {
      let adds = row.values[k] * model.weights.weight(column, label)
      if adds > 0 { reasons.append((model.weights.features[column], adds)) }
    }
    reasons.sort { ($1.adds, $0.feature) < ($0.adds, $1.feature) }
    let least = (reasons.first?.adds ?? 0) * LearnedTagger.leastReason
    let shown = Set(
      reasons.prefix(LearnedTagger.reasons).filter { $0.adds >= least }.map(\.feature))
    var found: [Range<Int>] = []
    for place in bag.places where shown.contains(place.feature) {
      if let last = found.last, place.utf8.lowerBound < last.upperBound {
        found[found.count - 1] =
          min(
            last.lowerBound, place.utf8.lowerBound)..<max(
            last.upperBound, place.utf8.upperBound)
      } else if found.count < LearnedTagger.places {
        found.append(place.utf8)
      }
    }
    return found
  }
}
