import Foundation
import TestSupport

/// What a run of the program came to.
struct Finished {
  var code: Int32
  var output: String
  var complaint: String
}

/// The program that the tests were built with.
func executable() -> URL {
  repositoryRoot().appendingPathComponent(".build/debug/variorum")
}

/// A process of the program with `arguments`, not yet started.
func process(_ arguments: [String], in folder: URL) -> Process {
  let process = Process()
  process.executableURL = executable()
  process.arguments = arguments
  process.currentDirectoryURL = folder
  return process
}

/// Runs the program to its end.
func run(_ arguments: [String], in folder: URL = repositoryRoot(), input: String = "") throws
  -> Finished
{
  let process = process(arguments, in: folder)
  let scratch = FileManager.default.temporaryDirectory.appendingPathComponent(
    "variorum-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: scratch) }
  let names = ["in", "out", "err"].map { scratch.appendingPathComponent($0) }
  for (name, text) in zip(names, [input, "", ""]) { try Data(text.utf8).write(to: name) }
  process.standardInput = try FileHandle(forReadingFrom: names[0])
  process.standardOutput = try FileHandle(forWritingTo: names[1])
  process.standardError = try FileHandle(forWritingTo: names[2])
  try process.run()
  process.waitUntilExit()
  return Finished(
    code: process.terminationStatus, output: try String(contentsOf: names[1], encoding: .utf8),
    complaint: try String(contentsOf: names[2], encoding: .utf8))
}
