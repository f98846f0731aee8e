import Foundation
import Grouping
import Ingest
import JSONLines
import Model
import Report
import Store
import Tagging
import Text

/// Runs a whole night: reads what is new, stores it, groups it and writes the pages.
///
/// A run that is killed loses nothing that it had stored; the next one takes it up and comes to the
/// same store and pages. Throws when the corpus cannot be read, the store cannot be used or another
/// run holds the lock; inputs that cannot be read are failures of the outcome instead.
public func runNightly(_ options: NightlyOptions) async throws -> NightlyOutcome {
  let start = ContinuousClock.now
  let listing = try options.reading.files(root: options.corpus)
  guard !listing.files.isEmpty || FileManager.default.fileExists(atPath: options.corpus) else {
    throw PipelineError(
      .unreadable,
      "\(options.corpus): no such file or folder. Name the folder that holds the corpus.")
  }
  let night = try Night(options)
  defer { withExtendedLifetime(night) {} }
  var outcome = try await night.run(listing)
  outcome.seconds = Double((ContinuousClock.now - start) / .milliseconds(1)) / 1000
  try night.output.writeStatus(outcome)
  return outcome
}

/// One run over a corpus whose lock is held.
struct Night {
  let options: NightlyOptions
  let models: TaggingModels
  let output: OutputFolder
  let store: CorpusStore
  private let lock: RunLock

  /// Opens models, output and store, and takes the lock, which is held as long as this lives.
  init(_ options: NightlyOptions) throws {
    self.options = options
    models = try TaggingModels(
      taxonomyPath: options.taxonomy, modelPath: options.model, entitiesPath: options.entities)
    output = try OutputFolder(path: options.output)
    lock = try RunLock(folder: output.root)
    store = try CorpusStore(
      path: options.store ?? output.root.appendingPathComponent("variorum.sqlite").path,
      creating: true)
  }

  func run(_ listing: FileListing) async throws -> NightlyOutcome {
    let isResumed = try store.hasOpenRun()
    let failuresBefore = try store.failures()
    let known = try store.fileStates()
    let run = try store.write { try $0.begin(date: options.date, corpus: options.corpus) }
    let fresh = listing.files.filter { known[$0.path]?.isOf($0) != true }
    try await take(fresh, run)
    try settle(listing, fresh, run)
    guard var summary = try store.summary(of: run) else {
      throw PipelineError(.store, "\(store.path): the run that was begun is gone. Run again.")
    }
    let digest = output.root.appendingPathComponent("latest/index.html").path
    let foundNew =
      try isResumed || !store.hasFrame() || summary.newVersions > 0 || summary.seenAgain > 0
      || summary.failures != failuresBefore || !FileManager.default.fileExists(atPath: digest)
    let isFirst = try store.newestCompleteRun() == nil
    if foundNew || isFirst {
      try group()
      summary = try await ReportWriter(
        options: options, store: store, output: output, run: run, summary: summary,
        passedOver: listing.passedOver
      ).write()
      try store.write { try $0.complete(run) }
    } else {
      try store.write { try $0.discard(run) }
    }
    try store.checkpoint()
    let documents = try store.documentCounts()
    return NightlyOutcome(
      run: summary, foundNew: foundNew || isFirst, digest: digest, documents: documents.all,
      dated: documents.dated, passedOver: listing.passedOver,
      seconds: 0)
  }

  /// Reads `files` and stores what is in them.
  func take(_ files: [FileEntry], _ run: RunID) async throws {
    let intake = Intake(store: store, run: run)
    var source = RecordSource(files, options: options.reading.options)
    var progress = Progress("Reading", total: files.count, quiet: options.isQuiet)
    // One background for the whole run: a page must not depend on which worker was first.
    let models = files.isEmpty ? self.models : self.models.with(try background())
    try await convey(
      width: options.jobs, capacity: (8 << 20) * max(1, options.jobs), weight: { $0.weight },
      from: { source.next() },
      state: { DocumentAnalyst(models) },
      work: { step, analyst in
        switch step {
        case .end(let state): return .end(state)
        case .outcome(.document(let record)):
          switch analyst.analyse(record) {
          case .success(let document): return .document(document)
          case .failure(let failed): return .failure(failed.failure)
          }
        case .outcome(.skipped): return .skipped
        case .outcome(.seenAgain(let origin, let url, let captured)):
          return .seenAgain(origin, url: url, captured: captured)
        case .outcome(.failure(let failure)): return .failure(failure)
        }
      },
      into: { (result: IntakeResult) in
        if case .end = result { progress.advance() }
        try intake.take(result)
      })
    try intake.flush()
    progress.end()
  }

