import Bytes
import Model
import Text

/// Compares what the words around the facts say: certainty, denial, and who speaks.
struct FactWording {
  private let a: Side
  private let b: Side
  private let lexicon: Lexicon
  /// The linked sentences that are compared.
  private let unitsA: [Int]
  private let unitsB: [Int]

  init(_ a: Side, _ b: Side, _ lexicon: Lexicon, unitsA: [Int], unitsB: [Int]) {
    self.a = a
    self.b = b
    self.lexicon = lexicon
    self.unitsA = unitsA
    self.unitsB = unitsB
  }

  func compare(
    _ x: [FactItem], _ y: [FactItem], _ leftA: [Bool], _ leftB: [Bool],
    _ found: inout [FactChange]
  ) {
    modality(x, y, leftA, leftB, &found)
    negation(x, y, &found)
    attribution(x, y, &found)
  }

  private func modality(
    _ x: [FactItem], _ y: [FactItem], _ leftA: [Bool], _ leftB: [Bool],
    _ found: inout [FactChange]
  ) {
    var open = y.indices.filter { leftB[$0] && y[$0].type == .modality }
    for i in x.indices where leftA[i] && x[i].type == .modality {
      // The nearest in group, then in what follows.
      var best: (score: Int, at: Int)?
      for (k, j) in open.enumerated() {
        var score = x[i].group == y[j].group ? 2 : 0
        if following(a, x[i]) == following(b, y[j]) { score += 2 }
        if preceding(a, x[i]) == preceding(b, y[j]) { score += 1 }
        if score > best?.score ?? 1 { best = (score, k) }
      }
      guard let best else { continue }
      let j = open.remove(at: best.at)
      found.append(change(.modality, x[i].utf8, y[j].utf8))
    }
  }

  private func negation(_ x: [FactItem], _ y: [FactItem], _ found: inout [FactChange]) {
    let inA = x.filter { $0.type == .negation }
    let inB = y.filter { $0.type == .negation }
    guard inA.count != inB.count else { return }
    if inB.count > inA.count {
      for item in inB.suffix(inB.count - inA.count) {
        if let (denied, plain) = counterpart(item, b, a, unitsA) {
          found.append(change(.negation, plain, denied))
          return
        }
      }
    } else {
      for item in inA.suffix(inA.count - inB.count) {
        if let (denied, plain) = counterpart(item, a, b, unitsB) {
          found.append(change(.negation, denied, plain))
          return
        }
      }
    }
  }

  /// The denial with the verb before it, and that verb on the other side.
  private func counterpart(
    _ item: FactItem, _ own: Side, _ other: Side, _ units: [Int]
  ) -> (Range<Int>, Range<Int>)? {
    let t = item.tokens.lowerBound
    let range = own.units[item.unit].tokens
    let token = own.analyzed.tokens[t]
    let form = lexicon.string(of: token.term)
    if form == "cannot" {
      guard let place = find("can", other, units) else { return nil }
      return (item.utf8, place)
    }
    guard form == "not" || form == "n't", t > range.lowerBound else { return nil }
    let verb = own.analyzed.tokens[t - 1]
    guard let place = find(lexicon.string(of: verb.term), other, units) else { return nil }
    return (Int(verb.start)..<Int(token.end), place)
  }

  /// Where `word` stands in the sentences that are compared.
  private func find(_ word: String, _ side: Side, _ units: [Int]) -> Range<Int>? {
    for unit in units {
      for t in side.units[unit].tokens
      where lexicon.string(of: side.analyzed.tokens[t].term) == word {
        return side.analyzed.tokens[t].utf8
      }
    }
    return nil
  }

  private func attribution(_ x: [FactItem], _ y: [FactItem], _ found: inout [FactChange]) {
    let inA = x.filter { $0.type == .attribution }
    let inB = y.filter { $0.type == .attribution }
    guard inA.count == 1, inB.count == 1, inA[0].key != inB[0].key else { return }
    found.append(change(.attribution, inA[0].utf8, inB[0].utf8))
  }

  private func following(_ side: Side, _ item: FactItem) -> UInt32? {
    let t = item.tokens.upperBound
    return t < side.units[item.unit].tokens.upperBound
      ? side.analyzed.tokens[t].term.rawValue : nil
  }

  private func preceding(_ side: Side, _ item: FactItem) -> UInt32? {
    let t = item.tokens.lowerBound - 1
    return t >= side.units[item.unit].tokens.lowerBound
      ? side.analyzed.tokens[t].term.rawValue : nil
  }

  private func change(
    _ type: FactChange.FactType, _ x: Range<Int>, _ y: Range<Int>
  ) -> FactChange {
    FactChange(
      kind: .changed, type: type, a: place(a, x), b: place(b, y),
      weight: FactWeights.weight(.changed, type))
  }
}
