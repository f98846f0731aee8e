import Bytes
import Diff
import Model
import Tagging
import Text

/// Compares the facts of two aligned texts.
///
/// Facts are held against each other within a connected group of linked sentences; a fact that
/// stands anywhere else on the other side has only moved and is not reported.
struct FactComparison {
  let itemsA: [FactItem]
  let itemsB: [FactItem]
  let a: Side
  let b: Side
  private let alignment: Alignment
  private let hasTagger: Bool
  let lexicon: Lexicon
  let names: NameIndex
  /// The sentences of A that are linked with each sentence of B.
  let partners: [[Int]]
  private let valuesA: Set<String>
  private let valuesB: Set<String>

  /// Without a tagger, words with capitals are names.
  init(
    _ a: Side, _ b: Side, _ alignment: Alignment, tagger: EntityTagger?, _ lexicon: inout Lexicon
  ) {
    self.a = a
    self.b = b
    self.alignment = alignment
    var partners = [[Int]](repeating: [], count: b.units.count)
    for link in alignment.links { partners[link.b].append(link.a) }
    self.partners = partners
    hasTagger = tagger != nil
    let lowered = FactFinder.loweredWords(a, lexicon).union(FactFinder.loweredWords(b, lexicon))
    let raised = FactFinder.raisedWords(a, lexicon).union(FactFinder.raisedWords(b, lexicon))
    let namesA = tagger?.entities(in: a.analyzed, lexicon: &lexicon) ?? []
    let namesB = tagger?.entities(in: b.analyzed, lexicon: &lexicon) ?? []
    self.lexicon = lexicon
    var finderA = FactFinder(a, lexicon, lowered: lowered, raised: raised, names: namesA)
    var finderB = FactFinder(b, lexicon, lowered: lowered, raised: raised, names: namesB)
    var (x, y) = (finderA.items(), finderB.items())
    if let tagger { Self.number(&x, &y, tagger) }
    itemsA = x
    itemsB = y
    names = NameIndex(itemsA, itemsB, tagger)
    valuesA = Self.values(itemsA)
    valuesB = Self.values(itemsB)
  }

  /// Gives the tagged names of both sides the numbers of their entities.
  private static func number(_ x: inout [FactItem], _ y: inout [FactItem], _ tagger: EntityTagger) {
    let placesA = x.indices.filter { x[$0].entityType != nil }
    let placesB = y.indices.filter { y[$0].entityType != nil }
    let mentions =
      placesA.map { AliasMention(words: x[$0].words, type: x[$0].entityType?.rawValue ?? "") }
      + placesB.map { AliasMention(words: y[$0].words, type: y[$0].entityType?.rawValue ?? "") }
    let ids = tagger.clusters(of: mentions)
    for (place, id) in zip(placesA, ids) { x[place].entity = id }
    for (place, id) in zip(placesB, ids.dropFirst(placesA.count)) { y[place].entity = id }
  }

  private static func values(_ items: [FactItem]) -> Set<String> {
    var found: Set<String> = []
    for item in items {
      found.insert(item.key)
      guard item.type == .date else { continue }
      // A year stands for itself wherever a longer date states it.
      let parts = item.key.split(separator: "-")
      if parts.count == 3, parts[0] != "?" { found.insert("\(parts[0])-?-?") }
      if parts.count == 3 { found.insert("?-\(parts[1])-\(parts[2])") }
    }
    return found
  }

  /// Share of the names, and of the numbers, money and dates of A that B has as well; 1 for none.
  func kept() -> (names: Double, numbers: Double) {
    var total = (names: 0, numbers: 0)
    var kept = (names: 0, numbers: 0)
    var seen: Set<String> = []
    for item in itemsA where seen.insert(item.key).inserted {
      switch item.type {
      case .name:
        total.names += 1
        if names.isInB(item) { kept.names += 1 }
      case .number, .money, .date:
        total.numbers += 1
        if valuesB.contains(item.key) { kept.numbers += 1 }
      default: break
      }
    }
    func share(_ part: Int, _ whole: Int) -> Double {
      whole == 0 ? 1 : Double(part) / Double(whole)
    }
    return (share(kept.names, total.names), share(kept.numbers, total.numbers))
  }

