import Model

/// A comparison for the terminal: verdict, numbers, facts, sentences that changed.
///
/// With `isColoured`, marks are coloured by ANSI codes; signs and words tell the same without them.
/// `limit` is the number of facts that are listed; nil lists all.
public func comparisonText(
  _ report: ComparisonReport, isColoured: Bool, limit: Int? = 30
) -> String {
  let result = report.result
  let passages = ComparedPassages(result)
  let style = TerminalStyle(isColoured: isColoured)
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
  let changes = result.changes
  guard !changes.isEmpty else { return out + "\nNo fact was found to differ.\n" }
  out += "\n" + style.bold("Facts not the same: \(grouped(changes.count))") + "\n"
  let shown = limit.map { Array(changes.prefix($0)) } ?? changes
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
  }
  if shown.count < changes.count {
    out += "      \(grouped(changes.count - shown.count)) more: --all lists them\n"
  }
  return out
}

/// A comparison as Markdown (CommonMark).
public func comparisonMarkdown(_ report: ComparisonReport) -> String {
  let result = report.result
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
  for change in result.changes {
    let words = [change.a?.text, change.b?.text].compactMap { $0.map(markdown) }
    out += "1. **\(change.kind.rawValue)** \(factTypeName(change.type)): "
    out += words.joined(separator: " → ") + "\n"
  }
  func list(_ heading: String, _ side: ComparedPassages.Side, _ indices: [Int]) {
    guard !indices.isEmpty else { return }
    out += "\n## \(heading)\n\n"
    for index in indices { out += "- \(markdown(side.string(side.sentences[index])))\n" }
  }
  list("Sentences of A without a counterpart", passages.a, result.alignment.droppedA)
  list("Sentences only in B", passages.b, result.alignment.newB)
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
private func markdown(_ text: String) -> String {
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
