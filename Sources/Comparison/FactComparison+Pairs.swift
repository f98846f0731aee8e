import Bytes
import Diff
import Model
import Tagging
import Text

/// Pairs what is left of A with what is left of B: one value that became another.
extension FactComparison {
  func pairValues(
    _ x: [FactItem], _ y: [FactItem], _ unitsA: [Int], _ unitsB: [Int], isLoose: Bool,
    isRecast: Bool, _ servedA: [Bool],
    _ leftA: inout [Bool], _ leftB: inout [Bool], _ found: inout [FactChange]
  ) {
    let alone = typesAlone(x, y, leftA, leftB)
    let isOneToOne = unitsA.count == 1 && unitsB.count == 1
    var pairs: [(score: Int, i: Int, j: Int)] = []
    for i in x.indices where (leftA[i] || servedA[i]) && isValue(x[i]) {
      for j in y.indices where leftB[j] && comparable(x[i], y[j], isLoose) {
        let near = context(x[i], y[j])
        var least = alone.contains(x[i].type) ? 0 : 1
        if x[i].type == .name { least += 1 }
        if isRecast, x[i].type == .name,
          !isRole(x[i], y[j], isAlone: isOneToOne && alone.contains(.name))
        {
          continue
        }
        // One mention of several was changed.
        if servedA[i] { least = names.isInA(y[j]) ? Int.max : 3 }
        guard near >= least else { continue }
        pairs.append((near * 4 + (i == j ? 1 : 0), i, j))
      }
    }
    pairs.sort { ($0.score, $1.i, $1.j) > ($1.score, $0.i, $0.j) }
    var open = x.indices.map { leftA[$0] || servedA[$0] }
    for pair in pairs where open[pair.i] && leftB[pair.j] {
      open[pair.i] = false
      leftA[pair.i] = false
      leftB[pair.j] = false
      if let change = narrowed(x[pair.i], y[pair.j], isLoose) {
        found.append(change)
      }
    }
  }

  /// Whether two names of sentences in other words can be one that became another.
  ///
  /// They stand in linked sentences and name things of a kind; a name that the other text has
  /// as well has only moved, unless the same word stands directly beside both. Where nothing else
  /// can have become of either (`isAlone`), the kind says nothing: taggers err.
  private func isRole(_ x: FactItem, _ y: FactItem, isAlone: Bool) -> Bool {
    guard partners[y.unit].contains(x.unit) else { return false }
    let hasNeighbour =
      beside(a, x, -1).map { $0 == beside(b, y, -1) } ?? false
      || beside(a, x, 1).map { $0 == beside(b, y, 1) } ?? false
    if names.isInB(x) || names.isInA(y) { return hasNeighbour }
    guard !isAlone, let p = x.entityType, let q = y.entityType else { return true }
    let places: Set<EntityType> = [.geopolitical, .location, .group]
    return hasNeighbour || p == q || places.contains(p) && places.contains(q)
  }

  /// Names that both sides have, where one stands in the place of another: who did what.
  ///
  /// Only in two sentences that are else nearly the same.
  func pairSwapped(
    _ x: [FactItem], _ y: [FactItem], _ unitsA: [Int], _ unitsB: [Int], _ leftA: [Bool],
    _ leftB: [Bool], _ found: inout [FactChange]
  ) {
    guard unitsA.count == 1, unitsB.count == 1 else { return }
    let rangeA = a.units[unitsA[0]].tokens
    let rangeB = b.units[unitsB[0]].tokens
    let edits = diff(
      a.analyzed.tokens[rangeA].map(\.term.rawValue),
      b.analyzed.tokens[rangeB].map(\.term.rawValue))
    for edit in edits where !edit.a.isEmpty && !edit.b.isEmpty {
      let one = (edit.a.lowerBound + rangeA.lowerBound)..<(edit.a.upperBound + rangeA.lowerBound)
      let two = (edit.b.lowerBound + rangeB.lowerBound)..<(edit.b.upperBound + rangeB.lowerBound)
      let p = x.indices.filter { x[$0].type == .name && one.overlaps(x[$0].tokens) }
      let q = y.indices.filter { y[$0].type == .name && two.overlaps(y[$0].tokens) }
      guard p.count == 1, q.count == 1, !leftA[p[0]], !leftB[q[0]],
        one.count <= x[p[0]].tokens.count + 1, two.count <= y[q[0]].tokens.count + 1,
        !names.agree(x[p[0]], y[q[0]], isLoose: true), names.isInB(x[p[0]]), names.isInA(y[q[0]])
      else { continue }
      found.append(change(.changed, x[p[0]], y[q[0]]))
    }
  }

