/// Documents that are variants of one text.
public struct Group: Hashable, Sendable {
  /// How a member stands to the hub.
  public enum Relation: String, Hashable, Sendable, CaseIterable {
    /// The hub itself.
    case hub
    /// The same words.
    case copy
    /// Nearly the same words.
    case nearCopy = "near-copy"
    /// A part of the hub's text.
    case excerpt
    /// The same content in other words.
    case rewrite
  }

  /// A document of the group.
  public struct Member: Hashable, Sendable {
    /// The document.
    public var document: DocumentID
    /// Its relation to the hub.
    public var relation: Relation
    /// Similarity to the hub in parts per million.
    public var score: Int

    /// A member.
    public init(document: DocumentID, relation: Relation, score: Int) {
      self.document = document
      self.relation = relation
      self.score = score
    }
  }

  /// The document that the others are compared with: the earliest, then the longest.
  public var hub: DocumentID
  /// All members, the hub first, then by identifier.
  public var members: [Member]

  /// A group around `hub`.
  public init(hub: DocumentID, members: [Member]) {
    self.hub = hub
    self.members = members
  }
}
