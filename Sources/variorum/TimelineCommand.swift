import ArgumentParser
import Foundation
import JSONLines
import Model
import Pipeline
import Report

struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Show how often a theme, name, keyword or any word is spoken of over time.",
    discussion: """
      Shares come with 95 % intervals (Wilson), rates in a million words with exact ones (Poisson). \
      Copies of one text count once, and a text on the day of its first version. A theme of a \
      taxonomy of your own (`variorum nightly --taxonomy FILE`) is a query that is saved.

        variorum timeline monetary-policy --bucket year
        variorum timeline --term "interest rate" --by publisher
        variorum timeline inflation --group publisher=A --group publisher=B
        variorum timeline inflation --evidence 5 --at 2022-06-01
      """)

  enum BucketArgument: String, ExpressibleByArgument, CaseIterable {
    case day, week, month, quarter, year, decade
  }

  enum Field: String, ExpressibleByArgument, CaseIterable {
    case publisher, language
  }

  @Argument(help: "Themes by identifier or name; other subjects with the options below.")
  var names: [String]

  @Flag(name: .long, help: "The arguments are names of people, organisations and places.")
  var entity = false

  @Flag(name: .long, help: "The arguments are words or phrases, counted wherever they occur.")
  var term = false

  @Flag(name: .long, help: "The arguments are keywords, counted where they characterise a text.")
  var keyword = false

  @Option(name: .long, help: "Length of a bucket. Default: by the range.")
  var bucket: BucketArgument?

  @OptionGroup var selection: SelectionOptions

  @Option(name: .long, help: "Put publishers or languages side by side.")
  var by: Field?

  @Option(name: .long, help: "The most groups that --by shows.")
  var most = 6

  @Option(
    name: .long,
    help: """
      A group: publisher=NAME, language=CODE, from=DAY, to=DAY with commas between, or years such \
      as 2019-2021. Give it several times.
      """)
  var group: [String] = []

  @Option(name: .long, help: "Buckets of the moving average; 1 for none. Default: by the bucket.")
  var average: Int?

  @Option(name: .long, help: "How many times the level below a level of a burst is, above 1.")
  var burstScale = 1.5

  @Option(name: .long, help: "The price of a burst; a larger one finds fewer.")
  var burstGamma = 1.0

  @Option(name: .long, help: "Levels of bursts inside bursts, 1 to 10.")
  var burstLevels = 3

  @Option(name: .long, help: "Show the sentences of so many documents.")
  var evidence: Int?

  @Option(name: .long, help: "Show only sentences of the bucket that holds this day (YYYY-MM-DD).")
  var at: DayArgument?

  @OptionGroup var form: FormOptions

  @Option(name: .long, help: "Write the chart to this SVG file as well.")
  var svg: String?

  @Option(name: .long, help: "Write the chart to this PNG file as well; needs rsvg-convert.")
  var png: String?

  @OptionGroup var storeOptions: StoreOptions

  func validate() throws {
    if names.isEmpty { throw ValidationError("name a theme") }
    if [entity, term, keyword].filter(\.self).count > 1 {
      throw ValidationError("--entity, --term and --keyword exclude each other")
    }
    if by != nil, !group.isEmpty { throw ValidationError("--by and --group exclude each other") }
    if !(1...26).contains(most) { throw ValidationError("--most: \(most) is not from 1 to 26") }
    if group.count > 26 { throw ValidationError("--group: more than 26 groups") }
    if let text = group.first(where: { DocumentFilter($0) == nil }) {
      throw ValidationError(
        "--group \(text): write publisher=NAME, language=CODE, from=DAY,to=DAY or 2019-2021")
    }
    if let average, !(1...999).contains(average) || average % 2 == 0 {
      throw ValidationError("--average: \(average) is no odd number from 1 to 999")
    }
    if !(burstScale > 1 && burstScale <= 100) {
      throw ValidationError("--burst-scale: \(burstScale) is not above 1 and at most 100")
    }
    if !(burstGamma >= 0 && burstGamma <= 100) {
      throw ValidationError("--burst-gamma: \(burstGamma) is not from 0 to 100")
    }
    if !(1...10).contains(burstLevels) {
      throw ValidationError("--burst-levels: \(burstLevels) is not from 1 to 10")
    }
    if let evidence, !(1...1000).contains(evidence) {
      throw ValidationError("--evidence: \(evidence) is not from 1 to 1000")
    }
    if names.count > 1, svg != nil || png != nil {
      throw ValidationError("--svg and --png take one name at a time")
    }
  }

  func run() throws {
    for (index, name) in names.enumerated() {
      let report = try query(name).report(store: storeOptions.store)
      if index > 0, form.form == .text { put("\n") }
      show(report, isFirst: index == 0)
      if let svg { try deliver(timelineSVG(report), to: svg) }
      if let png { try deliverPNG(timelineSVG(report), to: png) }
    }
  }

  private func query(_ name: String) throws -> TimelineQuery {
    var query = TimelineQuery(
      name: name, kind: entity ? .entity : term ? .term : keyword ? .keyword : .theme)
    query.bucket = bucket.flatMap { Bucket(rawValue: $0.rawValue) }
    query.selection = selection.selection
    query.burstScale = burstScale
    query.burstGamma = burstGamma
    query.burstLevels = burstLevels
    query.average = average
    query.evidence = evidence ?? (at == nil ? nil : 10)
    query.evidenceDay = at?.day
    switch by {
    case .publisher: query.grouping = .publishers(most: most)
    case .language: query.grouping = .languages(most: most)
    case nil:
      if !group.isEmpty { query.grouping = .named(group.compactMap(DocumentFilter.init)) }
    }
    return query
  }

  private func show(_ report: TimelineReport, isFirst: Bool) {
    switch form.form {
    case .text: put(timelineText(report, width: terminalWidth, isColoured: wantsColour))
    case .json:
      for (series, findings) in zip(report.series, report.findings) {
        put(seriesJSON(series, findings: findings, notes: report.notes).line + "\n")
      }
      if !report.differences.isEmpty { put(differencesJSON(report).line + "\n") }
      for item in report.evidence ?? [] { put(evidenceSentenceJSON(item).line + "\n") }
    case .csv:
      if isFirst { put(seriesCSVHeader) }
      for series in report.series { put(seriesCSV(series)) }
      for note in report.notes { complain("variorum: \(note)") }
    }
  }
}

