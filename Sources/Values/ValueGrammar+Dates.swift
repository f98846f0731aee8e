import Model

extension ValueGrammar {
  /// The date at `i`.
  func date(at i: Int) -> Reading<DateValue>? {
    switch kind(i) {
    case .digits: return figureDate(at: i) ?? counted(at: i)
    case .month: return monthDate(at: i)
    case .weekday: return weekdayDate(at: i)
    case .today: return today(at: i)
    case .the: return articleDate(at: i)
    case .modifier: return modified(at: i, isDefinite: false)
    case .edge: return edge(at: i)
    case .later: return later(at: i)
    case .place, .ordinal: return portion(at: i)
    case .unit, .teen, .tens, .few: return counted(at: i)
    case .article: return counted(at: i) ?? halfYears(at: i)
    case .season: return seasonDate(at: i)
    case .holiday: return holiday(at: i)
    case .fiscal, .year: return fiscal(at: i)
    case .quarter: return quarter(at: i)
    case .period: return period(at: i)
    case .quote: return shortDecade(at: i)
    default: return nil
    }
  }

  // MARK: Parts

  /// A year of four figures at `i`.
  func year(at i: Int, from low: Int = 1000, to high: Int = 2199) -> Int? {
    guard kind(i) == .digits, words[i].digits == 4, (low...high).contains(value(i)) else {
      return nil
    }
    // "1990s", "2024a", "2024.5", "2025-08".
    if isJoined(i + 1), isWord(i + 1) { return nil }
    return value(i)
  }

  /// A day of a month at `i` with its suffix.
  private func dayOfMonth(at i: Int) -> Reading<Int>? {
    guard kind(i) == .digits, (1...2).contains(Int(words[i].digits)), (1...31).contains(value(i))
    else { return nil }
    if kind(i + 1) == .suffix, value(i + 1) == 0, isJoined(i + 1) {
      return Reading(end: i + 2, content: value(i))
    }
    if isJoined(i + 1), isWord(i + 1) { return nil }
    return Reading(end: i + 1, content: value(i))
  }

  /// A month's name at `i`, the full stop of a short form included.
  private func month(at i: Int) -> Reading<Int>? {
    guard kind(i) == .month else { return nil }
    switch value(i) / 100 {
    case 0, 3: break
    case 1, 2: if !isCapital(i) { return nil }
    case 4: if isCapital(i) { return nil }
    default: if kind(i - 1) != .of, kind(i + 1) != .of || value(i + 1) != 1 { return nil }
    }
    let isShort = value(i) / 100 == 2
    let end = isShort && kind(i + 1) == .stop && isJoined(i + 1) ? i + 2 : i + 1
    return Reading(end: end, content: value(i) % 100)
  }

  /// ", 2025", "of 2025", "2025" at `i`.
  private func yearAfter(_ i: Int) -> Reading<Int>? {
    var k = i
    if kind(k) == .comma || kind(k) == .of { k += 1 }
    guard let found = year(at: k) else { return nil }
    if k > i, kind(i) == .comma, isHyphen(k + 1), kind(k + 2) == .digits { return nil }
    return Reading(end: k + 1, content: found)
  }

  /// A day and month whose year is the reference's or unknown.
  private func dayAndMonth(_ day: Int, _ month: Int, _ year: Int?) -> DateValue {
    if let year { return Calendar.day(year, month, day) }
    guard let reference, let near = nearest(month, day, reference) else {
      return Calendar.unknown(.monthDay)
    }
    return DateValue(first: near, last: near, precision: .monthDay)
  }

  /// The day of that name that is closest to `reference`.
  private func nearest(_ month: Int, _ day: Int, _ reference: Day) -> Day? {
    let year = reference.components.year
    var best: Day?
    for y in [year - 1, year, year + 1] {
      guard let candidate = Day(year: y, month: month, day: day) else { continue }
      if let known = best,
        abs(known.distance(to: reference)) <= abs(candidate.distance(to: reference))
      {
        continue
      }
      best = candidate
    }
    return best
  }

