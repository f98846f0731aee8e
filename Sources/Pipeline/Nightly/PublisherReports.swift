import Model
import Report
import Store
import Timeline

/// Works out what the page of each publisher shows.
struct PublisherReports {
  /// All publishers, those with the most documents first.
  let publishers: [ListedPublisher]
  /// Documents without a known publisher.
  let withoutPublisher: Int
  private let catalogue: Catalogue
  private let comparisons: [ListedComparison]
  private let themes: ThemeReports
  private let asOf: String
  private let documents: [String: [ListedDocument]]
  /// All dated documents per day, oldest first.
  private let totals: [(day: Day, documents: Int)]
  /// Documents of each publisher that speak of a theme, in the order of `themes`.
  private let speakers: [[String: Int]]

  init(
    catalogue: Catalogue, comparisons: [ListedComparison], themes: ThemeReports, asOf: String
  ) {
    self.catalogue = catalogue
    self.comparisons = comparisons
    self.themes = themes
    self.asOf = asOf
    var documents: [String: [ListedDocument]] = [:]
    var without = 0
    for listed in catalogue.documents {
      if let name = listed.document.publisher {
        documents[name, default: []].append(listed)
      } else {
        without += 1
      }
    }
    self.documents = documents
    withoutPublisher = without
    var totals: [Day: Int] = [:]
    for listed in catalogue.documents {
      if let day = listed.document.published { totals[day, default: 0] += 1 }
    }
    self.totals = totals.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
    speakers = themes.themes.map { theme in
      var counts: [String: Int] = [:]
      for entry in themes.speakers(of: theme.series.subject) {
        if let name = catalogue.listed(entry.document).document.publisher {
          counts[name, default: 0] += 1
        }
      }
      return counts
    }
    var changed: [String: Int] = [:]
    for item in comparisons where item.reason == .version {
      if let name = item.b.document.publisher { changed[name, default: 0] += 1 }
    }
    publishers = documents.map { name, listed in
      let days = listed.compactMap(\.document.published)
      return ListedPublisher(
        name: name, page: publisherPath(of: name), documents: listed.count,
        undated: listed.count - days.count, copies: listed.filter(\.isCopy).count,
        changed: changed[name] ?? 0,
        days: days.min().flatMap { first in days.max().map { first...$0 } })
    }.sorted { ($1.documents, $0.name) < ($0.documents, $1.name) }
  }

  /// What the page of `publisher` shows.
  func report(_ publisher: ListedPublisher) -> PublisherReport {
    let name = publisher.name
    let range = themes.range
    let bucket = range.map { chosenBucket(for: $0) } ?? .month
    // A publisher has no mentions; its series is one of documents alone.
    let course = series(
      of: Subject(.entity, name), name: name, days: days(name), bucket: bucket, covering: range)
    return PublisherReport(
      publisher: publisher, series: course, themes: shares(name),
      documents: Array((documents[name] ?? []).prefix(500)),
      comparisons: comparisons.filter {
        $0.b.document.publisher == name || $0.a.document.publisher == name
      }, asOf: asOf)
  }

  /// Documents of a publisher and of all per day.
  private func days(_ name: String) -> [DayCount] {
    var counts: [Day: Int] = [:]
    for listed in documents[name] ?? [] {
      if let day = listed.document.published { counts[day, default: 0] += 1 }
    }
    return totals.map { entry in
      DayCount(
        day: entry.day, documents: counts[entry.day] ?? 0, mentions: 0, total: entry.documents)
    }
  }

  /// The themes of a publisher, those that set it apart most first.
  private func shares(_ name: String) -> [PublisherReport.ThemeShare] {
    let ours = documents[name]?.count ?? 0
    let others = catalogue.documents.count - ours
    return zip(themes.themes, speakers).compactMap { theme, counts -> PublisherReport.ThemeShare? in
      guard let here = counts[name] else { return nil }
      let elsewhere = themes.speakers(of: theme.series.subject).count - here
      let interval = newcombeInterval(
        (successes: here, trials: ours), (successes: elsewhere, trials: others))
      let difference =
        Double(here) / Double(max(1, ours)) - Double(elsewhere) / Double(max(1, others))
      return PublisherReport.ThemeShare(
        name: theme.series.name, page: theme.page, documents: here, others: elsewhere,
        difference: difference, low: interval.low, high: interval.high)
    }.sorted { ($1.difference, $0.page) < ($0.difference, $1.page) }
  }
}
