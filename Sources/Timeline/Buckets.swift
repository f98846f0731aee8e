public import Model

extension Bucket {
  /// The first day of the bucket that holds `day`.
  public func start(of day: Day) -> Day {
    let (year, month, _) = day.components
    switch self {
    case .day: return day
    case .week: return day.advanced(by: 1 - day.weekday)
    case .month: return Day(year: year, month: month, day: 1) ?? day
    case .quarter: return Day(year: year, month: (month - 1) / 3 * 3 + 1, day: 1) ?? day
    case .year: return Day(year: year, month: 1, day: 1) ?? day
    case .decade: return Day(year: max(1, year / 10 * 10), month: 1, day: 1) ?? day
    }
  }

  /// The first day of the bucket after the one that begins at `start`.
  public func next(after start: Day) -> Day {
    let (year, month, _) = start.components
    let months: Int
    switch self {
    case .day: return start.advanced(by: 1)
    case .week: return start.advanced(by: 7)
    case .month: months = 1
    case .quarter: months = 3
    case .year: months = 12
    case .decade: months = 12 * (10 - year % 10)
    }
    let total = month - 1 + months
    return Day(year: year + total / 12, month: total % 12 + 1, day: 1) ?? start.advanced(by: 1)
  }
}

/// The bucket that shows a range with neither too few nor too many points.
public func chosenBucket(for range: ClosedRange<Day>) -> Bucket {
  switch range.lowerBound.distance(to: range.upperBound) {
  case ..<45: .day
  case ..<400: .week
  case ..<2_200: .month
  case ..<7_400: .quarter
  case ..<55_000: .year
  default: .decade
  }
}
