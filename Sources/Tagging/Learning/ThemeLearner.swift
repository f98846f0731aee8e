/// Why nothing can be learned from the texts that were given.
public struct LearningError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, and what to do.
  public var description: String
}

/// Learns a model of themes from `texts`: one linear machine for each label against the rest.
///
/// The threshold of each label and the probabilities come from scores of texts that were held out
/// (three parts). Where there are few texts, the weight of meanings is chosen in the same way. The
/// same texts in the same order give the same model.
/// - Complexity: O(labels × features in all texts), times about forty.
public func learnThemes(from texts: CollectedTexts) throws(LearningError) -> ThemeModel {
  let labels = texts.labelNames.count
  guard texts.count >= 2, labels >= 1 else {
    throw LearningError(
      description: "\(texts.count) texts with \(labels) labels; at least two texts and one label "
        + "are needed. Each line needs \"labels\", a list of strings.")
  }
  guard labels <= ThemeModel.maximumLabels else {
    throw LearningError(
      description: "\(labels) labels; at most \(ThemeModel.maximumLabels) can be learned")
  }
  guard texts.labels.contains(where: { $0.count < labels }) else {
    throw LearningError(
      description: "every text has every label, so there is nothing to tell apart. Add texts "
        + "without the label.")
  }
  let set = TrainingSet(texts)
  // With few texts it takes a look which weight is better; with many, words suffice.
  let weights: [Float] =
    set.width == 0
    ? [0] : set.documents * labels <= ThemeModel.fewExamples ? [0.4, 0.8] : [0.4]
  var best: (weight: Float, decision: Decision, agreement: LabelAgreement)?
  for weight in weights {
    let held = HeldOutScores(set, labels: labels, meaningWeight: weight)
    let decision = Decision(held, labels: set.labels, count: labels)
    var agreement = LabelAgreement(labels: labels)
    for row in 0..<set.documents {
      agreement.add(given: decision.labels(held.ofText(row)), wanted: set.labels[row])
    }
    if best.map({ agreement.micro > $0.agreement.micro }) ?? true {
      best = (weight, decision, agreement)
    }
  }
  guard let best else { throw LearningError(description: "no text was given") }
  let totals = LogOdds.totals(set, rows: Array(0..<set.documents))
  let rows = Array(0..<set.documents)
  let learned = LabelWeights(set, totals: totals, count: labels) { label in
    LinearMachine(
      set, rows: rows, totals: totals, label: label, meaningWeight: best.weight)
  }
  return ThemeModel(
    labels: texts.labelNames, language: texts.language, documents: set.documents,
    fingerprint: texts.fingerprint, meaning: texts.meaningFingerprint,
    micro: best.agreement.micro, macro: best.agreement.macro, decision: best.decision,
    weights: learned)
}
