import ArgumentParser
import JSONLines
import Model
import Pipeline
import Report

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Name every fact that one text drops, changes or adds.",
    discussion: """
      A and B are files (HTML, text, Markdown), - for standard input, or identifiers of stored \
      documents. With more than two, A is compared with each of the others.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case terminal, html, json, markdown
  }

  @Argument(help: "The texts, the original first.")
  var texts: [String]

  @Option(name: .long, help: "What to print.")
  var format = Format.terminal

  @Option(name: .shortAndLong, help: "Write to this file instead of standard output.")
  var output: String?

  @Flag(name: .long, help: "List all facts on the terminal, not only the first 30.")
  var all = false

  @Flag(name: .long, help: "Print the facts alone, without verdict and numbers.")
  var factsOnly = false

  @Option(
    name: .long,
    help: "Print with each fact its sentence and this many sentences before and after (terminal).")
  var context: Int?

  @Option(
    name: .long, help: "Least probability, 0.1 to 0.9, at which two sentences are linked.")
  var threshold = 0.5

  @Option(
    name: .long,
    help: """
      What not to report, separated by commas: case, punctuation, space, or a type of fact (number, \
      date, name, money, quote, modality, negation, attribution, claim).
      """,
    transform: ignoredDifferences)
  var ignore: Set<IgnoredDifference> = []

  @Flag(name: .long, help: "End with exit code 1 when facts differ.")
  var exitCode = false

  @OptionGroup var storeOptions: StoreOptions

  func validate() throws {
    if texts.count < 2 { throw ValidationError("name two texts, the original first") }
    if texts.filter({ $0 == "-" }).count > 1 {
      throw ValidationError("standard input (-) can be one of the texts only")
    }
    guard (0.1...0.9).contains(threshold) else {
      throw ValidationError("--threshold \(threshold) is not between 0.1 and 0.9")
    }
    if let context, !(0...100).contains(context) {
      throw ValidationError("--context \(context) is not between 0 and 100")
    }
    if factsOnly, format == .html || format == .json {
      throw ValidationError("--facts-only prints for the terminal or as Markdown")
    }
    if texts.count > 2, format == .html || format == .json {
      throw ValidationError("--format \(format.rawValue) takes two texts")
    }
  }

  func run() throws {
    var query = CompareQuery(sides: texts, store: storeOptions.store)
    query.threshold = threshold
    query.ignored = ignore
    let reports = try query.reports()
    var options = ComparisonTextOptions()
    options.isColoured = output == nil && wantsColour
    options.limit = all ? nil : 30
    options.factsOnly = factsOnly
    options.context = context
    let parts = reports.map { report -> String in
      switch format {
      case .terminal:
        comparisonText(report, options: options)
      case .html: comparisonPage(report)
      case .json: comparisonJSON(report.result).pretty
      case .markdown: comparisonMarkdown(report, factsOnly: factsOnly)
      }
    }
    try deliver(parts.joined(separator: "\n"), to: output)
    if exitCode, reports.contains(where: { !$0.result.changes.isEmpty }) {
      throw ExitCode(PipelineError.ExitCode.nothingFound.rawValue)
    }
  }
}

/// The members of a list such as "case,punctuation".
@Sendable private func ignoredDifferences(_ list: String) throws -> Set<IgnoredDifference> {
  var found: Set<IgnoredDifference> = []
  for word in list.split(separator: ",") {
    guard let one = IgnoredDifference(rawValue: String(word)) else {
      let known = IgnoredDifference.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--ignore \(word): not one of \(known)")
    }
    found.insert(one)
  }
  return found
}
