import Model
import Tagging

/// Counts of right, found and wanted spans by type.
struct SpanCounts {
  private var counts: [String: (right: Int, found: Int, gold: Int)] = [:]

  /// Counts the spans that `model` finds; with given tokens, those that it touches are whole.
  mutating func add(
    _ document: EastAsianData.Document, _ source: EastAsianSource, _ model: EntityModel
  ) {
    guard let last = document.view.sentences.last else { return }
    var gold: Set<String> = []
    for (places, label, name) in document.spans {
      guard let type = source.types(label, name).first else { continue }
      gold.insert("\(places) \(SpanCounts.coarse(type))")
      count(SpanCounts.coarse(type)) { $0.gold += 1 }
    }
    var view = document.view
    view.markNames { model.entry($0) }
    let features = CharacterFeatures(view, language: document.language)
    let found = model.spans(
      features, sentences: document.view.sentences, count: last.upperBound)
    for (places, type) in found {
      let coarse = SpanCounts.coarse(type.rawValue)
      count(coarse) { $0.found += 1 }
      if gold.contains("\(rounded(places, document.tokens)) \(coarse)") {
        count(coarse) { $0.right += 1 }
      }
    }
  }

  private mutating func count(
    _ type: String, _ change: (inout (right: Int, found: Int, gold: Int)) -> Void
  ) {
    change(&counts[type, default: (0, 0, 0)])
    if ["PER", "ORG", "LOC"].contains(type) {
      change(&counts["PER+ORG+LOC", default: (0, 0, 0)])
    }
  }

  /// The places of all tokens that `places` touches.
  private func rounded(_ places: Range<Int>, _ tokens: [Range<Int>]) -> Range<Int> {
    var result = places
    for token in tokens where token.overlaps(places) {
      result = min(result.lowerBound, token.lowerBound)..<max(result.upperBound, token.upperBound)
    }
    return result
  }

  private static func coarse(_ type: String) -> String { type == "GPE" ? "LOC" : type }

  /// F1 of persons, organisations and places together, then of each type.
  var summary: String {
    (["PER+ORG+LOC"] + EntityLabels.types.map(\.rawValue)).compactMap { name in
      guard let (right, found, gold) = counts[name], gold > 0 else { return nil }
      let value = Double(200 * right) / Double(max(1, found + gold))
      return "\(name) \(Double(Int(value * 100 + 0.5)) / 100)"
    }.joined(separator: " ")
  }
}
