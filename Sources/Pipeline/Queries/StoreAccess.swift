import Foundation
import Store

/// The store that a command reads: `path`, else `VARIORUM_STORE`, else that of `Output`.
public func storePath(_ path: String?) -> String {
  path ?? ProcessInfo.processInfo.environment["VARIORUM_STORE"] ?? "Output/variorum.sqlite"
}

/// Opens the store for reading; throws when there is none or it cannot be read.
func openStore(_ path: String?) throws -> CorpusStore {
  try CorpusStore(path: storePath(path), creating: false)
}

/// The exit code and message of whatever a command threw.
public func described(_ error: any Error) -> PipelineError {
  switch error {
  case let error as PipelineError: return error
  case let error as StoreError:
    return PipelineError(error.code == .full ? .noSpace : .store, error.description)
  default: return PipelineError(.unreadable, "\(error)")
  }
}
