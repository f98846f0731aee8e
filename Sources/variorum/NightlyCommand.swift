import ArgumentParser
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

  @OptionGroup var options: RunArguments

  @OptionGroup(title: "Files") var reading: ReadingArguments

  func run() async throws {
    let outcome = try await runNightly(options.options(corpus: corpus, reading: reading.value))
    if !options.quiet { put(summary(outcome)) }
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
