import Ingest
import Model
import Store

/// What a worker makes of one step of reading.
enum IntakeResult: Sendable {
  case document(AnalyzedDocument)
  case seenAgain(Origin, url: String, captured: Day?)
  case failure(Failure)
  case skipped
  case end(FileState)
}

/// Takes results in the order of the input and stores them in batches, each one transaction.
///
/// A file is marked as read in the same batch as its last document or a later one, so a run that is
/// killed reads again what it has not stored.
final class Intake {
  private let store: CorpusStore
  private let run: RunID
  private var batch: [IntakeResult] = []
  private var batchBytes = 0
  private var failures: [Failure] = []

  init(store: CorpusStore, run: RunID) {
    self.store = store
    self.run = run
  }

  /// Stores `result` now or with the next batch.
  func take(_ result: IntakeResult) throws {
    if case .skipped = result { return }
    if case .document(let document) = result { batchBytes += document.version.text.utf8.count }
    batch.append(result)
    if batch.count >= 256 || batchBytes >= 4 << 20 { try flush() }
  }

  /// Stores what is left.
  func flush() throws {
    guard !batch.isEmpty else { return }
    let results = batch
    batch.removeAll(keepingCapacity: true)
    batchBytes = 0
    failures = try store.write { [run, failures] writer in
      var open = failures
      for result in results {
        switch result {
        case .document(let document):
          _ = try writer.add(
            document.version, mentions: document.mentions, words: document.words,
            fingerprint: document.fingerprint, run: run)
          open += document.warnings
        case .seenAgain(let origin, let url, let captured):
          let address = normalisedAddress(url) ?? url
          let isKnown = try writer.seeAgain(
            address: address, origin: origin, captured: captured, run: run)
          if !isKnown { open.append(unknownRevisit(origin, url)) }
        case .failure(let failure): open.append(failure)
        case .skipped: continue
        case .end(let state):
          try writer.finish(state, failures: open, run: run)
          open.removeAll()
        }
      }
      return open
    }
  }

  private func unknownRevisit(_ origin: Origin, _ url: String) -> Failure {
    Failure(
      origin: origin, code: "unknown-revisit",
      message: "\(origin.file): a record says that \(url) is unchanged, but no earlier capture of "
        + "it is in the store. Add the archive that holds it.")
  }
}
