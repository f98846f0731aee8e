/// Why the store could not do what was asked.
public struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Stable codes of what can go wrong.
  public enum Code: String, Hashable, Sendable {
    /// There is no store at the path.
    case missing
    /// The file is not a store, or is damaged.
    case damaged
    /// The store was written by a newer version of the program.
    case newer
    /// The volume has no space left.
    case full
    /// Anything else that SQLite reports.
    case failed
  }

  /// The code.
  public var code: Code
  /// What is wrong, where, and what to do.
  public var description: String

  /// An error.
  public init(_ code: Code, _ description: String) {
    self.code = code
    self.description = description
  }
}
