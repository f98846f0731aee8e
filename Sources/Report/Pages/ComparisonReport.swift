public import Model

/// Everything that a comparison page shows.
public struct ComparisonReport: Sendable {
  /// The comparison.
  public var result: ComparisonResult
  /// What A is, such as the file or the publisher and day of capture.
  public var labelA: String
  /// What B is.
  public var labelB: String
  /// The sentences of both in rows, for the terminal; empty when they are not to be printed.
  public var rows: [Collation.Row] = []
  /// The way up to the folder of the digest; nil for a page that stands alone.
  public var root: String?
  /// Path of A's document page from that folder; nil when it has none.
  public var documentA: String?
  /// Path of B's document page from that folder; nil when it has none.
  public var documentB: String?
  /// As of when; empty when no date is to be stated.
  public var asOf: String

  /// A report on `result`.
  public init(
    result: ComparisonResult, labelA: String, labelB: String, root: String? = nil,
    documentA: String? = nil, documentB: String? = nil, asOf: String = ""
  ) {
    self.result = result
    self.labelA = labelA
    self.labelB = labelB
    self.root = root
    self.documentA = documentA
    self.documentB = documentB
    self.asOf = asOf
  }
}
