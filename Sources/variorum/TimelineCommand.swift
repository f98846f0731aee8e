import ArgumentParser
import JSONLines
import Model
import Pipeline
import Report

struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Show how often a theme, name or keyword is spoken of over time.",
    discussion: "Shares come with 95 % intervals (Wilson); copies of one text count once.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
  }

  enum BucketArgument: String, ExpressibleByArgument, CaseIterable {
    case day, week, month, quarter, year
  }

  @Argument(help: "Themes by identifier or name; names and keywords with the options below.")
  var names: [String]

  @Flag(name: .long, help: "The arguments are names of people, organisations and places.")
  var entity = false

  @Flag(name: .long, help: "The arguments are keywords.")
  var term = false

  @Option(name: .long, help: "Length of a bucket. Default: by the range.")
  var bucket: BucketArgument?

  @Option(name: .long, help: "Only documents of this publisher.")
  var publisher: String?

  @Option(name: .long, help: "Only documents from this day on (YYYY-MM-DD).")
  var from: DayArgument?

  @Option(name: .long, help: "Only documents up to this day (YYYY-MM-DD).")
  var to: DayArgument?

  @Option(name: .long, help: "What to print.")
  var format = Format.text

  @OptionGroup var storeOptions: StoreOptions

  func validate() throws {
    if names.isEmpty { throw ValidationError("name a theme") }
    if entity, term { throw ValidationError("--entity and --term exclude each other") }
    if let from, let to, from.day > to.day { throw ValidationError("--from lies after --to") }
  }

  func run() throws {
    for (index, name) in names.enumerated() {
      let query = TimelineQuery(
        name: name, kind: entity ? .entity : term ? .keyword : .theme,
        bucket: bucket.flatMap { Bucket(rawValue: $0.rawValue) }, publisher: publisher,
        from: from?.day, to: to?.day)
      let series = try query.series(store: storeOptions.store)
      switch format {
      case .text:
        if index > 0 { put("\n") }
        put(seriesText(series, isColoured: wantsColour))
      case .json: put(seriesJSON(series).line + "\n")
      case .csv: put((index == 0 ? seriesCSVHeader : "") + seriesCSV(series))
      }
    }
  }
}
