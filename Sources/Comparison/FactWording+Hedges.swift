import Model
import Text

/// Certainty that was taken back in other words: a plain statement that "may" be so.
extension FactWording {
  /// Hedges of B in clauses that A states without one; those in `paired` stand against another word.
  func hedges(
    _ x: [FactItem], _ y: [FactItem], _ leftB: [Bool], _ paired: Set<Int>,
    _ found: inout [FactChange]
  ) {
    guard isRecast, !unitsA.isEmpty else { return }
    var last: Int?
    for j in y.indices where leftB[j] && !paired.contains(j) && y[j].type == .modality {
      guard y[j].unit != last, y[j].key != "certainly",
        y[j].key == "may" && FactWords.tentative.contains(form(y[j])) || y[j].group == "hedge",
        let clause = plain(y[j], x)
      else { continue }
      last = y[j].unit
      found.append(change(.modality, bytes(a, clause), bytes(b, phrase(y[j]))))
    }
  }

  private func form(_ item: FactItem) -> String {
    lexicon.string(of: b.analyzed.tokens[item.tokens.lowerBound].term)
  }

  /// The hedge with up to two words behind it.
  private func phrase(_ item: FactItem) -> Range<Int> {
    let range = b.units[item.unit].tokens
    var end = item.tokens.upperBound
    while end < range.upperBound, end < item.tokens.upperBound + 2,
      b.analyzed.tokens[end].kind != .punctuation
    {
      end += 1
    }
    return item.tokens.lowerBound..<end
  }

  /// The clause of A that the clause of the hedge restates, when it is a plain one.
  ///
  /// It shares two words of content, or one of at most three.
  private func plain(_ item: FactItem, _ x: [FactItem]) -> Range<Int>? {
    let own = b.units[item.unit].tokens
    let clause = clause(of: item.tokens.lowerBound, own)
    let near = content(b, clause)
    let all = content(b, own)
    var best: (score: Int, shared: Int, clause: Range<Int>, words: Set<String>)?
    for unit in partners[item.unit] {
      for clause in clauses(a, a.units[unit].tokens) {
        let words = content(a, clause)
        let shared = near.intersection(words).count
        // Words beside the hedge count for more than those of the whole sentence.
        let score = 2 * shared + all.intersection(words).count
        if score > best?.score ?? 0 { best = (score, shared, clause, words) }
      }
    }
    guard let best, best.shared > 1 || best.shared == 1 && min(near.count, best.words.count) <= 3
    else { return nil }
    let isHedged = x.contains {
      $0.type == .modality && best.clause.contains($0.tokens.lowerBound)
        && ($0.group == "hedge" || $0.key == "may" || $0.key == "would")
    }
    return isHedged ? nil : best.clause
  }

  /// The clause of a hedge: between marks, and between words that join a clause to another.
  private func clause(of t: Int, _ sentence: Range<Int>) -> Range<Int> {
    let clause = clauses(b, sentence).first { $0.contains(t) } ?? sentence
    func joins(_ k: Int) -> Bool {
      FactWords.joints.contains(lexicon.string(of: b.analyzed.tokens[k].term))
    }
    let start = (clause.lowerBound..<t).last(where: joins).map { $0 + 1 } ?? clause.lowerBound
    let end = (t..<clause.upperBound).first(where: joins) ?? clause.upperBound
    return start..<end
  }

  /// A sentence cut at its marks, where at least three words stand between them.
  private func clauses(_ side: Side, _ sentence: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = sentence.lowerBound
    for t in sentence where side.analyzed.tokens[t].kind == .punctuation {
      // A mark without spaces around it is part of a word.
      let isLast = t + 1 == sentence.upperBound
      guard isLast || side.analyzed.tokens[t].end < side.analyzed.tokens[t + 1].start else {
        continue
      }
      if t - start >= 3 {
        found.append(start..<t)
        start = t + 1
      }
    }
    if start < sentence.upperBound, side.analyzed.tokens[start].kind != .punctuation {
      found.append(start..<sentence.upperBound)
    }
    return found
  }
}
