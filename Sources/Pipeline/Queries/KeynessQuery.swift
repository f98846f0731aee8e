public import Model
public import Report
import Store
import Timeline

/// What marks one part of a corpus against another.
public struct KeynessQuery: Sendable {
  /// What is held against what.
  public enum Parts: Hashable, Sendable {
    /// One filter and another, or all the rest when there is none.
    case filters(DocumentFilter, DocumentFilter?)
    /// The time of the strongest burst of a subject, and as many days before and after it.
    case burst(String, Subject.Kind)
  }

  /// What is held against what.
  public var parts: Parts
  /// What is counted: terms, names, keywords or themes.
  public var counted = Subject.Kind.term
  /// The corpus from which both parts are taken.
  public var selection = Selection()
  /// The most rows that mark either part.
  public var limit = 25
  /// The least count in both parts together.
  public var minimumCount = 5
  /// The least number of documents in the part that a row marks.
  public var minimumDocuments = 2
  /// The least log-likelihood; 15.13 leaves one in ten thousand to chance.
  public var minimumLikelihood = 15.13

  /// A query for what marks `parts`.
  public init(_ parts: Parts) { self.parts = parts }

  /// The report; throws when a part holds no document.
  ///
  /// O(postings of all subjects of the kind).
  public func report(store path: String?) throws -> KeynessReport {
    let store = try openStore(path)
    let frame = try store.frame()
    let (a, b, labels) = try selections(store, frame)
    let sides = frame.sides(a, b)
    for (label, documents) in [(labels.a, sides.documents.a), (labels.b, sides.documents.b)] {
      guard documents > 0 else {
        throw PipelineError(.nothingFound, "\(label): no document lies in this part")
      }
    }
    var rows: [KeynessReport.Row] = []
    try store.forEachPosting(of: counted) { id, postings in
      // Numbers are no words: they are not among those that rates are measured by.
      if counted == .term, let first = id.utf8.first, (0x30...0x39).contains(first) { return }
      if let row = row(id, postings, sides.side, sides.words) { rows.append(row) }
    }
    rows.sort { ($1.logLikelihood, $0.name) < ($0.logLikelihood, $1.name) }
    var shown = rows.filter { $0.logRatio > 0 }.prefix(limit) + []
    shown += rows.filter { $0.logRatio <= 0 }.prefix(limit)
    if counted != .term {
      for index in shown.indices {
        shown[index].name =
          try store.name(of: Subject(counted, shown[index].name))?.name ?? shown[index].name
      }
    }
    return KeynessReport(
      a: KeynessReport.Side(
        label: labels.a, documents: sides.documents.a, words: sides.words.a),
      b: KeynessReport.Side(
        label: labels.b, documents: sides.documents.b, words: sides.words.b), rows: Array(shown))
  }

  private func row(
    _ id: String, _ postings: [PostingList], _ side: [UInt8], _ words: (a: Int, b: Int)
  ) -> KeynessReport.Row? {
    var counts = (a: 0, b: 0)
    var documents = (a: 0, b: 0)
    for list in postings {
      list.forEach { version, count in
        switch version < side.count ? side[version] : 0 {
        case 1:
          counts.a += count
          documents.a += 1
        case 2:
          counts.b += count
          documents.b += 1
        default: break
        }
      }
    }
    guard counts.a + counts.b >= minimumCount else { return nil }
    let found = keyness(
      count: counts.a, size: max(words.a, counts.a), referenceCount: counts.b,
      referenceSize: max(words.b, counts.b))
    guard found.rayson >= minimumLikelihood,
      (found.logRatio > 0 ? documents.a : documents.b) >= minimumDocuments
    else { return nil }
    return KeynessReport.Row(
      name: id, counts: counts, documents: documents, logLikelihood: found.rayson,
      dunning: found.dunning, logRatio: found.logRatio)
  }

  private func selections(
    _ store: CorpusStore, _ frame: CorpusFrame
  ) throws -> (Selection, Selection, labels: (a: String, b: String)) {
    switch parts {
    case .filters(let a, let b):
      try frame.check([a.names] + (b.map { [$0.names] } ?? []))
      return (
        a.narrowing(selection), b?.narrowing(selection) ?? selection,
        (a.label, b?.label ?? "all the rest")
      )
    case .burst(let name, let kind):
      var query = TimelineQuery(name: name, kind: kind)
      query.selection = selection
      let report = try query.report(store: store.path)
      let bursts = report.series.flatMap(\.bursts).filter { $0.level == 1 }
      guard let burst = bursts.max(by: { ($0.weight, $1.start) < ($1.weight, $0.start) }) else {
        throw PipelineError(.nothingFound, "\(name): has no burst. `variorum timeline` shows it.")
      }
      let length = burst.start.distance(to: burst.end) + 1
      var inside = selection
      inside.from = burst.start
      inside.to = burst.end
      var around = selection
      around.from = burst.start.advanced(by: -length)
      around.to = burst.end.advanced(by: length)
      return (
        inside, around,
        (
          "the burst of \(name), \(burst.start) to \(burst.end)",
          "\(length) days before it and after it"
        )
      )
    }
  }
}

extension CorpusFrame {
  /// Throws, with the nearest names, when a publisher or language is not in the corpus.
  func check(_ filters: [(publisher: String?, language: String?)]) throws {
    for (publisher, language) in filters {
      if let publisher, !publishers.contains(publisher) {
        throw PipelineError(.nothingFound, unknown("publisher", publisher, publishers))
      }
      if let language, !languages.contains(language) {
        throw PipelineError(.nothingFound, unknown("language", language, languages))
      }
    }
  }

  private func unknown(_ what: String, _ name: String, _ known: [String]) -> String {
    let named = known.filter { !$0.isEmpty }
    let near = nearest(name, among: named)
    let list = near.isEmpty ? Array(named.prefix(8)) : near
    return "\(name): no document is of this \(what). There are: \(list.joined(separator: ", "))."
  }
}
