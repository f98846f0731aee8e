import ArgumentParser
import JSONLines
import Model
import Pipeline

struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "The taxonomy, a trained tagger, themes found in a corpus.",
    subcommands: [
      ThemesListCommand.self, ThemesCountsCommand.self, ThemesCheckCommand.self,
      ThemesLearnCommand.self,
      ThemesDiscoverCommand.self,
    ])
}

struct ThemesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the themes of the taxonomy, or those of a learned model.")

  @Option(name: .long, help: "A taxonomy in place of the shipped one.")
  var taxonomy: String?

  @Option(name: .long, help: "The language of the names, where the taxonomy has them in it.")
  var language: String?

  @Option(name: .long, help: "A model made by `variorum themes learn` in place of a taxonomy.")
  var model: String?

  func validate() throws {
    if model != nil, taxonomy != nil || language != nil {
      throw ValidationError("--model goes neither with --taxonomy nor with --language")
    }
  }

  func run() throws {
    if let model {
      put(try labelList(modelPath: model))
    } else {
      put(try themeList(taxonomyPath: taxonomy, language: language))
    }
  }
}

struct ThemesCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Look whether a taxonomy can be used and means what it says.",
    discussion: """
      Lists phrases that can never count, that no text can hold, and that speak of two themes. With \
      --tagged also what each theme would tag in the store, and the phrases that it holds nowhere.
      """)

  @Argument(help: "The taxonomy (YAML).")
  var file: String

  @Flag(name: .long, help: "Tag the documents of the store with it, without storing anything.")
  var tagged = false

  @Flag(name: .long, help: "Print one JSON object.")
  var json = false

  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    let report = try TaxonomyReport(
      taxonomy: file, isUsed: tagged || storeOptions.store != nil, store: storeOptions.store)
    put(json ? report.json.line + "\n" : report.text)
  }
}

struct ThemesLearnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn",
    abstract: "Learn a tagger of themes from labelled texts.",
    discussion: """
      Reads JSON Lines with text, labels (a list) and perhaps title, and writes a model for \
      `variorum worker --stage themes --model`. The same lines give the same bytes.
      """)

  @Flag(name: .long, help: "Read JSON Lines from standard input.")
  var jsonl = false

  @Option(name: .long, help: "The model file to write.")
  var output: String

  func validate() throws {
    if !jsonl { throw ValidationError("say --jsonl: JSON Lines is the only form so far") }
  }

  func run() throws {
    let report = try runLearnStream(output: output)
    put(report.text)
    if report.refused > 0 {
      complain(
        "variorum: \(report.refused) lines could not be used; the first: \(report.firstReason)")
      throw ExitCode(PipelineError.ExitCode.someFailed.rawValue)
    }
  }
}

struct ThemesCountsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "counts", abstract: "Count the stored documents on each theme.")

  @OptionGroup var selection: SelectionOptions

  @Option(name: .long, help: "The most themes to print.")
  var limit = 100

  @OptionGroup var form: FormOptions
  @OptionGroup var storeOptions: StoreOptions

  func validate() throws { try checkLimit(limit) }

  func run() throws {
    var query = SubjectQuery()
    query.selection = selection.selection
    query.limit = limit
    try putSubjects(try query.list(.theme, store: storeOptions.store), form.form)
  }
}
