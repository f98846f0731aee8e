import Bytes
import Diff
import Model
import Text

/// Compares what the words around the facts say: certainty, denial, and who speaks.
struct FactWording {
  let a: Side
  let b: Side
  let lexicon: Lexicon
  /// The linked sentences that are compared.
  let unitsA: [Int]
  let unitsB: [Int]
  /// The sentences of A that are linked with each sentence of B.
  let partners: [[Int]]
  /// Whether other words are used throughout, so that a lone modal word says little.
  let isLoose: Bool
  /// Whether the sentences share little but what they say.
  let isRecast: Bool

  init(
    _ a: Side, _ b: Side, _ lexicon: Lexicon, unitsA: [Int], unitsB: [Int], partners: [[Int]],
    isLoose: Bool, isRecast: Bool
  ) {
    self.partners = partners
    self.isLoose = isLoose
    self.isRecast = isRecast
    self.a = a
    self.b = b
    self.lexicon = lexicon
    self.unitsA = unitsA
    self.unitsB = unitsB
  }

  func compare(
    _ x: [FactItem], _ y: [FactItem], _ leftA: inout [Bool], _ leftB: [Bool],
    _ found: inout [FactChange]
  ) {
    let paired = modality(x, y, leftA, leftB, &found)
    hedges(x, y, leftB, paired, &found)
    negation(x, y, &found)
    attribution(x, y, &found)
    speakers(x, y, &leftA, &found)
  }

  /// Reports modal words that gave way to others; gives those of `y` that were paired.
  private func modality(
    _ x: [FactItem], _ y: [FactItem], _ leftA: [Bool], _ leftB: [Bool],
    _ found: inout [FactChange]
  ) -> Set<Int> {
    var open = y.indices.filter { leftB[$0] && y[$0].type == .modality }
    var alone: [Int] = []
    var paired: Set<Int> = []
    for i in x.indices where leftA[i] && x[i].type == .modality {
      // The nearest in group, then in what follows.
      var best: (score: Int, at: Int)?
      for (k, j) in open.enumerated() {
        // Reported speech turns "will" into "would".
        if isLoose, Set([x[i].key, y[j].key]) == ["will", "would"] { continue }
        var score = x[i].group == y[j].group ? 2 : 0
        if following(a, x[i]) == following(b, y[j]) { score += 2 }
        if preceding(a, x[i]) == preceding(b, y[j]) { score += 1 }
        if isRecast, !agree(x[i], y[j], score) { continue }
        if score > best?.score ?? 1 { best = (score, k) }
      }
      guard let best else {
        alone.append(i)
        continue
      }
      let j = open.remove(at: best.at)
      paired.insert(j)
      found.append(change(.modality, x[i].utf8, y[j].utf8))
    }
    // A hedge that was put in or taken out, before a word that both sides have.
    guard !isLoose, !unitsA.isEmpty, !unitsB.isEmpty else { return paired }
    for j in open where y[j].group != "quantity" {
      guard let hit = hedged(y[j], b, a, unitsA) else { continue }
      found.append(change(.modality, hit.plain, hit.hedged))
    }
    for i in alone where x[i].group != "quantity" {
      if let hit = hedged(x[i], a, b, unitsB) {
        found.append(change(.modality, hit.hedged, hit.plain))
      } else if x[i].key == "may" || x[i].key == "would", unitsA.count == 1, unitsB.count == 1,
        let (one, two) = rewritten(x[i], nil)
      {
        found.append(change(.modality, one, two))
      }
    }
    return paired
  }

  /// Whether two modal words of sentences in other words say how sure the same thing is: the
  /// sentences are linked, and a word beside one stands beside the other.
  ///
  /// `score` is what their own words have in common; words of quantity other than "all", "most",
  /// "many" and "some" need a common neighbour.
  private func agree(_ x: FactItem, _ y: FactItem, _ score: Int) -> Bool {
    guard partners[y.unit].contains(x.unit) else { return false }
    let isQuantity = x.group == "quantity" || y.group == "quantity"
    if isQuantity, !FactWords.amounts.isSuperset(of: [x.key, y.key]) { return score > 2 }
    return !around(a, x).isDisjoint(with: around(b, y))
  }

