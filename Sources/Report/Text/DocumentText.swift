import Model

/// A document for the terminal: fields with their evidence, subjects, versions and the text.
public func documentText(_ report: DocumentReport, isColoured: Bool) -> String {
  let style = TerminalStyle(isColoured: isColoured)
  let document = report.listed.document
  var out = style.bold(clean(document.title ?? document.address)) + "\n"
  out += clean(byline(report.listed)) + "\n\n"
  guard let version = report.versions.last else { return out }
  let metadata = version.metadata
  func line(_ name: String, _ value: String, _ evidence: Evidence?) {
    let source = evidence.map { "  [\(clean(evidenceName($0)))]" } ?? ""
    out += "\(name)\(String(repeating: " ", count: max(1, 11 - name.utf8.count)))\(clean(value))"
    out += source + "\n"
  }
  line("id", document.id.rawValue, nil)
  line("address", document.address, nil)
  if let title = metadata.title { line("title", title.value, title.evidence) }
  for author in metadata.authors { line("author", author.value, author.evidence) }
  if let day = metadata.published {
    line("published", "\(day.value)", day.evidence)
  } else {
    line("published", "undated: \(metadata.undatedReason ?? "")", nil)
  }
  if let day = metadata.modified { line("modified", "\(day.value)", day.evidence) }
  if let publisher = metadata.publisher { line("publisher", publisher.value, publisher.evidence) }
  if let language = metadata.language { line("language", language.value, language.evidence) }
  for (index, version) in report.versions.enumerated() {
    let day = version.captured.map { "\($0.value)" } ?? "day unknown"
    line("version \(index + 1)", "\(day)  \(version.origin.file)  \(version.id.rawValue)", nil)
  }
  for (name, kind) in [("themes", Subject.Kind.theme), ("keywords", .keyword), ("names", .entity)] {
    let subjects = DocumentSubject.collected(report.mentions, kind).filter { !$0.isValue }
    line(name, subjects.prefix(15).map(\.name).joined(separator: " · "), nil)
  }
  for item in report.comparisons {
    line(item.reason == .version ? "changed" : "variant", item.verdict.sentence, nil)
  }
  return out + "\n"
    + version.text.split(separator: "\n").map { clean(String($0)) }
    .joined(separator: "\n\n") + "\n"
}
