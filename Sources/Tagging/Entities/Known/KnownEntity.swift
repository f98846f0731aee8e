public import Model

/// An entity that the user names: it is found wherever one of its names stands.
public struct KnownEntity: Hashable, Sendable {
  /// The identifier, which never changes.
  public var id: String
  /// The name to show, which is looked for too.
  public var name: String
  /// What it is.
  public var type: EntityType
  /// Other names.
  public var aliases: [String]

  /// An entity.
  public init(id: String, name: String, type: EntityType, aliases: [String] = []) {
    self.id = id
    self.name = name
    self.type = type
    self.aliases = aliases
  }
}

/// Why a list of entities cannot be used.
public struct KnownEntityError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, where, and what to do.
  public var description: String
}
