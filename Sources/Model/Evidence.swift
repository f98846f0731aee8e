/// Where a value was found, so that a reader can check it.
public struct Evidence: Hashable, Sendable {
  /// The kinds of place that a value is taken from.
  public enum Source: String, Hashable, Sendable, CaseIterable {
    /// Stated by the caller or by the record that carried the page.
    case given
    /// A JSON-LD block of the page.
    case jsonLD = "json-ld"
    /// A `meta` or `link` element.
    case meta
    /// A semantic element or attribute such as `time`, `h1`, `itemprop` or `rel`.
    case markup
    /// The visible text.
    case visible
    /// The page's address.
    case url
    /// A feed that listed the page.
    case feed
    /// The name or folder of the file.
    case path
    /// The header of a WARC record.
    case warc
    /// Worked out from other values.
    case derived
  }

  /// The kind of place.
  public var source: Source
  /// The exact place, such as `article:published_time` or `h1`; empty when there is nothing to add.
  public var detail: String
  /// How sure this is, in parts per thousand (0–1000).
  public var confidence: Int

  /// Evidence from `source`.
  public init(_ source: Source, _ detail: String = "", confidence: Int = 1000) {
    self.source = source
    self.detail = detail
    self.confidence = confidence
  }
}

/// A value together with the place it was found at.
public struct Found<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The value.
  public var value: Value
  /// Its evidence.
  public var evidence: Evidence

  /// A value and its evidence.
  public init(_ value: Value, _ evidence: Evidence) {
    self.value = value
    self.evidence = evidence
  }
}
