import Model

/// Dates that are told from another date: "last Friday", "the past two years", "five years ago".
extension ValueGrammar {
  /// "the 1990s", "the late 1970s", "the past two years", "the end of March", "the spring".
  func articleDate(at i: Int) -> Reading<DateValue>? {
    let k = i + 1
    switch kind(k) {
    case .digits: return decadeOrCentury(at: k) ?? namedDay(at: k)
    case .quote: return shortDecade(at: k)
    case .decadeName:
      return Reading(end: k + 1, content: Calendar.years(value(k), 10, .decade))
    case .modifier: return modified(at: k, isDefinite: true)
    case .edge: return edge(at: k)
    case .place, .ordinal, .tens:
      if let found = decadeOrCentury(at: k) { return found }
      return portion(at: k)
    case .season:
      if let dated = date(at: k) { return dated }
      let end = k + 1
      guard kind(end) != .of, kind(k - 2) == .preposition || kind(k - 2) == .of else { return nil }
      return Reading(end: end, content: seasonNear(value(k), step: 0))
    case .fiscal: return date(at: k)
    case .period:
      if let found = date(at: k) ?? dayBeside(at: k) { return found }
      // "the year before", "the month after".
      if kind(k + 1) == .later, value(k + 1) == -1, length(k + 1) == 6, value(k) >= 2,
        length(k) == 4 || length(k) == 5, !isWord(k + 2) || kind(k + 2) != .other
      {
        return Reading(end: k + 2, content: Calendar.unknown(precision(value(k))))
      }
      return nil
    default: return nil
    }
  }

  /// "the 27th of August".
  private func namedDay(at k: Int) -> Reading<DateValue>? {
    guard kind(k + 1) == .suffix, isJoined(k + 1), kind(k + 2) == .of, kind(k + 3) == .month else {
      return nil
    }
    return date(at: k)
  }

  /// "the day before yesterday", "the day after tomorrow".
  private func dayBeside(at k: Int) -> Reading<DateValue>? {
    guard value(k) == 1, length(k) == 3, kind(k + 1) == .later, kind(k + 2) == .today,
      value(k + 2) != 0, value(k + 2) == value(k + 1)
    else { return nil }
    guard let reference else { return Reading(end: k + 3, content: Calendar.unknown(.day)) }
    return Reading(
      end: k + 3, content: Calendar.period(1, around: reference, step: 2 * value(k + 2)))
  }

  private func decadeOrCentury(at k: Int) -> Reading<DateValue>? {
    if kind(k) == .digits, words[k].digits == 4, let found = date(at: k),
      found.content.precision == .decade
    {
      return found
    }
    let found = kind(k) == .digits ? date(at: k) : ordinalCentury(at: k)
    guard let found, found.content.precision == .range, kind(found.end - 1) == .period else {
      return nil
    }
    return found
  }

  private func ordinalCentury(at k: Int) -> Reading<DateValue>? {
    var number = value(k)
    var end = k + 1
    if kind(k) == .tens {
      guard isHyphen(k + 1), kind(k + 2) == .ordinal else { return nil }
      number += value(k + 2)
      end = k + 3
    }
    if isHyphen(end) { end += 1 }
    guard kind(end) == .period, value(end) == 7, (1...21).contains(number) else { return nil }
    return Reading(end: end + 1, content: Calendar.years((number - 1) * 100 + 1, 100, .range))
  }

  private func precision(_ unit: Int) -> DateValue.Precision {
    switch unit {
    case 1: return .day
    case 2: return .week
    case 3: return .month
    case 4: return .quarter
    case 5: return .year
    case 6: return .decade
    default: return .range
    }
  }