  /// The document frequencies of the corpus as the last complete run left it.
  private func background() throws -> CorpusBackground {
    var background = CorpusBackground()
    let documents = try store.forEachSettledWord { background.add($0, documents: $1) }
    background.setDocuments(documents)
    return background
  }

  /// Notes the files that were not read again, those that cannot be read, and those that are gone.
  private func settle(_ listing: FileListing, _ fresh: [FileEntry], _ run: RunID) throws {
    let read = Set(fresh.map(\.path))
    try store.write { writer in
      for entry in listing.files where !read.contains(entry.path) {
        try writer.keep(entry.path, run: run)
      }
      for failure in listing.failures {
        try writer.finish(
          FileState(path: failure.origin.file, size: 0, stamp: 0, inputs: 1, skipped: 0),
          failures: [failure], run: run)
      }
      try writer.forgetFiles(notMetBy: run)
    }
  }

  /// Groups the variants anew and brings the counts of all days up to date.
  func group() throws {
    try addFingerprints()
    var grouper = Grouper()
    try store.forEachNewestFingerprint { id, published, bytes in
      guard let print = Fingerprint(bytes) else {
        throw PipelineError(
          .store, "\(store.path): damaged fingerprint of document \(id). Run into a new store.")
      }
      grouper.add(id, published: published, print)
    }
    let groups = grouper.groups()
    let entities = models.entities(of: try store.entityNames())
    var counter = WordCounter()
    try store.notePlainForms { plainForm(of: $0) }
    try store.countNewVersions { counter.segment($0) }
    try store.write { writer in
      try writer.setGroups(groups)
      try writer.setEntities(entities)
      try writer.rebuildFrame()
    }
  }
}

extension Night {
  /// Makes the fingerprints that are missing: in a store of an earlier version of the program all.
  private func addFingerprints() throws {
    var maker = FingerprintMaker()
    var lexicon = Lexicon()
    var last: Int64 = 0
    while true {
      let texts = try store.textsWithoutFingerprint(
        method: Fingerprint.method, after: last, limit: 256)
      guard let end = texts.last?.version else { return }
      last = end
      try store.write { writer in
        for text in texts {
          if lexicon.count > 1 << 20 { lexicon.removeAll() }
          let analyzed = analyze(text.text, language: text.language ?? "und", lexicon: &lexicon)
          let print = maker.fingerprint(analyzed, &lexicon)
          try writer.set(
            StoredFingerprint(method: Fingerprint.method, bytes: print.bytes), of: text.version)
        }
      }
    }
  }
}

extension FileState {
  /// Whether `entry` has not changed since this was noted.
  func isOf(_ entry: FileEntry) -> Bool { size == entry.size && stamp == entry.stamp }
}

extension OutputFolder {
  /// Writes what the run did and how long it took; the only file that a run without news touches.
  func writeStatus(_ outcome: NightlyOutcome) throws {
    let run = outcome.run
    let status: JSONValue = [
      "schema": "variorum.status/1", "date": .string("\(run.date)"),
      "corpus": .string(run.corpus), "outcome": outcome.foundNew ? "complete" : "nothing-new",
      "inputs": .int(run.inputs), "newDocuments": .int(run.newDocuments),
      "newVersions": .int(run.newVersions), "seenAgain": .int(run.seenAgain),
      "passedOver": .int(outcome.passedOver), "documents": .int(outcome.documents),
      "dated": .int(outcome.dated),
      "failures": .array(run.failures.map(failureJSON)), "seconds": .double(outcome.seconds),
      "digest": "latest/index.html",
    ]
    try replace(with: status.pretty, at: root.appendingPathComponent("status.json"))
  }
}
