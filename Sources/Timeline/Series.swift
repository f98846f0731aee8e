public import Model

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The course of a subject over time.
///
/// `days` holds every day that has dated documents, with the totals of the corpus. Every bucket of
/// `range`, or from the first to the last of the days, becomes a point, empty ones included; a bucket
/// that reaches over the ends of the range is incomplete. Bursts are those of Kleinberg with scale 1.5
/// and gamma 1; change points are those of PELT on the shares of buckets that hold documents, with a
/// penalty of 2 σ² ln *n*, σ² the variance of the differences of neighbours ÷ 2 (at least the binomial
/// one). O(days + buckets).
public func series(
  of subject: Subject, name: String, days: [DayCount], bucket: Bucket,
  covering range: ClosedRange<Day>? = nil
) -> ThemeSeries {
  var empty = ThemeSeries(subject: subject, name: name, bucket: bucket, points: [])
  guard let first = range?.lowerBound ?? days.first?.day,
    let last = range?.upperBound ?? days.last?.day, first <= last
  else { return empty }
  let points = points(days, bucket, first, last)
  empty.points = points
  empty.bursts = bursts(points, bucket)
  empty.changes = changes(points)
  return empty
}

/// The most buckets of a series; a finer bucket than the range bears is cut off at its end.
let maximumBuckets = 100_000

private func points(
  _ days: [DayCount], _ bucket: Bucket, _ first: Day, _ last: Day
) -> [SeriesPoint] {
  var points: [SeriesPoint] = []
  var next = days.startIndex
  while next < days.endIndex, days[next].day < first { next += 1 }
  var start = bucket.start(of: first)
  while start <= last, points.count < maximumBuckets {
    let end = bucket.next(after: start)
    var documents = 0
    var mentions = 0
    var total = 0
    while next < days.endIndex, days[next].day < end, days[next].day <= last {
      documents += days[next].documents
      mentions += days[next].mentions
      total += days[next].total
      next += 1
    }
    let interval = wilsonInterval(successes: documents, trials: total)
    points.append(
      SeriesPoint(
        start: start, documents: documents, mentions: mentions, total: total,
        share: total > 0 ? Double(documents) / Double(total) : 0, low: total > 0 ? interval.low : 0,
        high: total > 0 ? interval.high : 0,
        complete: start >= first && end.advanced(by: -1) <= last))
    start = end
  }
  return points
}

private func bursts(_ points: [SeriesPoint], _ bucket: Bucket) -> [Burst] {
  kleinbergBursts(
    matches: points.map(\.documents), totals: points.map(\.total),
    model: BurstModel(scale: 1.5, gamma: 1)
  ).map { burst in
    Burst(
      start: points[burst.buckets.lowerBound].start,
      end: bucket.next(after: points[burst.buckets.upperBound - 1].start).advanced(by: -1),
      level: 1, weight: burst.weight)
  }
}

private func changes(_ points: [SeriesPoint]) -> [ChangePoint] {
  let used = points.filter { $0.total > 0 }
  guard used.count >= 8 else { return [] }
  let shares = used.map(\.share)
  let total = used.reduce(0) { $0 + $1.total }
  let documents = used.reduce(0) { $0 + $1.documents }
  guard documents > 0 else { return [] }
  let steps = zip(shares, shares.dropFirst()).map { ($1 - $0) * ($1 - $0) }
  let mean = Double(documents) / Double(total)
  let binomial =
    used.map { mean * (1 - mean) / Double($0.total) }.reduce(0, +) / Double(used.count)
  let variance = max(steps.reduce(0, +) / Double(2 * steps.count), binomial)
  let penalty = 2 * variance * log(Double(shares.count))
  let starts = changePoints(of: shares, penalty: max(penalty, 1e-12))
  let bounds = [0] + starts + [used.count]
  func level(_ segment: Int) -> Double {
    let part = used[bounds[segment]..<bounds[segment + 1]]
    let whole = part.reduce(0) { $0 + $1.total }
    return Double(part.reduce(0) { $0 + $1.documents }) / Double(max(1, whole))
  }
  return starts.enumerated().map { index, start in
    ChangePoint(start: used[start].start, before: level(index), after: level(index + 1))
  }
}