  /// The modal word with the word after it, and that word on the other side.
  private func hedged(
    _ item: FactItem, _ own: Side, _ other: Side, _ units: [Int]
  ) -> (hedged: Range<Int>, plain: Range<Int>)? {
    let t = item.tokens.upperBound
    guard t < own.units[item.unit].tokens.upperBound else { return nil }
    let word = lexicon.string(of: own.analyzed.tokens[t].term)
    guard own.analyzed.tokens[t].kind == .word, word.utf8.count > 3 else { return nil }
    let root = word.utf8.prefix(max(4, word.utf8.count - 2))
    for unit in units {
      for k in other.units[unit].tokens where other.analyzed.tokens[k].kind == .word {
        let form = lexicon.string(of: other.analyzed.tokens[k].term)
        guard form.utf8.starts(with: root), form.utf8.count <= word.utf8.count + 3 else { continue }
        return (
          item.utf8.lowerBound..<Int(own.analyzed.tokens[t].end), other.analyzed.tokens[k].utf8
        )
      }
    }
    return nil
  }

  private func negation(_ x: [FactItem], _ y: [FactItem], _ found: inout [FactChange]) {
    let inA = x.filter { $0.type == .negation }
    var open = y.filter { $0.type == .negation }
    var leftA: [FactItem] = []
    // Denials of the same verb, or of the same next word, are the same.
    for item in inA {
      if let k = open.firstIndex(where: {
        following(b, $0) == following(a, item) || preceding(b, $0) == preceding(a, item)
      }) {
        open.remove(at: k)
      } else {
        leftA.append(item)
      }
    }
    for item in open {
      guard let hit = counterpart(item, b, a, unitsA) else { continue }
      guard hit.isExact || open.count > leftA.count else { continue }
      found.append(change(.negation, hit.plain, hit.denied))
      return
    }
    for item in leftA {
      guard let hit = counterpart(item, a, b, unitsB) else { continue }
      guard hit.isExact || leftA.count > open.count else { continue }
      found.append(change(.negation, hit.denied, hit.plain))
      return
    }
    guard !isLoose, unitsA.count == 1, unitsB.count == 1, leftA.count != open.count else { return }
    if let (one, two) = rewritten(leftA.first, open.first) {
      found.append(change(.negation, one, two))
    }
  }

  /// The edit that holds the denial, with the word after it, in a sentence that is else the same.
  private func rewritten(
    _ inA: FactItem?, _ inB: FactItem?
  ) -> (Range<Int>, Range<Int>)? {
    let rangeA = a.units[unitsA[0]].tokens
    let rangeB = b.units[unitsB[0]].tokens
    let edits = diff(
      a.analyzed.tokens[rangeA].map(\.term.rawValue),
      b.analyzed.tokens[rangeB].map(\.term.rawValue))
    for edit in edits {
      let one = (edit.a.lowerBound + rangeA.lowerBound)..<(edit.a.upperBound + rangeA.lowerBound)
      let two = (edit.b.lowerBound + rangeB.lowerBound)..<(edit.b.upperBound + rangeB.lowerBound)
      let holdsA = inA.map { one.contains($0.tokens.lowerBound) } ?? false
      let holdsB = inB.map { two.contains($0.tokens.lowerBound) } ?? false
      guard holdsA || holdsB, one.count <= 6, two.count <= 6 else { continue }
      let endA = min(rangeA.upperBound, one.upperBound + 1)
      let endB = min(rangeB.upperBound, two.upperBound + 1)
      guard one.lowerBound < endA, two.lowerBound < endB else { continue }
      let x = a.analyzed.tokens[one.lowerBound..<endA]
      let y = b.analyzed.tokens[two.lowerBound..<endB]
      guard let x0 = x.first, let x1 = x.last, let y0 = y.first, let y1 = y.last else { continue }
      return (Int(x0.start)..<Int(x1.end), Int(y0.start)..<Int(y1.end))
    }
    return nil
  }

  /// The denial with the verb before it, and that verb on the other side; exact when the same word
  /// follows both.
  private func counterpart(
    _ item: FactItem, _ own: Side, _ other: Side, _ units: [Int]
  ) -> (denied: Range<Int>, plain: Range<Int>, isExact: Bool)? {
    let t = item.tokens.lowerBound
    let range = own.units[item.unit].tokens
    let tokens = own.analyzed.tokens
    let form = lexicon.string(of: tokens[t].term)
    let next = t + 1 < range.upperBound ? tokens[t + 1].term : nil
    if form == "cannot" {
      guard let hit = find("can", next, other, units) else { return nil }
      return (item.utf8, hit.place, hit.isExact)
    }
    guard form == "not" || form == "n't", t > range.lowerBound else { return nil }
    let verb = lexicon.string(of: tokens[t - 1].term)
    guard FactWords.auxiliaries.contains(verb), let hit = find(verb, next, other, units) else {
      return nil
    }
    return (Int(tokens[t - 1].start)..<Int(tokens[t].end), hit.place, hit.isExact)
  }

