public import JSONLines

/// A line that a stage cannot answer.
public struct WorkerError: Error, Hashable, Sendable {
  /// A stable code such as `bad-input`.
  public var code: String
  /// What is wrong with the line, and what to do.
  public var message: String

  /// An error.
  public init(_ code: String, _ message: String) {
    self.code = code
    self.message = message
  }

  /// The error of an input that lacks `key` or has another type there.
  public static func missing(_ key: String, _ shape: String) -> WorkerError {
    WorkerError("bad-input", "\"\(key)\" is missing or is not \(shape)")
  }
}

/// One stage of the streaming interface: an object in, an object out.
///
/// A stage is created once and holds its models; it answers each line by itself.
public protocol WorkerStage {
  /// The members of the answer, `id` aside.
  mutating func answer(_ input: JSONValue) throws(WorkerError) -> [JSONValue.Member]
}

/// Terms at which a stage empties its lexicon: until then words that recur from line to line are not
/// stemmed again.
let streamTerms = 1 << 16