  /// "last year", "the next few months", "this Friday", "last autumn", "recent years".
  func modified(at i: Int, isDefinite: Bool) -> Reading<DateValue>? {
    var step = value(i)
    var k = i + 1
    if step == 5 || step == 6 {
      // "that year", "those years": of the text, not of the calendar.
      guard kind(k) == .period, value(k) >= 2, value(k) <= 7 || kind(k) == .season else {
        return nil
      }
      return Reading(end: k + 1, content: Calendar.unknown(precision(value(k))))
    }
    // "this past year", "this coming summer".
    if kind(k) == .modifier, value(k) == -1 || value(k) == 1, length(k) > 3 || step == 0 {
      step = value(k)
      k += 1
    }
    if kind(k) == .fiscal { k += 1 }
    if isDefinite, step == -1, length(i) == 4, let found = lastOf(at: k) { return found }
    switch kind(k) {
    case .period: return plainPeriod(at: k, step: step, modifier: i, isDefinite: isDefinite)
    case .quarter where length(k) > 1:
      if kind(k + 1) == .period, value(k + 1) == 7 {
        return Reading(end: k + 2, content: Calendar.unknown(.range))
      }
      guard isDefinite || step == 0 || length(i) == 4 else { return nil }
      return Reading(end: k + 1, content: calendar(4, step))
    case .weekday where isCapital(k):
      let end = kind(k + 1) == .dayPart ? k + 2 : k + 1
      guard let reference else { return Reading(end: end, content: Calendar.unknown(.day)) }
      let difference = value(k) - reference.weekday
      let shift =
        step == 0
        ? difference
        : step > 0
          ? (difference > 0 ? difference : difference + 7)
          : (difference >= 0 ? difference - 7 : difference)
      return Reading(end: end, content: Calendar.period(1, around: reference, step: shift))
    case .month where isCapital(k) && value(k) < 200:
      return Reading(end: k + 1, content: relativeMonth(value(k) % 100, step))
    case .season:
      if length(k) == 4, kind(k + 1) == .of { return nil }
      return Reading(end: k + 1, content: seasonNear(value(k), step: step))
    case .dayPart:
      guard !isDefinite, step < 0 && value(k) == 0 || step == 0 else { return nil }
      let shift = step < 0 ? -1 : 0
      guard let reference else { return Reading(end: k + 1, content: Calendar.unknown(.day)) }
      return Reading(end: k + 1, content: Calendar.period(1, around: reference, step: shift))
    case .digits, .unit, .teen, .tens, .few, .article:
      guard isDefinite || length(i) == 4, step != 0 else { return nil }
      return stretch(at: k, step: step)
    default: return nil
    }
  }

  /// "quarter of 2024", "three months of the year", "day of 2024" after "the last".
  private func lastOf(at start: Int) -> Reading<DateValue>? {
    var k = start
    var count = 1
    if kind(k) == .unit || kind(k) == .teen || kind(k) == .digits {
      count = value(k)
      k += 1
    }
    let unit: Int
    switch kind(k) {
    case .period where (1...3).contains(value(k)): unit = value(k)
    case .quarter where length(k) > 1: unit = 4
    default: return nil
    }
    guard (1...400).contains(count), kind(k + 1) == .of, let whole = whole(at: k + 2) else {
      return nil
    }
    return Reading(end: whole.end, content: Calendar.end(unit, count, of: whole.content))
  }

  private func plainPeriod(
    at k: Int, step: Int, modifier i: Int, isDefinite: Bool
  ) -> Reading<DateValue>? {
    let unit = value(k)
    if unit == 1 { return nil }
    let word = length(i)
    let isPlural =
      length(k) > 4 && unit != 7 && unit != 6 && unit != 3 && unit != 8
      || unit == 3 && length(k) == 6 || unit == 6 && length(k) == 7 || unit == 7 && length(k) == 9
    if isPlural, unit != 9 { return Reading(end: k + 1, content: Calendar.unknown(.range)) }
    // "following", "previous", "preceding" and "past" want their article.
    if !isDefinite, word >= 8 { return nil }
    if isDefinite, word == 4, step < 0, unit == 5 || unit == 6 || unit == 3 {
      // "the past year", "the last decade": the stretch that ends now.
      guard let reference else { return Reading(end: k + 1, content: Calendar.unknown(.range)) }
      return Reading(end: k + 1, content: Calendar.stretch(unit, -1, from: reference))
    }
    if isDefinite, word >= 8 {
      return Reading(end: k + 1, content: Calendar.unknown(precision(unit)))
    }
    return Reading(end: k + 1, content: calendar(unit, step))
  }

  private func calendar(_ unit: Int, _ step: Int) -> DateValue {
    guard let reference else { return Calendar.unknown(precision(unit)) }
    return Calendar.period(unit, around: reference, step: step)
  }

  private func relativeMonth(_ month: Int, _ step: Int) -> DateValue {
    guard let reference else { return Calendar.unknown(.month) }
    let (year, now, _) = reference.components
    switch step {
    case 0: return Calendar.month(year, month)
    case 1...: return Calendar.month(month > now ? year : year + 1, month)
    default: return Calendar.month(month < now ? year : year - 1, month)
    }
  }

  private func seasonNear(_ season: Int, step: Int) -> DateValue {
    guard let reference else { return Calendar.unknown(.range) }
    let year = reference.components.year
    let here = Calendar.season(season, year)
    guard step != 0, let first = here.first, let last = here.last else { return here }
    if step < 0 { return last < reference ? here : Calendar.season(season, year - 1) }
    return first > reference ? here : Calendar.season(season, year + 1)
  }

