/// Which part of the corpus a series looks at, and how it counts.
public struct Selection: Hashable, Sendable {
  /// Only documents of this publisher; an empty name stands for documents without one.
  public var publisher: String?
  /// Only documents in this language.
  public var language: String?
  /// Only documents from this day on.
  public var from: Day?
  /// Only documents up to this day, inclusive.
  public var to: Day?
  /// Whether copies and near copies of another document count too.
  public var countsCopies = false
  /// Whether each version counts, on the day it was first met, and not each document once, with its
  /// newest text on the day it was first published.
  public var countsVersions = false

  /// The whole corpus, each text once.
  public init() {}
}
