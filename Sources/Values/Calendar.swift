import Model

/// Ranges of days that the grammar of dates speaks of.
enum Calendar {
  /// One day.
  static func day(_ year: Int, _ month: Int, _ day: Int) -> DateValue {
    let found = Day(year: year, month: month, day: day)
    return DateValue(first: found, last: found, precision: .day)
  }

  /// One month.
  static func month(_ year: Int, _ month: Int) -> DateValue {
    span(year, month, 1, .month)
  }

  /// `count` months from the first of `month`; none where the calendar ends.
  static func span(
    _ year: Int, _ month: Int, _ count: Int, _ precision: DateValue.Precision
  ) -> DateValue {
    guard let first = Day(year: year, month: month, day: 1) else {
      return DateValue(first: nil, last: nil, precision: precision)
    }
    let after = month - 1 + count
    let next = Day(year: year + after / 12, month: after % 12 + 1, day: 1)
    return DateValue(first: first, last: next?.advanced(by: -1), precision: precision)
  }

  /// `count` whole years.
  static func years(_ year: Int, _ count: Int, _ precision: DateValue.Precision) -> DateValue {
    span(year, 1, 12 * count, precision)
  }

  /// The day `months` months from `day`, at the end of a shorter month.
  static func adding(months: Int, to day: Day) -> Day? {
    let (year, month, dayOfMonth) = day.components
    let total = year * 12 + month - 1 + months
    guard total >= 12 else { return nil }
    let (y, m) = (total / 12, total % 12 + 1)
    return Day(year: y, month: m, day: min(dayOfMonth, Day.length(ofMonth: m, year: y)))
  }

  /// A date without days.
  static func unknown(_ precision: DateValue.Precision) -> DateValue {
    DateValue(first: nil, last: nil, precision: precision)
  }

  /// The unit of the calendar that holds `day`, moved by `step` units.
  ///
  /// Units: 1 day, 2 week, 3 month, 4 quarter, 5 year, 6 decade, 7 century.
  static func period(_ unit: Int, around day: Day, step: Int) -> DateValue {
    let (year, month, _) = day.components
    switch unit {
    case 1:
      let found = day.advanced(by: step)
      return DateValue(first: found, last: found, precision: .day)
    case 2:
      let monday = day.advanced(by: 1 - day.weekday + 7 * step)
      return DateValue(first: monday, last: monday.advanced(by: 6), precision: .week)
    case 3:
      let total = year * 12 + month - 1 + step
      return Calendar.month(total / 12, total % 12 + 1)
    case 4:
      let total = year * 4 + (month - 1) / 3 + step
      return span(total / 4, total % 4 * 3 + 1, 3, .quarter)
    case 5: return years(year + step, 1, .year)
    case 6: return years((year / 10 + step) * 10, 10, .decade)
    case 7: return years(((year - 1) / 100 + step) * 100 + 1, 100, .range)
    case 9:
      let saturday = day.advanced(by: 6 - day.weekday + 7 * step)
      return DateValue(first: saturday, last: saturday.advanced(by: 1), precision: .range)
    default: return unknown(.range)
    }
  }

  /// `count` units before (negative) or after `day`, to the precision of the unit.
  static func moved(_ unit: Int, _ count: Int, from day: Day) -> DateValue {
    guard abs(count) < 5000 else { return unknown(.range) }
    switch unit {
    case 1:
      let found = day.advanced(by: count)
      return DateValue(first: found, last: found, precision: .day)
    case 2:
      let found = day.advanced(by: 7 * count)
      return period(2, around: found, step: 0)
    case 3:
      return adding(months: count, to: day).map { period(3, around: $0, step: 0) }
        ?? unknown(.month)
    case 4: return period(4, around: day, step: count)
    case 5: return period(5, around: day, step: count)
    case 6: return period(5, around: day, step: 10 * count)
    case 7: return period(5, around: day, step: 100 * count)
    default: return unknown(.range)
    }
  }

  /// The stretch of `count` units that ends (negative) or begins at `day`.
  static func stretch(_ unit: Int, _ count: Int, from day: Day) -> DateValue {
    guard abs(count) < 5000 else { return unknown(.range) }
    let other: Day?
    switch unit {
    case 1: other = day.advanced(by: count)
    case 2: other = day.advanced(by: 7 * count)
    case 3: other = adding(months: count, to: day)
    case 4: other = adding(months: 3 * count, to: day)
    case 5: other = adding(months: 12 * count, to: day)
    case 6: other = adding(months: 120 * count, to: day)
    case 7: other = adding(months: 1200 * count, to: day)
    default: other = nil
    }
    guard let other else { return unknown(.range) }
    return DateValue(first: min(day, other), last: max(day, other), precision: .range)
  }

  /// A part of a unit: the early, middle or late third, or its first or last day.
  static func part(_ edge: Int, of date: DateValue) -> DateValue {
    guard let first = date.first, let last = date.last else { return unknown(.range) }
    let length = first.distance(to: last) + 1
    let third = max(1, length / 3)
    switch edge {
    case 0:
      return DateValue(first: first, last: first.advanced(by: third - 1), precision: .range)
    case 1:
      return DateValue(
        first: first.advanced(by: third), last: last.advanced(by: -third), precision: .range)
    default:
      return DateValue(first: last.advanced(by: 1 - third), last: last, precision: .range)
    }
  }

  /// The last `count` days (unit 1), weeks (2), months (3) or quarters (4) of `date`.
  static func end(_ unit: Int, _ count: Int, of date: DateValue) -> DateValue {
    guard let last = date.last else { return unknown(unit == 1 ? .day : .range) }
    if unit <= 2 {
      let days = unit == 1 ? count : 7 * count
      return DateValue(
        first: last.advanced(by: 1 - days), last: last,
        precision: count > 1 ? .range : unit == 1 ? .day : .week)
    }
    let months = unit == 3 ? count : 3 * count
    let (year, month, _) = last.components
    let begin = year * 12 + month - months
    guard begin >= 12 else { return unknown(.range) }
    return span(
      begin / 12, begin % 12 + 1, months, count > 1 ? .range : unit == 3 ? .month : .quarter)
  }

  /// The months of a season in the north; winter begins in December.
  static func season(_ season: Int, _ year: Int) -> DateValue {
    switch season % 10 {
    case 1: return span(year, 3, 3, .range)
    case 2: return span(year, 6, 3, .range)
    case 3: return span(year, 9, 3, .range)
    default: return span(year, 12, 3, .range)
    }
  }
}