  /// The change of one fact into another; of a name or date only the words that differ.
  ///
  /// Nil where the names differ only in the words for the kind of thing, or a number only in a unit
  /// that one side leaves out.
  private func narrowed(_ x: FactItem, _ y: FactItem, _ isFree: Bool) -> FactChange? {
    var one = x
    var two = y
    switch x.type {
    case .name:
      let wordsA = wordsNear(a, x)
      let wordsB = wordsNear(b, y)
      let p = whole(a, rest(a, x.tokens, wordsB, isFree), x.unit, wordsB, isFree)
      let q = whole(b, rest(b, y.tokens, wordsA, isFree), y.unit, wordsA, isFree)
      if names.isGeneric(forms(a, p)), names.isGeneric(forms(b, q)) { return nil }
      // Words that were put into the mouth of somebody else of the text.
      if !isLoose([y.unit]), names.isInA(y), FactWording.isNearSaying(x, itemsA),
        FactWording.isNearSaying(y, itemsB)
      {
        one.type = .attribution
      }
      one.utf8 = bytes(a, p)
      two.utf8 = bytes(b, q)
    case .date where y.type == .date:
      if let (p, q) = differingPart(x, y) {
        one.utf8 = a.analyzed.tokens[p].utf8
        two.utf8 = b.analyzed.tokens[q].utf8
      }
    case .number where y.type == .number && x.key == y.key:
      // The same number of something else.
      one.utf8 = x.utf8.lowerBound..<(x.measure?.end ?? x.utf8.upperBound)
      two.utf8 = y.utf8.lowerBound..<(y.measure?.end ?? y.utf8.upperBound)
    case .number where y.type == .money, .money where y.type == .number:
      // "$38 and $40 a barrel" is "38 and 40 dollars a barrel".
      if amount(x) == amount(y), x.group.isEmpty || y.group.isEmpty { return nil }
    default: break
    }
    return change(.changed, one, two)
  }

  /// The key of a number, or of an amount without its currency.
  private func amount(_ item: FactItem) -> Substring {
    Substring(item.key.utf8.drop { !ASCII.isDigit($0) && $0 != 0x2D })
  }

  /// The words of a name and of the three tokens before and after it in its sentence.
  private func wordsNear(_ side: Side, _ item: FactItem) -> Set<String> {
    let sentence = side.units[item.unit].tokens
    let first = max(sentence.lowerBound, item.tokens.lowerBound - 3)
    let end = min(sentence.upperBound, item.tokens.upperBound + 3)
    return Set(forms(side, first..<max(end, item.tokens.upperBound)))
  }

  /// The tokens of a name without those at its ends that stand near the other name as well.
  private func rest(
    _ side: Side, _ tokens: Range<Int>, _ other: Set<String>, _ isFree: Bool
  ) -> Range<Int> {
    func isIdle(_ t: Int) -> Bool {
      side.analyzed.tokens[t].kind == .punctuation || isShared(side, t, other, isFree)
        || isGlue(form(side, t))
    }
    var first = tokens.lowerBound
    var last = tokens.upperBound - 1
    while first < last, isIdle(first) { first += 1 }
    while last > first, isIdle(last) { last -= 1 }
    return first..<(last + 1)
  }

  /// The tokens of a name with the words beside it that have a capital too, a title or what the tagger
  /// cut off; but not with what stands near the other name as well, nor with the sentence's first word.
  private func whole(
    _ side: Side, _ tokens: Range<Int>, _ unit: Int, _ other: Set<String>, _ isFree: Bool
  ) -> Range<Int> {
    let sentence = side.units[unit].tokens
    func goesOn(_ t: Int) -> Bool {
      let token = side.analyzed.tokens[t]
      let form = form(side, t)
      return token.kind == .word && ASCII.isUpper(side.analyzed.bytes[Int(token.start)])
        && !isShared(side, t, other, isFree) && !isGlue(form) && FactWords.months[form] == nil
        && FactWords.weekdays[form] == nil
    }
    var first = tokens.lowerBound
    var end = tokens.upperBound
    while first - 1 > sentence.lowerBound, goesOn(first - 1) { first -= 1 }
    while end < sentence.upperBound, goesOn(end) { end += 1 }
    return first..<end
  }

  private func isShared(_ side: Side, _ t: Int, _ other: Set<String>, _ isFree: Bool) -> Bool {
    let form = form(side, t)
    return other.contains(form)
      || isFree && other.contains { names.isSameWord(form, $0, isLoose: true) }
  }

  /// "Of", "the", "Mr": nothing by which one name is told from another.
  private func isGlue(_ form: String) -> Bool {
    FactWords.connectors.contains(form) || StopWords.contains(form, language: "en")
  }

  private func form(_ side: Side, _ t: Int) -> String {
    lexicon.string(of: side.analyzed.tokens[t].term)
  }

  private func forms(_ side: Side, _ tokens: Range<Int>) -> [String] {
    tokens.filter { side.analyzed.tokens[$0].kind != .punctuation }
      .map { lexicon.string(of: side.analyzed.tokens[$0].term) }
  }

