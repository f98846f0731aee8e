import ArgumentParser
import JSONLines
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

  @OptionGroup var storeOptions: StoreOptions

  func validate() throws {
    if texts.count < 2 { throw ValidationError("name two texts, the original first") }
    if texts.filter({ $0 == "-" }).count > 1 {
      throw ValidationError("standard input (-) can be one of the texts only")
    }
    if texts.count > 2, format == .html || format == .json {
      throw ValidationError("--format \(format.rawValue) takes two texts")
    }
  }

  func run() throws {
    let reports = try CompareQuery(sides: texts, store: storeOptions.store).reports()
    let isColoured = output == nil && wantsColour
    let parts = reports.map { report -> String in
      switch format {
      case .terminal:
        comparisonText(report, isColoured: isColoured, limit: all ? nil : 30)
      case .html: comparisonPage(report)
      case .json: comparisonJSON(report.result).pretty
      case .markdown: comparisonMarkdown(report)
      }
    }
    try deliver(parts.joined(separator: "\n"), to: output)
  }
}
