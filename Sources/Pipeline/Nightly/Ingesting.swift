import Foundation
import Ingest
public import JSONLines
public import Model
import Report
import Store

/// What came of adding files to a store.
public struct IngestOutcome: Sendable {
  /// Documents that were not known before.
  public var newDocuments: Int
  /// Versions that were not known before, first versions included.
  public var newVersions: Int
  /// What could not be read in the files that were named.
  public var failures: [Failure]
  /// Documents of the store.
  public var documents: Int

  /// The outcome as JSON, schema `variorum.ingest/1`.
  public var json: JSONValue {
    [
      "schema": "variorum.ingest/1", "newDocuments": .int(newDocuments),
      "newVersions": .int(newVersions), "documents": .int(documents),
      "failures": .array(failures.map(failureJSON)),
    ]
  }
}

/// Stores what is new in `paths`, groups the variants, and leaves the run open: the next nightly run takes
/// it up and reports what came in.
///
/// A file that has not changed since it was read is not read again. Throws when a path does not exist, the
/// store cannot be used or another run holds the lock.
public func runIngest(_ paths: [String], _ options: NightlyOptions) async throws -> IngestOutcome {
  var listings: [FileListing] = []
  for path in paths {
    let listing = try options.reading.files(root: path)
    guard !listing.files.isEmpty || FileManager.default.fileExists(atPath: path) else {
      throw PipelineError(
        .unreadable, "\(path): no such file or folder. Name what is to be added.")
    }
    listings.append(listing)
  }
  let night = try Night(options)
  defer { withExtendedLifetime(night) {} }
  let outcome = try await night.add(listings)
  try night.store.checkpoint()
  return outcome
}

extension Night {
  /// Stores what is new in `listings`.
  fileprivate func add(_ listings: [FileListing]) async throws -> IngestOutcome {
    let wasOpen = try store.hasOpenRun()
    let failuresBefore = try store.failures()
    let run = try store.write { try $0.begin(date: options.date, corpus: options.corpus) }
    let before = try store.summary(of: run)
    for listing in listings {
      let known = try store.fileStates()
      try await take(listing.files.filter { known[$0.path]?.isOf($0) != true }, run)
      try store.write { writer in
        for failure in listing.failures {
          try writer.finish(
            FileState(path: failure.origin.file, size: 0, stamp: 0, inputs: 1, skipped: 0),
            failures: [failure], run: run)
        }
      }
    }
    let after = try store.summary(of: run)
    let newVersions = (after?.newVersions ?? 0) - (before?.newVersions ?? 0)
    let failures = try store.failures()
    if newVersions > 0 { try group() }
    if newVersions == 0, failures == failuresBefore, !wasOpen,
      try store.newestCompleteRun() != nil
    {
      try store.write { try $0.discard(run) }
    }
    let named = Set(listings.flatMap { $0.files.map(\.path) + $0.failures.map(\.origin.file) })
    return IngestOutcome(
      newDocuments: (after?.newDocuments ?? 0) - (before?.newDocuments ?? 0),
      newVersions: newVersions, failures: failures.filter { named.contains($0.origin.file) },
      documents: try store.documentCounts().all)
  }
}