/// Which part of the corpus a command looks at.
struct SelectionOptions: ParsableArguments {
  @Option(name: .long, help: "Only documents of this publisher.")
  var publisher: String?

  @Option(name: .long, help: "Only documents in this language, such as en.")
  var language: String?

  @Option(name: .long, help: "Only documents from this day on (YYYY-MM-DD).")
  var from: DayArgument?

  @Option(name: .long, help: "Only documents up to this day (YYYY-MM-DD).")
  var to: DayArgument?

  @Flag(name: .long, help: "Count copies and near copies of a text too.")
  var copies = false

  @Flag(name: .long, help: "Count each version on the day it was met, not each document once.")
  var versions = false

  var selection: Selection {
    var selection = Selection()
    selection.publisher = publisher
    selection.language = language
    selection.from = from?.day
    selection.to = to?.day
    selection.countsCopies = copies
    selection.countsVersions = versions
    return selection
  }

  func validate() throws {
    if let from, let to, from.day > to.day {
      throw ValidationError("--from \(from.day) lies after --to \(to.day): turn them round")
    }
  }
}

/// What a command prints.
struct FormOptions: ParsableArguments {
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
  }

  @Option(name: .customLong("format"), help: "What to print.")
  var format = Form.text

  @Flag(name: .long, help: "Print JSON; the same as --format json.")
  var json = false

  @Flag(name: .long, help: "Print comma-separated values; the same as --format csv.")
  var csv = false

  var form: Form { json ? .json : csv ? .csv : format }

  func validate() throws {
    if json, csv { throw ValidationError("--json and --csv exclude each other") }
  }
}
