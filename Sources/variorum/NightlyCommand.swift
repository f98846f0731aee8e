import ArgumentParser
import Foundation
import Model
import Pipeline

struct NightlyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nightly",
    abstract: "Read what is new in a corpus, store it, and write the digest.",
    discussion: """
      Pages go to OUTPUT/DATE, and OUTPUT/latest points to the newest complete run. Unchanged files \
      are not read again. A run that was stopped is taken up by the next one.
      """)

  @Argument(help: "A folder of pages and texts, or a single file.")
  var corpus = "Corpus"

  @Option(name: .long, help: "The folder for pages and store.")
  var output = "Output"

  @Option(name: .long, help: "The store, when it is not to lie in the output folder.")
  var store: String?

  @Option(
    name: .long,
    help: "The date of the run. Default: SOURCE_DATE_EPOCH, else today in UTC.")
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

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs: \(jobs) is not between 1 and 256")
    }
    if taxonomy != nil, model != nil {
      throw ValidationError("--taxonomy and --model exclude each other")
    }
  }

  func run() async throws {
    var options = NightlyOptions(
      corpus: corpus, output: output, date: try date?.day ?? defaultDate(),
      jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    options.store = store
    options.reading = reading.value
    options.taxonomy = taxonomy
    options.model = model
    options.entities = entities
    options.isQuiet = quiet
    let outcome = try await runNightly(options)
    if !quiet { put(summary(outcome)) }
    if !outcome.run.failures.isEmpty {
      complain(
        "variorum: \(outcome.run.failures.count) inputs failed; the digest lists each with its "
          + "reason")
      throw ExitCode(PipelineError.ExitCode.someFailed.rawValue)
    }
  }

  private func summary(_ outcome: NightlyOutcome) -> String {
    let run = outcome.run
    var lines: [String] = []
    if outcome.foundNew {
      lines.append(
        "\(run.newDocuments) new documents, \(run.newVersions - run.newDocuments) new versions, "
          + "\(run.seenAgain) seen again, \(run.failures.count) failed")
    } else {
      lines.append("Nothing new since the last run; no page was touched.")
    }
    if outcome.passedOver > 0 {
      let files = outcome.passedOver == 1 ? "1 file" : "\(outcome.passedOver) files"
      lines.append("\(files) of other forms passed over.")
    }
    lines.append(
      "The store holds \(outcome.documents) documents, \(outcome.dated) of them dated.")
    let seconds = Int((outcome.seconds * 10).rounded())
    lines.append("Digest: \(outcome.digest) (\(seconds / 10).\(seconds % 10) s)")
    return lines.joined(separator: "\n") + "\n"
  }
}
