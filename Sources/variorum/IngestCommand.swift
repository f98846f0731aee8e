import ArgumentParser
import Foundation
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

  @Option(name: .long, help: "The folder that the store lies in.")
  var output = "Output"

  @Option(name: .long, help: "The store, when it is not to lie in the output folder.")
  var store: String?

  @Option(
    name: .long, help: "The date of the run. Default: SOURCE_DATE_EPOCH, else today in UTC.")
  var date: DayArgument?

  @Option(name: .long, help: "Workers. Default: one for each processor.")
  var jobs: Int?

  @Option(name: .long, help: "A taxonomy (YAML) in place of the shipped one.")
  var taxonomy: String?

  @Option(name: .long, help: "A model made by `variorum themes learn` in place of a taxonomy.")
  var model: String?

  @Option(name: .long, help: "Names of your own (YAML) that win over those found.")
  var entities: String?

  @OptionGroup(title: "Files") var reading: ReadingArguments

  @Flag(name: .shortAndLong, help: "Show no progress and no summary.")
  var quiet = false

  @Argument(help: "Files and folders of any known form.")
  var files: [String]

  func validate() throws {
    if files.isEmpty { throw ValidationError("name a file or folder") }
    if isDryRun, explains { throw ValidationError("--dry-run and --explain exclude each other") }
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs: \(jobs) is not between 1 and 256")
    }
    if taxonomy != nil, model != nil {
      throw ValidationError("--taxonomy and --model exclude each other")
    }
  }

  func run() async throws {
    if isDryRun { return try runIngestDryRun(files, reading: reading.value, asTable: !json) }
    if explains { return try explain() }
    var options = NightlyOptions(
      corpus: files[0], output: output, date: try date?.day ?? defaultDate(),
      jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    options.store = store
    options.taxonomy = taxonomy
    options.model = model
    options.entities = entities
    options.reading = reading.value
    options.isQuiet = quiet
    let outcome = try await runIngest(files, options)
    if json {
      put(outcome.json.line + "\n")
    } else if !quiet {
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
