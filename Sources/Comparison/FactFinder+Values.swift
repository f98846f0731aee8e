import Bytes
import Model
import Text
import Values

extension FactFinder {
  /// The numbers, amounts and dates of the side by their first token.
  func values() -> [Int: [FactItem]] {
    let bytes = side.analyzed.bytes.span
    var found: [Int: [FactItem]] = [:]
    for value in findValues(in: bytes, range: 0..<bytes.count, relativeTo: Self.reference) {
      guard let tokens = tokens(in: value.utf8), !isPart(value.utf8, tokens) else { continue }
      let items = self.items(value, tokens)
      guard let first = items.first else { continue }
      found[first.tokens.lowerBound, default: []] += items
    }
    return found
  }

  /// Whether the value is one side of a score or a ratio such as "2:1" or "16/05".
  private func isPart(_ utf8: Range<Int>, _ tokens: Range<Int>) -> Bool {
    let bytes = side.analyzed.bytes
    let first = Int(side.analyzed.tokens[tokens.lowerBound].start)
    let last = Int(side.analyzed.tokens[tokens.upperBound - 1].end)
    func joins(_ byte: UInt8) -> Bool { byte == 0x3A || byte == 0x2F }
    return utf8.lowerBound > first && joins(bytes[utf8.lowerBound - 1])
      || utf8.upperBound < last && joins(bytes[utf8.upperBound])
  }

