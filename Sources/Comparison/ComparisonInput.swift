public import Model

/// One of the texts to compare, with what is known about it.
public struct ComparisonInput: Sendable {
  /// The text.
  public var text: String
  /// Its passages in reading order; nil when blank lines are all that is known.
  public var passages: [Passage]?
  /// What is known apart from the text.
  public var metadata: Metadata
  /// BCP 47 code; nil to have it detected.
  public var language: String?

  /// A text to compare.
  public init(
    text: String, passages: [Passage]? = nil, metadata: Metadata = Metadata(),
    language: String? = nil
  ) {
    self.text = text
    self.passages = passages
    self.metadata = metadata
    self.language = language
  }

  /// A stored version.
  public init(_ version: Version) {
    self.init(
      text: version.text, passages: version.passages, metadata: version.metadata,
      language: version.metadata.language?.value)
  }
}
