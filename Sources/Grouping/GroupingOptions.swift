/// How alike texts have to be to be variants of one text; all shares are 0–1.
public struct GroupingOptions: Hashable, Sendable {
  /// Shared runs of three words ÷ all of both, from which texts are near copies.
  public var nearCopy = 0.5
  /// Share of the shorter text's runs that the other has, from which it is an excerpt.
  public var excerpt = 0.6
  /// Shared runs ÷ all of both, from which texts are variants without regard to their words.
  public var overlap = 0.12
  /// Cosine of the weighted stems, from which texts can be rewrites.
  public var rewrite = 0.27
  /// How many times nearer a rewrite is than any other text.
  public var margin = 1.4
  /// Shared runs ÷ all of both that even a rewrite has.
  public var leastOverlap = 0.008

  /// The defaults.
  public init() {}
}
