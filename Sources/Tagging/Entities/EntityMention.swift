public import Model

/// A place in a text that names an entity or states a value.
public struct EntityMention: Hashable, Sendable {
  /// UTF-8 byte offsets into the text, half-open.
  public var utf8: Range<Int>
  /// What it is.
  public var type: EntityType
  /// The words.
  public var text: String
  /// The fullest name of the entity in the document; the words themselves for a value.
  public var canonical: String
  /// The identifier of the entity in the user's list; nil for all others.
  public var id: String?
  /// The value that it states; nil for names and where it cannot be told.
  public var value: Value?

  /// A mention at `utf8`.
  public init(
    utf8: Range<Int>, type: EntityType, text: String, canonical: String, value: Value? = nil
  ) {
    self.utf8 = utf8
    self.type = type
    self.text = text
    self.canonical = canonical
    self.value = value
  }
}
