import Model

/// What a comparison says on the terminal.
public struct ComparisonTextOptions: Sendable {
  /// Whether marks are coloured by ANSI codes; signs and words tell the same without them.
  public var isColoured = false
  /// The number of facts that are listed; nil lists all.
  public var limit: Int? = 30
  /// Whether the facts alone are printed.
  public var factsOnly = false
  /// Sentences before and after each fact, printed with its own sentence; nil prints none.
  public var context: Int?
  /// Columns of the terminal; from 110 on the sentences that differ follow side by side.
  public var width: Int?

  /// The defaults.
  public init() {}
}

/// A comparison for the terminal: verdict, numbers, facts.
public func comparisonText(
  _ report: ComparisonReport, options: ComparisonTextOptions = .init()
) -> String {
  let style = TerminalStyle(isColoured: options.isColoured)
  var out = options.factsOnly ? "" : head(report, style)
  let changes = report.result.changes
  if changes.isEmpty {
    out += options.factsOnly ? "" : "\nNo fact was found to differ.\n"
  } else if !options.factsOnly {
    out += "\n" + style.bold("Facts not the same: \(grouped(changes.count))") + "\n"
  }
  out += factLines(changes, in: report.result, style, options)
  guard !options.factsOnly, let width = options.width, width >= TwoColumns.leastWidth else {
    return out
  }
  return out + TwoColumns(report, width: width, style).text
}

/// The facts, one a line.
func factLines(
  _ changes: [FactChange], in result: ComparisonResult, _ style: TerminalStyle,
  _ options: ComparisonTextOptions
) -> String {
  var out = ""
  let shown = options.limit.map { Array(changes.prefix($0)) } ?? changes
  for (index, change) in shown.enumerated() {
    let number = String(repeating: " ", count: max(0, 4 - String(index + 1).utf8.count))
    out += number + "\(index + 1)  "
    let type = factTypeName(change.type)
    let a = change.a.map { clean($0.text) } ?? ""
    let b = change.b.map { clean($0.text) } ?? ""
    switch change.kind {
    case .dropped: out += style.red("− dropped") + " \(type): \(a)"
    case .added: out += style.green("+ added") + "   \(type): \(b)"
    case .changed: out += style.yellow("≠ changed") + " \(type): \(a) → \(b)"
    }
    out += "\n"
    guard let context = options.context else { continue }
    for (letter, place, text) in [("A", change.a, result.a), ("B", change.b, result.b)] {
      guard let place else { continue }
      out += "        \(letter): \(clean(surroundings(of: place, in: text, context)))\n"
    }
  }
  if shown.count < changes.count {
    out += "      \(grouped(changes.count - shown.count)) more: --all lists them\n"
  }
  return out
}

/// The sentence of a fact with `count` sentences before and after it.
private func surroundings(
  of place: FactChange.Place, in text: ComparedText, _ count: Int
) -> String {
  let sentences = text.sentences
  guard let at = sentences.firstIndex(where: { $0.upperBound > place.utf8.lowerBound }) else {
    return place.text
  }
  let first = sentences[max(0, at - count)].lowerBound
  let last = sentences[min(sentences.count - 1, at + count)].upperBound
  return String(decoding: Array(text.text.utf8)[first..<last], as: UTF8.self)
}

/// Verdict, the two texts, and the numbers.
private func head(_ report: ComparisonReport, _ style: TerminalStyle) -> String {
  let result = report.result
  let passages = ComparedPassages(result)
  var out = style.bold(result.verdict.sentence) + "\n\n"
  for (letter, text, side, label) in [
    ("A", result.a, passages.a, report.labelA), ("B", result.b, passages.b, report.labelB),
  ] {
    let title = text.metadata.title?.value ?? "Untitled"
    let parts = [
      label, text.metadata.authors.map(\.value).listed(),
      text.metadata.published.map { "published \($0.value)" } ?? "undated",
      counted(side.wordCount, "word"),
    ]
    out += "\(letter)  \(clean(title))\n"
    out += "   \(clean(parts.filter { !$0.isEmpty }.joined(separator: " · ")))\n"
  }
  let scores = result.scores
  out += "\nOf B’s \(counted(result.b.sentences.count, "sentence")): "
  out += "\(percent(scores.kept, decimals: 0)) kept or lightly changed, "
  out +=
    "\(percent(scores.reworded, decimals: 0)) reworded, \(percent(scores.new, decimals: 0)) new. "
  out += "\(percent(scores.dropped, decimals: 0)) of A’s dropped. "
  out += "Longest shared run: \(counted(scores.longestRun, "word")).\n"
  return out
}

/// A comparison as Markdown (CommonMark); with `factsOnly` the list of facts alone.
public func comparisonMarkdown(_ report: ComparisonReport, factsOnly: Bool = false) -> String {
  let result = report.result
  if factsOnly { return markdownFacts(result.changes) }
  let passages = ComparedPassages(result)
  var out = "# \(markdown(result.verdict.sentence))\n\n"
  for (letter, text, label) in [("A", result.a, report.labelA), ("B", result.b, report.labelB)] {
    let day = text.metadata.published.map { ", published \($0.value)" } ?? ", undated"
    out += "- **\(letter)**: \(markdown(text.metadata.title?.value ?? "Untitled")) "
    out += "(\(markdown(label))\(day))\n"
  }
  let scores = result.scores
  out += "\n| | share |\n|---|---:|\n"
  for (name, value) in [
    ("kept or lightly changed", scores.kept), ("reworded", scores.reworded),
    ("new in B", scores.new),
    ("dropped from A", scores.dropped),
  ] { out += "| \(name) | \(percent(value, decimals: 0)) |\n" }
  out += "\n## Facts not the same: \(result.changes.count)\n\n"
  if result.changes.isEmpty { out += "No fact was found to differ.\n" }
  out += markdownFacts(result.changes)
  func list(_ heading: String, _ side: ComparedPassages.Side, _ indices: [Int]) {
    guard !indices.isEmpty else { return }
    out += "\n## \(heading)\n\n"
    for index in indices { out += "- \(markdown(side.string(side.sentences[index])))\n" }
  }
  list("Sentences of A without a counterpart", passages.a, result.alignment.droppedA)
  list("Sentences only in B", passages.b, result.alignment.newB)
  return out
}

func markdownFacts(_ changes: [FactChange]) -> String {
  var out = ""
  for change in changes {
    let words = [change.a?.text, change.b?.text].compactMap { $0.map(markdown) }
    out += "1. **\(change.kind.rawValue)** \(factTypeName(change.type)): "
    out += words.joined(separator: " → ") + "\n"
  }
  return out
}

/// Text from a corpus without line breaks and without what a terminal would obey.
public func clean(_ text: String) -> String {
  var out = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n", "\t", "\r": out += " "
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
      out += "\u{FFFD}"
    default: out.unicodeScalars.append(scalar)
    }
  }
  return out
}

/// Text with the characters escaped that Markdown would read as marks.
func markdown(_ text: String) -> String {
  var out = ""
  for scalar in clean(text).unicodeScalars {
    if "\\`*_{}[]<>#|!".unicodeScalars.contains(scalar) { out += "\\" }
    out.unicodeScalars.append(scalar)
  }
  return out
}

/// Colours for the terminal, or none.
struct TerminalStyle {
  let isColoured: Bool

  func bold(_ text: String) -> String { wrapped(text, "1") }
  func red(_ text: String) -> String { wrapped(text, "31") }
  func green(_ text: String) -> String { wrapped(text, "32") }
  func yellow(_ text: String) -> String { wrapped(text, "33") }

  private func wrapped(_ text: String, _ code: String) -> String {
    isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
