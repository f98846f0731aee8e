/// A calendar day of the proleptic Gregorian calendar, without time or time zone.
///
/// Days from year 1 to year 9999 are valid; arithmetic outside that range is not checked.
public struct Day: RawRepresentable, Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before it.
  public let rawValue: Int32

  /// A day by its number since 1970-01-01.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// The day `year`-`month`-`day`, or nil when the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil).
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    rawValue = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// The day that an ISO 8601 date such as `2025-08-27` names, or nil.
  ///
  /// Only the first ten bytes are read, so a date with a time is accepted; the time is dropped.
  public init?(iso text: some StringProtocol) {
    var digits: [Int] = []
    for (index, byte) in text.utf8.prefix(10).enumerated() {
      if index == 4 || index == 7 {
        guard byte == 0x2D else { return nil }
      } else {
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        digits.append(Int(byte - 0x30))
      }
    }
    guard digits.count == 8 else { return nil }
    self.init(
      year: digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3],
      month: digits[4] * 10 + digits[5], day: digits[6] * 10 + digits[7])
  }

  /// Year, month (1–12) and day of the month (1–31).
  public var components: (year: Int, month: Int, day: Int) {
    let z = Int(rawValue) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// The day of the week by ISO 8601: 1 is Monday, 7 is Sunday.
  public var weekday: Int {
    let r = (Int(rawValue) + 3) % 7
    return (r < 0 ? r + 7 : r) + 1
  }

  /// The day `days` later; earlier when negative.
  public func advanced(by days: Int) -> Day { Day(rawValue: rawValue + Int32(days)) }

  /// Days from this day to `other`; negative when `other` is earlier.
  public func distance(to other: Day) -> Int { Int(other.rawValue) - Int(rawValue) }

  /// The number of days of a month (1–12) of a year.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  /// The order of days is the order of time.
  public static func < (a: Day, b: Day) -> Bool { a.rawValue < b.rawValue }
}

extension Day: CustomStringConvertible {
  /// The day in ISO 8601, such as `2025-08-27`.
  public var description: String {
    let (year, month, day) = components
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
  }
}
