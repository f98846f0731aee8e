import Comparison
import Foundation
import JSONLines
import Model
import Report
import Store
import Timeline

/// Writes the pages of a run and the same content as JSON, and puts them in place when all are there.
struct ReportWriter {
  let options: NightlyOptions
  let store: CorpusStore
  let output: OutputFolder
  let run: RunID
  let summary: Run

  /// Writes everything; returns the summary of the run.
  func write() async throws -> Run {
    let folder = try output.begin()
    for name in ["themes", "documents", "comparisons"] {
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
      store: store, catalogue: catalogue, today: summary.date, asOf: asOf)
    let themes = try builder.themes()

    for (item, entry) in zip(made, comparisons) { try write(item, entry, catalogue, to: folder) }
    for theme in themes {
      let report = try builder.report(theme)
      try write(themePage(report), themeJSON(report), to: folder, path: theme.page)
    }
    try writeDocuments(catalogue, comparisons, themes, to: folder)
    try writeIndexes(catalogue, comparisons, themes, to: folder)
    let digest = DigestReport(
      run: summary, documents: catalogue.documents.count,
      dated: catalogue.documents.filter { $0.document.published != nil }.count, themes: themes,
      comparisons: comparisons, names: try newNames(catalogue),
      newDocuments: catalogue.documents.filter { catalogue.isNew($0.document.id) },
      undated: catalogue.documents.filter { $0.document.published == nil })
    try write(digestPage(digest), digestJSON(digest), to: folder, path: "index.html")
    try output.publish(folder, as: options.date)
    return summary
  }

  private var asOf: String { "Run of \(summary.date)" }

  private func write(
    _ page: String, _ json: JSONValue, to folder: URL, path: String
  ) throws {
    try output.write(page, to: folder.appendingPathComponent(path))
    let data = path.dropLast("html".count) + "json"
    try output.write(json.pretty, to: folder.appendingPathComponent(String(data)))
  }

  private func listed(_ made: MadeComparison, _ catalogue: Catalogue) -> ListedComparison {
    let plan = made.plan
    return ListedComparison(
      reason: plan.reason, a: catalogue.listed(plan.a.document),
      b: catalogue.listed(plan.b.document),
      captured: (plan.a.captured?.value, plan.b.captured?.value), number: plan.number,
      verdict: made.result.verdict, relation: plan.relation,
      facts: Array(made.result.changes.prefix(3)), factCount: made.result.changes.count,
      isNew: plan.isNew, page: plan.page)
  }

  private func write(
    _ made: MadeComparison, _ entry: ListedComparison, _ catalogue: Catalogue, to folder: URL
  ) throws {
    func label(_ version: Version, _ listed: ListedDocument) -> String {
      let day = version.captured.map { "captured \($0.value)" } ?? "day of capture unknown"
      return [listed.document.publisher ?? "", day].filter { !$0.isEmpty }.joined(separator: ", ")
    }
    let report = ComparisonReport(
      result: made.result, labelA: label(made.plan.a, entry.a),
      labelB: label(made.plan.b, entry.b), root: "../", documentA: entry.a.page,
      documentB: entry.b.page, asOf: asOf)
    try write(
      comparisonPage(report), comparisonJSON(made.result), to: folder, path: entry.page)
  }

  private func writeDocuments(
    _ catalogue: Catalogue, _ comparisons: [ListedComparison], _ themes: [ListedTheme],
    to folder: URL
  ) throws {
    var byDocument: [DocumentID: [ListedComparison]] = [:]
    for item in comparisons {
      byDocument[item.a.document.id, default: []].append(item)
      if item.b.document.id != item.a.document.id {
        byDocument[item.b.document.id, default: []].append(item)
      }
    }
    let themePages = Dictionary(
      themes.map { ($0.series.subject.id, $0.page) }, uniquingKeysWith: { a, _ in a })
    var progress = Progress(
      "Writing pages", total: catalogue.documents.count, quiet: options.isQuiet)
    for listed in catalogue.documents where listed.page != nil {
      let id = listed.document.id
      let versions = try store.versions(of: id)
      guard let newest = versions.last, let page = listed.page else { continue }
      let report = DocumentReport(
        listed: listed, versions: versions, sightings: try store.sightings(of: id),
        mentions: try store.mentions(in: newest.id), comparisons: byDocument[id] ?? [],
        themePages: themePages, asOf: asOf)
      try write(documentPage(report), documentJSON(report), to: folder, path: page)
      progress.advance()
    }
    progress.end()
  }

  private func writeIndexes(
    _ catalogue: Catalogue, _ comparisons: [ListedComparison], _ themes: [ListedTheme],
    to folder: URL
  ) throws {
    let paged = catalogue.documents.filter { $0.page != nil }
    try output.write(
      documentsPage(paged, total: catalogue.documents.count, asOf: asOf),
      to: folder.appendingPathComponent("documents/index.html"))
    try output.write(
      themesPage(themes, asOf: asOf), to: folder.appendingPathComponent("themes/index.html"))
    try output.write(
      comparisonsPage(comparisons, asOf: asOf),
      to: folder.appendingPathComponent("comparisons/index.html"))
  }

  private func newNames(_ catalogue: Catalogue) throws -> [NewName] {
    try store.namesFirstMet(in: run, limit: 20).compactMap { entry in
      guard let type = entry.count.type,
        let place = try store.places(of: entry.count.subject, limit: 1).first
      else { return nil }
      return NewName(
        name: entry.count.name, type: type, documents: entry.count.documents,
        publishers: entry.publishers, passage: place.passage, utf8: place.utf8,
        page: catalogue.listed(place.document.id).page)
    }
  }
}
