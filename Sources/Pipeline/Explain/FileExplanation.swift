import Ingest
public import JSONLines
import Model

/// What one record of a file gave and why, or why it gave nothing.
public struct FileExplanation: Sendable {
  /// The account as JSON, schema `variorum.explanation/1`.
  public let json: JSONValue
  /// The account for readers, several lines.
  public let text: String
  /// Whether the record could not be read.
  public let isFailure: Bool
}

/// Explains the records of the files below `path`, one after the other.
///
/// `take` may stop the rest by returning false. Throws when there is no such file.
public func explainFiles(
  _ path: String, reading: CorpusReading = CorpusReading(), take: (FileExplanation) -> Bool
) throws {
  let listing = try reading.files(root: path)
  if listing.files.isEmpty, let failure = listing.failures.first {
    throw PipelineError(.unreadable, failure.message)
  }
  for entry in listing.files {
    var reader = FileReader(entry, options: reading.options)
    while let outcome = reader.next() {
      guard take(explanation(outcome)) else { return }
    }
  }
}

private func explanation(_ outcome: ReaderOutcome) -> FileExplanation {
  func without(_ origin: Origin, _ outcome: String, _ reason: String) -> FileExplanation {
    FileExplanation(
      json: [
        "schema": "variorum.explanation/1", "file": .string(origin.file),
        "offset": .int(origin.offset), "outcome": .string(outcome), "reason": .string(reason),
      ], text: "\(place(origin)): \(reason)\n", isFailure: outcome == "failed")
  }
  switch outcome {
  case .document(let record):
    let found = explain(record)
    return FileExplanation(
      json: explanationJSON(found, record), text: explanationText(found), isFailure: false)
  case .skipped(let origin, let reason):
    return without(origin, "skipped", "passed over: \(reason)")
  case .seenAgain(let origin, let url, _):
    return without(origin, "seen-again", "\(url) was captured again unchanged")
  case .failure(let failure): return without(failure.origin, "failed", failure.message)
  }
}

private func place(_ origin: Origin) -> String {
  origin.offset > 0 ? "\(origin.file) at byte \(origin.offset)" : origin.file
}

// MARK: Fields

/// A field with its evidence, in one form for all.
struct ExplainedField {
  var name: String
  var value: String
  var evidence: Evidence
}

func explainedFields(_ metadata: Metadata) -> [ExplainedField] {
  var fields: [ExplainedField] = []
  func add(_ name: String, _ found: Found<String>?) {
    guard let found else { return }
    fields.append(ExplainedField(name: name, value: found.value, evidence: found.evidence))
  }
  func add(_ name: String, _ found: Found<Day>?) {
    guard let found else { return }
    fields.append(
      ExplainedField(name: name, value: "\(found.value)", evidence: found.evidence))
  }
  add("title", metadata.title)
  add("deck", metadata.deck)
  for author in metadata.authors { add("author", author) }
  add("published", metadata.published)
  add("modified", metadata.modified)
  add("publisher", metadata.publisher)
  add("canonicalURL", metadata.canonicalURL)
  add("language", metadata.language)
  add("section", metadata.section)
  for tag in metadata.tags { add("tag", tag) }
  add("imageCaption", metadata.imageCaption)
  return fields
}

/// Where the encoding was named, in words.
func encodingEvidence(_ decoded: DecodedText) -> String {
  switch decoded.evidence {
  case "bom": "by its byte order mark"
  case "header": "by the container or HTTP header"
  case "meta": "by its meta element"
  case "xml": "by its XML declaration"
  case "detected": "by its bytes"
  default: "by default: nothing says otherwise"
  }
}

// MARK: JSON

private func explanationJSON(_ found: Explanation, _ record: InputRecord) -> JSONValue {
  let page = found.page
  let counts = passageCounts(page)
  return [
    "schema": "variorum.explanation/1", "file": .string(found.origin.file),
    "offset": .int(found.origin.offset), "outcome": "document", "url": JSONValue(record.url),
    "kind": .string(found.kind.rawValue), "bytes": .int(found.bytes),
    "encoding": [
      "name": .string(found.decoded.encoding), "evidence": .string(found.decoded.evidence),
      "wronglyStated": JSONValue(found.decoded.wronglyStated),
      "replacements": .int(found.decoded.replacements), "repairs": .int(found.decoded.repairs),
    ],
    "parsedBytes": found.parsedBytes.map(JSONValue.int) ?? .null,
    "dataBlocks": .int(found.dataBlocks), "usesFallbacks": .bool(found.usesFallbacks),
    "pageKind": .string(page.pageKind.rawValue), "extractor": .string(page.extractor),
    "candidates": .array(
      found.candidates.map {
        [
          "name": .string($0.name), "bytes": .int($0.bytes),
          "agreement": $0.agreement.map(JSONValue.int) ?? .null,
        ]
      }),
    "text": [
      "bytes": .int(page.text.utf8.count),
      "passages": .array(counts.map { ["kind": .string($0.kind), "count": .int($0.count)] }),
    ],
    "dropped": .array(
      found.dropped.map {
        [
          "reason": .string($0.reason), "blocks": .int($0.blocks), "bytes": .int($0.bytes),
          "examples": .array($0.examples.map(JSONValue.string)),
        ]
      }),
    "fields": .array(
      explainedFields(page.metadata).map {
        [
          "name": .string($0.name), "value": .string($0.value),
          "source": .string($0.evidence.source.rawValue), "where": .string($0.evidence.detail),
          "confidence": .int($0.evidence.confidence),
        ]
      }),
    "undatedReason": JSONValue(page.metadata.undatedReason),
    "issues": .array(
      page.issues.map { ["code": .string($0.code), "message": .string($0.message)] }),
  ]
}

/// How many passages of each kind a text has, in the order in which the kinds are met.
func passageCounts(_ page: ExtractedPage) -> [(kind: String, count: Int)] {
  var counts: [(kind: String, count: Int)] = []
  for passage in page.passages {
    if let place = counts.firstIndex(where: { $0.kind == passage.kind.rawValue }) {
      counts[place].count += 1
    } else {
      counts.append((passage.kind.rawValue, 1))
    }
  }
  return counts
}
