import ArgumentParser
import Pipeline

struct GroupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "group",
    abstract: "Tell which texts are variants of one text.",
    discussion: """
      Reads JSON Lines with id and text, answers at the end of the input with id and group.
      """)

  @Flag(name: .long, help: "Read JSON Lines from standard input.")
  var jsonl = false

  func validate() throws {
    if !jsonl { throw ValidationError("say --jsonl: JSON Lines is the only form so far") }
  }

  func run() throws { try runGroupStream() }
}

struct IngestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Say what a run would take from files, record by record.",
    discussion: "Prints one JSON object for each record met. To store documents, run nightly.")

  @Flag(name: .customLong("dry-run"), help: "Read without storing; the only way so far.")
  var dryRun = false

  @Flag(name: .long, help: "Print JSON Lines.")
  var json = false

  @Argument(help: "Files of any known form.")
  var files: [String]

  func validate() throws {
    if !dryRun || !json { throw ValidationError("say --dry-run --json; to store, run nightly") }
    if files.isEmpty { throw ValidationError("name a file") }
  }

  func run() throws { try runIngestDryRun(files) }
}
