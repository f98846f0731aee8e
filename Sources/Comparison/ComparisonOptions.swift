/// What a comparison looks for.
public struct ComparisonOptions: Sendable, Equatable {
  /// Added to the least probability (0.5) that makes a link; higher links less, −0.4–0.4.
  public var strictness = 0.0
  /// Whether word edits are worked out.
  public var findsEdits = true
  /// Whether fact changes are worked out.
  public var findsFacts = true

  /// The defaults.
  public init() {}
}
