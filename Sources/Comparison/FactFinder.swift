import Bytes
import Model
import Text

/// Finds what can be checked in the sentences of one side.
struct FactFinder {
  private let side: Side
  private let lexicon: Lexicon
  private let forms: [String]
  /// Normal forms that also stand in lower case, so a capital at a sentence's start says nothing.
  private let lowered: Set<String>
  /// Normal forms that stand with a capital within a sentence.
  private let raised: Set<String>
  /// Whether the sentence at hand is a heading, where capitals say nothing.
  private var isHeading = false

  init(_ side: Side, _ lexicon: Lexicon, lowered: Set<String>, raised: Set<String>) {
    self.raised = raised
    self.side = side
    self.lexicon = lexicon
    self.lowered = lowered
    forms = side.analyzed.tokens.map { lexicon.string(of: $0.term) }
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

  /// No full stop, and most words with a capital.
  private static func isHeading(_ unit: Side.Unit, _ side: Side) -> Bool {
    guard let last = unit.tokens.last, unit.words.count > 1 else { return false }
    let end = side.analyzed.bytes[Int(side.analyzed.tokens[last].end) - 1]
    if end == 0x2E || end == 0x3F || end == 0x21 || end == 0x22 { return false }
    var capitals = 0
    for t in unit.tokens
    where ASCII.isUpper(side.analyzed.bytes[Int(side.analyzed.tokens[t].start)]) {
      capitals += 1
    }
    return capitals * 2 >= unit.words.count
  }

  mutating func items() -> [FactItem] {
    var found: [FactItem] = []
    for u in side.units.indices {
      isHeading = Self.isHeading(side.units[u], side)
      find(u, &found)
    }
    return found
  }

  private func find(_ u: Int, _ found: inout [FactItem]) {
    let range = side.units[u].tokens
    var t = range.lowerBound
    let start = found.count
    while t < range.upperBound {
      if let item = date(t, range, u) ?? amount(t, range, u) ?? name(t, range, u) {
        found.append(item)
        t = item.tokens.upperBound
        continue
      }
      let form = forms[t]
      if FactWords.negations.contains(form) {
        found.append(item(.negation, t..<(t + 1), form, u, group: "not"))
      }
      if let modal = FactWords.modals[form] {
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

  private func item(
    _ type: FactChange.FactType, _ tokens: Range<Int>, _ key: String, _ unit: Int,
    group: String = "", words: [String] = []
  ) -> FactItem {
    let all = side.analyzed.tokens
    let utf8 = Int(all[tokens.lowerBound].start)..<Int(all[tokens.upperBound - 1].end)
    return FactItem(
      type: type, utf8: utf8, tokens: tokens, key: key, group: group, words: words, unit: unit)
  }

  private func form(_ t: Int, _ range: Range<Int>) -> String {
    t < range.upperBound ? forms[t] : ""
  }

  private func isCapital(_ t: Int) -> Bool {
    let token = side.analyzed.tokens[t]
    guard token.kind == .word else { return false }
    let first = side.analyzed.bytes[Int(token.start)]
    if first < 0x80 { return ASCII.isUpper(first) }
    // Beyond ASCII a capital is what folding changes.
    let form = forms[t].utf8
    return form.first.map { $0 != first } ?? false
      || (form.count > 1 && form.dropFirst().first != side.analyzed.bytes[Int(token.start) + 1])
  }

  // MARK: Dates

  private func year(_ t: Int, _ range: Range<Int>) -> Int? {
    let form = self.form(t, range)
    guard form.utf8.count == 4, let value = Int(form), value >= 1500, value < 2200 else {
      return nil
    }
    return value
  }

  private func day(_ t: Int, _ range: Range<Int>, most: Int = 31) -> Int? {
    var form = self.form(t, range)[...]
    for end in ["st", "nd", "rd", "th"] where form.hasSuffix(end) { form = form.dropLast(2) }
    guard form.utf8.count <= 2, let value = Int(form), value >= 1, value <= most else { return nil }
    return value
  }

  private func month(_ t: Int, _ range: Range<Int>) -> Int? {
    guard t < range.upperBound, let value = FactWords.months[forms[t]], isCapital(t) else {
      return nil
    }
    return value
  }

  private func date(_ t: Int, _ range: Range<Int>, _ u: Int) -> FactItem? {
    func made(_ end: Int, _ y: Int?, _ m: Int?, _ d: Int?) -> FactItem {
      let parts = [y, m, d].map { $0.map(String.init) ?? "?" }
      return item(.date, t..<end, parts.joined(separator: "-"), u, group: "date")
    }
    func yearAfter(_ k: Int) -> (Int, Int)? {
      if let y = year(k, range) { return (k + 1, y) }
      if self.form(k, range) == ",", let y = year(k + 1, range) { return (k + 2, y) }
      return nil
    }
    let first = side.analyzed.bytes[Int(side.analyzed.tokens[t].start)]
    // A small letter begins no date but these.
    if ASCII.isLower(first), first != 0x6C, first != 0x6E, first != 0x74 { return nil }
    if let d = day(t, range) {
      let k = form(t + 1, range) == "of" ? t + 2 : t + 1
      if let m = month(k, range) {
        if let (end, y) = yearAfter(k + 1) { return made(end, y, m, d) }
        return made(k + 1, nil, m, d)
      }
    }
    if let m = month(t, range) {
      // "May" at the start of a sentence is a month only before a number.
      // A day that no month has is a slip, but it is a date.
      if let d = day(t + 1, range, most: 99) {
        if let (end, y) = yearAfter(t + 2) { return made(end, y, m, d) }
        return made(t + 2, nil, m, d)
      }
      if let (end, y) = yearAfter(t + 1) { return made(end, y, m, nil) }
      guard forms[t] != "may" || t > range.lowerBound, forms[t] != "march" || t > range.lowerBound
      else { return nil }
      return made(t + 1, nil, m, nil)
    }
    if let y = year(t, range) {
      let next = form(t + 1, range)
      guard FactWords.scales[next] == nil, next != "per", next != "percent", next != "%" else {
        return nil
      }
      return made(t + 1, y, nil, nil)
    }
    if t < range.upperBound, let w = FactWords.weekdays[forms[t]], isCapital(t),
      forms[t].utf8.count > 3
    {
      return item(.date, t..<(t + 1), "weekday-\(w)", u, group: "date")
    }
    let form = forms[t]
    if form.utf8.count == 5, form.hasSuffix("s"), let decade = Int(form.dropLast()), decade > 1500 {
      return item(.date, t..<(t + 1), form, u, group: "date")
    }
    if form == "last" || form == "next" || form == "this" {
      let next = self.form(t + 1, range)
      if FactWords.seasons.contains(next) {
        return item(.date, t..<(t + 2), form + " " + next, u, group: "date")
      }
    }
    return nil
  }

  // MARK: Numbers and money

  private func amount(_ t: Int, _ range: Range<Int>, _ u: Int) -> FactItem? {
    let tokens = side.analyzed.tokens
    var k = t
    var currency = ""
    if tokens[k].kind == .symbol || FactWords.currencyMarks.contains(forms[k]),
      k + 1 < range.upperBound, tokens[k + 1].kind == .number, !isSpaced(k)
    {
      currency = forms[k]
      k += 1
    }
    guard let number = number(k, range) else { return nil }
    k = number.end
    var unit = ""
    let next = form(k, range)
    if next == "%" || next == "percent" || next == "pc" {
      unit = "%"
      k += 1
    } else if next == "per", form(k + 1, range) == "cent" {
      unit = "%"
      k += 2
    } else if currency.isEmpty, let symbol = FactWords.currencies[next] {
      currency = symbol
      k += 1
    } else if currency.isEmpty, k < range.upperBound, tokens[k].kind == .symbol,
      FactWords.currencyMarks.contains(next)
    {
      currency = next
      k += 1
    } else if k < range.upperBound, tokens[k].kind == .word {
      unit = next
    }
    if !currency.isEmpty {
      return item(.money, t..<k, currency.uppercased() + number.key, u, group: "money")
    }
    // "One" is a pronoun more often than a number.
    if forms[t] == "one", number.end == t + 1, unit != "%" { return nil }
    return item(
      .number, t..<k, number.key + (unit == "%" ? "%" : ""), u, group: unit == "%" ? "%" : unit)
  }

  private func isSpaced(_ t: Int) -> Bool {
    t + 1 < side.analyzed.tokens.count
      && side.analyzed.tokens[t].end != side.analyzed.tokens[t + 1].start
  }

  private func number(_ t: Int, _ range: Range<Int>) -> (end: Int, key: String)? {
    guard t < range.upperBound else { return nil }
    let token = side.analyzed.tokens[t]
    guard token.kind == .word || token.kind == .number else { return nil }
    var digits = ""
    var exponent = 0
    var k = t
    if token.kind == .number || ASCII.isDigit(side.analyzed.bytes[Int(token.start)]) {
      var rest = ""
      for byte in forms[t].utf8 where byte != 0x2C {
        if rest.isEmpty, ASCII.isDigit(byte) || byte == 0x2E || byte == 0x3A || byte == 0x2F {
          digits.unicodeScalars.append(Unicode.Scalar(byte))
        } else {
          rest.unicodeScalars.append(Unicode.Scalar(byte))
        }
      }
      if let scale = FactWords.scales[rest] {
        exponent += scale
      } else if !["st", "nd", "rd", "th"].contains(rest) {
        digits += rest
      }
      k += 1
    } else if let (end, value) = spelled(t, range) {
      digits = String(value)
      k = end
    } else {
      return nil
    }
    while let scale = FactWords.scales[form(k, range)], k < range.upperBound {
      guard scale > 1, !(form(k, range) == "m" && !isSpaced(k - 1)) || exponent == 0 else { break }
      exponent += scale
      k += 1
    }
    return (k, canonical(digits, exponent))
  }

  private func spelled(_ t: Int, _ range: Range<Int>) -> (Int, Int)? {
    let form = forms[t]
    if let value = FactWords.units[form] { return (t + 1, value) }
    if let value = FactWords.tens[form] {
      if self.form(t + 1, range) == "-", let unit = FactWords.units[self.form(t + 2, range)] {
        return (t + 3, value * 10 + unit)
      }
      return (t + 1, value * 10)
    }
    let parts = form.split(separator: "-")
    if parts.count == 2, let ten = FactWords.tens[String(parts[0])],
      let unit = FactWords.units[String(parts[1])]
    {
      return (t + 1, ten * 10 + unit)
    }
    return nil
  }

  /// Digits and a power of ten as one string: 1.5 and 9 is 15e8.
  private func canonical(_ digits: String, _ exponent: Int) -> String {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, digits.utf8.allSatisfy({ ASCII.isDigit($0) || $0 == 0x2E }) else {
      return exponent == 0 ? digits : "\(digits)e\(exponent)"
    }
    let fraction = parts.count == 2 ? parts[1] : ""
    guard let value = Int64(parts[0] + fraction) else { return digits }
    let decimal = Decimal(coefficient: value, exponent: exponent - fraction.utf8.count)
    return "\(decimal.coefficient)e\(decimal.exponent)"
  }

  // MARK: Names and quotations

  private func name(_ t: Int, _ range: Range<Int>, _ u: Int) -> FactItem? {
    guard isCapital(t), !FactWords.titles.contains(forms[t]), !isHeading else { return nil }
    var end = t + 1
    while end < range.upperBound {
      if isCalendar(end) {
        break
      } else if isCapital(end) {
        end += 1
      } else if end + 1 < range.upperBound, FactWords.connectors.contains(forms[end]),
        isCapital(end + 1)
      {
        end += 2
      } else if end + 2 < range.upperBound, forms[end] == "of", forms[end + 1] == "the",
        isCapital(end + 2)
      {
        end += 3
      } else {
        break
      }
    }
    let isFirst =
      t == range.lowerBound
      || side.analyzed.tokens[t - 1].kind == .punctuation
        && !"-,–—)".contains(forms[t - 1])
    var start = t
    if isFirst {
      let isCommon =
        lowered.contains(forms[t]) || StopWords.contains(forms[t], language: "en")
        || FactWords.openers.contains(forms[t])
      // One word at the start is a name only where a capital says so elsewhere.
      if isCommon || (end == t + 1 && !raised.contains(forms[t])) {
        guard end > t + 1 else { return nil }
        start = t + 1
        if !isCapital(start) { return nil }
      }
    }
    if StopWords.contains(forms[start], language: "en"), end == start + 1 { return nil }
    let words = (start..<end).map { forms[$0] }.filter {
      !StopWords.contains($0, language: "en") && !FactWords.connectors.contains($0)
    }.map { $0.hasSuffix("'s") ? String($0.dropLast(2)) : $0 }
    guard !words.isEmpty else { return nil }
    return item(
      .name, start..<end, words.joined(separator: " "), u, group: "name", words: words)
  }

  private func isCalendar(_ t: Int) -> Bool {
    FactWords.months[forms[t]] != nil || FactWords.weekdays[forms[t]] != nil
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
