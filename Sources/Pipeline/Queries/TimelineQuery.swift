public import Model
public import Report
import Store
import Timeline

/// How often a theme, name, keyword or term is spoken of over time.
public struct TimelineQuery: Sendable {
  /// Which groups of documents are shown side by side.
  public enum Grouping: Hashable, Sendable {
    /// The whole selection as one.
    case none
    /// The publishers with the most documents.
    case publishers(most: Int)
    /// The languages with the most documents.
    case languages(most: Int)
    /// Groups that were named.
    case named([DocumentFilter])
  }

  /// Identifier or name, case aside; a term is any word or phrase.
  public var name: String
  /// What `name` is.
  public var kind: Subject.Kind
  /// The length of the buckets; nil to choose it by the range.
  public var bucket: Bucket?
  /// Which part of the corpus is looked at, and how it is counted.
  public var selection = Selection()
  /// What stands side by side.
  public var grouping = Grouping.none
  /// How many times the level below it the share of a level of a burst is; above 1.
  public var burstScale = 1.5
  /// The price of a burst; 0 or more, larger ones find fewer.
  public var burstGamma = 1.0
  /// Levels of bursts inside bursts, from 1.
  public var burstLevels = 3
  /// Buckets of the moving average, an odd number; nil for what suits the bucket.
  public var average: Int?
  /// The most documents whose sentences are shown; nil for none.
  public var evidence: Int?
  /// Only sentences of the bucket that holds this day.
  public var evidenceDay: Day?

  /// A query for `name`.
  public init(name: String, kind: Subject.Kind) {
    self.name = name
    self.kind = kind
  }

  /// What there is to show.
  ///
  /// Throws when the store does not know the name, and when no dated document lies in the range.
  public func report(store path: String?) throws -> TimelineReport {
    let store = try openStore(path)
    let frame = try store.frame()
    let found = try store.found(kind, named: name)
    try checkFilters(frame)
    let today = try store.newestRunDate()
    let (range, notes) = try range(frame, today)
    let bucket = self.bucket ?? chosenBucket(for: range)
    var within = selection
    within.from = range.lowerBound
    within.to = range.upperBound
    let groups = try groups(frame, within)
    var report = TimelineReport(series: [], findings: [], notes: notes)
    for group in groups {
      var course = Timeline.series(
        of: found.subject, name: found.name,
        days: frame.dayCounts(of: found.postings, in: group.selection), bucket: bucket,
        covering: range,
        options: SeriesOptions(
          bursts: BurstModel(scale: burstScale, gamma: burstGamma, levels: burstLevels),
          average: average))
      course.group = group.label
      report.findings.append(
        try withDrivers(findings(of: course), of: course, found, frame, group.selection, store))
      report.series.append(course)
    }
    report.differences = differences(report.series)
    report.notes += try bucketNotes(report.series, range, bucket)
    if let evidence {
      report.evidence = try sentences(found, frame, within, bucket, limit: evidence, store)
    }
    return report
  }

  /// The days that are shown, and what is left out of them.
  private func range(_ frame: CorpusFrame, _ today: Day?) throws -> (ClosedRange<Day>, [String]) {
    let documents = frame.documentCounts
    guard documents.dated > 0 else {
      throw PipelineError(
        .nothingFound,
        "none of the \(documents.undated) documents has a date, so there is no timeline. `variorum "
          + "show ID` says of each why.")
    }
    var notes: [String] = []
    if documents.undated > 0 {
      notes.append(
        "\(count(documents.undated, "document")) without a date are not on the timeline.")
    }
    var open = selection
    open.from = nil
    open.to = nil
    let shown = frame.shownRange(today: today, in: open)
    let whole = frame.shownRange(today: nil, in: selection)
    let first = selection.from ?? shown.range?.lowerBound ?? whole.range?.lowerBound
    let last = selection.to ?? shown.range?.upperBound ?? whole.range?.upperBound
    guard let first, let last, first <= last else {
      throw PipelineError(.nothingFound, "no dated document lies in this range")
    }
    var inside = selection
    inside.from = first
    inside.to = last
    guard frame.chosenDays(inside).contains(where: { $0 != nil }) else {
      let all = frame.days.first.flatMap { a in frame.days.last.map { "\(a) to \($0)" } } ?? "none"
      throw PipelineError(
        .nothingFound,
        "no dated document lies from \(first) to \(last); the dates of the corpus are \(all)")
    }
    if selection.from == nil, shown.before > 0 {
      notes.append(
        "\(count(shown.before, "document")) dated before 1900 are not shown; --from shows them.")
    }
    if selection.to == nil, shown.after > 0, let today {
      notes.append(
        "\(count(shown.after, "document")) dated after the run of \(today) are not shown; --to shows "
          + "them.")
    }
    return (first...last, notes)
  }