  /// "two years", "few months", "several decades", "quarter century" after a modifier.
  private func stretch(at k: Int, step: Int) -> Reading<DateValue>? {
    var count: Int?
    var end = k
    if kind(k) == .few {
      end = k + 1
    } else if let number = number(at: k), number.content.exponent >= 0,
      number.content.exponent < 4
    {
      count = Int(clamping: number.content.coefficient)
      for _ in 0..<number.content.exponent { count = count.map { $0 * 10 } }
      end = number.end
      // "six to eight quarters".
      if kind(end) == .to || kind(end) == .hyphen || kind(end) == .dash,
        let second = self.number(at: end + 1)
      {
        end = second.end
        count = nil
      }
    } else {
      return nil
    }
    let unit: Int
    if kind(end) == .period {
      unit = value(end)
    } else if kind(end) == .fraction, value(end) == 4 {
      unit = 4
    } else {
      return nil
    }
    guard let reference, let count else {
      return Reading(end: end + 1, content: Calendar.unknown(.range))
    }
    return Reading(
      end: end + 1,
      content: Calendar.stretch(unit, step * min(count, 5000), from: reference))
  }

  /// "five years ago", "a year earlier", "two decades later".
  func counted(at i: Int) -> Reading<DateValue>? {
    var count: Int?
    var end = i
    if kind(i) == .few {
      end = i + 1
    } else if kind(i) == .article {
      end = i + 1
      if kind(end) == .few { end += 1 } else { count = 1 }
      if kind(end) == .half, kind(end + 1) == .period { (count, end) = (nil, end + 1) }
    } else if let number = number(at: i) {
      end = number.end
      if number.content.exponent >= 0, number.content.exponent < 4 {
        count = Int(clamping: number.content.coefficient)
        for _ in 0..<number.content.exponent { count = count.map { $0 * 10 } }
      }
    } else {
      return nil
    }
    guard kind(end) == .period else { return nil }
    let unit = value(end)
    var k = end + 1
    // "a year and a half ago".
    if kind(k) == .and, kind(k + 1) == .article, kind(k + 2) == .half {
      k += 3
      count = nil
    }
    let isPast: Bool
    switch kind(k) {
    case .ago: isPast = true
    case .later where value(k) == -1:
      // "a year before" but not "a year before the vote".
      if length(k) == 6, isWord(k + 1) { return nil }
      return Reading(end: k + 1, content: Calendar.unknown(precision(unit)))
    case .later where length(k) == 5 && value(k) == 1:
      if length(k) == 5, words[k].value == 1, isAfterWord(k) { return nil }
      return Reading(end: k + 1, content: Calendar.unknown(precision(unit)))
    default: return nil
    }
    guard isPast, let reference, let count else {
      return Reading(end: k + 1, content: Calendar.unknown(precision(unit)))
    }
    return Reading(
      end: k + 1, content: Calendar.moved(unit, -min(count, 5000), from: reference))
  }

  /// "after" has as many letters as "later", and is followed by what it is after.
  private func isAfterWord(_ k: Int) -> Bool {
    kind(k + 1) == .the || kind(k + 1) == .article || isCapital(k + 1)
      || kind(k + 1) == .modifier
  }

  func halfYears(at i: Int) -> Reading<DateValue>? { nil }

  /// "early 2024", "late March", "mid-1980s", "mid-century".
  func edge(at i: Int) -> Reading<DateValue>? {
    var k = i + 1
    if isHyphen(k) { k += 1 } else if kind(k) == .hyphen { return nil }
    if kind(k) == .to || kind(k) == .dash { return nil }
    if kind(k) == .month, isCapital(k) {
      guard let month = date(at: k) else { return nil }
      guard month.content.precision == .month else { return month }
      return Reading(end: month.end, content: Calendar.part(value(i), of: month.content))
    }
    if kind(k) == .decadeName, kind(i - 1) == .the {
      let decade = Calendar.years(value(k), 10, .decade)
      return Reading(end: k + 1, content: Calendar.part(value(i), of: decade))
    }
    if kind(k) == .digits, words[k].digits == 4, let found = date(at: k) {
      return Reading(end: found.end, content: Calendar.part(value(i), of: found.content))
    }
    if kind(k) == .modifier, value(k) != 5, let found = modified(at: k, isDefinite: false) {
      return Reading(end: found.end, content: Calendar.part(value(i), of: found.content))
    }
    if kind(k) == .season, value(i) != 1 {
      let season = date(at: k) ?? Reading(end: k + 1, content: seasonNear(value(k), step: 0))
      return Reading(end: season.end, content: Calendar.part(value(i), of: season.content))
    }
    return nil
  }

