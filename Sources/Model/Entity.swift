/// Someone or something that the corpus speaks of, with all names it goes by.
public struct Entity: Hashable, Sendable {
  /// A name as documents have it.
  public struct Name: Hashable, Sendable {
    /// Identifier of the subject of its mentions.
    public var subject: String
    /// The name.
    public var name: String
    /// What it is taken for in most places.
    public var type: EntityType
    /// Versions that have it.
    public var documents: Int
    /// Why it belongs to its entity, or why it was kept apart from others.
    public var reason: String

    /// A name with its mentions' subject.
    public init(
      subject: String, name: String, type: EntityType, documents: Int, reason: String = ""
    ) {
      self.subject = subject
      self.name = name
      self.type = type
      self.documents = documents
      self.reason = reason
    }
  }

  /// The identifier: that of the user's list, or the kind and the name in small letters.
  ///
  /// It depends on names alone, so that it is the same every night.
  public var id: String
  /// The name to show.
  public var name: String
  /// What it is.
  public var type: EntityType
  /// Its names, most frequent first.
  public var names: [Name]

  /// An entity.
  public init(id: String, name: String, type: EntityType, names: [Name]) {
    self.id = id
    self.name = name
    self.type = type
    self.names = names
  }
}
