import ArgumentParser
import Foundation
import Model
import Pipeline
import Report

/// Whether standard output is a terminal that wants colours.
var wantsColour: Bool {
  isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
}

/// Columns of the terminal that standard output is; nil when it is none.
var terminalColumns: Int? {
  guard isatty(STDOUT_FILENO) == 1 else { return nil }
  if let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init) {
    return columns
  }
  var size = winsize()
  guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
    return nil
  }
  return Int(size.ws_col)
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
func deliver(_ text: String, to path: String?) throws { try deliver(Data(text.utf8), to: path) }

/// Writes `bytes` to the file at `path`, or to standard output when there is none.
func deliver(_ bytes: Data, to path: String?) throws {
  guard let path else { return FileHandle.standardOutput.write(bytes) }
  do {
    try writeOutput(bytes, to: path)
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

/// The date of a run that names none: that of `SOURCE_DATE_EPOCH`, else today in UTC.
func defaultDate() throws -> Day {
  if let epoch = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"] {
    guard let seconds = Int(epoch), (0...253_402_300_799).contains(seconds) else {
      throw ValidationError("SOURCE_DATE_EPOCH: \(epoch) is not a number of seconds since 1970")
    }
    return Day(rawValue: Int32(seconds / 86_400))
  }
  return Day(rawValue: Int32((Date().timeIntervalSince1970 / 86_400).rounded(.down)))
}

/// Where the store is.
struct StoreOptions: ParsableArguments {
  @Option(
    name: .long,
    help: "The store to read. Default: VARIORUM_STORE, else Output/variorum.sqlite.")
  var store: String?
}

/// The columns of the terminal; 80 where standard output is none.
///
/// `COLUMNS` comes first, so that a script can say how wide it wants its lines.
var terminalWidth: Int {
  if let text = ProcessInfo.processInfo.environment["COLUMNS"], let columns = Int(text),
    (20...1000).contains(columns)
  {
    return columns
  }
  var size = winsize()
  guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 else {
    return 80
  }
  return Int(size.ws_col)
}

/// Writes an SVG picture to the PNG file at `path` with `rsvg-convert`.
func deliverPNG(_ svg: String, to path: String) throws {
  let converter = Process()
  converter.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  converter.arguments = ["rsvg-convert", "--format", "png", "--output", path]
  let pipe = Pipe()
  converter.standardInput = pipe
  do {
    try converter.run()
    try pipe.fileHandleForWriting.write(contentsOf: Data(svg.utf8))
    try pipe.fileHandleForWriting.close()
  } catch {
    throw ValidationError("\(path): rsvg-convert cannot be started. Use --svg, or install it.")
  }
  converter.waitUntilExit()
  guard converter.terminationStatus == 0 else {
    throw ValidationError(
      "\(path): rsvg-convert did not write it. Is it installed (Debian: librsvg2-bin), and is the "
        + "folder there? --svg needs no converter.")
  }
}
