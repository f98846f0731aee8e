public import Model
import Store
import Timeline

/// How often a theme, name or keyword is spoken of over time.
public struct TimelineQuery: Sendable {
  /// The theme, name or keyword: identifier or name, case aside.
  public var name: String
  /// What `name` is.
  public var kind: Subject.Kind
  /// The length of the buckets; nil to choose it by the range.
  public var bucket: Bucket?
  /// Only documents of this publisher.
  public var publisher: String?
  /// Only documents from this day on.
  public var from: Day?
  /// Only documents up to this day, inclusive.
  public var to: Day?

  /// A query for `name`.
  public init(
    name: String, kind: Subject.Kind, bucket: Bucket? = nil, publisher: String? = nil,
    from: Day? = nil, to: Day? = nil
  ) {
    self.name = name
    self.kind = kind
    self.bucket = bucket
    self.publisher = publisher
    self.from = from
    self.to = to
  }

  /// The series; throws when the store does not know the name.
  public func series(store path: String?) throws -> ThemeSeries {
    let store = try openStore(path)
    guard let found = try store.subject(kind, named: name) else {
      let known = try store.subjects(kind, limit: 8).map(\.name).joined(separator: ", ")
      let hint = known.isEmpty ? "The store has none." : "The most frequent are: \(known)."
      throw PipelineError(
        .nothingFound, "\(name): no document speaks of this \(kindName). \(hint)")
    }
    if let publisher, !(try store.publishers().contains { $0.name == publisher }) {
      let known = try store.publishers().prefix(8).map(\.name).filter { !$0.isEmpty }
      throw PipelineError(
        .nothingFound,
        "\(publisher): no dated document is from this publisher. There are: "
          + "\(known.joined(separator: ", ")).")
    }
    let days = try store.dayCounts(of: found.subject, publisher: publisher).filter { count in
      (from.map { count.day >= $0 } ?? true) && (to.map { count.day <= $0 } ?? true)
    }
    guard let first = from ?? days.first?.day, let last = to ?? days.last?.day, first <= last else {
      throw PipelineError(.nothingFound, "no dated document lies in this range")
    }
    return Timeline.series(
      of: found.subject, name: found.name, days: days,
      bucket: bucket ?? chosenBucket(for: first...last), covering: first...last)
  }

  private var kindName: String {
    switch kind {
    case .theme: "theme"
    case .entity: "name"
    case .keyword: "keyword"
    }
  }
}
