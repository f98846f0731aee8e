import ArgumentParser
import JSONLines
import Report

/// How comparisons and collations are printed.
struct ComparisonPrintOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case terminal, html, json, markdown
  }

  @Option(name: .long, help: "What to print.")
  var format = Format.terminal

  @Option(name: .shortAndLong, help: "Write to this file instead of standard output.")
  var output: String?

  @Flag(name: .long, help: "List all on the terminal, not only the first 30 facts and statements.")
  var all = false

  @Flag(name: .long, help: "Print the facts alone, without verdict and numbers.")
  var factsOnly = false

  func validate() throws {
    if factsOnly, format == .html || format == .json {
      throw ValidationError("--facts-only prints for the terminal or as Markdown")
    }
  }

  func deliver(_ report: ComparisonReport, context: Int?) throws {
    let text =
      switch format {
      case .terminal: comparisonText(report, options: textOptions(context))
      case .html: comparisonPage(report)
      case .json: comparisonJSON(report.result).pretty
      case .markdown: comparisonMarkdown(report, factsOnly: factsOnly)
      }
    try variorum.deliver(text, to: output)
  }

  func deliver(_ report: CollationReport, context: Int? = nil) throws {
    let text =
      switch format {
      case .terminal: collationText(report, options: textOptions(context))
      case .html: collationPage(report)
      case .json: collationJSON(report).pretty
      case .markdown: collationMarkdown(report, factsOnly: factsOnly)
      }
    try variorum.deliver(text, to: output)
  }

  private func textOptions(_ context: Int?) -> ComparisonTextOptions {
    var options = ComparisonTextOptions()
    options.isColoured = output == nil && wantsColour
    options.limit = all ? nil : 30
    options.factsOnly = factsOnly
    options.context = context
    options.width = output == nil ? terminalColumns : nil
    return options
  }
}