  /// The tokens of the only part (year, month, day, weekday) in which two dates differ, where the
  /// rest is the same but for its spelling.
  private func differingPart(_ x: FactItem, _ y: FactItem) -> (Int, Int)? {
    if x.key.hasPrefix("weekday-"), y.key.hasPrefix("weekday-") {
      return both(x, y) { FactWords.weekdays[$0] != nil }
    }
    let p = x.key.split(separator: "-")
    let q = y.key.split(separator: "-")
    guard p.count == 3, q.count == 3 else { return nil }
    let places = (0..<3).filter { p[$0] != q[$0] }
    guard places.count == 1, let place = places.first, p[place] != "?", q[place] != "?" else {
      return nil
    }
    switch place {
    case 0: return both(x, y) { $0.utf8.count == 4 && $0.utf8.allSatisfy(ASCII.isDigit) }
    case 1: return both(x, y) { FactWords.months[$0] != nil }
    default: return both(x, y) { $0.utf8.count <= 4 && ($0.utf8.first.map(ASCII.isDigit) ?? false) }
    }
  }

  private func both(_ x: FactItem, _ y: FactItem, _ isPart: (String) -> Bool) -> (Int, Int)? {
    guard
      let p = x.tokens.first(where: { isPart(lexicon.string(of: a.analyzed.tokens[$0].term)) }),
      let q = y.tokens.first(where: { isPart(lexicon.string(of: b.analyzed.tokens[$0].term)) })
    else { return nil }
    return (p, q)
  }

  private func bytes(_ side: Side, _ tokens: Range<Int>) -> Range<Int> {
    Int(
      side.analyzed.tokens[tokens.lowerBound].start)..<Int(
        side.analyzed.tokens[tokens.upperBound - 1].end)
  }

  /// A year with a wrong digit may be no year any more, an amount may have lost its currency.
  private func comparable(_ x: FactItem, _ y: FactItem, _ isLoose: Bool) -> Bool {
    if x.group.hasPrefix("of ") || y.group.hasPrefix("of ") { return x.group == y.group }
    // "Last week" and "this week" are too free to be held against each other in other words.
    if x.type == .date, y.type == .date, isLoose, isRelative(x), isRelative(y) { return false }
    if x.type == y.type { return true }
    if x.type == .money && y.type == .number || x.type == .number && y.type == .money {
      return true
    }
    let (date, number) = x.type == .date ? (x, y) : (y, x)
    return date.type == .date && number.type == .number && number.utf8.count == 4
      && (date.key.hasSuffix("-?-?") || isRelative(date))
  }

  private func isRelative(_ date: FactItem) -> Bool {
    !date.key.hasPrefix("weekday-") && date.key.split(separator: "-").count != 3
      && !date.key.utf8.contains(where: ASCII.isDigit)
  }

  /// The types of which each side has one fact left.
  private func typesAlone(
    _ x: [FactItem], _ y: [FactItem], _ leftA: [Bool], _ leftB: [Bool]
  ) -> Set<FactChange.FactType> {
    var counts: [FactChange.FactType: (a: Int, b: Int)] = [:]
    for i in x.indices where leftA[i] { counts[x[i].type, default: (0, 0)].a += 1 }
    for j in y.indices where leftB[j] { counts[y[j].type, default: (0, 0)].b += 1 }
    return Set(counts.filter { $0.value == (1, 1) }.keys)
  }

  /// How many words around the two items agree; words directly beside them count twice more.
  func context(_ x: FactItem, _ y: FactItem) -> Int {
    var score = x.group == y.group && !x.group.isEmpty && x.type == .number ? 2 : 0
    if x.type == .date, y.type == .date { score += sharedParts(x, y) * 2 }
    let left = around(a, x)
    let right = around(b, y)
    for word in right where left.contains(word) { score += 1 }
    if x.type == .name {
      if let one = beside(a, x, -1), one == beside(b, y, -1) { score += 1 }
      if let one = beside(a, x, 1), one == beside(b, y, 1) { score += 1 }
      if let type = x.entityType, type == y.entityType { score += 1 }
    }
    return score
  }

  private func sharedParts(_ x: FactItem, _ y: FactItem) -> Int {
    let p = x.key.split(separator: "-")
    let q = y.key.split(separator: "-")
    guard p.count == 3, q.count == 3 else { return 0 }
    return (0..<3).count { p[$0] == q[$0] && p[$0] != "?" }
  }

  /// The word directly before (−1) or after (1) the item in its sentence.
  private func beside(_ side: Side, _ item: FactItem, _ step: Int) -> UInt32? {
    let t = step < 0 ? item.tokens.lowerBound - 1 : item.tokens.upperBound
    guard side.units[item.unit].tokens.contains(t), side.analyzed.tokens[t].kind != .punctuation
    else { return nil }
    return side.analyzed.tokens[t].term.rawValue
  }

  private func around(_ side: Side, _ item: FactItem) -> Set<UInt32> {
    let range = side.units[item.unit].tokens
    var found: Set<UInt32> = []
    let reach = 4
    let before = max(range.lowerBound, item.tokens.lowerBound - reach)..<item.tokens.lowerBound
    let end = min(range.upperBound, item.tokens.upperBound + reach)
    let after = item.tokens.upperBound..<max(item.tokens.upperBound, end)
    for tokens in [before, after] {
      for t in tokens where side.analyzed.tokens[t].kind != .punctuation {
        found.insert(side.analyzed.tokens[t].term.rawValue)
      }
    }
    return found
  }
}
