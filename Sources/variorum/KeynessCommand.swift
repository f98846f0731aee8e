import ArgumentParser
import JSONLines
import Model
import Pipeline
import Report

struct KeynessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keyness",
    abstract: "Show the words that mark one part of the corpus against another.",
    discussion: """
      A part is publisher=NAME, language=CODE, from=DAY, to=DAY with commas between, or years such as \
      2019-2021. Without a second part the first is held against all the rest.

        variorum keyness 2025
        variorum keyness "publisher=Quay Post" "publisher=Le Quai"
        variorum keyness --burst inflation
      """)

  enum Counted: String, ExpressibleByArgument, CaseIterable {
    case terms, entities, keywords, themes

    var kind: Subject.Kind {
      switch self {
      case .terms: .term
      case .entities: .entity
      case .keywords: .keyword
      case .themes: .theme
      }
    }
  }

  @Argument(help: "The part at hand, and the part that it is held against.")
  var parts: [String] = []

  @Option(name: .long, help: "The strongest burst of this theme against the time around it.")
  var burst: String?

  @Flag(name: .long, help: "--burst names a person, organisation or place.")
  var entity = false

  @Flag(name: .long, help: "--burst names a word or phrase.")
  var term = false

  @Option(name: .long, help: "What is counted.")
  var of = Counted.terms

  @OptionGroup var selection: SelectionOptions

  @Option(name: .long, help: "The most rows for either part.")
  var limit = 25

  @Option(name: .long, help: "The least count in both parts together.")
  var minimumCount = 5

  @Option(name: .long, help: "The least number of documents in the part that is marked.")
  var minimumDocuments = 2

  @Option(
    name: .long, help: "The least log-likelihood; 15.13 leaves one in ten thousand to chance.")
  var minimumLikelihood = 15.13

  @OptionGroup var form: FormOptions
  @OptionGroup var storeOptions: StoreOptions

  func validate() throws {
    try checkLimit(limit)
    if burst == nil, !(1...2).contains(parts.count) {
      throw ValidationError("name one part or two, or say --burst THEME")
    }
    if burst != nil, !parts.isEmpty {
      throw ValidationError("--burst stands for both parts: name no others")
    }
    if let text = parts.first(where: { DocumentFilter($0) == nil }) {
      throw ValidationError(
        "\(text): is no part. Write publisher=NAME, language=CODE, from=2021-01-31,to=2021-12-31, or "
          + "years such as 2019-2021.")
    }
    if minimumCount < 1 || minimumDocuments < 1 || !(minimumLikelihood >= 0) {
      throw ValidationError("the least counts are 1 or more, the least log-likelihood 0 or more")
    }
  }

  func run() throws {
    let filters = parts.compactMap(DocumentFilter.init)
    var query: KeynessQuery
    if let burst {
      query = KeynessQuery(.burst(burst, entity ? .entity : term ? .term : .theme))
    } else {
      query = KeynessQuery(.filters(filters[0], filters.dropFirst().first))
    }
    query.counted = of.kind
    query.selection = selection.selection
    query.limit = limit
    query.minimumCount = minimumCount
    query.minimumDocuments = minimumDocuments
    query.minimumLikelihood = minimumLikelihood
    let report = try query.report(store: storeOptions.store)
    switch form.form {
    case .text: put(keynessText(report, width: terminalWidth, isColoured: wantsColour))
    case .json: put(keynessJSON(report).line + "\n")
    case .csv: put(keynessCSV(report))
    }
  }
}

/// Throws when `limit` is no sensible number of rows.
func checkLimit(_ limit: Int) throws {
  if !(1...1_000_000).contains(limit) {
    throw ValidationError("--limit: \(limit) is not from 1 to 1000000")
  }
}
