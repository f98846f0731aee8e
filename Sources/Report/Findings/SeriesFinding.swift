public import Model

/// Something that a series shows, in plain words.
public struct SeriesFinding: Hashable, Sendable {
  /// What was found.
  public enum Kind: String, Hashable, Sendable {
    /// A stretch in which the theme is unusually frequent.
    case burst
    /// The level changes and stays changed for many buckets.
    case change
    /// A steady rise or fall over the whole.
    case trend
    /// A warning that a season may explain a burst.
    case season
  }

  /// What was found.
  public var kind: Kind
  /// The first day that it is about.
  public var start: Day
  /// The last day that it is about.
  public var end: Day
  /// One or two sentences for a reader who knows no statistics.
  public var reading: String
  /// The documents that drive it, the heaviest first; empty where none were looked up.
  public var documents: [ListedDocument] = []
}

/// What `series` shows: bursts and seasons, change points, the trend, each oldest first.
///
/// The documents that drive a finding are left empty.
public func findings(of series: ThemeSeries) -> [SeriesFinding] {
  var found: [SeriesFinding] = []
  for (index, burst) in series.bursts.enumerated() {
    // Where all of a burst is so high that it counts as one of the next level, once is enough.
    let isTold = series.bursts[..<index].contains { $0.start == burst.start && $0.end == burst.end }
    if isTold { continue }
    found.append(
      SeriesFinding(
        kind: .burst, start: burst.start, end: burst.end, reading: reading(of: burst, in: series)))
    if burst.seasonYears > 0 {
      found.append(
        SeriesFinding(
          kind: .season, start: burst.start, end: burst.end,
          reading: "The same time of year stands out in "
            + "\(counted(burst.seasonYears, "other year")) too: a season may be all that this "
            + "burst is."))
    }
  }
  guard let first = series.points.first?.start, let last = lastDay(series) else { return found }
  for (index, change) in series.changes.enumerated() {
    let next = index + 1 < series.changes.count ? series.changes[index + 1] : nil
    found.append(
      SeriesFinding(
        kind: .change, start: change.start, end: next?.start.advanced(by: -1) ?? last,
        reading: reading(of: change, until: next, in: series)))
  }
  if let trend = series.trend {
    found.append(
      SeriesFinding(
        kind: .trend, start: first, end: last, reading: reading(of: trend, in: series)))
  }
  return found
}

private func lastDay(_ series: ThemeSeries) -> Day? {
  guard let start = series.points.last?.start else { return nil }
  let (year, month, _) = start.components
  let days =
    switch series.bucket {
    case .day: 1
    case .week: 7
    case .month: Day.length(ofMonth: month, year: year)
    case .quarter: (month...(month + 2)).reduce(0) { $0 + Day.length(ofMonth: $1, year: year) }
    case .year: Day.length(ofMonth: 2, year: year) + 337
    case .decade: (year..<(year + 10)).reduce(0) { $0 + Day.length(ofMonth: 2, year: $1) + 337 }
    }
  return start.advanced(by: days - 1)
}

private func reading(of burst: Burst, in series: ThemeSeries) -> String {
  let (inside, outside) = counts(from: burst.start, to: burst.end, in: series)
  var text =
    "From \(longDay(burst.start)) to \(longDay(burst.end)), "
    + "\(grouped(inside.documents)) of \(counted(inside.total, "article")) speak of it "
    + "(\(percent(inside.share)))"
  if outside.documents > 0 {
    text +=
      ", \(fixed(inside.share / outside.share, 1)) times as often as otherwise "
      + "(\(percent(outside.share)))"
  } else if outside.total > 0 {
    text += ", and no article outside of this time"
  }
  if burst.level > 1 { text += "; the height of a longer burst (level \(burst.level))" }
  return text + "."
}

private func reading(
  of change: ChangePoint, until next: ChangePoint?, in series: ThemeSeries
) -> String {
  let word = change.after > change.before ? "rises" : "falls"
  var text =
    "With \(bucketPhrase(change.start, series.bucket)) the level \(word) from "
    + "\(percent(change.before)) to \(percent(change.after)) of all articles"
  if change.before > 0, change.after > 0 {
    let ratio = max(change.after / change.before, change.before / change.after)
    text += " (\(fixed(ratio, 1)) times as \(word == "rises" ? "much" : "little"))"
  }
  let end = next.map { "until \(bucketPhrase($0.start, series.bucket))" } ?? "to the end"
  return text + " and stays there \(end)."
}

private func reading(of trend: SeriesTrend, in series: ThemeSeries) -> String {
  let noun = bucketNoun(series.bucket)
  let low = fixed(trend.low * 100, 3)
  let high = fixed(trend.high * 100, 3)
  let sure = "p \(probability(trend.probability)), \(counted(trend.buckets, noun))"
  if trend.isSteady, trend.slope == 0 {
    let word = trend.tau > 0 ? "higher" : "lower"
    return
      "Later times are more often \(word) than the other way round (\(sure)), but most differ in "
      + "nothing: there is no steady slope."
  }
  guard trend.isSteady else {
    return "No steady rise or fall over the whole time (\(sure)): it moves without a direction."
  }
  let word = trend.slope > 0 ? "rises" : "falls"
  return "Over the whole time the share \(word) steadily, by "
    + "\(fixed(abs(trend.slope) * 100, 3)) points of a per cent each \(noun) (95\(noBreak)% interval "
    + "\(low) to \(high); \(sure))."
}

/// `= 0.03`, or `< 0.001`.
func probability(_ value: Double) -> String {
  value < 0.001 ? "< 0.001" : "= " + fixed(value, 3)
}

/// Documents on a theme and all of them, in a stretch of days and outside of it.
func counts(from start: Day, to end: Day, in series: ThemeSeries) -> (
  inside: CountedShare, outside: CountedShare
) {
  var inside = CountedShare()
  var outside = CountedShare()
  for point in series.points {
    if start <= point.start, point.start <= end {
      inside.add(point)
    } else {
      outside.add(point)
    }
  }
  return (inside, outside)
}

/// Documents on a theme of all documents.
struct CountedShare {
  var documents = 0
  var total = 0
  var share: Double { total > 0 ? Double(documents) / Double(total) : 0 }

  mutating func add(_ point: SeriesPoint) {
    documents += point.documents
    total += point.total
  }
}
