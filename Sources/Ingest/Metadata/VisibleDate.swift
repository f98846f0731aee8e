import Bytes
import Model

/// Finds a date that is written in text, in the forms of ten languages.
///
/// Understands `2025-08-27`, `27.8.2025`, `27/08/2025` (day first unless that cannot be),
/// `August 27, 2025`, `27 August 2025`, `27. August 2025`, `27 de agosto de 2025`, `2025年8月27日`
/// and `2025년 8월 27일`; with `shortYears` also `27.8.25` and `8/27/25`. Days before 1900 and after 2100
/// are passed over.
/// - Complexity: O(*n*).
func visibleDate(
  in text: String, monthFirst: Bool = false, shortYears: Bool = false
) -> Day? {
  let monthFirst = monthFirst && !hasDottedNumbers(text)
  return longYearDate(in: text, monthFirst: monthFirst)
    ?? (shortYears ? shortYearDate(in: text, monthFirst: monthFirst) : nil)
}

/// Whether a point stands between two digits: nobody puts the month first there.
private func hasDottedNumbers(_ text: String) -> Bool {
  let bytes = Array(text.utf8.prefix(200))
  return bytes.indices.dropFirst().dropLast().contains {
    bytes[$0] == 0x2E && ASCII.isDigit(bytes[$0 - 1]) && ASCII.isDigit(bytes[$0 + 1])
  }
}

/// A day of three short numbers with one separator, such as `27.08.25`.
private func shortYearDate(in text: String, monthFirst: Bool) -> Day? {
  let bytes = Array(text.utf8.prefix(400))
  var numbers: [Int] = []
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
      numbers.append(value)
      if numbers.count == 3, length == 2, next != separator, value <= 40 {
        let isMonthFirst = monthFirst || numbers[1] > 12
        let (month, day) = isMonthFirst ? (numbers[0], numbers[1]) : (numbers[1], numbers[0])
        if let found = plausible(2000 + value, month, day) { return found }
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

private func longYearDate(in text: String, monthFirst: Bool) -> Day? {
  let tokens = dateTokens(text)
  for i in tokens.indices {
    guard case .number(let first, let digits) = tokens[i] else {
      // August 27, 2025
      if case .month(let month) = tokens[i], i + 2 < tokens.count,
        case .number(let day, let dayDigits) = tokens[i + 1], dayDigits <= 2,
        case .number(let year, 4) = tokens[i + 2],
        let found = plausible(year, month, day)
      {
        return found
      }
      continue
    }
    if digits == 4, i + 2 < tokens.count, case .number(let month, let m) = tokens[i + 1], m <= 2,
      case .number(let day, let d) = tokens[i + 2], d <= 2, let found = plausible(first, month, day)
    {
      return found
    }
    if digits == 4, i + 2 < tokens.count, case .month(let month) = tokens[i + 1],
      case .number(let day, let d) = tokens[i + 2], d <= 2, let found = plausible(first, month, day)
    {
      return found
    }
    guard digits <= 2, i + 2 < tokens.count else { continue }
    if case .month(let month) = tokens[i + 1], case .number(let year, let y) = tokens[i + 2],
      y == 4 || y == 2, let found = plausible(y == 2 ? 2000 + year : year, month, first)
    {
      return found
    }
    if case .number(let second, let s) = tokens[i + 1], s <= 2,
      case .number(let year, 4) = tokens[i + 2]
    {
      let dayFirst = plausible(year, second, first)
      let monthFirstDay = plausible(year, first, second)
      if let found = monthFirst ? monthFirstDay ?? dayFirst : dayFirst ?? monthFirstDay {
        return found
      }
    }
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

private func plausible(_ day: Day) -> Day? {
  (1900...2100).contains(day.components.year) ? day : nil
}

private func plausible(_ year: Int, _ month: Int, _ day: Int) -> Day? {
  Day(year: year, month: month, day: day).flatMap { plausible($0) }
}

private enum DateToken {
  case number(Int, digits: Int)
  case month(Int)
}

/// Numbers and months of a text in order, other words as gaps that break a date.
private func dateTokens(_ text: String) -> [DateToken] {
  var tokens: [DateToken] = []
  let bytes = Array(text.utf8.prefix(4_000))
  var i = 0
  while i < bytes.count {
    if ASCII.isDigit(bytes[i]) {
      var value = 0
      let start = i
      while i < bytes.count, ASCII.isDigit(bytes[i]), i - start < 9 {
        value = value * 10 + Int(bytes[i] - 0x30)
        i += 1
      }
      tokens.append(.number(value, digits: i - start))
      // 1st, 2nd, 27th
      if i + 1 < bytes.count,
        ["st", "nd", "rd", "th"].contains(String(decoding: bytes[i..<(i + 2)], as: UTF8.self))
      {
        i += 2
      }
      continue
    }
    guard ASCII.isLetter(bytes[i]) || bytes[i] >= 0x80 else {
      i += 1
      continue
    }
    let start = i
    while i < bytes.count, ASCII.isLetter(bytes[i]) || bytes[i] >= 0x80 { i += 1 }
    let word = String(decoding: bytes[start..<i], as: UTF8.self).lowercased()
    if let month = MonthNames.month(word) {
      tokens.append(.month(month))
    } else if !MonthNames.fillers.contains(word) {
      // A word that belongs to no date: a number that no other follows means nothing.
      tokens.append(.number(0, digits: 9))
    }
  }
  return tokens
}