  /// Where `word` stands, undenied, in the sentences that are compared; before `next` if anywhere.
  private func find(
    _ word: String, _ next: TermID?, _ side: Side, _ units: [Int]
  ) -> (place: Range<Int>, isExact: Bool)? {
    var first: Range<Int>?
    for unit in units {
      let range = side.units[unit].tokens
      for t in range where lexicon.string(of: side.analyzed.tokens[t].term) == word {
        let after = t + 1 < range.upperBound ? side.analyzed.tokens[t + 1].term : nil
        if let after, FactWords.negations.contains(lexicon.string(of: after)) { continue }
        if after != nil, after == next { return (side.analyzed.tokens[t].utf8, true) }
        first = first ?? side.analyzed.tokens[t].utf8
      }
    }
    return first.map { ($0, false) }
  }

  private func attribution(_ x: [FactItem], _ y: [FactItem], _ found: inout [FactChange]) {
    let inA = x.filter { $0.type == .attribution }
    let inB = y.filter { $0.type == .attribution }
    guard inA.count == 1, inB.count == 1, inA[0].key != inB[0].key else { return }
    found.append(change(.attribution, inA[0].utf8, inB[0].utf8))
  }

  /// A named speaker in A, of whom B says nothing, where B has somebody else speak.
  private func speakers(
    _ x: [FactItem], _ y: [FactItem], _ leftA: inout [Bool], _ found: inout [FactChange]
  ) {
    let speaker = x.indices.first { i in
      leftA[i] && x[i].type == .name && (x[i].words.count > 1 || x[i].entityType == .person)
        && x.contains { Self.isSpeaker(x[i], of: $0) }
    }
    // Anybody of whom B only says what he is.
    let person = speaker ?? x.indices.first { leftA[$0] && x[$0].entityType == .person }
    guard let person else { return }
    if isLoose, let source = source() {
      found.append(change(.attribution, x[person].utf8, source))
      leftA[person] = false
      return
    }
    guard let speaker else { return }
    for saying in y where saying.type == .attribution {
      guard let subject = subject(of: saying) else { continue }
      if y.contains(where: { $0.type == .name && $0.tokens.overlaps(subject) }) { continue }
      let tokens = b.analyzed.tokens
      guard
        subject.contains(where: { FactWords.sources.contains(lexicon.string(of: tokens[$0].term)) })
      else { continue }
      found.append(
        change(
          .attribution, x[speaker].utf8,
          Int(tokens[subject.lowerBound].start)..<Int(tokens[subject.upperBound - 1].end)))
      leftA[speaker] = false
      return
    }
  }

  /// A word of B for those who know or say something, which A does not have, with the word before.
  private func source() -> Range<Int>? {
    for unit in unitsB {
      let range = b.units[unit].tokens
      for t in range {
        let token = b.analyzed.tokens[t]
        guard FactWords.sources.contains(lexicon.string(of: token.term)),
          !unitsA.contains(where: { a.units[$0].words.contains(token.term) })
        else { continue }
        let isAfterWord = t > range.lowerBound && b.analyzed.tokens[t - 1].kind == .word
        return Int(b.analyzed.tokens[isAfterWord ? t - 1 : t].start)..<Int(token.end)
      }
    }
    return nil
  }

  /// The two words before a verb of saying, or after "according to".
  private func subject(of saying: FactItem) -> Range<Int>? {
    let range = b.units[saying.unit].tokens
    if saying.tokens.count == 2 {
      let start = saying.tokens.upperBound
      return start < range.upperBound ? start..<min(range.upperBound, start + 3) : nil
    }
    let end = saying.tokens.lowerBound
    var start = end
    while start > range.lowerBound, end - start < 2,
      b.analyzed.tokens[start - 1].kind == .word
    {
      start -= 1
    }
    return start < end ? start..<end : nil
  }

  /// Whether a name stands within two words of a verb of saying.
  static func isNearSaying(_ name: FactItem, _ items: [FactItem]) -> Bool {
    items.contains { isSpeaker(name, of: $0) }
  }

  private static func isSpeaker(_ name: FactItem, of saying: FactItem) -> Bool {
    guard saying.type == .attribution, saying.unit == name.unit else { return false }
    let gap =
      saying.tokens.lowerBound >= name.tokens.upperBound
      ? saying.tokens.lowerBound - name.tokens.upperBound
      : name.tokens.lowerBound - saying.tokens.upperBound
    return gap >= 0 && gap <= 2
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

  func change(
    _ type: FactChange.FactType, _ x: Range<Int>, _ y: Range<Int>
  ) -> FactChange {
    FactChange(
      kind: .changed, type: type, a: place(a, x), b: place(b, y),
      weight: FactWeights.weight(.changed, type))
  }
}
