/// A decimal number that is held exactly: `coefficient` × 10^`exponent`.
///
/// Normal form: the coefficient has no trailing zero, and zero has exponent 0, so equal numbers are
/// equal values.
public struct Decimal: Hashable, Sendable {
  /// The digits, with the sign.
  public let coefficient: Int64
  /// The power of ten.
  public let exponent: Int

  /// The number `coefficient` × 10^`exponent`, brought into normal form.
  public init(coefficient: Int64, exponent: Int = 0) {
    var c = coefficient
    var e = exponent
    if c == 0 {
      e = 0
    } else {
      while c % 10 == 0 {
        c /= 10
        e += 1
      }
    }
    self.coefficient = c
    self.exponent = e
  }

  /// The nearest binary floating-point number.
  public var doubleValue: Double {
    var value = Double(coefficient)
    for _ in 0..<min(abs(exponent), 400) { value = exponent > 0 ? value * 10 : value / 10 }
    return value
  }
}

/// A date as a text states it: a day, or a month, quarter or year, or a range.
public struct DateValue: Hashable, Sendable {
  /// How exactly the text states it.
  public enum Precision: String, Hashable, Sendable {
    /// One day.
    case day
    /// Seven days.
    case week
    /// One month.
    case month
    /// Three months.
    case quarter
    /// One year.
    case year
    /// Ten years.
    case decade
    /// From one day to another.
    case range
    /// A day and month whose year the text does not state.
    case monthDay = "month-day"
    /// A length of time, whose place in the calendar is unknown.
    case duration
  }

  /// The first day; nil when it cannot be told.
  public var first: Day?
  /// The last day, inclusive; nil when it cannot be told.
  public var last: Day?
  /// How exactly it is stated.
  public var precision: Precision

  /// A date from `first` to `last`.
  public init(first: Day?, last: Day?, precision: Precision) {
    self.first = first
    self.last = last
    self.precision = precision
  }
}

/// A value that a mention states.
public enum Value: Hashable, Sendable {
  /// A number with its unit (`people`, `km`), empty when it has none.
  case number(Decimal, unit: String)
  /// A share in per cent.
  case percent(Decimal)
  /// An amount with its ISO 4217 currency code, or a symbol where the code cannot be told.
  case money(Decimal, currency: String)
  /// A date.
  case date(DateValue)
}
