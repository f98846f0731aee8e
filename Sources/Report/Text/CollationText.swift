import Model

/// A collation for the terminal: the texts, what each step changed, the statements that differ.
public func collationText(
  _ report: CollationReport, options: ComparisonTextOptions = .init()
) -> String {
  let style = TerminalStyle(isColoured: options.isColoured)
  var out = options.factsOnly ? "" : style.bold(clean(report.headline)) + "\n\n"
  if !options.factsOnly {
    for (k, text) in report.collation.texts.enumerated() {
      out += "\(padded(k + 1))  \(clean(report.description(k, text)))\n"
    }
  }
  for step in report.collation.steps {
    let changes = step.result.changes
    let facts = factLines(changes, in: step.result, style, options)
    if options.factsOnly {
      if !facts.isEmpty { out += style.bold("\(step.a + 1) → \(step.b + 1)") + "\n" + facts }
      continue
    }
    out += "\n" + style.bold("\(step.a + 1) → \(step.b + 1)")
    out += "  \(clean(step.result.verdict.sentence))\n" + facts
  }
  let rows = report.collation.rows.filter { !$0.isConstant }
  guard !options.factsOnly, !rows.isEmpty else { return out }
  out += "\n" + style.bold("Statements that differ: \(grouped(rows.count))")
  out += "\nOne letter for each text: the same letter, the same words; – where it has none.\n"
  for row in options.limit.map({ Array(rows.prefix($0)) }) ?? rows {
    let letters = row.readings.map { CollationReport.letter($0.wording) }.joined(separator: " ")
    out += "\n  \(style.bold(letters))  \(report.life(row))\n"
    for (number, wording) in row.wordings.enumerated() {
      out += "    \(CollationReport.letter(number))  \(clean(wording))\n"
    }
  }
  if let limit = options.limit, rows.count > limit {
    out += "\n  \(grouped(rows.count - limit)) more: --all lists them\n"
  }
  return out
}

private func padded(_ number: Int) -> String {
  String(repeating: " ", count: max(0, 3 - String(number).utf8.count)) + String(number)
}

/// A collation as Markdown (CommonMark with tables).
public func collationMarkdown(_ report: CollationReport, factsOnly: Bool = false) -> String {
  var out = factsOnly ? "" : "# \(markdown(report.headline))\n\n"
  if !factsOnly {
    for (k, text) in report.collation.texts.enumerated() {
      out += "\(k + 1). \(markdown(report.description(k, text)))\n"
    }
  }
  for step in report.collation.steps {
    let changes = step.result.changes
    if factsOnly, changes.isEmpty { continue }
    out += "\n## \(step.a + 1) → \(step.b + 1)\n\n"
    if !factsOnly { out += "\(markdown(step.result.verdict.sentence))\n\n" }
    out += markdownFacts(changes)
  }
  let rows = report.collation.rows.filter { !$0.isConstant }
  guard !factsOnly, !rows.isEmpty else { return out }
  out += "\n## Statements that differ: \(rows.count)\n\n|"
  for k in report.labels.indices { out += " \(k + 1) |" }
  out += " life | wordings |\n|"
  for _ in report.labels { out += ":-:|" }
  out += "---|---|\n"
  for row in rows {
    out += "|"
    for reading in row.readings { out += " \(CollationReport.letter(reading.wording)) |" }
    let wordings = row.wordings.enumerated().map {
      "\(CollationReport.letter($0.offset)): \(markdown($0.element))"
    }
    out += " \(report.life(row)) | \(wordings.joined(separator: "<br>")) |\n"
  }
  return out
}

extension CollationReport {
  /// Title, label, date and size of the text at `k`.
  func description(_ k: Int, _ text: ComparedText) -> String {
    let title = text.metadata.title?.value ?? "Untitled"
    let parts = [
      title, labels[k], text.metadata.published.map { "published \($0.value)" } ?? "undated",
      counted(text.sentences.count, "sentence"),
    ]
    return parts.joined(separator: " · ")
  }
}
