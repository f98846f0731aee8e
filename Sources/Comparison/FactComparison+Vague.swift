import Model
import Text

/// Numbers that gave way to words of quantity: "nine" that became "several".
extension FactComparison {
  /// Pairs numbers of A that B does not state with words of quantity that only B has.
  func pairVague(
    _ x: [FactItem], _ y: [FactItem], _ unitsA: [Int], _ unitsB: [Int], _ leftA: inout [Bool],
    _ leftB: inout [Bool], _ found: inout [FactChange]
  ) {
    let open = x.indices.filter {
      leftA[$0] && (x[$0].type == .number || x[$0].type == .money) && !isStatedInB(x[$0])
    }
    guard !open.isEmpty else { return }
    var known: Set<UInt32> = []
    for unit in unitsA {
      for word in a.units[unit].words { known.insert(word.rawValue) }
    }
    var phrases: [FactItem] = []
    for unit in unitsB {
      phrases += vaguePhrases(unit).filter {
        !known.contains(b.analyzed.tokens[$0.tokens.lowerBound].term.rawValue)
      }
    }
    var pairs: [(score: Int, i: Int, k: Int)] = []
    for i in open {
      for k in phrases.indices {
        var score = context(x[i], phrases[k])
        if !x[i].group.isEmpty, x[i].group == following(phrases[k]) { score += 2 }
        // "Some" and "many" are too common to say by themselves that a number is gone.
        guard score > 0 || open.count == 1 && phrases[k].group != "common" else { continue }
        pairs.append((score, i, k))
      }
    }
    pairs.sort { ($0.score, $1.i, $1.k) > ($1.score, $0.i, $0.k) }
    var isUsed = [Bool](repeating: false, count: phrases.count)
    for pair in pairs where leftA[pair.i] && !isUsed[pair.k] {
      leftA[pair.i] = false
      isUsed[pair.k] = true
      // The word is not a change of certainty as well.
      for j in y.indices where y[j].utf8.overlaps(phrases[pair.k].utf8) { leftB[j] = false }
      found.append(change(.changed, x[pair.i], phrases[pair.k]))
    }
  }

  /// The words of quantity in a sentence of B with the words that belong to them.
  private func vaguePhrases(_ unit: Int) -> [FactItem] {
    var found: [FactItem] = []
    let range = b.units[unit].tokens
    var t = range.lowerBound
    while t < range.upperBound {
      defer { t += 1 }
      let form = lexicon.string(of: b.analyzed.tokens[t].term)
      let isCommon = FactWords.commonQuantities.contains(form)
      guard isCommon || FactWords.vagueQuantities.contains(form) else { continue }
      var end = t + 1
      // "tens of thousands", "several hundred", "few thousand".
      while end < range.upperBound {
        let next = lexicon.string(of: b.analyzed.tokens[end].term)
        if FactWords.vagueQuantities.contains(next) || FactWords.roundNumbers.contains(next) {
          end += 1
        } else if next == "of", end + 1 < range.upperBound,
          FactWords.vagueQuantities.contains(
            lexicon.string(of: b.analyzed.tokens[end + 1].term))
        {
          end += 2
        } else {
          break
        }
      }
      let utf8 = Int(b.analyzed.tokens[t].start)..<Int(b.analyzed.tokens[end - 1].end)
      found.append(
        FactItem(
          type: .number, utf8: utf8, tokens: t..<end, key: form, group: isCommon ? "common" : "",
          unit: unit))
      t = end - 1
    }
    return found
  }

  /// The word after a phrase of B.
  private func following(_ item: FactItem) -> String {
    let t = item.tokens.upperBound
    guard b.units[item.unit].tokens.contains(t) else { return "" }
    return lexicon.string(of: b.analyzed.tokens[t].term)
  }
}
