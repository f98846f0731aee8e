/// An input that a run could not use, and why.
public struct Failure: Hashable, Sendable {
  /// Where it was met.
  public var origin: Origin
  /// A stable code such as `empty`, `binary` or `unreadable`.
  public var code: String
  /// What is wrong, and what to do about it.
  public var message: String

  /// A failure.
  public init(origin: Origin, code: String, message: String) {
    self.origin = origin
    self.code = code
    self.message = message
  }
}

/// What one run did.
public struct Run: Hashable, Sendable {
  /// The date of the run.
  public var date: Day
  /// The corpus as it was named.
  public var corpus: String
  /// Inputs met: documents, skipped and failed ones.
  public var inputs: Int
  /// Documents that were not known before.
  public var newDocuments: Int
  /// Versions that were not known before, first versions included.
  public var newVersions: Int
  /// Texts seen again.
  public var seenAgain: Int
  /// Records passed over on purpose, such as WARC request records.
  public var skipped: Int
  /// Documents without a date.
  public var undated: Int
  /// What could not be read.
  public var failures: [Failure]

  /// A run that has done nothing yet.
  public init(date: Day, corpus: String) {
    self.date = date
    self.corpus = corpus
    inputs = 0
    newDocuments = 0
    newVersions = 0
    seenAgain = 0
    skipped = 0
    undated = 0
    failures = []
  }
}