  private func nearestMonth(_ month: Int) -> DateValue {
    guard let reference, let middle = nearest(month, 15, reference) else {
      return Calendar.unknown(.month)
    }
    return Calendar.month(middle.components.year, month)
  }

  // MARK: Figures

  private func figureDate(at i: Int) -> Reading<DateValue>? {
    if let iso = isoDate(at: i) { return iso }
    if let slashed = slashedDate(at: i) { return slashed }
    if let dotted = dottedDate(at: i) { return dotted }
    if kind(i + 1) == .dateSign { return signedDate(at: i) }
    if let day = dayOfMonth(at: i), let found = dayThenMonth(day, at: i) { return found }
    guard kind(i) == .digits, words[i].digits == 4 else { return century(at: i) }
    if i > 0, isJoined(i), isWord(i - 1) || kind(i - 1) == .currencySign { return nil }
    if let decade = decade(at: i) { return decade }
    guard let first = year(at: i, from: 1500, to: 2099) else { return nil }
    if let range = yearRange(first, at: i) { return range }
    // "1,234" has a separator; "2024 people" and "1800 km" are counts.
    if kind(i + 1) == .percent || kind(i + 1) == .currencyName || kind(i + 1) == .scale {
      return nil
    }
    if kind(i - 1) == .currencySign || kind(i - 1) == .currencyCode { return nil }
    if isJoined(i), kind(i - 1) == .hyphen || kind(i - 1) == .slash, isWord(i - 2), i > 1,
      kind(i - 2) == .other, isJoined(i - 1)
    {
      return nil
    }
    if first < 1700, isWord(i + 1), kind(i + 1) == .other, !isCapital(i + 1) { return nil }
    return Reading(end: i + 1, content: Calendar.years(first, 1, .year))
  }

  private func isoDate(at i: Int) -> Reading<DateValue>? {
    guard let y = year(at: i), kind(i + 1) == .hyphen, isJoined(i + 1), kind(i + 2) == .digits,
      isJoined(i + 2), words[i + 2].digits == 2, kind(i + 3) == .hyphen, isJoined(i + 3),
      kind(i + 4) == .digits, isJoined(i + 4), words[i + 4].digits == 2
    else { return nil }
    return Reading(end: i + 5, content: Calendar.day(y, value(i + 2), value(i + 4)))
  }

  private func slashedDate(at i: Int) -> Reading<DateValue>? {
    guard kind(i + 1) == .slash, isJoined(i + 1), kind(i + 2) == .digits, isJoined(i + 2),
      kind(i + 3) == .slash, isJoined(i + 3), kind(i + 4) == .digits, isJoined(i + 4)
    else { return nil }
    let (a, b, c) = (value(i), value(i + 2), value(i + 4))
    if words[i].digits == 4 { return Reading(end: i + 5, content: Calendar.day(a, b, c)) }
    guard words[i + 4].digits == 4 || words[i + 4].digits == 2 else { return nil }
    let year = words[i + 4].digits == 4 ? c : c < 70 ? 2000 + c : 1900 + c
    // Day or month first? Only one reading may be a date; else it stays open.
    if a > 12 { return Reading(end: i + 5, content: Calendar.day(year, b, a)) }
    if b > 12 || a == b { return Reading(end: i + 5, content: Calendar.day(year, a, b)) }
    return Reading(end: i + 5, content: Calendar.unknown(.day))
  }

  /// "27.08.2025", "1.9.2025": the lexer reads month and year as one figure with a point.
  private func dottedDate(at i: Int) -> Reading<DateValue>? {
    guard (1...2).contains(words[i].digits), kind(i + 1) == .stop, isJoined(i + 1),
      kind(i + 2) == .digits, isJoined(i + 2), words[i + 2].exponent == -4,
      length(i + 2) == 6 || length(i + 2) == 7
    else { return nil }
    let (month, year) = (value(i + 2) / 10_000, value(i + 2) % 10_000)
    guard (1...12).contains(month), (1...31).contains(value(i)), year >= 1000 else { return nil }
    return Reading(end: i + 3, content: Calendar.day(year, month, value(i)))
  }

