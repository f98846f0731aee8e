import Ingest
import Model

/// The account of one record for readers.
func explanationText(_ found: Explanation) -> String {
  let page = found.page
  var lines: [String] = []
  func line(_ name: String, _ text: String) {
    lines.append(name.padded(to: 12) + text)
  }
  let offset = found.origin.offset > 0 ? " at byte \(found.origin.offset)" : ""
  lines.append(found.origin.file + offset)
  line("Encoding", encodingLine(found.decoded))
  line("Page", pageLine(found))
  for candidate in found.candidates {
    let agreement = candidate.agreement.map { ", agrees with the others to \(percent($0))" } ?? ""
    let mark = candidate.name == page.extractor ? "  ← taken" : ""
    line("Extractor", "\(candidate.name): \(candidate.bytes) bytes\(agreement)\(mark)")
  }
  if !found.candidates.contains(where: { $0.name == page.extractor }) {
    line("Extractor", "\(page.extractor)\(whyOther(found))  ← taken")
  }
  let counts = passageCounts(page).map { "\($0.count) × \($0.kind)" }.joined(separator: ", ")
  line("Text", "\(page.text.utf8.count) bytes" + (counts.isEmpty ? "" : ": \(counts)"))
  for dropped in found.dropped {
    line("Dropped", "\(dropped.reason): \(dropped.blocks) × text, \(dropped.bytes) bytes")
    for example in dropped.examples { line("", "  “\(example)”") }
  }
  for field in explainedFields(page.metadata) {
    let place = field.evidence.detail.isEmpty ? "" : ", \(field.evidence.detail)"
    line(
      "Field",
      "\(field.name): \(shortened(field.value))  "
        + "(\(field.evidence.source.rawValue)\(place), \(percent(field.evidence.confidence)))")
  }
  if let reason = page.metadata.undatedReason { line("Undated", reason) }
  for issue in page.issues { line("Issue", "\(issue.code): \(issue.message)") }
  return lines.joined(separator: "\n") + "\n"
}

private func encodingLine(_ decoded: DecodedText) -> String {
  var line = "\(decoded.encoding), told \(encodingEvidence(decoded))"
  if let wrong = decoded.wronglyStated { line += "; it says \(wrong) and is not" }
  if decoded.replacements > 0 { line += "; \(decoded.replacements) characters became U+FFFD" }
  return line
}

private func pageLine(_ found: Explanation) -> String {
  var line = "\(found.page.pageKind.rawValue), read as \(found.kind.rawValue), \(found.bytes) bytes"
  if let parsed = found.parsedBytes {
    line += "; \(parsed) without scripts, styles and comments"
  }
  if found.dataBlocks > 0 { line += "; \(found.dataBlocks) × JSON-LD" }
  if found.usesFallbacks { line += "; what it shows without scripts was taken" }
  return line
}

private func whyOther(_ found: Explanation) -> String {
  found.candidates.isEmpty
    ? "" : ", as the others found little and far more stands beside it"
}

private func percent(_ thousandths: Int) -> String { "\((thousandths + 5) / 10) %" }

private func shortened(_ text: String) -> String {
  let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  return line.count > 100 ? line.prefix(100) + "…" : line
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
