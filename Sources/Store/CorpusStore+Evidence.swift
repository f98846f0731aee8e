import GRDB
public import Model

/// A passage that speaks of a subject.
public struct SpeakingPassage: Hashable, Sendable {
  /// The index of the passage in the text.
  public var index: Int
  /// The text of the passage.
  public var text: String
  /// UTF-8 byte offsets of its first mention into `text`, half-open.
  public var utf8: Range<Int>
}

extension CorpusStore {
  /// The first passages of the newest text of each document that speak of `subject`, at most `limit`
  /// a document, in the order of `documents`; titles and boilerplate are left out.
  public func passages(
    of documents: [DocumentID], speakingOf subject: Subject, limit: Int
  ) throws(StoreError) -> [(document: DocumentID, passage: SpeakingPassage)] {
    // The passages are found before any text is read: a sort would carry the text of every mention.
    try read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT p.position, f.start, f.end, p.start AS base,
            CAST(substr(CAST(v.text AS BLOB), p.start + 1, p.end - p.start) AS TEXT) AS passage
          FROM (
            SELECT m.version, m.passage, min(m.start) AS start, m.end AS end
            FROM document d JOIN mention m ON m.version = d.newest AND m.subject =
              (SELECT number FROM subject WHERE kind = ? AND id = ?)
            JOIN passage p ON p.version = m.version AND p.position = m.passage
            WHERE d.id = ? AND p.kind NOT IN ('title', 'boilerplate')
            GROUP BY m.passage ORDER BY m.passage LIMIT ?) f
          JOIN version v ON v.number = f.version
          JOIN passage p ON p.version = f.version AND p.position = f.passage
          ORDER BY p.position
          """)
      var found: [(document: DocumentID, passage: SpeakingPassage)] = []
      for document in documents {
        let rows = try Row.fetchCursor(
          statement, arguments: [subject.kind.rawValue, subject.id, document.rawValue, limit])
        while let row = try rows.next() {
          let base: Int = row["base"]
          let start: Int = row["start"]
          let end: Int = row["end"]
          found.append(
            (
              document,
              SpeakingPassage(
                index: row["position"], text: row["passage"], utf8: (start - base)..<(end - base))
            ))
        }
      }
      return found
    }
  }

  /// What is odd about the newest versions that were taken, by document: their issues, and a kind of
  /// page that is no article.
  public func oddities() throws(StoreError) -> [(
    document: DocumentID, kind: PageKind, issue: String?
  )] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT d.id, v.pageKind, i.message FROM document d JOIN version v ON v.number = d.newest
          LEFT JOIN issue i ON i.version = v.number
          WHERE i.message IS NOT NULL OR v.pageKind <> 'article' ORDER BY d.id, i.position
          """
      ).map {
        (
          DocumentID(rawValue: $0["id"]), PageKind(rawValue: $0["pageKind"]) ?? .other,
          $0["message"]
        )
      }
    }
  }
}
