import Foundation
import JSONLines
public import Tagging
import Text

/// Learns a model of themes from JSON Lines with `text`, `labels` and perhaps `title` on standard
/// input, and writes it to `output`.
///
/// Returns what is to be told about it. A line that cannot be used is counted and left out; the file
/// is replaced only once the model is whole. Throws when nothing can be learned or written.
public func runLearnStream(output: String) throws -> LearningReport {
  var reader = LineReader(descriptor: 0, maximumLine: 1 << 30)
  var rows: [TextRow] = []
  var votes: [String: Int] = [:]
  var report = LearningReport()
  while let line = reader.next() {
    switch labelledRow(line) {
    case .success(let row):
      votes[detectLanguage(row.text).code, default: 0] += row.text.utf8.count
      rows.append(row)
    case .failure(let error):
      report.refused += 1
      if report.firstReason.isEmpty { report.firstReason = error.message }
    }
  }
  var texts = CollectedTexts(language: commonLanguage(votes), meaning: MeaningFile.load())
  for row in rows { texts.add(text: row.text, title: row.title, labels: row.labels ?? []) }
  rows = []
  do {
    let model = try learnThemes(from: texts)
    let bytes = model.encoded()
    try writeOutput(Data(bytes), to: output)
    report.model = model
    report.bytes = bytes.count
  } catch let error as LearningError {
    throw PipelineError(.unreadable, error.description)
  } catch {
    throw PipelineError(
      .unreadable, "\(output): cannot be written. Choose another place with --output.")
  }
  return report
}

/// What came of learning.
public struct LearningReport: Sendable {
  /// The model; nil until it is learned.
  public internal(set) var model: ThemeModel?
  /// The size of its file.
  public internal(set) var bytes = 0
  /// Lines that could not be used.
  public internal(set) var refused = 0
  /// Why the first of them could not; empty when all could.
  public internal(set) var firstReason = ""

  /// The report as lines for the terminal.
  public var text: String {
    guard let model else { return "" }
    func percent(_ share: Double) -> String {
      let tenths = Int((share * 1000).rounded())
      return "\(tenths / 10).\(tenths % 10)"
    }
    return """
      \(model.documents) texts, \(model.labels.count) labels, \(model.featureCount) words and \
      phrases, language \(model.language)
      held out: micro F1 \(percent(model.micro)), macro F1 \(percent(model.macro))
      model: \(bytes) bytes, data \(String(model.fingerprint, radix: 16))

      """
  }
}

/// The row that a line holds; `labels` must be there.
private func labelledRow(_ line: LineReader.Line) -> Result<TextRow, WorkerError> {
  let row = textRow(line)
  if case .success(let found) = row, found.labels == nil {
    return .failure(.missing("labels", "a list of strings"))
  }
  return row
}
