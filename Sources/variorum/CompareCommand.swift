import ArgumentParser
import Foundation
import JSONLines
import Model
import Pipeline
import Report

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Name every fact that one text drops, changes or adds.",
    discussion: """
      The texts are files (HTML, text, Markdown), - for standard input, or identifiers of stored \
      documents. More than two are collated: against the first, against the one that --base names, \
      each with every other (--base none), or each with the one before it (--history).
      """)

  @Argument(help: "The texts, the original first.")
  var texts: [String]

  @OptionGroup var print: ComparisonPrintOptions

  @Option(
    name: .long,
    help: "The number of the text that more than two are collated against, from 1, or none.")
  var base: String?

  @Flag(name: .long, help: "The texts are versions in order: compare each with the one before it.")
  var history = false

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

  @Flag(
    name: .long,
    help: """
      Print the second text with the words marked that differ, [-taken out-] and {+put in+}, and \
      nothing else.
      """)
  var words = false

  @Flag(name: .long, help: "End with exit code 1 when facts (with --words: words) differ.")
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
    if let base, base != "none", !(Int(base).map(texts.indices.map { $0 + 1 }.contains) ?? false) {
      throw ValidationError("--base \(base) is no number from 1 to \(texts.count), and not none")
    }
    if words, texts.count > 2 || history || base != nil {
      throw ValidationError("--words compares two texts")
    }
    if words, print.format != .terminal || !ignore.isEmpty || print.factsOnly {
      throw ValidationError(
        "--words prints marked text; it goes with --output and --exit-code alone")
    }
    if base != nil, history { throw ValidationError("--base and --history exclude each other") }
  }

  /// What more than two texts are compared with; nil for two.
  private var mode: Collation.Mode? {
    if history { return .history }
    if base == "none" { return .parallel }
    if let base, let number = Int(base) { return .base(number - 1) }
    return texts.count > 2 ? .base(0) : nil
  }

  func run() throws {
    var query = CompareQuery(sides: texts, store: storeOptions.store)
    query.threshold = threshold
    query.ignored = ignore
    let differs: Bool
    if words {
      let found = try query.words()
      try deliver(
        Data(
          markedWords(
            found.a, found.b, found.differences,
            isColoured: print.output == nil && wantsColour)), to: print.output)
      differs = !found.differences.isEmpty
    } else if let mode {
      let report = try query.collation(mode)
      try print.deliver(report, context: context)
      differs = report.collation.steps.contains { !$0.result.changes.isEmpty }
    } else {
      let report = try query.report()
      try print.deliver(report, context: context)
      differs = !report.result.changes.isEmpty
    }
    if exitCode, differs { throw ExitCode(PipelineError.ExitCode.nothingFound.rawValue) }
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
