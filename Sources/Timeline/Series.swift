public import Model

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How a series is looked at.
public struct SeriesOptions: Hashable, Sendable {
  /// The model of bursts.
  public var bursts: BurstModel
  /// Buckets of the moving average, an odd number; 1 or less for none, nil for what suits the bucket.
  public var average: Int?

  /// Options; bursts rise in up to three steps of half as much again.
  public init(
    bursts: BurstModel = BurstModel(scale: 1.5, gamma: 1, levels: 3), average: Int? = nil
  ) {
    self.bursts = bursts
    self.average = average
  }
}

/// The course of a subject over time.
///
/// `days` holds every day that has dated documents, with the totals of the corpus. Every bucket of
/// `range`, or from the first to the last of the days, becomes a point, empty ones included; a bucket
/// that reaches over the ends of the range is incomplete. Bursts are those of Kleinberg, without those that
/// lie in incomplete buckets alone, as are changes of level to or from nothing but such buckets; change points
/// are those of PELT on the shares of buckets that hold documents, with a penalty of 2 σ² ln *n*, σ²
/// the variance of the differences of neighbours ÷ 2 (at least the binomial one); the trend is that of
/// Theil and Sen over complete buckets that hold documents. O(days + buckets), and the square of the
/// buckets up to a few thousand for change points and trend.
public func series(
  of subject: Subject, name: String, days: [DayCount], bucket: Bucket,
  covering range: ClosedRange<Day>? = nil, options: SeriesOptions = SeriesOptions()
) -> ThemeSeries {
  var found = ThemeSeries(subject: subject, name: name, bucket: bucket, points: [])
  guard let first = range?.lowerBound ?? days.first?.day,
    let last = range?.upperBound ?? days.last?.day, first <= last
  else { return found }
  found.points = points(days, bucket, first, last)
  setAverages(&found.points, window: options.average ?? usualWindow(bucket))
  // A bucket that is not over yet shows neither a burst nor a new level.
  let whole = found.points.filter { $0.complete && $0.total > 0 }.map(\.start)
  found.bursts = bursts(found.points, bucket, options.bursts).filter { burst in
    whole.contains { burst.start <= $0 && $0 <= burst.end }
  }.map { burst in
    // No burst ends after the last day that is covered.
    var burst = burst
    burst.end = min(burst.end, last)
    return burst
  }
  let (changes, penalty) = changes(found.points)
  found.changes = changes.filter { change in
    whole.contains { $0 < change.start } && whole.contains { change.start <= $0 }
  }
  found.changePenalty = penalty
  found.trend = seriesTrend(found.points)
  return found
}

/// The most buckets of a series; a finer bucket than the range bears is cut off at its end.
public let maximumBuckets = 100_000

private func points(
  _ days: [DayCount], _ bucket: Bucket, _ first: Day, _ last: Day
) -> [SeriesPoint] {
  var points: [SeriesPoint] = []
  var next = days.startIndex
  while next < days.endIndex, days[next].day < first { next += 1 }
  var start = bucket.start(of: first)
  while start <= last, points.count < maximumBuckets {
    let end = bucket.next(after: start)
    var sum = DayCount(day: start, documents: 0, mentions: 0, total: 0)
    while next < days.endIndex, days[next].day < end, days[next].day <= last {
      sum.documents += days[next].documents
      sum.mentions += days[next].mentions
      sum.total += days[next].total
      sum.words += days[next].words
      next += 1
    }
    points.append(point(sum, complete: start >= first && end.advanced(by: -1) <= last))
    start = end
  }
  return points
}

/// A bucket with its share and its rate, each with its interval.
private func point(_ sum: DayCount, complete: Bool) -> SeriesPoint {
  var point = SeriesPoint(
    start: sum.day, documents: sum.documents, mentions: sum.mentions, total: sum.total, share: 0,
    low: 0, high: 0, complete: complete, words: sum.words)
  if sum.total > 0 {
    let interval = wilsonInterval(successes: sum.documents, trials: sum.total)
    point.share = Double(sum.documents) / Double(sum.total)
    point.low = interval.low
    point.high = interval.high
  }
  if sum.words > 0 {
    let millions = Double(sum.words) / 1_000_000
    let interval = poissonRateInterval(events: sum.mentions, exposure: millions)
    point.rate = Double(sum.mentions) / millions
    point.rateLow = interval.low
    point.rateHigh = interval.high
  }
  return point
}

