import Bytes
import Model

/// A day written in a text, with the bytes that it takes there.
struct WrittenDate: Equatable {
  var day: Day
  /// The day with the first two numbers exchanged, when it could be meant as well.
  var swapped: Day? = nil
  /// Byte offsets into the text that was searched, half-open.
  var range: Range<Int>
}

/// Finds the first date that is written in text, in the forms of ten languages and more.
///
/// - Complexity: O(*n*).
func visibleDate(in text: String, monthFirst: Bool = false, shortYears: Bool = false) -> Day? {
  writtenDates(in: Array(text.utf8), monthFirst: monthFirst, shortYears: shortYears).first?.day
}

/// Finds the dates that are written in text, in its order, within its first 4,000 bytes.
///
/// Understands `2025-08-27`, `27.8.2025`, `27/08/2025` (day first unless `monthFirst` is set or that
/// cannot be; always after a full stop), `August 27, 2025`, `27 August 2025`, `27. August 2025`,
/// `27 de agosto de 2025`, `2025年8月27日`, `令和7年8月27日` and `2025년 8월 27일`. With `shortYears`, a
/// text without any of these may have `27.8.25` or `8/27/25`. Days before 1900 and after 2100 are
/// passed over.
/// - Complexity: O(*n*).
func writtenDates(
  in text: [UInt8], monthFirst: Bool = false, shortYears: Bool = false
) -> [WrittenDate] {
  let tokens = dateTokens(text)
  var found: [WrittenDate] = []
  var index = 0
  while index + 2 < tokens.count {
    let parts = tokens[index...(index + 2)]
    guard !hasYearOfItsOwn(tokens, index), let day = day(of: parts, monthFirst: monthFirst) else {
      index += 1
      continue
    }
    found.append(
      WrittenDate(
        day: day, swapped: swapped(day, parts),
        range: tokens[index].start..<tokens[index + 2].end))
    index += 3
  }
  if found.isEmpty, shortYears, let date = shortYearDate(in: text, monthFirst: monthFirst) {
    found.append(date)
  }
  return found
}

/// Whether the month and day behind a year are those of another year: "Plan 2000, April 13, 1999".
private func hasYearOfItsOwn(_ tokens: [DateToken], _ index: Int) -> Bool {
  guard index + 3 < tokens.count, case .number(_, 4) = tokens[index].kind,
    case .month = tokens[index + 1].kind, case .number(_, 1...2) = tokens[index + 2].kind,
    case .number(1900...2100, 4) = tokens[index + 3].kind
  else { return false }
  return true
}

/// The day that three parts of a date name, in whatever order they stand.
private func day(of parts: ArraySlice<DateToken>, monthFirst: Bool) -> Day? {
  let (a, b, c) = (
    parts[parts.startIndex], parts[parts.startIndex + 1], parts[parts.startIndex + 2]
  )
  switch (a.kind, b.kind, c.kind) {
  case (.month(let month), .number(let day, 1...2), .number(let year, 4)):
    return plausible(year, month, day)
  case (.number(let year, 4), .month(let month), .number(let day, 1...2)):
    return plausible(year, month, day)
  case (.number(let day, 1...2), .month(let month), .number(let year, 4)):
    return plausible(year, month, day)
  case (.number(let day, 1...2), .month(let month), .number(let year, 2)):
    return plausible(2000 + year, month, day)
  case (.number(let year, 4), .number(let month, 1...2), .number(let day, 1...2)):
    return b.hasSameGap(as: c) ? plausible(year, month, day) : nil
  case (.number(let first, 1...2), .number(let second, 1...2), .number(let year, 4)):
    guard b.hasSameGap(as: c) else { return nil }
    let dayFirst = plausible(year, second, first)
    let monthFirstDay = plausible(year, first, second)
    // Nobody puts the month first before a full stop.
    return monthFirst && b.gap != 0x2E ? monthFirstDay ?? dayFirst : dayFirst ?? monthFirstDay
  default: return nil
  }
}

/// The day that two short numbers before a year name in the order that was not taken.
private func swapped(_ day: Day, _ parts: ArraySlice<DateToken>) -> Day? {
  guard case .number(_, 1...2) = parts[parts.startIndex].kind,
    case .number(_, 1...2) = parts[parts.startIndex + 1].kind
  else { return nil }
  let date = day.components
  let other = plausible(date.year, date.day, date.month)
  return other == day ? nil : other
}

