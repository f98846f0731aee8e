import GRDB

/// The embedded store of a corpus: one SQLite file in WAL mode with full synchronisation.
///
/// Every function is one transaction; what it returns is sorted, so the same content gives the same
/// answers. Safe to use from several threads; one process writes at a time.
public final class CorpusStore: Sendable {
  /// The path of the SQLite file.
  public let path: String
  let pool: any DatabaseWriter

  /// Opens the store at `path` and brings its schema up to date.
  ///
  /// - Throws: `StoreError` when the file is missing (unless `creating`), damaged or newer.
  public init(path: String, creating: Bool) throws(StoreError) {
    self.path = path
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      try db.execute(sql: "PRAGMA foreign_keys = ON")
    }
    pool = try storing(at: path) {
      if !creating {
        // Opening read-only first: a mistyped path must not leave an empty store behind.
        var probe = Configuration()
        probe.readonly = true
        probe.busyMode = .timeout(5)
        _ = try DatabaseQueue(path: path, configuration: probe)
      }
      return try DatabasePool(path: path, configuration: configuration)
    }
    let isNewer = try storing(at: path) { [pool] in
      try pool.read { try Schema.migrator.hasBeenSuperseded($0) }
    }
    guard !isNewer else {
      throw StoreError(
        .newer, "\(path): written by a newer version of variorum. Update variorum to read it.")
    }
    // Migrating takes the lock of the writer, which a night holds for long: only where it is needed.
    try storing(at: path) { [pool] in
      guard try !pool.read({ try Schema.migrator.hasCompletedMigrations($0) }) else { return }
      try Schema.migrator.migrate(pool)
    }
  }

  func read<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    try storing(at: path) { try pool.read(body) }
  }

  /// Runs `body` in one transaction, which is undone as a whole when it throws.
  public func write<T>(_ body: (StoreWriter) throws -> T) throws(StoreError) -> T {
    try storing(at: path) {
      try pool.write { db in
        let writer = StoreWriter(db: db)
        let result = try body(writer)
        try writer.insertMentions()
        return result
      }
    }
  }

  /// Moves what the write-ahead log holds into the main file, so that it can be copied alone.
  public func checkpoint() throws(StoreError) {
    try storing(at: path) { _ = try pool.writeWithoutTransaction { try $0.checkpoint(.truncate) } }
  }

  /// What SQLite finds wrong with the file; empty when all is well.
  ///
  /// O(size of the store).
  public func integrityProblems() throws(StoreError) -> [String] {
    try read { db in
      try String.fetchAll(db, sql: "PRAGMA quick_check").filter { $0 != "ok" }
    }
  }
}

/// Runs `body` and turns SQLite's errors into ours.
func storing<T>(at path: String, _ body: () throws -> T) throws(StoreError) -> T {
  do {
    return try body()
  } catch let error as StoreError {
    throw error
  } catch let error as DatabaseError {
    let reason = error.message ?? "error \(error.resultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_CANTOPEN:
      throw StoreError(
        .missing,
        "\(path): no store here (\(reason)). Run `variorum nightly` first, or name one with --store."
      )
    case .SQLITE_NOTADB, .SQLITE_CORRUPT:
      throw StoreError(
        .damaged,
        "\(path): not a readable store (\(reason)). Restore a backup, or move it away and run `variorum nightly` again."
      )
    case .SQLITE_FULL:
      throw StoreError(
        .full, "\(path): no space left on the volume. Free some and run again; nothing is lost.")
    default: throw StoreError(.failed, "\(path): \(reason)")
    }
  } catch {
    throw StoreError(.failed, "\(path): \(error)")
  }
}
