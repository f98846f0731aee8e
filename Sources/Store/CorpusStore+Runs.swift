import GRDB
public import Model

extension CorpusStore {
  /// The states of all files met so far, by path.
  public func fileStates() throws(StoreError) -> [String: FileState] {
    try read { db in
      var states: [String: FileState] = [:]
      let rows = try Row.fetchCursor(db, sql: "SELECT path, size, stamp, inputs, skipped FROM file")
      while let row = try rows.next() {
        let path: String = row["path"]
        states[path] = FileState(
          path: path, size: row["size"], stamp: row["stamp"], inputs: row["inputs"],
          skipped: row["skipped"])
      }
      return states
    }
  }

  /// Whether a run was begun and did not come to its end.
  public func hasOpenRun() throws(StoreError) -> Bool {
    try read {
      try Bool.fetchOne($0, sql: "SELECT EXISTS (SELECT 1 FROM run WHERE NOT complete)") ?? false
    }
  }

  /// The newest complete run, or nil before the first.
  public func newestCompleteRun() throws(StoreError) -> RunID? {
    try read { try Int64.fetchOne($0, sql: "SELECT max(id) FROM run WHERE complete") }
      .map(RunID.init(rawValue:))
  }

  /// The date of the newest complete run, or nil before the first.
  public func newestRunDate() throws(StoreError) -> Day? {
    try read {
      try Int32.fetchOne($0, sql: "SELECT date FROM run WHERE complete ORDER BY id DESC LIMIT 1")
    }.map(Day.init(rawValue:))
  }

  /// What `run` did, with everything that cannot be read at present.
  public func summary(of run: RunID) throws(StoreError) -> Run? {
    try read { db in
      guard
        let row = try Row.fetchOne(
          db, sql: "SELECT date, corpus FROM run WHERE id = ?", arguments: [run.rawValue])
      else { return nil }
      func count(_ sql: String) throws -> Int {
        try Int.fetchOne(db, sql: sql, arguments: ["run": run.rawValue]) ?? 0
      }
      var summary = Run(date: Day(rawValue: row["date"]), corpus: row["corpus"])
      summary.inputs = try count("SELECT coalesce(sum(inputs), 0) FROM file WHERE :run = :run")
      summary.skipped = try count("SELECT coalesce(sum(skipped), 0) FROM file WHERE :run = :run")
      summary.newDocuments = try count("SELECT count(*) FROM document WHERE run = :run")
      summary.newVersions = try count("SELECT count(*) FROM version WHERE run = :run")
      summary.seenAgain = try count("SELECT count(*) FROM sighting WHERE run = :run")
      summary.undated = try count(
        "SELECT count(*) FROM document WHERE published IS NULL AND :run = :run")
      summary.failures = try allFailures(db)
      return summary
    }
  }

  /// Everything that cannot be read at present, by file and offset.
  public func failures() throws(StoreError) -> [Failure] { try read { try allFailures($0) } }

  private func allFailures(_ db: Database) throws -> [Failure] {
    try Row.fetchAll(
      db, sql: "SELECT file, offset, code, message FROM failure ORDER BY file, offset, code"
    )
    .map {
      Failure(
        origin: Origin(file: $0["file"], offset: $0["offset"]), code: $0["code"],
        message: $0["message"])
    }
  }
}
