import ArgumentParser
import JSONLines
import Model
import Pipeline
import Report

struct EntitiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entities",
    abstract: "List the people, organisations and places of the corpus, or show one.",
    discussion: "One is shown with the forms in which it is written, its documents and its company."
  )

  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case person, organisation, place, location, group, event, law, date, money, percent, number

    var type: EntityType {
      switch self {
      case .person: .person
      case .organisation: .organisation
      case .place: .geopolitical
      case .location: .location
      case .group: .group
      case .event: .event
      case .law: .law
      case .date: .date
      case .money: .money
      case .percent: .percent
      case .number: .number
      }
    }
  }

  @Argument(help: "The name of one entity.")
  var name: String?

  @Option(name: .long, help: "Only names of this type.")
  var type: Kind?

  @OptionGroup var selection: SelectionOptions

  @Option(name: .long, help: "The most entities, documents or companions to print.")
  var limit = 25

  @OptionGroup var form: FormOptions
  @OptionGroup var storeOptions: StoreOptions

  func validate() throws { try checkLimit(limit) }

  func run() throws {
    var query = SubjectQuery()
    query.selection = selection.selection
    query.type = type?.type
    query.limit = limit
    guard let name else {
      return try putSubjects(try query.list(.entity, store: storeOptions.store), form.form)
    }
    let report = try query.entity(name, store: storeOptions.store)
    switch form.form {
    case .text: put(entityText(report, width: terminalWidth, isColoured: wantsColour))
    case .json: put(entityReportJSON(report).line + "\n")
    case .csv: put(companionsCSV(report.companions))
    }
  }
}

struct TogetherCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "together",
    abstract: "Show the themes and names that are met together with a theme, and how that changes.",
    discussion: "The bond is normalised pointwise mutual information (NPMI) over documents.")

  @Argument(help: "A theme by identifier or name.")
  var name: String

  @Flag(name: .long, help: "It is a person, organisation or place.")
  var entity = false

  @Flag(name: .long, help: "It is a word or phrase.")
  var term = false

  @OptionGroup var selection: SelectionOptions

  @Option(name: .long, help: "The most companions to print.")
  var limit = 25

  @Option(name: .long, help: "The least number of documents that speak of both.")
  var minimumDocuments = 3

  @OptionGroup var form: FormOptions
  @OptionGroup var storeOptions: StoreOptions

  func validate() throws {
    try checkLimit(limit)
    if entity, term { throw ValidationError("--entity and --term exclude each other") }
    if minimumDocuments < 1 {
      throw ValidationError("--minimum-documents: \(minimumDocuments) is less than 1")
    }
  }

  func run() throws {
    var query = SubjectQuery()
    query.selection = selection.selection
    query.limit = limit
    query.minimumBoth = minimumDocuments
    let report = try query.companions(
      of: name, entity ? .entity : term ? .term : .theme, store: storeOptions.store)
    switch form.form {
    case .text: put(companionsText(report, width: terminalWidth, isColoured: wantsColour))
    case .json: put(companionsJSON(report).line + "\n")
    case .csv: put(companionsCSV(report))
    }
  }
}

/// Prints a list of subjects; fails when it is empty.
func putSubjects(_ subjects: [CountedSubject], _ form: FormOptions.Form) throws {
  guard !subjects.isEmpty else {
    throw PipelineError(.nothingFound, "no document of this part of the corpus has any")
  }
  switch form {
  case .text: put(subjectsText(subjects))
  case .json: put(subjectsJSON(subjects).line + "\n")
  case .csv: put(subjectsCSV(subjects))
  }
}
