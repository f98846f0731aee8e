import GRDB
public import Model

/// What is remembered of a file so that an unchanged one need not be read again.
public struct FileState: Hashable, Sendable {
  /// The path relative to the corpus, percent-escaped.
  public var path: String
  /// Bytes.
  public var size: Int
  /// A number that changes whenever the file does, made from inode and times.
  public var stamp: Int
  /// Inputs that the file held.
  public var inputs: Int
  /// Records that were passed over on purpose.
  public var skipped: Int

  /// The state of a file.
  public init(path: String, size: Int, stamp: Int, inputs: Int, skipped: Int) {
    self.path = path
    self.size = size
    self.stamp = stamp
    self.inputs = inputs
    self.skipped = skipped
  }
}

extension StoreWriter {
  /// Starts a run, or takes up the one that did not come to its end.
  public func begin(date: Day, corpus: String) throws -> RunID {
    if let open = try Int64.fetchOne(db, sql: "SELECT id FROM run WHERE NOT complete") {
      try db.execute(
        sql: "UPDATE run SET date = ?, corpus = ? WHERE id = ?",
        arguments: [date.rawValue, corpus, open])
      return RunID(rawValue: open)
    }
    try db.execute(
      sql: "INSERT INTO run (date, corpus) VALUES (?, ?)", arguments: [date.rawValue, corpus])
    return RunID(rawValue: db.lastInsertedRowID)
  }

  /// Remembers the state of a file that was read to its end, and what could not be read in it.
  public func finish(_ file: FileState, failures: [Failure], run: RunID) throws {
    try cached("INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?)").execute(arguments: [
      file.path, file.size, file.stamp, file.inputs, file.skipped, run.rawValue,
    ])
    try cached("DELETE FROM failure WHERE file = ?").execute(arguments: [file.path])
    for failure in failures {
      try cached("INSERT OR REPLACE INTO failure VALUES (?, ?, ?, ?, ?)").execute(arguments: [
        file.path, failure.origin.offset, failure.code, failure.message, run.rawValue,
      ])
    }
  }

  /// Notes that an unchanged file is still there.
  public func keep(_ path: String, run: RunID) throws {
    try cached("UPDATE file SET run = ? WHERE path = ?").execute(arguments: [run.rawValue, path])
  }

  /// Forgets the state and the failures of files that `run` did not meet; their documents stay.
  public func forgetFiles(notMetBy run: RunID) throws {
    try db.execute(
      sql: """
        DELETE FROM failure WHERE file IN (SELECT path FROM file WHERE run <> :run);
        DELETE FROM file WHERE run <> :run;
        """, arguments: ["run": run.rawValue])
  }

  /// Marks a run as complete.
  public func complete(_ run: RunID) throws {
    try db.execute(
      sql: """
        UPDATE run SET complete = 1,
          inputs = (SELECT coalesce(sum(inputs), 0) FROM file),
          skipped = (SELECT coalesce(sum(skipped), 0) FROM file)
        WHERE id = ?
        """, arguments: [run.rawValue])
  }

  /// Removes a run that found nothing, so that the run before it stays the newest.
  public func discard(_ run: RunID) throws {
    try db.execute(
      sql: """
        UPDATE file SET run = (SELECT max(id) FROM run WHERE id < :run) WHERE run = :run;
        DELETE FROM run WHERE id = :run;
        """, arguments: ["run": run.rawValue])
  }

  /// Replaces all groups.
  public func setGroups(_ groups: [Group]) throws {
    try db.execute(sql: "DELETE FROM groupMember")
    let insert = try cached("INSERT INTO groupMember VALUES (?, ?, ?, ?)")
    for group in groups {
      for member in group.members {
        try insert.execute(arguments: [
          group.hub.rawValue, member.document.rawValue, member.relation.rawValue, member.score,
        ])
      }
    }
  }
}