  /// Whether token `t` is the number of an item or a heading at the start of a line, as in "12) Fees".
  func isListMark(_ t: Int) -> Bool {
    let token = side.analyzed.tokens[t]
    guard token.kind == .number else { return false }
    let bytes = side.analyzed.bytes
    let (start, end) = (Int(token.start), Int(token.end))
    return end - start <= 3 && (start == 0 || bytes[start - 1] == 0x0A) && end + 1 < bytes.count
      && (bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")"))
      && bytes[end + 1] == 0x20
  }

  /// Any day serves: it only gives dates without a year their day and month.
  private static let reference = Day(year: 2000, month: 7, day: 2)

  /// The tokens that overlap `utf8`; nil for none.
  func tokens(in utf8: Range<Int>) -> Range<Int>? {
    let all = side.analyzed.tokens
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if Int(all[middle].end) <= utf8.lowerBound { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < all.count, Int(all[end].start) < utf8.upperBound { end += 1 }
    return low < end ? low..<end : nil
  }

  private func items(_ value: FoundValue, _ tokens: Range<Int>) -> [FactItem] {
    var found: FactItem
    switch value.value {
    case .number(let number, let unit):
      found = item(.number, tokens, key(number), 0, group: unit)
    case .percent(let number):
      found = item(.number, tokens, key(number) + "%", 0, group: "%")
    case .money(let number, let currency):
      found = item(.money, tokens, currency + key(number), 0, group: "money")
    case .date(let date):
      return dates(date, tokens)
    }
    // "50–60" may be one token and two numbers.
    found.utf8 = value.utf8
    return [found]
  }

  private func key(_ number: Decimal) -> String { "\(number.coefficient)e\(number.exponent)" }

  /// A date as year, month and day, where unknown parts are "?"; any other by its words.
  ///
  /// A day of the week before a date is a fact of its own.
  private func dates(_ value: DateValue, _ tokens: Range<Int>) -> [FactItem] {
    if value.precision == .duration { return [] }
    var tokens = tokens
    var year: Int?
    var month: Int?
    var weekday: (number: Int, token: Int)?
    for t in tokens {
      if side.analyzed.tokens[t].kind == .number, let number = figure(t), number >= 1000 {
        year = number
      }
      month = month ?? self.month(t)
      if forms[t].utf8.count > 3, weekday == nil, let number = FactWords.weekdays[forms[t]] {
        weekday = (number, t)
      }
    }
    if let weekday, month == nil, let (end, number) = monthAfter(tokens.upperBound) {
      // The grammar stops before a day that no month has.
      month = number
      tokens = weekday.token..<end
    }
    var day = value.first?.components.day
    var isDay = value.precision == .day || value.precision == .monthDay
    if !isDay || month != nil && weekday != nil && figure(tokens.upperBound) != nil, month != nil,
      year == nil, let slip = figure(tokens.upperBound), (32...99).contains(slip)
    {
      day = slip
      isDay = true
      tokens = tokens.lowerBound..<(tokens.upperBound + 1)
    }
    if year == nil, month != nil, let (end, slip) = slippedYear(tokens.upperBound) {
      year = slip
      tokens = tokens.lowerBound..<end
    }
    func made(_ y: Int?, _ m: Int?, _ d: Int?) -> [FactItem] {
      let parts = [y, m, d].map { $0.map(String.init) ?? "?" }
      var found: [FactItem] = []
      if let weekday, weekday.token == tokens.lowerBound, tokens.count > 1 {
        found.append(self.weekday(weekday.token..<(weekday.token + 1), weekday.number))
        tokens = (weekday.token + 1)..<tokens.upperBound
        if forms[tokens.lowerBound] == ",", tokens.count > 1 {
          tokens = (tokens.lowerBound + 1)..<tokens.upperBound
        }
      }
      found.append(item(.date, tokens, parts.joined(separator: "-"), 0, group: "date"))
      return found
    }
    if isDay, month != nil || year != nil, let day {
      return made(year, month ?? value.first?.components.month, day)
    }
    if value.precision == .month, month != nil { return made(year, month, nil) }
    if value.precision == .year, year != nil { return made(year, nil, nil) }
    if let weekday, month == nil { return [self.weekday(tokens, weekday.number)] }
    return years(tokens) ?? [item(.date, tokens, words(of: tokens), 0, group: "date")]
  }

  /// The two years of a span such as "2015–2017", each a fact of its own; nil for anything else, such as
  /// the one fiscal year "2026–27".
  private func years(_ tokens: Range<Int>) -> [FactItem]? {
    let words = words(of: tokens).split(separator: " ")
    guard words.count == 2, words.allSatisfy({ $0.utf8.count == 4 && Int($0) != nil }) else {
      return nil
    }
    let bytes = side.analyzed.bytes
    var found: [FactItem] = []
    var i = Int(side.analyzed.tokens[tokens.lowerBound].start)
    let end = Int(side.analyzed.tokens[tokens.upperBound - 1].end)
    while i < end {
      var stop = i
      while stop < end, ASCII.isDigit(bytes[stop]) { stop += 1 }
      if stop > i {
        guard found.count < 2, stop - i == 4 else { return nil }
        // The span may be one token or three.
        let own = self.tokens(in: i..<stop) ?? tokens
        var year = item(.date, own, "\(words[found.count])-?-?", 0, group: "date")
        year.utf8 = i..<stop
        found.append(year)
      }
      i = max(stop, i + 1)
    }
    return found.count == 2 ? found : nil
  }

  private func weekday(_ tokens: Range<Int>, _ number: Int) -> FactItem {
    item(.date, tokens, "weekday-\(number)", 0, group: "date")
  }

  /// The words of a date in one spelling for those that mean the same.
  private func words(of tokens: Range<Int>) -> String {
    var words: [String] = []
    for t in tokens {
      for part in forms[t].split(whereSeparator: { "-–/".contains($0) }) {
        let word = FactWords.dateWords[String(part)] ?? String(part)
        if word.isEmpty || FactWords.dateGlue.contains(word) { continue }
        // "2014–15" ends in 2015.
        let isShort = word.utf8.count == 2 && word.utf8.allSatisfy(ASCII.isDigit)
        if isShort, let last = words.last, last.utf8.count == 4, Int(last) != nil {
          words.append(last.prefix(2) + word)
        } else {
          words.append(word)
        }
      }
    }
    return words.joined(separator: " ")
  }

  /// The month that a token names, in full or short, with or without a full stop.
  private func month(_ t: Int) -> Int? {
    let form = forms[t]
    return FactWords.months[form.hasSuffix(".") ? String(form.dropLast()) : form]
  }

  private func monthAfter(_ t: Int) -> (end: Int, month: Int)? {
    let k = t < forms.count && forms[t] == "," ? t + 1 : t
    guard k < forms.count, let month = month(k), isCapital(k) else { return nil }
    return (k + 1, month)
  }

  /// The value of a token that is figures only.
  private func figure(_ t: Int) -> Int? {
    t < forms.count && forms[t].utf8.allSatisfy(ASCII.isDigit) ? Int(forms[t]) : nil
  }

  /// Four figures after a month that no calendar of ours reaches: a slip, but meant as a year.
  private func slippedYear(_ t: Int) -> (end: Int, year: Int)? {
    let k = t < forms.count && forms[t] == "," ? t + 1 : t
    guard k < forms.count, forms[k].utf8.count == 4, let year = figure(k), year > 2199 else {
      return nil
    }
    return (k + 1, year)
  }

  /// A time of the day by its minutes: "14:00", "2 pm".
  func clock(_ t: Int, _ range: Range<Int>, _ u: Int) -> FactItem? {
    guard side.analyzed.tokens[t].kind == .number || ASCII.isDigit(firstByte(t)) else { return nil }
    let parts = forms[t].split(separator: ":")
    let half = form(t + 1, range)
    let isLate = half == "pm" || half == "p.m" || half == "p.m."
    let isHalf = isLate || half == "am" || half == "a.m" || half == "a.m."
    guard parts.count == 2 && !forms[t].hasSuffix(":") || parts.count == 1 && isHalf,
      var hours = Int(parts[0]), hours <= 24,
      let minutes = parts.count == 2 ? Int(parts[1]) : 0, minutes < 60
    else { return nil }
    // A score ("2:1") has one figure after the colon.
    guard parts.count == 1 || parts[1].utf8.count == 2 else { return nil }
    if isLate, hours < 12 { hours += 12 }
    let tokens = isHalf ? t..<(t + 2) : t..<(t + 1)
    return item(.number, tokens, "time-\(hours * 60 + minutes)", u, group: "time")
  }

  /// Figures that the grammar of values leaves: scores, ratios, numbers with signs and letters.
  func figures(_ t: Int, _ range: Range<Int>, _ u: Int) -> FactItem? {
    guard ASCII.isDigit(firstByte(t)) else { return nil }
    let form = forms[t]
    var ending = form[...]
    while let byte = ending.utf8.first, ASCII.isDigit(byte) { ending = ending.dropFirst() }
    guard !["st", "nd", "rd", "th"].contains(ending) else { return nil }
    // A number that is a part of a name, as in "COVID-19", stands for that name.
    if t > range.lowerBound + 1, forms[t - 1] == "-", side.analyzed.tokens[t - 2].kind == .word,
      side.analyzed.tokens[t - 1].end == side.analyzed.tokens[t].start
    {
      return item(.number, t..<(t + 1), form, u, group: "of " + forms[t - 2])
    }
    let digits = form.utf8.filter(ASCII.isDigit)
    let key =
      digits.count == form.utf8.count && digits.count < 18
      ? self.key(Decimal(coefficient: Int64(form) ?? 0)) : form
    return item(.number, t..<(t + 1), key, u, group: self.form(t + 1, range))
  }

  private func firstByte(_ t: Int) -> UInt8 {
    side.analyzed.bytes[Int(side.analyzed.tokens[t].start)]
  }
}