  /// "2025年8月27日", "8월 23일", "2025年".
  private func signedDate(at i: Int) -> Reading<DateValue>? {
    var k = i
    var year: Int?
    if value(k + 1) == 1, isJoined(k + 1) {
      guard let found = self.year(at: k) else { return nil }
      year = found
      k += 2
    }
    func part(_ sign: Int, _ range: ClosedRange<Int>) -> Int? {
      guard kind(k) == .digits, range.contains(value(k)), kind(k + 1) == .dateSign,
        value(k + 1) == sign, isJoined(k + 1)
      else { return nil }
      return value(k)
    }
    guard let month = part(2, 1...12) else {
      return year.map { Reading(end: k, content: Calendar.years($0, 1, .year)) }
    }
    k += 2
    if let day = part(3, 1...31) {
      return Reading(end: k + 2, content: dayAndMonth(day, month, year))
    }
    return Reading(
      end: k, content: year.map { Calendar.month($0, month) } ?? nearestMonth(month))
  }

  /// "27 August 2025", "5–7 March", "12 and 13 June".
  private func dayThenMonth(_ day: Reading<Int>, at i: Int) -> Reading<DateValue>? {
    var k = day.end
    if kind(k) == .of {
      k += 1
    } else if kind(k) == .stop, isJoined(k), kind(k + 1) == .month,
      value(k + 1) > 300 || yearAfter(k + 2) != nil
    {
      // "27. August 2025", "3. Oktober".
      k += 1
    }
    if let month = month(at: k) {
      let year = yearAfter(month.end)
      let end = year?.end ?? month.end
      return Reading(end: end, content: dayAndMonth(day.content, month.content, year?.content))
    }
    k = day.end
    guard kind(k) == .hyphen || kind(k) == .dash || kind(k) == .and || kind(k) == .to,
      let second = dayOfMonth(at: k + 1)
    else { return nil }
    let after = kind(second.end) == .of ? second.end + 1 : second.end
    guard let month = month(at: after) else { return nil }
    let year = yearAfter(month.end)
    return Reading(
      end: year?.end ?? month.end,
      content: days(day.content, second.content, month.content, year?.content))
  }

  private func days(_ first: Int, _ last: Int, _ month: Int, _ year: Int?) -> DateValue {
    let a = dayAndMonth(first, month, year).first
    let b = dayAndMonth(last, month, year).last
    return DateValue(first: a, last: b, precision: .range)
  }

  /// "the 1990s", "1980's".
  private func decade(at i: Int) -> Reading<DateValue>? {
    guard kind(i) == .digits, words[i].digits == 4, value(i) % 10 == 0,
      (1000...2190).contains(value(i))
    else { return nil }
    var k = i + 1
    if kind(k) == .quote, isJoined(k) { k += 1 }
    guard kind(k) == .suffix, value(k) == 9, isJoined(k) else { return nil }
    return Reading(end: k + 1, content: Calendar.years(value(i), 10, .decade))
  }

  /// "'90s" after its article.
  func shortDecade(at i: Int) -> Reading<DateValue>? {
    guard kind(i - 1) == .the, kind(i + 1) == .digits, isJoined(i + 1), words[i + 1].digits == 2,
      value(i + 1) % 10 == 0, kind(i + 2) == .suffix, value(i + 2) == 9, isJoined(i + 2)
    else { return nil }
    let century = value(i + 1) < 20 ? 2000 : 1900
    return Reading(end: i + 3, content: Calendar.years(century + value(i + 1), 10, .decade))
  }

  /// "2019–20", "2019-2021".
  private func yearRange(_ first: Int, at i: Int) -> Reading<DateValue>? {
    let joined =
      (kind(i + 1) == .hyphen || kind(i + 1) == .dash || kind(i + 1) == .slash)
      && isJoined(i + 1) && isJoined(i + 2)
    guard joined, kind(i + 2) == .digits else { return nil }
    var last = value(i + 2)
    if words[i + 2].digits == 2 {
      last += first / 100 * 100
      if last <= first { last += 100 }
      guard last - first < 100 else { return nil }
    } else if words[i + 2].digits != 4 {
      return nil
    }
    guard last > first, last < 2200 else { return nil }
    return Reading(end: i + 3, content: Calendar.years(first, last - first + 1, .range))
  }