  /// "earlier this year", "later this month".
  func later(at i: Int) -> Reading<DateValue>? {
    guard length(i) != 6, value(i) == -1 || length(i) == 5 else { return nil }
    if kind(i + 1) == .modifier, value(i + 1) == 0 {
      return modified(at: i + 1, isDefinite: false)
    }
    if kind(i + 1) == .today, value(i + 1) == 0, length(i + 1) == 5 { return date(at: i + 1) }
    return nil
  }

  /// "the end of March", "the first quarter of 2025", "the first nine months of the year".
  func portion(at i: Int) -> Reading<DateValue>? {
    var k = i + 1
    var count = 1
    if kind(i) == .ordinal, kind(k) == .unit || kind(k) == .teen || kind(k) == .digits,
      kind(k + 1) == .period
    {
      count = value(k)
      k += 1
    }
    let isPlace = kind(i) == .place
    let unit: Int
    if isPlace {
      unit = 0
    } else if kind(k) == .quarter, length(k) > 1 {
      unit = 4
      k += 1
    } else if kind(k) == .half {
      unit = 10
      k += 1
    } else if kind(k) == .period, value(k) != 7 {
      unit = value(k)
      k += 1
    } else {
      return nil
    }
    let wasDefinite = kind(i - 1) == .the
    guard kind(k) == .of, let whole = whole(at: k + 1) else {
      // "the first quarter" stands for itself.
      guard unit == 4, wasDefinite, value(i) > 0, value(i) < 5, kind(k) != .of else { return nil }
      guard let year = reference?.components.year else {
        return Reading(end: k, content: Calendar.unknown(.quarter))
      }
      return Reading(
        end: k, content: Calendar.span(year, (value(i) - 1) * 3 + 1, 3, .quarter))
    }
    return Reading(
      end: whole.end,
      content: part(of: whole.content, unit, value(i), count, isPlace: isPlace))
  }

  /// What follows "of": a date of any kind, "the year", "the decade".
  private func whole(at k: Int) -> Reading<DateValue>? {
    if kind(k) == .the, kind(k + 1) == .period, value(k + 1) >= 2, value(k + 1) < 8,
      length(k + 1) < 8
    {
      let here = reference.map { Calendar.period(value(k + 1), around: $0, step: 0) }
      return Reading(end: k + 2, content: here ?? Calendar.unknown(.range))
    }
    switch kind(k) {
    case .digits, .month, .modifier, .season, .fiscal, .year: return date(at: k)
    case .the where kind(k + 1) == .digits || kind(k + 1) == .edge || kind(k + 1) == .modifier:
      return date(at: k)
    default: return nil
    }
  }

  private func part(
    of whole: DateValue, _ unit: Int, _ ordinal: Int, _ count: Int, isPlace: Bool
  ) -> DateValue {
    guard let first = whole.first, let last = whole.last else { return Calendar.unknown(.range) }
    if isPlace {
      switch ordinal {
      case 0: return DateValue(first: last, last: last, precision: .day)
      case 1: return DateValue(first: first, last: first, precision: .day)
      default: return Calendar.part(1, of: whole)
      }
    }
    let (year, month, _) = first.components
    let isLast = ordinal <= 0
    switch unit {
    case 4:
      let index = isLast ? 4 : ordinal
      return Calendar.span(year, month + (index - 1) * 3, 3, .quarter, checked: index <= 4)
    case 10:
      let length = (first.distance(to: last) + 1) / 2
      if whole.precision == .year {
        return Calendar.span(year, isLast || ordinal == 2 ? 7 : 1, 6, .range)
      }
      return isLast || ordinal == 2
        ? DateValue(first: last.advanced(by: 1 - length), last: last, precision: .range)
        : DateValue(first: first, last: first.advanced(by: length - 1), precision: .range)
    case 3 where !isLast && ordinal == 1:
      return Calendar.span(year, month, count, count == 1 ? .month : .range)
    case 1:
      let day = isLast ? last : first.advanced(by: min(ordinal, 400) - 1)
      return DateValue(
        first: day, last: day.advanced(by: min(count, 400) - 1),
        precision: count == 1 ? .day : .range)
    case 2:
      let start = isLast ? last.advanced(by: -6) : first.advanced(by: 7 * (min(ordinal, 60) - 1))
      return DateValue(first: start, last: start.advanced(by: 6), precision: .week)
    default: return Calendar.unknown(.range)
    }
  }
}

extension Calendar {
  /// As `span`, where months past December belong to the next year; nothing unless `checked`.
  static func span(
    _ year: Int, _ month: Int, _ count: Int, _ precision: DateValue.Precision, checked: Bool
  ) -> DateValue {
    guard checked else { return unknown(precision) }
    return span(year + (month - 1) / 12, (month - 1) % 12 + 1, count, precision)
  }
}
