import Model
import Text

/// Says in one word and one sentence what a comparison comes to.
struct Verdicts {
  private let a: Side
  private let b: Side
  private let alignment: Alignment
  private let scores: ComparisonScores
  private let changes: [FactChange]

  init(
    _ a: Side, _ b: Side, _ alignment: Alignment, _ scores: ComparisonScores,
    _ changes: [FactChange]
  ) {
    self.a = a
    self.b = b
    self.alignment = alignment
    self.scores = scores
    self.changes = changes
  }

  func verdict() -> Verdict {
    let kind = kind()
    return Verdict(kind: kind, sentence: sentence(kind))
  }

  private func kind() -> Verdict.Kind {
    if a.analyzed.bytes == b.analyzed.bytes { return .identical }
    if a.units.count == b.units.count,
      zip(a.units, b.units).allSatisfy({ $0.words == $1.words })
    {
      return .formatting
    }
    let wordsA = a.units.flatMap(\.words)
    let wordsB = b.units.flatMap(\.words)
    if wordsA == wordsB { return .formatting }
    if b.units.isEmpty || a.units.isEmpty || linkedShare < 0.15 { return .unrelated }
    if scores.kept >= 0.4 { return keptKind() }
    return scores.lengthRatio < 0.35 ? .summary : .rewrite
  }

  private var linkedShare: Double { 1 - scores.new }

  /// What a text is of which much stands word for word in the other.
  private func keptKind() -> Verdict.Kind {
    let isCut = scores.dropped >= 0.1 && scores.lengthRatio < 0.92
    if isCut {
      return scores.lengthRatio < 0.5 && scores.kept > 0.9 ? .excerpt : .syndicated
    }
    // An update says something more; who only alters what is there corrects or distorts it.
    if scores.new >= 0.03 || scores.lengthRatio > 1.06 { return .update }
    let touched = alignment.labelsB.count { $0 != .verbatim }
    let isSharp = changes.contains { $0.kind == .changed && $0.type == .negation }
    if touched <= 2 && !isSharp || changes.isEmpty { return .correction }
    return .distortion
  }

  // MARK: The sentence

  private func sentence(_ kind: Verdict.Kind) -> String {
    func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
    let length =
      scores.lengthRatio < 0.97
      ? "\(percent(1 - scores.lengthRatio)) shorter"
      : scores.lengthRatio > 1.03 ? "\(percent(scores.lengthRatio - 1)) longer" : "equally long"
    let changed = changes.count { $0.kind == .changed }
    let dropped = changes.count { $0.kind == .dropped }
    let added = changes.count { $0.kind == .added }
    let facts =
      "\(dropped == 1 ? "1 fact" : "\(dropped) facts") dropped, \(changed) changed, \(added) added"
    let parts =
      "\(length), \(percent(scores.kept)) of its sentences kept, \(percent(scores.reworded)) "
      + "reworded, \(percent(scores.new)) new; \(facts)"
    let opening =
      switch kind {
      case .identical: "The same text."
      case .formatting: "The same words; only case, punctuation or spacing differ."
      case .update: "An updated version: "
      case .correction: "A corrected version: "
      case .syndicated: "A copy edited for another place: "
      case .excerpt: "An excerpt: "
      case .rewrite:
        scores.lengthRatio < 0.9 ? "A shortened rewrite: " : "A rewrite: "
      case .summary: "A summary: "
      case .distortion: "Nearly the same text with altered facts: "
      case .unrelated: "Two texts that have little to do with each other: "
      }
    if kind == .identical || kind == .formatting { return opening }
    if kind == .unrelated, a.analyzed.baseLanguage != b.analyzed.baseLanguage,
      a.analyzed.language != "und", b.analyzed.language != "und"
    {
      return "The texts are in different languages (\(a.analyzed.language), "
        + "\(b.analyzed.language)), so their sentences cannot be matched."
    }
    let copied =
      kind == .rewrite && alignment.labelsB.allSatisfy { $0 != .verbatim }
      ? ", nothing copied verbatim" : ""
    return opening + parts + copied + "."
  }
}