  func changes() -> [FactChange] {
    var found: [FactChange] = []
    let groups = LinkGroups(a.units.count, b.units.count, alignment.links)
    var ofA = [[FactItem]](repeating: [], count: groups.count)
    var ofB = [[FactItem]](repeating: [], count: groups.count)
    for item in itemsA { ofA[groups.ofA[item.unit]].append(item) }
    for item in itemsB { ofB[groups.ofB[item.unit]].append(item) }
    var unitsA = [[Int]](repeating: [], count: groups.count)
    var unitsB = unitsA
    for (unit, g) in groups.ofA.enumerated() { unitsA[g].append(unit) }
    for (unit, g) in groups.ofB.enumerated() { unitsB[g].append(unit) }
    var reported: Set<String> = []
    for g in 0..<groups.count {
      guard !groups.isSame[g] || !equalKeys(ofA[g], ofB[g]) else { continue }
      let isLoose = isLoose(unitsB[g])
      // A giant group, such as thousands of like sentences make, is compared piece by piece.
      let pieces = 1 + max(ofA[g].count, ofB[g].count, unitsA[g].count, unitsB[g].count) / 400
      for k in 0..<pieces {
        compare(
          piece(ofA[g], k, pieces), piece(ofB[g], k, pieces), piece(unitsA[g], k, pieces),
          piece(unitsB[g], k, pieces), isLoose, &found, &reported)
      }
    }
    return ranked(found)
  }

  private func piece<Element>(_ all: [Element], _ k: Int, _ pieces: Int) -> [Element] {
    pieces == 1 ? all : Array(all[(all.count * k / pieces)..<(all.count * (k + 1) / pieces)])
  }

  /// Where other words are used throughout, another spelling of a name is no correction.
  func isLoose(_ units: [Int]) -> Bool {
    units.contains { alignment.labelsB[$0] != .light && alignment.labelsB[$0] != .verbatim }
  }

  /// Whether several words differ apart from the facts.
  private func isReworded(
    _ x: [FactItem], _ y: [FactItem], _ unitsA: [Int], _ unitsB: [Int]
  ) -> Bool {
    var counts: [UInt32: Int] = [:]
    for unit in unitsA {
      for word in a.units[unit].words { counts[word.rawValue, default: 0] += 1 }
    }
    for unit in unitsB {
      for word in b.units[unit].words { counts[word.rawValue, default: 0] -= 1 }
    }
    for item in x { for t in item.tokens { counts[a.analyzed.tokens[t].term.rawValue] = 0 } }
    for item in y { for t in item.tokens { counts[b.analyzed.tokens[t].term.rawValue] = 0 } }
    return counts.values.reduce(0) { $0 + abs($1) } > 2
  }

  /// The share of the distinct stems of B's sentences that A's have as well.
  private func shared(_ unitsA: [Int], _ unitsB: [Int]) -> Double {
    var known: Set<UInt32> = []
    for unit in unitsA { known.formUnion(a.units[unit].stems.map(\.term)) }
    var count = 0
    var held = 0
    for unit in unitsB {
      for stem in b.units[unit].stems {
        count += 1
        if known.contains(stem.term) { held += 1 }
      }
    }
    return Double(held) / Double(max(1, count))
  }

  private func equalKeys(_ x: [FactItem], _ y: [FactItem]) -> Bool {
    x.count == y.count && zip(x, y).allSatisfy { $0.key == $1.key }
  }

  private func ranked(_ changes: [FactChange]) -> [FactChange] {
    changes.enumerated().sorted { x, y in
      x.element.weight != y.element.weight
        ? x.element.weight > y.element.weight : x.offset < y.offset
    }.map(\.element)
  }

