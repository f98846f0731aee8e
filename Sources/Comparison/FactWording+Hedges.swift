import Model
import Text

/// Certainty that was taken back in other words: a plain statement that "may" be so.
extension FactWording {
  /// Hedges of B in sentences whose counterparts in A are plain.
  func hedges(_ x: [FactItem], _ y: [FactItem], _ leftB: [Bool], _ found: inout [FactChange]) {
    guard isRecast, !unitsA.isEmpty else { return }
    let isPlain = !x.contains {
      $0.type == .modality && ($0.group == "hedge" || $0.key == "may" || $0.key == "would")
    }
    guard isPlain else { return }
    var last: Int?
    for j in y.indices where leftB[j] && y[j].type == .modality && y[j].unit != last {
      guard y[j].key == "may" && FactWords.tentative.contains(form(y[j])) || y[j].group == "hedge",
        y[j].key != "certainly"
      else { continue }
      last = y[j].unit
      let range = b.units[y[j].unit].tokens
      let end = min(range.upperBound, y[j].tokens.upperBound + 2)
      let hedged = y[j].utf8.lowerBound..<Int(b.analyzed.tokens[end - 1].end)
      found.append(change(.modality, plain(y[j]), hedged))
    }
  }

  private func form(_ item: FactItem) -> String {
    lexicon.string(of: b.analyzed.tokens[item.tokens.lowerBound].term)
  }

  /// The sentence of A that shares most words with the sentence of the hedge.
  private func plain(_ item: FactItem) -> Range<Int> {
    let words = Set(b.units[item.unit].stems.map(\.term))
    var best = (score: -1, utf8: a.units[unitsA[0]].utf8)
    for unit in unitsA {
      let score = a.units[unit].stems.count { words.contains($0.term) }
      if score > best.score { best = (score, a.units[unit].utf8) }
    }
    return best.utf8
  }
}
