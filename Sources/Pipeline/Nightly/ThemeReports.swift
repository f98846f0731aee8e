import Model
import Report
import Store
import Timeline

/// Works out the course of each theme and name and what its page shows.
struct ThemeReports {
  let store: CorpusStore
  let catalogue: Catalogue
  let asOf: String
  /// All themes that a document speaks of, the most frequent first.
  let themes: [ListedTheme]
  /// Names that two or more documents have, the most frequent first.
  let names: [ListedTheme]
  /// Names that any document has.
  let nameCount: Int
  private let speaking: [Subject: [SpeakingDocument]]
  private let companions: Companions
  private let shownNames: [Subject: String]
  /// Dated documents of each publisher, copies not counted.
  private let publisherTotals: [String: Int]
  /// The days that timelines show; nil when no document is dated.
  let range: ClosedRange<Day>?
  /// Documents that are named as driving a finding.
  private let driversOfFinding = 3
  /// Documents of one bucket, and of one page, whose passages are quoted.
  private let quotedOfBucket = 3
  private let quotedOfPage = 150

  /// Reads the courses of all themes and of the `nameLimit` most frequent names.
  init(
    store: CorpusStore, catalogue: Catalogue, nameLimit: Int, today: Day, asOf: String
  ) throws {
    let frame = try store.frame()
    self.store = store
    self.catalogue = catalogue
    self.asOf = asOf
    let allNames = try store.subjects(.entity, limit: .max).filter { !$0.isValue }
    nameCount = allNames.count
    let counts =
      try store.subjects(.theme, limit: 1000)
      + allNames.filter { $0.documents > 1 }.prefix(nameLimit)
    let range = frame.shownRange(today: today, in: Selection()).range
    let bucket = range.map { chosenBucket(for: $0) } ?? .month
    var speaking: [Subject: [SpeakingDocument]] = [:]
    var listed: [ListedTheme] = []
    for count in counts {
      let documents = try store.documents(speakingOf: count.subject)
      speaking[count.subject] = documents
      let course = series(
        of: count.subject, name: count.name,
        days: frame.dayCounts(of: try store.postings(of: count.subject), in: Selection()),
        bucket: bucket, covering: range)
      let new = documents.filter { catalogue.isNew($0.document) }
      var entry = ListedTheme(
        series: course, documents: documents.count, newDocuments: new.count,
        page: pagePath(of: count.subject),
        readFirst: new.first.map { catalogue.listed($0.document) })
      entry.type = count.type
      entry.rise = rise(of: course)
      if let rise = entry.rise {
        // What has risen is read first where it rose.
        entry.readFirst =
          documents.lazy.map { catalogue.listed($0.document) }.first { listed in
            listed.document.published.map { rise.start <= $0 && $0 <= rise.end } ?? false
          } ?? entry.readFirst
      }
      listed.append(entry)
    }
    listed.sort { ($1.documents, $0.series.subject) < ($0.documents, $1.series.subject) }
    themes = listed.filter { $0.series.subject.kind == .theme }
    names = listed.filter { $0.series.subject.kind == .entity }
    shownNames = Dictionary(
      listed.map { ($0.series.subject, $0.series.name) }, uniquingKeysWith: { a, _ in a })
    self.speaking = speaking
    self.range = range
    publisherTotals = Dictionary(
      frame.publisherTotals(in: Selection()).map { ($0.name, $0.documents) },
      uniquingKeysWith: { a, _ in a })
    companions = Companions(listed.map(\.series.subject), speaking)
  }

  /// Documents that speak of a theme or name with a page, the heaviest first.
  func speakers(of subject: Subject) -> [SpeakingDocument] { speaking[subject] ?? [] }