/// A day of three short numbers with one separator, such as `27.08.25`.
private func shortYearDate(in text: [UInt8], monthFirst: Bool) -> WrittenDate? {
  let bytes = text.prefix(400)
  var numbers: [Int] = []
  var first = 0
  var separator: UInt8 = 0
  var i = 0
  while i <= bytes.count {
    let start = i
    var value = 0
    while i < bytes.count, ASCII.isDigit(bytes[i]), i - start < 9 {
      value = value * 10 + Int(bytes[i] - 0x30)
      i += 1
    }
    let length = i - start
    let next = i < bytes.count ? bytes[i] : 0
    if length == 1 || length == 2 {
      if numbers.isEmpty { first = start }
      numbers.append(value)
      if numbers.count == 3, length == 2, next != separator, value <= 40 {
        let isMonthFirst = (monthFirst && separator != 0x2E) || numbers[1] > 12
        let (month, day) = isMonthFirst ? (numbers[0], numbers[1]) : (numbers[1], numbers[0])
        if let found = plausible(2000 + value, month, day) {
          return WrittenDate(day: found, range: first..<i)
        }
      }
      let goesOn = next == 0x2E || next == 0x2F
      if !goesOn || numbers.count == 3 || (numbers.count == 2 && next != separator) { numbers = [] }
      separator = next
    } else {
      numbers = []
    }
    i += 1
  }
  return nil
}

/// The day that an address names, as in `/2025/08/27/`.
func day(inURL url: String) -> Day? {
  let bytes = Array(url.utf8)
  var i = 0
  while i + 10 <= bytes.count {
    let separator = bytes[i + 4]
    if i == 0 || !ASCII.isDigit(bytes[i - 1]), [0x2F, 0x2D, 0x5F].contains(separator),
      bytes[i + 7] == separator, i + 10 == bytes.count || !ASCII.isDigit(bytes[i + 10])
    {
      var digits: [UInt8] = []
      for (k, byte) in bytes[i..<(i + 10)].enumerated() {
        digits.append(k == 4 || k == 7 ? 0x2D : byte)
      }
      if let day = Day(iso: String(decoding: digits, as: UTF8.self)),
        plausible(day.components.year, 1, 1) != nil
      {
        return day
      }
    }
    // /20250827/
    if i > 0, !ASCII.isDigit(bytes[i - 1]), bytes[i..<(i + 8)].allSatisfy(ASCII.isDigit),
      i + 8 == bytes.count || !ASCII.isDigit(bytes[i + 8]),
      let number = Int(String(decoding: bytes[i..<(i + 8)], as: UTF8.self)),
      let day = plausible(number / 10_000, number / 100 % 100, number % 100)
    {
      return day
    }
    i += 1
  }
  return nil
}

/// The day of a machine-readable date: ISO 8601, RFC 822, or anything written out.
func machineDate(_ text: String, monthFirst: Bool = false) -> Day? {
  let trimmed = text.drop { $0 == " " || $0 == "\n" || $0 == "\t" }
  if let day = Day(iso: trimmed) { return plausible(day) }
  let bytes = Array(trimmed.utf8.prefix(8))
  if bytes.count == 8, bytes.allSatisfy(ASCII.isDigit), let number = Int(trimmed.prefix(8)) {
    return plausible(number / 10_000, number / 100 % 100, number % 100)
  }
  return visibleDate(
    in: String(trimmed.prefix(80)), monthFirst: monthFirst || trimmed.contains("/"))
}

/// The first day of the month that a line names, when the line holds nothing but month and year.
func writtenMonth(in line: [UInt8]) -> Day? {
  let tokens = dateTokens(line)
  guard tokens.count == 2 else { return nil }
  switch (tokens[0].kind, tokens[1].kind) {
  case (.month(let month), .number(let year, 4)): return plausible(year, month, 1)
  case (.number(let year, 4), .number(let month, 1...2)):
    // Only "2015年11月" and "2015년 11월" are months; "2015 11" could be anything.
    return tokens[1].gap == 1 ? plausible(year, month, 1) : nil
  default: return nil
  }
}

private func plausible(_ day: Day) -> Day? {
  (1900...2100).contains(day.components.year) ? day : nil
}

private func plausible(_ year: Int, _ month: Int, _ day: Int) -> Day? {
  Day(year: year, month: month, day: day).flatMap { plausible($0) }
}
