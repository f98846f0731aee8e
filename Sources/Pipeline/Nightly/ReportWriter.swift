import Comparison
import Foundation
import JSONLines
import Model
import Report
import Store
import Timeline

/// A page that is still to be made: its path from the folder of the digest, and what makes it and the same
/// content as JSON; nil when there is nothing to show.
struct PageJob: Sendable {
  var path: String
  var make: @Sendable () throws -> (page: String, json: JSONValue)?
}

/// Writes the pages of a run and the same content as JSON, and puts them in place when all are there.
struct ReportWriter {
  let options: NightlyOptions
  let store: CorpusStore
  let output: OutputFolder
  let run: RunID
  let summary: Run
  /// Files of other forms that were passed over.
  let passedOver: Int

  /// Writes everything; returns the summary of the run.
  func write() async throws -> Run {
    let folder = try output.begin()
    for name in ["themes", "names", "publishers", "documents", "comparisons"] {
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    let plans = try store.plannedComparisons(run: run, limit: options.maximumComparisons)
    let made = try await compared(
      plans, comparer: Comparer(meaning: MeaningFile.load(), tagger: try EntityFiles.tagger()),
      width: options.jobs,
      quiet: options.isQuiet)
    let catalogue = try Catalogue(store: store, run: run, limit: options.maximumDocumentPages)
    let comparisons = made.map { listed($0, catalogue) }
    let builder = try ThemeReports(
      store: store, catalogue: catalogue, nameLimit: options.maximumNamePages, today: summary.date,
      asOf: asOf)
    let themes = builder.themes

    let publishers = PublisherReports(
      catalogue: catalogue, comparisons: comparisons, themes: builder, asOf: asOf)
    let jobs =
      zip(made, comparisons).map { comparisonJob($0, $1) }
      + (themes + builder.names).map { theme in
        PageJob(path: theme.page) {
          let report = try builder.report(theme)
          return (themePage(report), themeJSON(report))
        }
      }
      + publishers.publishers.map { publisher in
        PageJob(path: publisher.page) {
          let report = publishers.report(publisher)
          return (publisherPage(report), publisherJSON(report))
        }
      } + documentJobs(catalogue, comparisons, themes + builder.names)
    try await write(jobs, to: folder)
    try output.write(
      publishersPage(
        publishers.publishers, without: publishers.withoutPublisher, asOf: asOf),
      to: folder.appendingPathComponent("publishers/index.html"))
    try writeIndexes(catalogue, comparisons, builder, to: folder)
    let quality = try qualityReport(catalogue)
    try write(qualityPage(quality), qualityJSON(quality), to: folder, path: "quality.html")
    let digest = DigestReport(
      run: summary, documents: catalogue.documents.count,
      dated: catalogue.documents.filter { $0.document.published != nil }.count, themes: themes,
      comparisons: comparisons, names: try newNames(catalogue, builder.names),
      newDocuments: catalogue.documents.filter { catalogue.isNew($0.document.id) },
      undated: catalogue.documents.filter { $0.document.published == nil })
    try write(digestPage(digest), digestJSON(digest), to: folder, path: "index.html")
    try output.publish(folder, as: options.date)
    return summary
  }

  private var asOf: String { "Run of \(longDay(summary.date))" }

  private func write(
    _ page: String, _ json: JSONValue, to folder: URL, path: String
  ) throws {
    try output.write(page, to: folder.appendingPathComponent(path))
    let data = path.dropLast("html".count) + "json"
    try output.write(json.pretty, to: folder.appendingPathComponent(String(data)))
  }

  private func listed(_ made: MadeComparison, _ catalogue: Catalogue) -> ListedComparison {
    let plan = made.plan
    var listed = ListedComparison(
      reason: plan.reason, a: catalogue.listed(plan.a.document),
      b: catalogue.listed(plan.b.document),
      captured: (plan.a.captured?.value, plan.b.captured?.value), number: plan.number,
      verdict: made.result.verdict, relation: plan.relation,
      facts: Array(made.result.changes.prefix(3)), factCount: made.result.changes.count,
      isNew: plan.isNew, page: plan.page)
    let (before, after) = (plan.a.metadata.modified?.value, plan.b.metadata.modified?.value)
    if let after, after != before, after != plan.b.metadata.published?.value {
      listed.modified = after
    }
    return listed
  }

  /// Makes and writes pages, several at a time: no more than that are in memory.
  private func write(_ jobs: [PageJob], to folder: URL) async throws {
    var rest = jobs[...]
    var progress = Progress("Writing pages", total: jobs.count, quiet: options.isQuiet)
    try await convey(
      width: options.jobs, capacity: 4 * max(1, options.jobs), from: { rest.popFirst() }, state: {},
      work: { job, _ in
        Result {
          guard let (page, json) = try job.make() else { return }
          try write(page, json, to: folder, path: job.path)
        }
      },
      into: { result in
        try result.get()
        progress.advance()
      })
    progress.end()
  }

  private func comparisonJob(_ made: MadeComparison, _ entry: ListedComparison) -> PageJob {
    func label(_ version: Version, _ listed: ListedDocument) -> String {
      let day = version.captured.map { "captured \(longDay($0.value))" } ?? "day of capture unknown"
      return [listed.document.publisher ?? "", day].filter { !$0.isEmpty }.joined(separator: ", ")
    }
    let report = ComparisonReport(
      result: made.result, labelA: label(made.plan.a, entry.a),
      labelB: label(made.plan.b, entry.b), root: "../", documentA: entry.a.page,
      documentB: entry.b.page, asOf: asOf)
    return PageJob(path: entry.page) { (comparisonPage(report), comparisonJSON(made.result)) }
  }

  private func documentJobs(
    _ catalogue: Catalogue, _ comparisons: [ListedComparison], _ themes: [ListedTheme]
  ) -> [PageJob] {
    var byDocument: [DocumentID: [ListedComparison]] = [:]
    for item in comparisons {
      byDocument[item.a.document.id, default: []].append(item)
      if item.b.document.id != item.a.document.id {
        byDocument[item.b.document.id, default: []].append(item)
      }
    }
    func pages(_ kind: Subject.Kind) -> [String: String] {
      let listed = themes.filter { $0.series.subject.kind == kind }
      return Dictionary(
        listed.map { ($0.series.subject.id, $0.page) }, uniquingKeysWith: { a, _ in a })
    }
    let (themePages, namePages) = (pages(.theme), pages(.entity))
    return catalogue.documents.compactMap { listed in
      guard let page = listed.page else { return nil }
      let id = listed.document.id
      let comparisons = byDocument[id] ?? []
      return PageJob(path: page) {
        let versions = try store.versions(of: id)
        guard let newest = versions.last else { return nil }
        var report = DocumentReport(
          listed: listed, versions: versions, sightings: try store.sightings(of: id),
          mentions: try store.mentions(in: newest.id), comparisons: comparisons,
          themePages: themePages, asOf: asOf)
        report.namePages = namePages
        return (documentPage(report), documentJSON(report))
      }
    }
  }

  private func writeIndexes(
    _ catalogue: Catalogue, _ comparisons: [ListedComparison], _ builder: ThemeReports,
    to folder: URL
  ) throws {
    let paged = catalogue.documents.filter { $0.page != nil }
    let total = catalogue.documents.count
    for (path, page) in [
      ("documents/index.html", documentsPage(paged, total: total, asOf: asOf)),
      ("documents/titles.html", titlesPage(paged, asOf: asOf)),
      ("themes/index.html", themesPage(builder.themes, asOf: asOf)),
      ("names/index.html", namesPage(builder.names, total: builder.nameCount, asOf: asOf)),
      ("comparisons/index.html", comparisonsPage(comparisons, asOf: asOf)),
    ] {
      try output.write(page, to: folder.appendingPathComponent(path))
    }
  }

  private func qualityReport(_ catalogue: Catalogue) throws -> QualityReport {
    let documents = catalogue.documents
    var doubts = try store.oddities().map { entry in
      Doubt(
        document: catalogue.listed(entry.document),
        reason: entry.issue ?? pageKindName(entry.kind))
    }
    for listed in documents {
      guard let day = listed.document.published else { continue }
      if day > options.date {
        doubts.append(Doubt(document: listed, reason: "dated \(longDay(day)), after the run"))
      } else if day.components.year < 1900 {
        doubts.append(Doubt(document: listed, reason: "dated \(longDay(day)), before 1900"))
      }
    }
    func found(_ name: String, _ has: (Document) -> Bool) -> (name: String, documents: Int) {
      (name, documents.filter { has($0.document) }.count)
    }
    let languages = Dictionary(grouping: documents) { $0.document.language ?? "" }
      .map { (code: $0.key, documents: $0.value.count) }
      .sorted { ($1.documents, $0.code) < ($0.documents, $1.code) }
    return QualityReport(
      run: summary, passedOver: passedOver, documents: documents.count,
      undated: documents.filter { $0.document.published == nil }, doubts: doubts,
      fields: [
        found("title") { $0.title != nil }, found("authors") { !$0.authors.isEmpty },
        found("publisher") { $0.publisher != nil }, found("published") { $0.published != nil },
        found("language") { $0.language != nil },
      ], languages: languages, asOf: asOf)
  }

  private func newNames(_ catalogue: Catalogue, _ paged: [ListedTheme]) throws -> [NewName] {
    let pages = Set(paged.map(\.page))
    return try store.namesFirstMet(in: run, limit: 20).compactMap { entry in
      guard let type = entry.count.type,
        let place = try store.places(of: entry.count.subject, limit: 1).first
      else { return nil }
      var name = NewName(
        name: entry.count.name, type: type, documents: entry.count.documents,
        publishers: entry.publishers, passage: place.passage, utf8: place.utf8,
        page: catalogue.listed(place.document.id).page)
      let path = pagePath(of: entry.count.subject)
      name.namePage = pages.contains(path) ? path : nil
      return name
    }
  }
}
