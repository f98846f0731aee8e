import ArgumentParser
import Foundation
import Model
import Pipeline

/// What `ingest` and `nightly` ask alike: where the store is, the day, the workers, and what tags.
struct RunArguments: ParsableArguments {
  @Option(name: .long, help: "The folder for pages and store.")
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

  /// The options of a run over `corpus`, whose files are read as `reading` says.
  func options(corpus: String, reading: CorpusReading) throws -> NightlyOptions {
    var options = NightlyOptions(
      corpus: corpus, output: output, date: try date?.day ?? defaultDate(),
      jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    options.store = store
    options.reading = reading
    options.taxonomy = taxonomy
    options.model = model
    options.entities = entities
    options.isQuiet = quiet
    return options
  }
}