  private func compare(
    _ x: [FactItem], _ y: [FactItem], _ unitsA: [Int], _ unitsB: [Int],
    _ isLoose: Bool, _ found: inout [FactChange], _ reported: inout Set<String>
  ) {
    var leftA = [Bool](repeating: true, count: x.count)
    var leftB = [Bool](repeating: true, count: y.count)
    let isFree = isLoose || isReworded(x, y, unitsA, unitsB)
    for i in x.indices {
      guard
        let j = y.indices.first(where: {
          leftB[$0] && x[i].type == y[$0].type && same(x[i], y[$0], isFree)
        }
        )
      else { continue }
      leftA[i] = false
      leftB[j] = false
    }
    // One value may serve several mentions, and a number a money amount.
    var servedA = [Bool](repeating: false, count: x.count)
    for i in x.indices
    where leftA[i]
      && y.contains(where: { (same(x[i], $0, isFree) || isNamed(x[i], in: $0)) && isValue(x[i]) })
    {
      leftA[i] = false
      servedA[i] = x[i].type == .name
    }
    for j in y.indices
    where leftB[j]
      && x.contains(where: { (same($0, y[j], isFree) || isNamed(y[j], in: $0)) && isValue(y[j]) })
    {
      leftB[j] = false
    }
    if !unitsA.isEmpty, !unitsB.isEmpty {
      let isRecast = isLoose && shared(unitsA, unitsB) < 0.55
      pairValues(
        x, y, unitsA, unitsB, isLoose: isFree, isRecast: isRecast, servedA, &leftA, &leftB, &found)
      if !isLoose { pairSwapped(x, y, unitsA, unitsB, leftA, leftB, &found) }
      if isLoose { pairVague(x, y, unitsA, unitsB, &leftA, &leftB, &found) }
      FactWording(
        a, b, lexicon, unitsA: unitsA, unitsB: unitsB, partners: partners, isLoose: isLoose,
        isRecast: isRecast
      ).compare(
        x, y, &leftA, leftB, &found)
    }
    for i in x.indices where leftA[i] {
      if x[i].type == .quote {
        if !isQuoted(x[i]) { found.append(change(.dropped, x[i], nil)) }
        continue
      }
      guard isValue(x[i]), x[i].type != .name ? !valuesB.contains(x[i].key) : !names.isInB(x[i]),
        !isOne(x[i], a), reported.insert("a" + x[i].key).inserted
      else { continue }
      // A name that was reported in full is not reported again by a part of it.
      if x[i].type == .name {
        if names.isGeneric(x[i].words) || !isCertain(x[i], a) { continue }
        let isKnown = x[i].words.allSatisfy { reported.contains("a " + $0) }
        for word in x[i].words { reported.insert("a " + word) }
        if isKnown { continue }
      }
      found.append(change(.dropped, x[i], nil))
    }
    for j in y.indices where leftB[j] {
      guard isValue(y[j]), y[j].type != .name ? !valuesA.contains(y[j].key) : !names.isInA(y[j]),
        !isOne(y[j], b), reported.insert("b" + y[j].key).inserted
      else { continue }
      if y[j].type == .name {
        if names.isGeneric(y[j].words) || !isCertain(y[j], b) { continue }
        let isKnown = y[j].words.allSatisfy { reported.contains("b " + $0) }
        for word in y[j].words { reported.insert("b " + word) }
        if isKnown { continue }
      }
      found.append(change(.added, nil, y[j]))
    }
  }

  /// "One more obstacle" is no number that anybody would miss.
  private func isOne(_ item: FactItem, _ side: Side) -> Bool {
    item.type == .number && item.tokens.count == 1
      && lexicon.string(of: side.analyzed.tokens[item.tokens.lowerBound].term) == "one"
  }

