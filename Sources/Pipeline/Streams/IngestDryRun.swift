import Bytes
import Ingest
import JSONLines
import Model

/// Says for every record of `files` what a run would do with it: one JSON object a line, or a table.
///
/// `outcome` is `doc`, `skip`, `seen-again` or `dead-letter`; `sha256` is that of the page's bytes
/// after transfer and content decoding. Throws when a file does not exist.
public func runIngestDryRun(
  _ files: [String], reading: CorpusReading = CorpusReading(), asTable: Bool = false
) throws {
  for path in files {
    let listing = try reading.files(root: path)
    if listing.files.isEmpty, let failure = listing.failures.first {
      throw PipelineError(.unreadable, failure.message)
    }
    func put(_ outcome: ReaderOutcome, _ shown: String) -> Bool {
      let object = line(outcome, shown)
      return writeAll(Array(((asTable ? row(object) : object.line) + "\n").utf8), to: 1)
    }
    for failure in listing.failures {
      guard put(.failure(failure), "\(escapedPath(path))/\(failure.origin.file)") else { return }
    }
    for entry in listing.files {
      let shown = listing.isFolder ? "\(escapedPath(path))/\(entry.path)" : escapedPath(path)
      var reader = FileReader(entry, options: reading.options)
      while let outcome = reader.next() {
        guard put(outcome, shown) else { return }
      }
    }
  }
}

/// A path as it is shown: percent-escaped where it is not plain text.
private func escapedPath(_ path: String) -> String {
  let bytes = Array(path.utf8)
  return percentEscaped(bytes.span)
}

private func row(_ object: JSONValue) -> String {
  let outcome = object["outcome"]?.stringValue ?? ""
  let space = String(repeating: " ", count: max(1, 12 - outcome.utf8.count))
  let offset = object["offset"]?.intValue ?? 0
  let place = (object["file"]?.stringValue ?? "") + (offset > 0 ? " at byte \(offset)" : "")
  return outcome + space + place + (object["reason"]?.stringValue.map { ": " + $0 } ?? "")
}

private func line(_ outcome: ReaderOutcome, _ file: String) -> JSONValue {
  func object(
    _ origin: Origin, _ outcome: String, sha256: String? = nil, reason: String? = nil
  ) -> JSONValue {
    [
      "file": .string(file), "offset": .int(origin.offset), "outcome": .string(outcome),
      "sha256": JSONValue(sha256), "reason": JSONValue(reason),
    ]
  }
  switch outcome {
  case .document(let record):
    return object(record.origin, "doc", sha256: sha256Hex(record.bytes))
  case .skipped(let origin, let reason): return object(origin, "skip", reason: reason)
  case .seenAgain(let origin, let url, _):
    return object(origin, "seen-again", reason: "\(url) was captured again unchanged")
  case .failure(let failure):
    return object(failure.origin, "dead-letter", reason: failure.message)
  }
}
