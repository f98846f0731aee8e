import Foundation
import GRDB
public import Model

/// What grouping keeps of a text.
public struct StoredFingerprint: Hashable, Sendable {
  /// The number of the method that made it.
  public var method: Int
  /// Its bytes.
  public var bytes: [UInt8]

  /// A fingerprint by its parts.
  public init(method: Int, bytes: [UInt8]) {
    self.method = method
    self.bytes = bytes
  }
}

/// A text that has no fingerprint yet.
public struct UnprintedText: Hashable, Sendable {
  /// The number of the version.
  public var version: Int64
  /// The language of the document.
  public var language: String?
  /// The text.
  public var text: String
}

extension CorpusStore {
  /// The newest texts of documents that have no fingerprint of `method`, by version, after the version of that
  /// number; at most `limit`.
  public func textsWithoutFingerprint(
    method: Int, after version: Int64, limit: Int
  ) throws(StoreError) -> [UnprintedText] {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT v.number, d.language, v.text FROM version v JOIN document d ON d.newest = v.number
          LEFT JOIN fingerprint f ON f.version = v.number
          WHERE v.number > ? AND f.method IS NOT ? ORDER BY v.number LIMIT ?
          """, arguments: [version, method, limit])
      var texts: [UnprintedText] = []
      while let row = try rows.next() {
        texts.append(UnprintedText(version: row[0], language: row[1], text: row[2]))
      }
      return texts
    }
  }

  /// Calls `body` with the fingerprint of every document's newest text, by identifier.
  public func forEachNewestFingerprint(
    _ body: (DocumentID, Day?, [UInt8]) throws -> Void
  ) throws(StoreError) {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT d.id, d.published, f.data FROM document d JOIN fingerprint f ON f.version = d.newest
          ORDER BY d.id
          """)
      while let row = try rows.next() {
        let data: Data = row[2]
        try body(
          DocumentID(rawValue: row[0]), (row[1] as Int32?).map(Day.init(rawValue:)), Array(data))
      }
    }
  }
}

extension StoreWriter {
  /// Keeps the fingerprint of the version of that number, in place of an earlier one.
  public func set(_ fingerprint: StoredFingerprint, of version: Int64) throws {
    try cached("INSERT OR REPLACE INTO fingerprint VALUES (?, ?, ?)")
      .execute(arguments: [version, fingerprint.method, Data(fingerprint.bytes)])
  }
}
