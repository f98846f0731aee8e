import Ingest
import JSONLines
import Model

/// Says for every record of `files` what a run would do with it, one JSON object a line.
///
/// `outcome` is `doc`, `skip`, `seen-again` or `dead-letter`; `sha256` is that of the page's bytes
/// after transfer and content decoding. Throws when a file does not exist.
public func runIngestDryRun(_ files: [String]) throws {
  for path in files {
    let listing = listFiles(root: path)
    if let failure = listing.failures.first {
      throw PipelineError(.unreadable, failure.message)
    }
    for entry in listing.files {
      var reader = FileReader(entry)
      while let outcome = reader.next() {
        guard writeAll(Array((line(outcome, path).line + "\n").utf8), to: 1) else { return }
      }
    }
  }
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
