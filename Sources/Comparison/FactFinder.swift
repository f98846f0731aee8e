import Bytes
import Model
import Tagging
import Text

/// Finds what can be checked in the sentences of one side.
struct FactFinder {
  let side: Side
  let forms: [String]
  /// Normal forms that also stand in lower case, so a capital at a sentence's start says nothing.
  let lowered: Set<String>
  /// Normal forms that stand with a capital within a sentence.
  let raised: Set<String>
  /// Whether the sentence at hand is a heading, where capitals say nothing.
  private(set) var isHeading = false
  /// Names of the tagger by their first token; empty without a tagger.
  let tagged: [Int: (tokens: Range<Int>, type: EntityType)]

  init(
    _ side: Side, _ lexicon: Lexicon, lowered: Set<String>, raised: Set<String>,
    names: [EntityMention]
  ) {
    self.raised = raised
    self.side = side
    self.lowered = lowered
    forms = side.analyzed.tokens.map { lexicon.string(of: $0.term) }
    tagged = Self.tokens(of: names, side)
  }

  /// The normal forms of the words of `side` that begin with a small letter.
  static func loweredWords(_ side: Side, _ lexicon: Lexicon) -> Set<String> {
    var found: Set<String> = []
    for token in side.analyzed.tokens where token.kind == .word {
      let first = side.analyzed.bytes[Int(token.start)]
      if ASCII.isLower(first) { found.insert(lexicon.string(of: token.term)) }
    }
    return found
  }

  /// The normal forms of the words of `side` that have a capital within a sentence.
  static func raisedWords(_ side: Side, _ lexicon: Lexicon) -> Set<String> {
    var found: Set<String> = []
    for unit in side.units where !isHeading(unit, side) {
      for t in unit.tokens.dropFirst() where side.analyzed.tokens[t].kind == .word {
        let token = side.analyzed.tokens[t]
        let first = side.analyzed.bytes[Int(token.start)]
        if !ASCII.isLower(first), side.analyzed.tokens[t - 1].kind == .word {
          found.insert(lexicon.string(of: token.term))
        }
      }
    }
    return found
  }

  /// No full stop, and most words with a capital; a question may be a heading.
  private static func isHeading(_ unit: Side.Unit, _ side: Side) -> Bool {
    guard let last = unit.tokens.last, unit.words.count > 1 else { return false }
    let end = side.analyzed.bytes[Int(side.analyzed.tokens[last].end) - 1]
    if end == 0x2E || end == 0x21 || end == 0x22 { return false }
    var capitals = 0
    for t in unit.tokens
    where ASCII.isUpper(side.analyzed.bytes[Int(side.analyzed.tokens[t].start)]) {
      capitals += 1
    }
    return capitals * 2 >= unit.words.count
  }

  mutating func items() -> [FactItem] {
    var found: [FactItem] = []
    let values = values()
    for u in side.units.indices {
      if isCredit(side.units[u].tokens) { continue }
      isHeading = Self.isHeading(side.units[u], side)
      find(u, values, &found)
    }
    return found
  }

  /// Whether a short sentence says who made a picture: it is no part of what the text states.
  private func isCredit(_ sentence: Range<Int>) -> Bool {
    guard sentence.count <= 20 else { return false }
    for t in sentence.dropLast() where FactWords.pictures.contains(forms[t]) {
      if FactWords.makers.contains(forms[t + 1]) { return true }
    }
    return false
  }

  private func find(_ u: Int, _ values: [Int: [FactItem]], _ found: inout [FactItem]) {
    let range = side.units[u].tokens
    var t = range.lowerBound
    let start = found.count
    if t < range.upperBound, isListMark(t) { t += 1 }
    while t < range.upperBound {
      if var value = clock(t, range, u) ?? (values[t] == nil ? figures(t, range, u) : nil) {
        value.measure = measure(behind: value, range)
        found.append(value)
        t = value.tokens.upperBound
        continue
      }
      if let known = values[t], let end = known.last?.tokens.upperBound, end <= range.upperBound {
        for var value in known {
          value.unit = u
          value.measure = measure(behind: value, range)
          found.append(value)
        }
        t = end
        continue
      }
      if let item = name(t, range, u) {
        found.append(item)
        t = item.tokens.upperBound
        continue
      }
      let form = forms[t]
      if FactWords.negations.contains(form) {
        found.append(item(.negation, t..<(t + 1), form, u, group: "not"))
      }
      if let modal = FactWords.modals[form], isModal(t, range) {
        found.append(item(.modality, t..<(t + 1), modal.strength, u, group: modal.group))
      }
      if form == "according", self.form(t + 1, range) == "to" {
        found.append(item(.attribution, t..<(t + 2), "say", u, group: "say"))
      }
      if let group = FactWords.sayings[form] {
        found.append(item(.attribution, t..<(t + 1), group, u, group: "say"))
      }
      t += 1
    }
    quotes(range, u, &found)
    // In order of place, so that pairs are made in order too.
    found[start...].sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// The unit of measure behind a number, as in "30 minutes" or "a 30-minute talk".
  private func measure(behind value: FactItem, _ range: Range<Int>) -> Measure? {
    guard value.type == .number else { return nil }
    var t = value.tokens.upperBound
    if form(t, range) == "-" { t += 1 }
    guard t < range.upperBound, let unit = FactWords.measures[forms[t]] else { return nil }
    return Measure(unit: unit, end: Int(side.analyzed.tokens[t].end))
  }

  /// "People need food" says what they lack, "they need to eat" what they have to do.
  private func isModal(_ t: Int, _ range: Range<Int>) -> Bool {
    guard forms[t] == "need" || forms[t] == "needs" else { return true }
    return form(t + 1, range) == "to" || form(t + 1, range) == "not"
  }

  func item(
    _ type: FactChange.FactType, _ tokens: Range<Int>, _ key: String, _ unit: Int,
    group: String = "", words: [String] = []
  ) -> FactItem {
    let all = side.analyzed.tokens
    let utf8 = Int(all[tokens.lowerBound].start)..<Int(all[tokens.upperBound - 1].end)
    return FactItem(
      type: type, utf8: utf8, tokens: tokens, key: key, group: group, words: words, unit: unit)
  }

  func form(_ t: Int, _ range: Range<Int>) -> String {
    t < range.upperBound ? forms[t] : ""
  }

  func isCapital(_ t: Int) -> Bool {
    let token = side.analyzed.tokens[t]
    guard token.kind == .word else { return false }
    let first = side.analyzed.bytes[Int(token.start)]
    if first < 0x80 { return ASCII.isUpper(first) }
    // Beyond ASCII a capital is what folding changes.
    let form = forms[t].utf8
    return form.first.map { $0 != first } ?? false
      || (form.count > 1 && form.dropFirst().first != side.analyzed.bytes[Int(token.start) + 1])
  }

  private func quotes(_ range: Range<Int>, _ u: Int, _ found: inout [FactItem]) {
    var open: Int?
    for t in range where forms[t] == "\"" {
      guard let first = open else {
        open = t
        continue
      }
      open = nil
      if t - first > 3 {
        let words = ((first + 1)..<t).filter { side.analyzed.tokens[$0].kind != .punctuation }
          .map { forms[$0] }
        found.append(
          item(
            .quote, (first + 1)..<t, words.joined(separator: " "), u, group: "quote",
            words: words))
      }
    }
  }
}