/// A week of days, five weeks, three months; quarters and years stand for themselves.
private func usualWindow(_ bucket: Bucket) -> Int {
  switch bucket {
  case .day: 7
  case .week: 5
  case .month: 3
  case .quarter, .year, .decade: 1
  }
}

/// Sets the share over `window` buckets around each, the bucket itself in the middle.
private func setAverages(_ points: inout [SeriesPoint], window: Int) {
  let reach = window / 2
  guard reach > 0, points.count > 2 * reach else { return }
  var documents = points.prefix(2 * reach).reduce(0) { $0 + $1.documents }
  var total = points.prefix(2 * reach).reduce(0) { $0 + $1.total }
  for i in reach..<(points.count - reach) {
    documents += points[i + reach].documents
    total += points[i + reach].total
    if total > 0 { points[i].average = Double(documents) / Double(total) }
    documents -= points[i - reach].documents
    total -= points[i - reach].total
  }
}

private func bursts(_ points: [SeriesPoint], _ bucket: Bucket, _ model: BurstModel) -> [Burst] {
  kleinbergBursts(
    matches: points.map(\.documents), totals: points.map(\.total), model: model
  ).map { burst in
    var found = Burst(
      start: points[burst.buckets.lowerBound].start,
      end: bucket.next(after: points[burst.buckets.upperBound - 1].start).advanced(by: -1),
      level: burst.level, weight: burst.weight)
    found.seasonYears = seasonYears(of: found, in: points)
    return found
  }
}

/// Change points are sought among at most so many values; more are pooled with their neighbours.
private let maximumSteps = 4_000
/// The most values whose pairs make a trend; more are pooled with their neighbours.
private let maximumTrendSteps = 400

private func changes(_ points: [SeriesPoint]) -> ([ChangePoint], penalty: Double?) {
  let used = pooled(points.filter { $0.total > 0 }, most: maximumSteps).values
  guard used.count >= 8 else { return ([], nil) }
  let shares = used.map(\.share)
  let total = used.reduce(0) { $0 + $1.total }
  let documents = used.reduce(0) { $0 + $1.documents }
  guard documents > 0 else { return ([], nil) }
  let steps = zip(shares, shares.dropFirst()).map { ($1 - $0) * ($1 - $0) }
  let mean = Double(documents) / Double(total)
  let binomial =
    used.map { mean * (1 - mean) / Double($0.total) }.reduce(0, +) / Double(used.count)
  let variance = max(steps.reduce(0, +) / Double(2 * steps.count), binomial)
  let penalty = max(2 * variance * log(Double(shares.count)), 1e-12)
  let starts = changePoints(of: shares, penalty: penalty)
  let bounds = [0] + starts + [used.count]
  func level(_ segment: Int) -> Double {
    let part = used[bounds[segment]..<bounds[segment + 1]]
    let whole = part.reduce(0) { $0 + $1.total }
    return Double(part.reduce(0) { $0 + $1.documents }) / Double(max(1, whole))
  }
  let found = starts.enumerated().map { index, start in
    ChangePoint(start: used[start].start, before: level(index), after: level(index + 1))
  }
  return (found, penalty)
}

/// The trend of the shares of complete buckets with documents; nil for fewer than eight.
private func seriesTrend(_ points: [SeriesPoint]) -> SeriesTrend? {
  let indices = points.indices.filter { points[$0].complete && points[$0].total > 0 }
  guard indices.count >= 8, points.contains(where: { $0.documents > 0 }) else { return nil }
  let (values, size) = pooled(indices.map { points[$0] }, most: maximumTrendSteps)
  let places = stride(from: 0, to: indices.count, by: size).map { indices[$0] }
  guard let found = trend(of: values.map(\.share), at: places) else { return nil }
  return SeriesTrend(
    slope: found.slope, low: found.interval.low, high: found.interval.high, tau: found.tau,
    probability: found.probability, buckets: indices.count)
}

/// At most `most` values, each of `size` neighbours of `points`.
private func pooled(_ points: [SeriesPoint], most: Int) -> (values: [SeriesPoint], size: Int) {
  let size = max(1, (points.count + most - 1) / most)
  guard size > 1 else { return (points, 1) }
  let values = stride(from: 0, to: points.count, by: size).map { start in
    var sum = points[start]
    for point in points[(start + 1)..<min(points.count, start + size)] {
      sum.documents += point.documents
      sum.total += point.total
    }
    sum.share = Double(sum.documents) / Double(sum.total)
    return sum
  }
  return (values, size)
}
