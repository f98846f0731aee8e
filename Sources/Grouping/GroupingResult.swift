public import Model

/// Groups of variants, and what it took to find them.
public struct GroupingResult: Sendable {
  /// All groups of two or more documents, by hub.
  public let groups: [Group]
  /// The pairs of documents of which anything was counted or compared: what the time grows with.
  public let examined: Int
}
