import ArgumentParser
import JSONLines
import Model
import Pipeline

struct IngestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Add documents to the store, or say what a run would take from files and why.",
    discussion: """
      Stores what is new in the files and folders that are named; the next nightly run reports it. \
      With --dry-run nothing is stored, and each record met is listed with what would become of it. \
      With --explain the way of each record is accounted for: encoding, kind of page, extractors, what \
      was left out, and where every field was found.
      """)

  @Flag(name: .customLong("dry-run"), help: "Store nothing; list each record with its outcome.")
  var isDryRun = false

  @Flag(name: .customLong("explain"), help: "Store nothing; account for the text and each field.")
  var explains = false

  @Flag(name: .long, help: "Print JSON: one object for each record, or for the summary.")
  var json = false

  @OptionGroup var options: RunArguments

  @OptionGroup(title: "Files") var reading: ReadingArguments

  @Argument(help: "Files and folders of any known form.")
  var files: [String]

  func validate() throws {
    if files.isEmpty { throw ValidationError("name a file or folder") }
    if isDryRun, explains { throw ValidationError("--dry-run and --explain exclude each other") }
  }

  func run() async throws {
    if isDryRun { return try runIngestDryRun(files, reading: reading.value, asTable: !json) }
    if explains { return try explain() }
    let outcome = try await runIngest(
      files, options.options(corpus: files[0], reading: reading.value))
    if json {
      put(outcome.json.line + "\n")
    } else if !options.quiet {
      put(
        "\(outcome.newDocuments) new documents, \(outcome.newVersions - outcome.newDocuments) new "
          + "versions, \(outcome.failures.count) failed\n"
          + "The store holds \(outcome.documents) documents; `variorum nightly` reports what is new.\n"
      )
    }
    guard outcome.failures.isEmpty else {
      for failure in outcome.failures { complain("variorum: \(failure.message)") }
      throw ExitCode(PipelineError.ExitCode.someFailed.rawValue)
    }
  }

  private func explain() throws {
    var isFirst = true
    var failed = false
    for file in files {
      try explainFiles(file, reading: reading.value) { found in
        if json {
          put(found.json.line + "\n")
        } else {
          put((isFirst ? "" : "\n") + found.text)
        }
        isFirst = false
        failed = failed || found.isFailure
        return true
      }
    }
    if failed { throw ExitCode(PipelineError.ExitCode.someFailed.rawValue) }
  }
}
