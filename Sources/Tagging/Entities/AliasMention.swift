/// A mention of which only the words and the type are known.
public struct AliasMention: Hashable, Sendable {
  /// The words of the name.
  public var words: [String]
  /// Words with a capital directly before the name, which may belong to it.
  public var before: [String]
  /// Words after the name that may belong to it, such as "of Technology".
  public var after: [String]
  /// The type, in any vocabulary; names of two types are one entity only where both are unsure.
  public var type: String

  /// A mention of `words`.
  public init(words: [String], before: [String] = [], after: [String] = [], type: String) {
    self.words = words
    self.before = before
    self.after = after
    self.type = type
  }
}
