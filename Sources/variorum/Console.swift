import ArgumentParser
import Foundation
import Model
import Report

/// Whether standard output is a terminal that wants colours.
var wantsColour: Bool {
  isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
}

/// Writes a message to standard error.
func complain(_ message: String) {
  FileHandle.standardError.write(Data((message + "\n").utf8))
}

/// Writes to standard output without a line break of its own.
func put(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

/// Ends the program.
func leave(_ code: Int32) -> Never { exit(code) }

/// Writes `text` to the file at `path`, or to standard output when there is none.
func deliver(_ text: String, to path: String?) throws {
  guard let path else { return put(text) }
  do {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
  } catch {
    throw ValidationError("\(path): cannot be written. Choose another place with --output.")
  }
}

/// A day as an argument, such as `2025-08-27`.
struct DayArgument: ExpressibleByArgument {
  let day: Day

  init?(argument: String) {
    guard argument.utf8.count == 10, let day = Day(iso: argument) else { return nil }
    self.day = day
  }
}

/// Where the store is.
struct StoreOptions: ParsableArguments {
  @Option(
    name: .long,
    help: "The store to read. Default: VARIORUM_STORE, else Output/variorum.sqlite.")
  var store: String?
}
