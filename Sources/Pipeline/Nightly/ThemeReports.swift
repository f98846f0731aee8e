import Model
import Report
import Store
import Timeline

/// Works out the course of each theme and what its page shows.
struct ThemeReports {
  let store: CorpusStore
  let catalogue: Catalogue
  let asOf: String
  private let today: Day
  private let frame: CorpusFrame
  /// Articles and passages that a page lists.
  private let listedDocuments = 200
  private let listedPassages = 12
  /// Documents that are named as driving a finding.
  private let driversOfFinding = 3

  init(store: CorpusStore, catalogue: Catalogue, today: Day, asOf: String) throws {
    self.today = today
    frame = try store.frame()
    self.store = store
    self.catalogue = catalogue
    self.asOf = asOf
  }

  /// All themes that a document speaks of, the most frequent first.
  func themes() throws -> [ListedTheme] {
    let range = frame.shownRange(today: today, in: Selection()).range
    let bucket = range.map { chosenBucket(for: $0) } ?? .month
    return try store.subjects(.theme, limit: 1000).map { count in
      let speaking = try store.documents(speakingOf: count.subject)
      let new = speaking.filter { catalogue.isNew($0.document) }
      let course = series(
        of: count.subject, name: count.name,
        days: frame.dayCounts(of: try store.postings(of: count.subject), in: Selection()),
        bucket: bucket, covering: range)
      return ListedTheme(
        series: course, documents: speaking.count, newDocuments: new.count,
        page: "themes/\(fileName(count.subject.id)).html",
        readFirst: new.first.map { catalogue.listed($0.document) })
    }.sorted {
      ($1.documents, $0.series.subject) < ($0.documents, $1.series.subject)
    }
  }

  /// Dated documents that speak of `subject` and all dated ones, by publisher, most first; publishers
  /// without a name and those that never speak of it are left out.
  private func publisherCounts(of subject: Subject) throws -> [(
    publisher: String, documents: Int, total: Int
  )] {
    let speaking = frame.documentsByPublisher(try store.postings(of: subject), in: Selection())
    return frame.publisherTotals(in: Selection()).compactMap { publisher in
      guard let documents = speaking[publisher.name], !publisher.name.isEmpty else { return nil }
      return (publisher.name, documents, publisher.documents)
    }.sorted { ($1.documents, $0.publisher) < ($0.documents, $1.publisher) }
  }

  /// What the page of `theme` shows.
  func report(_ theme: ListedTheme) throws -> ThemeReport {
    let subject = theme.series.subject
    let heaviest = try store.documents(speakingOf: subject)
    let speaking = Set(heaviest.map(\.document))
    let documents = catalogue.documents.filter { speaking.contains($0.document.id) }
    let passages = try store.places(of: subject, limit: listedPassages).map { place in
      ThemeReport.Quotation(
        document: catalogue.listed(place.document.id), passage: place.passage, utf8: place.utf8)
    }
    let companions = try store.companions(of: subject, .theme, limit: 10).map { count in
      ThemeReport.Companion(
        name: count.name, page: "themes/\(fileName(count.subject.id)).html",
        documents: count.documents)
    }
    let publishers = try publisherCounts(of: subject).prefix(20).map { entry in
      let interval = wilsonInterval(successes: entry.documents, trials: entry.total)
      return ThemeReport.PublisherShare(
        name: entry.publisher, documents: entry.documents, total: entry.total,
        low: interval.low, high: interval.high)
    }
    var report = ThemeReport(
      theme: theme, documents: Array(documents.prefix(listedDocuments)), passages: passages,
      companions: companions, publishers: publishers, asOf: asOf)
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
}

/// An identifier as a file name: letters, digits and hyphens, everything else in hexadecimal.
func fileName(_ id: String) -> String {
  var name = ""
  for byte in id.utf8.prefix(100) {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: name.unicodeScalars.append(.init(byte))
    default: name += "~" + String(byte, radix: 16)
    }
  }
  return name.isEmpty ? "~" : name
}