  /// "21st century", "21st-century".
  private func century(at i: Int) -> Reading<DateValue>? {
    let number: Int
    var k: Int
    if kind(i) == .digits, kind(i + 1) == .suffix, isJoined(i + 1) {
      (number, k) = (value(i), i + 2)
    } else if kind(i) == .ordinal, value(i) > 0 {
      (number, k) = (value(i), i + 1)
    } else if kind(i) == .tens, isHyphen(i + 1), kind(i + 2) == .ordinal {
      (number, k) = (value(i) + value(i + 2), i + 3)
    } else {
      return nil
    }
    if isHyphen(k) { k += 1 }
    guard kind(k) == .period, value(k) == 7, (1...21).contains(number) else { return nil }
    return Reading(end: k + 1, content: Calendar.years((number - 1) * 100 + 1, 100, .range))
  }

  // MARK: Months and days

  private func monthDate(at i: Int) -> Reading<DateValue>? {
    guard let month = month(at: i) else { return nil }
    // "August 20, 2024", "Aug. 27–29".
    if value(i) < 300, let day = dayOfMonth(at: month.end), !isClock(day.end) {
      if kind(day.end) == .hyphen || kind(day.end) == .dash || kind(day.end) == .and,
        let second = dayOfMonth(at: day.end + 1), kind(second.end) != .percent
      {
        let year = yearAfter(second.end)
        return Reading(
          end: year?.end ?? second.end,
          content: days(day.content, second.content, month.content, year?.content))
      }
      if kind(day.end) != .percent, kind(day.end) != .period {
        let year = kind(day.end) == .of ? nil : yearAfter(day.end)
        return Reading(
          end: year?.end ?? day.end,
          content: dayAndMonth(day.content, month.content, year?.content))
      }
    }
    if let year = yearAfter(month.end) {
      return Reading(end: year.end, content: Calendar.month(year.content, month.content))
    }
    if value(i) > 200 { return nil }
    // "May" and "March" are other words too.
    if value(i) > 100, !isAfterDateWord(i) { return nil }
    guard isCapital(i) else { return nil }
    return Reading(end: month.end, content: nearestMonth(month.content))
  }

  private func isClock(_ k: Int) -> Bool {
    kind(k) == .colon && kind(k + 1) == .digits && isJoined(k) && isJoined(k + 1)
  }

  /// Whether a word before `i` lets one expect a date.
  private func isAfterDateWord(_ i: Int) -> Bool {
    guard i > 0 else { return false }
    switch kind(i - 1) {
    case .preposition: return value(i - 1) == 0
    case .of, .modifier, .edge, .to, .place, .later: return true
    case .and: return kind(i - 2) == .month || kind(i - 3) == .month
    case .hyphen, .dash: return isJoined(i)
    case .comma: return kind(i - 2) == .month
    default: return false
    }
  }

  private func weekdayDate(at i: Int) -> Reading<DateValue>? {
    guard isCapital(i) else { return nil }
    var k = i + 1
    if kind(k) == .comma { k += 1 }
    // "Thursday 12 June", "Friday, June 3, 2022".
    if let day = dayOfMonth(at: k), let found = dayThenMonth(day, at: k) { return found }
    if kind(k) == .month, let found = monthDate(at: k), found.content.precision != .month {
      return found
    }
    let end = kind(i + 1) == .dayPart && words[i + 1].isSpaced ? i + 2 : i + 1
    return Reading(end: end, content: weekday(value(i), step: nil))
  }

  /// A weekday: the last before the reference (nil or -1), the next (1) or of its week (0).
  private func weekday(_ weekday: Int, step: Int?) -> DateValue {
    guard let reference else { return Calendar.unknown(.day) }
    let difference = weekday - reference.weekday
    let shift: Int
    switch step {
    case nil: shift = difference > 0 ? difference - 7 : difference
    case .some(0): shift = difference
    case .some(let s) where s > 0: shift = difference > 0 ? difference : difference + 7
    default: shift = difference >= 0 ? difference - 7 : difference
    }
    let found = reference.advanced(by: shift)
    return DateValue(first: found, last: found, precision: .day)
  }