  /// Whether a name stands for itself: the tagger knows it, where there is one, or it has several
  /// capitals within a sentence; and it is no short form in brackets behind the name in full.
  private func isCertain(_ item: FactItem, _ side: Side) -> Bool {
    let t = item.tokens.lowerBound
    if hasTagger, item.entityType == nil {
      guard item.words.count > 1, t > side.units[item.unit].tokens.lowerBound,
        side.analyzed.tokens[t - 1].kind == .word
      else { return false }
    }
    guard item.words.count == 1, t > 1, t - 2 >= side.units[item.unit].tokens.lowerBound else {
      return true
    }
    func text(_ k: Int) -> String { lexicon.string(of: side.analyzed.tokens[k].term) }
    let before = Int(side.analyzed.tokens[t - 2].start)
    return text(t - 1) != "(" || ASCII.isLower(side.analyzed.bytes[before])
  }

  /// Whether B has the value anywhere.
  func isStatedInB(_ item: FactItem) -> Bool { valuesB.contains(item.key) }

  /// Whether B has the words of the quotation, most of them in one sentence.
  private func isQuoted(_ quote: FactItem) -> Bool {
    let words = Set(quote.words)
    for link in alignment.links where link.a == quote.unit {
      let other = Set(b.units[link.b].words.map { lexicon.string(of: $0) })
      if Double(words.intersection(other).count) >= 0.9 * Double(words.count) { return true }
    }
    return false
  }

  func isValue(_ item: FactItem) -> Bool {
    switch item.type {
    case .number, .money, .date, .name: true
    default: false
    }
  }

  /// Whether a country is named in the name of something that is called after it.
  private func isNamed(_ country: FactItem, in name: FactItem) -> Bool {
    country.type == .name && name.type == .name && names.isOwnThing(name, of: country)
  }

  private func same(_ x: FactItem, _ y: FactItem, _ isLoose: Bool) -> Bool {
    if x.type == .name, y.type == .name { return names.agree(x, y, isLoose: isLoose) }
    if x.type == .date, y.type == .date { return sameDate(x.key, y.key) }
    if x.type == .modality, y.type == .modality { return FactWords.isSameStrength(x.key, y.key) }
    if let p = x.measure, let q = y.measure, p.unit != q.unit { return false }
    return x.key == y.key
  }

  /// B's date agrees with A's and says no less, the year aside.
  private func sameDate(_ x: String, _ y: String) -> Bool {
    if x == y { return true }
    let p = x.split(separator: "-")
    let q = y.split(separator: "-")
    guard p.count == 3, q.count == 3 else { return false }
    for k in 0..<3 where p[k] != q[k] && !(p[k] == "?") && !(k == 0 && q[k] == "?") {
      return false
    }
    return (0..<3).contains { p[$0] == q[$0] && p[$0] != "?" }
  }

  func change(
    _ kind: FactChange.Kind, _ x: FactItem?, _ y: FactItem?
  ) -> FactChange {
    FactChange(
      kind: kind, type: (x ?? y)?.type ?? .claim, a: x.map { place(a, $0.utf8) },
      b: y.map { place(b, $0.utf8) },
      weight: FactWeights.weight(kind, (x ?? y)?.type ?? .claim))
  }
}

/// A place in one of the texts.
func place(_ side: Side, _ utf8: Range<Int>) -> FactChange.Place {
  FactChange.Place(text: side.analyzed.string(utf8), utf8: utf8)
}

/// How much a reader is misled by a change of a fact, by its kind and type.
enum FactWeights {
  static func weight(_ kind: FactChange.Kind, _ type: FactChange.FactType) -> Double {
    let base =
      switch type {
      case .negation: 1.0
      case .number, .money: 0.9
      case .attribution: 0.85
      case .name: 0.8
      case .date: 0.75
      case .quote: 0.7
      case .modality: 0.65
      case .claim: 0.4
      }
    switch kind {
    case .changed: return base
    case .added: return base * 0.6
    case .dropped: return base * 0.5
    }
  }
}
