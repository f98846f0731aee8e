/// Why a command could not do what was asked; carries the exit code of its kind.
public struct PipelineError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The exit codes of the program.
  public enum ExitCode: Int32, Hashable, Sendable {
    /// Nothing was found.
    case nothingFound = 1
    /// The command line is wrong.
    case usage = 2
    /// The run finished, and some inputs failed.
    case someFailed = 3
    /// The input cannot be read.
    case unreadable = 4
    /// The store cannot be used.
    case store = 5
    /// Another run holds the lock.
    case locked = 6
    /// The volume has no space left.
    case noSpace = 7
  }

  /// The exit code.
  public var exitCode: ExitCode
  /// What is wrong, where, and what to do.
  public var description: String

  /// An error.
  public init(_ exitCode: ExitCode, _ description: String) {
    self.exitCode = exitCode
    self.description = description
  }
}