  private func today(at i: Int) -> Reading<DateValue>? {
    if kind(i - 1) == .hyphen, isJoined(i) { return nil }
    let end = kind(i + 1) == .dayPart && value(i) != 0 ? i + 2 : i + 1
    guard let reference else { return Reading(end: end, content: Calendar.unknown(.day)) }
    return Reading(end: end, content: Calendar.period(1, around: reference, step: value(i)))
  }

  // MARK: Seasons, quarters, feasts

  private func seasonDate(at i: Int) -> Reading<DateValue>? {
    if let year = yearAfter(i + 1), kind(i + 1) != .comma {
      return Reading(end: year.end, content: Calendar.season(value(i), year.content))
    }
    return nil
  }

  private func holiday(at i: Int) -> Reading<DateValue>? {
    guard isCapital(i) else { return nil }
    if value(i) == 101 { return newYear(at: i) }
    let year = year(at: i + 1)
    if value(i) > 0, let y = year ?? reference?.components.year {
      return Reading(
        end: year == nil ? i + 1 : i + 2, content: Calendar.day(y, value(i) / 100, value(i) % 100))
    }
    return Reading(end: year == nil ? i + 1 : i + 2, content: Calendar.unknown(.day))
  }

  /// "New Year's Day", "New Year's Eve 2024".
  private func newYear(at i: Int) -> Reading<DateValue>? {
    guard kind(i + 1) == .period, isCapital(i + 1), length(i + 1) == 4, kind(i + 2) == .quote,
      kind(i + 3) == .suffix, isJoined(i + 3), isCapital(i + 4)
    else { return nil }
    let isEve = kind(i + 4) == .place && length(i + 4) == 3
    guard isEve || kind(i + 4) == .period && value(i + 4) == 1 else { return nil }
    let (month, day) = isEve ? (12, 31) : (1, 1)
    let year = yearAfter(i + 5)
    return Reading(end: year?.end ?? i + 5, content: dayAndMonth(day, month, year?.content))
  }

  private func fiscal(at i: Int) -> Reading<DateValue>? {
    var k = i + 1
    if kind(i) == .fiscal, kind(k) == .period, value(k) == 5 { k += 1 }
    if let first = year(at: k, from: 1800, to: 2099) {
      if let range = yearRange(first, at: k) { return range }
      return Reading(end: k + 1, content: Calendar.years(first, 1, .year))
    }
    if kind(i) == .year, kind(k) == .digits, isJoined(k), words[k].digits == 2 {
      return Reading(end: k + 1, content: Calendar.years(2000 + value(k), 1, .year))
    }
    return nil
  }

  /// "Q3 2025", "H1 2024".
  private func quarter(at i: Int) -> Reading<DateValue>? {
    guard length(i) == 1, isCapital(i), kind(i + 1) == .digits, isJoined(i + 1),
      words[i + 1].digits == 1
    else { return nil }
    let isHalf = value(i) == 8
    let number = value(i + 1)
    guard number >= 1, number <= (isHalf ? 2 : 4) else { return nil }
    let year = yearAfter(i + 2)
    guard let y = year?.content ?? reference?.components.year else {
      return isHalf ? nil : Reading(end: i + 2, content: Calendar.unknown(.quarter))
    }
    if isHalf && year == nil { return nil }
    let months = isHalf ? 6 : 3
    return Reading(
      end: year?.end ?? i + 2,
      content: Calendar.span(
        y, (number - 1) * months + 1, months, isHalf ? .range : .quarter))
  }

  /// "year 2000".
  private func period(at i: Int) -> Reading<DateValue>? {
    guard value(i) == 5, length(i) == 4, let found = year(at: i + 1, from: 1000, to: 2199) else {
      return nil
    }
    return Reading(end: i + 2, content: Calendar.years(found, 1, .year))
  }
}