  private func checkFilters(_ frame: CorpusFrame) throws {
    var filters = [(publisher: selection.publisher, language: selection.language)]
    if case .named(let groups) = grouping { filters += groups.map(\.names) }
    try frame.check(filters)
  }

  private func groups(
    _ frame: CorpusFrame, _ within: Selection
  ) throws -> [(label: String?, selection: Selection)] {
    switch grouping {
    case .none: return [(label(within), within)]
    case .publishers(let most):
      return frame.publisherTotals(in: within).prefix(most).map { total in
        var part = within
        part.publisher = total.name
        return ("publisher: \(total.name.isEmpty ? "none" : total.name)", part)
      }
    case .languages(let most):
      return frame.languageTotals(in: within).prefix(most).map { total in
        var part = within
        part.language = total.name
        return ("language: \(total.name.isEmpty ? "unknown" : total.name)", part)
      }
    case .named(let groups):
      return groups.map { ($0.label, $0.narrowing(within)) }
    }
  }

  private func label(_ selection: Selection) -> String? {
    let parts = [
      selection.publisher.map { "publisher: \($0)" }, selection.language.map { "language: \($0)" },
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// Findings with the documents that drive them: those of the highest bucket of a burst, of the first
  /// one at a new level, of the whole for a trend.
  private func withDrivers(
    _ found: [SeriesFinding], of series: ThemeSeries, _ subject: FoundSubject,
    _ frame: CorpusFrame, _ selection: Selection, _ store: CorpusStore
  ) throws -> [SeriesFinding] {
    let windows = found.map { finding -> ClosedRange<Day> in
      let points = series.points.filter {
        finding.start <= $0.start && $0.start <= finding.end && $0.documents > 0
      }
      let chosen: SeriesPoint? =
        switch finding.kind {
        case .burst, .season:
          points.max { ($0.share, $1.start) < ($1.share, $0.start) }
        case .change: points.first
        case .trend: nil
        }
      guard let chosen else { return finding.start...finding.end }
      return chosen.start...series.bucket.next(after: chosen.start).advanced(by: -1)
    }
    let heaviest = frame.heaviest(
      of: subject.postings, in: selection, windows: windows, limit: 3)
    return try zip(found, heaviest).map { finding, occurrences in
      var finding = finding
      finding.documents = try store.listedDocuments(of: occurrences)
      return finding
    }
  }

  /// How two series differ, as a whole and bucket by bucket.
  private func differences(_ series: [ThemeSeries]) -> [ShareDifference] {
    guard series.count == 2 else { return [] }
    func difference(
      _ start: Day?, _ a: (successes: Int, trials: Int), _ b: (successes: Int, trials: Int)
    ) -> ShareDifference {
      let interval = newcombeInterval(a, b)
      return ShareDifference(
        start: start,
        difference: Double(a.successes) / Double(a.trials) - Double(b.successes) / Double(b.trials),
        low: interval.low, high: interval.high)
    }
    let sums = series.map { one in
      one.points.reduce((0, 0)) { ($0.0 + $1.documents, $0.1 + $1.total) }
    }
    guard sums[0].1 > 0, sums[1].1 > 0 else { return [] }
    return [difference(nil, sums[0], sums[1])]
      + zip(series[0].points, series[1].points).filter { $0.total > 0 && $1.total > 0 }.map {
        difference($0.start, ($0.documents, $0.total), ($1.documents, $1.total))
      }
  }

  private func bucketNotes(
    _ series: [ThemeSeries], _ range: ClosedRange<Day>, _ bucket: Bucket
  ) throws -> [String] {
    guard let points = series.first?.points else { return [] }
    guard points.count < maximumBuckets else {
      throw PipelineError(
        .usage,
        "from \(range.lowerBound) to \(range.upperBound) there are more than \(maximumBuckets) "
          + "buckets of a \(bucket.rawValue). Choose a longer --bucket.")
    }
    let empty = points.indices.filter { index in series.allSatisfy { $0.points[index].isEmpty } }
    guard points.count >= 10, empty.count * 10 > points.count * 9,
      ![.year, .decade].contains(bucket)
    else {
      return []
    }
    return [
      "\(empty.count) of \(points.count) buckets hold no document: a \(bucket.rawValue) is finer than "
        + "the dates of this corpus. A longer --bucket shows more."
    ]
  }

  private func sentences(
    _ found: FoundSubject, _ frame: CorpusFrame, _ within: Selection, _ bucket: Bucket,
    limit: Int, _ store: CorpusStore
  ) throws -> [EvidenceSentence] {
    var part = within
    if let day = evidenceDay {
      let start = bucket.start(of: day)
      part.from = max(start, within.from ?? start)
      part.to = min(bucket.next(after: start).advanced(by: -1), within.to ?? day)
    }
    return try store.evidence(
      for: found, in: frame.occurrences(of: found.postings, in: part), limit: limit)
  }
}

/// `1 document`, `2 documents`.
private func count(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}