  /// What the page of `theme` shows.
  func report(_ theme: ListedTheme) throws -> ThemeReport {
    let subject = theme.series.subject
    let heaviest = speakers(of: subject)
    let documents = catalogue.inOrder(heaviest.map(\.document))
    var report = ThemeReport(
      theme: theme, documents: documents, passages: try quotations(theme, heaviest),
      companions: linked(companions.of(subject, .theme, limit: 10)),
      publishers: publishers(documents), asOf: asOf)
    report.names = linked(companions.of(subject, .entity, limit: 10))
    report.findings = findings(of: theme.series).map { finding in
      var finding = finding
      finding.documents = Array(
        heaviest.lazy.map { catalogue.listed($0.document) }.filter { listed in
          listed.document.published.map { finding.start <= $0 && $0 <= finding.end } ?? false
        }.prefix(driversOfFinding))
      return finding
    }
    return report
  }

  /// Passages of the documents that speak most of a theme, some of each bucket; those that this run met
  /// come first, so that the newest night is always quoted.
  private func quotations(
    _ theme: ListedTheme, _ heaviest: [SpeakingDocument]
  ) throws -> [ThemeReport.Quotation] {
    let bucket = theme.series.bucket
    var quoted: [DocumentID] = []
    var ofBucket: [Day?: Int] = [:]
    let new = heaviest.filter { catalogue.isNew($0.document) }
    let known = heaviest.filter { !catalogue.isNew($0.document) }
    for entry in new + known where quoted.count < quotedOfPage {
      let start = catalogue.listed(entry.document).document.published.map { bucket.start(of: $0) }
      guard ofBucket[start, default: 0] < quotedOfBucket else { continue }
      ofBucket[start, default: 0] += 1
      quoted.append(entry.document)
    }
    return try store.passages(of: quoted, speakingOf: theme.series.subject, limit: 2).map { entry in
      ThemeReport.Quotation(
        document: catalogue.listed(entry.document), index: entry.passage.index,
        passage: entry.passage.text, utf8: entry.passage.utf8)
    }
  }

  private func linked(
    _ counts: [(subject: Subject, documents: Int)]
  ) -> [ThemeReport.Companion] {
    counts.map { entry in
      ThemeReport.Companion(
        name: shownNames[entry.subject] ?? entry.subject.id,
        page: pagePath(of: entry.subject), documents: entry.documents)
    }
  }

  /// Publishers by their dated documents on a theme, copies not counted.
  private func publishers(_ documents: [ListedDocument]) -> [ThemeReport.PublisherShare] {
    var counts: [String: Int] = [:]
    for listed in documents where listed.document.published != nil && !listed.isCopy {
      if let publisher = listed.document.publisher { counts[publisher, default: 0] += 1 }
    }
    let most = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(20)
    return most.map { name, count in
      let total = publisherTotals[name] ?? count
      let interval = wilsonInterval(successes: count, trials: total)
      var share = ThemeReport.PublisherShare(
        name: name, documents: count, total: total, low: interval.low, high: interval.high)
      share.page = publisherPath(of: name)
      return share
    }
  }
}

extension SubjectCount {
  /// Whether it is a date, number or amount rather than a name.
  fileprivate var isValue: Bool {
    switch type {
    case .date, .money, .percent, .number: true
    default: false
    }
  }
}

/// How the newest sixth of the complete buckets stands to those before; nil with fewer than four.
private func rise(of series: ThemeSeries) -> Rise? {
  let points = series.points.filter { $0.complete && $0.total > 0 }
  guard points.count >= 4 else { return nil }
  let recent = points.suffix(max(1, points.count / 6))
  let before = points.dropLast(recent.count)
  func counts(_ part: ArraySlice<SeriesPoint>) -> (documents: Int, total: Int) {
    part.reduce(into: (0, 0)) {
      $0.0 += $1.documents
      $0.1 += $1.total
    }
  }
  let (a, b) = (counts(recent), counts(before))
  guard let first = recent.first?.start, let last = recent.last?.start else { return nil }
  let interval = newcombeInterval(
    (successes: a.documents, trials: a.total), (successes: b.documents, trials: b.total))
  return Rise(
    start: first, end: series.bucket.next(after: last).advanced(by: -1), recent: a, before: b,
    difference: Double(a.documents) / Double(a.total) - Double(b.documents) / Double(b.total),
    low: interval.low, high: interval.high)
}
