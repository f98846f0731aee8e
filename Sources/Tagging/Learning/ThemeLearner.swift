/// Why nothing can be learned from the texts that were given.
public struct LearningError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, and what to do.
  public var description: String
}

/// Learns a model of themes from `texts`: one linear machine for each label against the rest.
///
/// The threshold of each label and the probabilities come from scores of texts that were held out
/// (three parts of many texts, ten of few). Where there are few texts, the weight of meanings
/// and the cost of errors are chosen in the same way. The
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
  var best: (options: LinearMachine.Options, decision: Decision, agreement: LabelAgreement)?
  for options in trials(set, labels: labels) {
    let held = HeldOutScores(set, labels: labels, options: options)
    let decision = Decision(held, labels: set.labels, count: labels)
    var agreement = LabelAgreement(labels: labels)
    for row in 0..<set.documents {
      agreement.add(given: decision.labels(held.ofText(row)), wanted: set.labels[row])
    }
    if best.map({ agreement.micro > $0.agreement.micro }) ?? true {
      best = (options, decision, agreement)
    }
  }
  guard let best else { throw LearningError(description: "no text was given") }
  let totals = LogOdds.totals(set, rows: Array(0..<set.documents))
  let rows = Array(0..<set.documents)
  let learned = LabelWeights(set, totals: totals, count: labels) { label in
    LinearMachine(
      set, rows: rows, totals: totals, label: label, options: best.options)
  }
  return ThemeModel(
    labels: texts.labelNames, language: texts.language, documents: set.documents,
    fingerprint: texts.fingerprint, meaning: texts.meaningFingerprint,
    micro: best.agreement.micro, macro: best.agreement.macro, decision: best.decision,
    weights: learned)
}

/// The settings that are tried on held-out texts, the usual one first; with many texts there is no
/// need to.
private func trials(_ set: TrainingSet, labels: Int) -> [LinearMachine.Options] {
  let usual = LinearMachine.Options(meaning: set.width == 0 ? 0 : 0.4, cost: 1)
  guard set.documents * labels <= ThemeModel.fewExamples, set.width > 0 else { return [usual] }
  return [
    usual, LinearMachine.Options(meaning: 0.6, cost: 1),
    LinearMachine.Options(meaning: 0.6, cost: 0.3),
    LinearMachine.Options(meaning: 0.8, cost: 0.3),
  ]
}
