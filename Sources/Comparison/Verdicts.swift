import Model
import Text

/// Says in one word and one sentence what a comparison comes to.
struct Verdicts {
  private let a: Side
  private let b: Side
  private let alignment: Alignment
  private let scores: ComparisonScores
  private let changes: [FactChange]
  private let languages: TwoLanguages?

  init(
    _ a: Side, _ b: Side, _ alignment: Alignment, _ scores: ComparisonScores,
    _ changes: [FactChange], _ languages: TwoLanguages?
  ) {
    self.a = a
    self.b = b
    self.alignment = alignment
    self.scores = scores
    self.changes = changes
    self.languages = languages
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
    if let languages { return languages.isTranslation ? .rewrite : .unrelated }
    if isOneEmpty || linkedShare < 0.15 { return .unrelated }
    if scores.kept >= 0.4 { return keptKind() }
    return scores.lengthRatio < 0.35 ? .summary : .rewrite
  }

  private var linkedShare: Double { 1 - scores.new }
  private var isOneEmpty: Bool { a.units.isEmpty || b.units.isEmpty }

  /// What a text is of which much stands word for word in the other.
  private func keptKind() -> Verdict.Kind {
    let isCut = scores.dropped >= 0.1 && scores.lengthRatio < 0.92
    if isCut {
      let isPart = scores.lengthRatio < 0.5 && scores.kept > 0.9 || scores.lengthRatio < 0.1
      return isPart ? .excerpt : .syndicated
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
    if isOneEmpty {
      if kind == .identical || kind == .formatting { return "Both texts are empty." }
      return a.units.isEmpty ? "The first text is empty." : "The second text is empty."
    }
    if let languages { return sentence(languages) }
    if kind == .unrelated {
      let linked = b.units.count - alignment.newB.count
      let counterparts =
        linked == 0
        ? "no sentence of one has a counterpart in the other"
        : "\(linked) of \(b.units.count) sentences have a counterpart"
      return "Two texts that have little to do with each other: \(counterparts)."
    }
    let changed = changes.count { $0.kind == .changed }
    let dropped = changes.count { $0.kind == .dropped }
    let added = changes.count { $0.kind == .added }
    let facts =
      "\(dropped == 1 ? "1 fact" : "\(dropped) facts") dropped, \(changed) changed, \(added) added"
    let parts =
      "\(lengthWords), \(percent(scores.kept)) of its sentences kept, \(percent(scores.reworded)) "
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
      case .unrelated: ""
      }
    if kind == .identical || kind == .formatting { return opening }
    let copied =
      kind == .rewrite && alignment.labelsB.allSatisfy { $0 != .verbatim }
      ? ", nothing copied verbatim" : ""
    return opening + parts + copied + "."
  }

  /// How long B is beside A.
  private var lengthWords: String {
    let ratio = scores.lengthRatio
    if ratio < 0.01 { return "less than a hundredth as long" }
    if ratio < 0.97 { return "\(percent(1 - ratio)) shorter" }
    if ratio <= 1.03 { return "equally long" }
    return ratio < 3 ? "\(percent(ratio - 1)) longer" : "\(Int(ratio.rounded())) times as long"
  }

  private func sentence(_ languages: TwoLanguages) -> String {
    let figures =
      languages.total == 0
      ? ""
      : "; of the first text’s \(languages.total) different figures the second has "
        + "\(languages.shared)"
    return "The texts are in different languages (\(a.analyzed.language), "
      + "\(b.analyzed.language)), so their sentences cannot be matched\(figures)."
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
