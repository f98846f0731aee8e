import GRDB
public import Model

/// A document that a search found.
public struct SearchHit: Hashable, Sendable {
  /// The document.
  public var document: Document
  /// A stretch of the text around the words found, which stand between U+0001 and U+0002.
  public var excerpt: String
}

extension CorpusStore {
  /// Documents whose title or newest texts hold all words of `query`, best first.
  ///
  /// Words in double quotes are a phrase. Anything else in the query is taken as text: it cannot
  /// be wrong. An empty query finds nothing.
  public func search(_ query: String, limit: Int = 20) throws(StoreError) -> [SearchHit] {
    let pattern = matchExpression(query)
    guard !pattern.isEmpty else { return [] }
    return try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT d.*, snippet(versionText, 1, char(1), char(2), '…', 24) AS excerpt
          FROM versionText JOIN version v ON v.number = versionText.rowid
          JOIN document d ON d.id = v.document
          WHERE versionText MATCH ? ORDER BY bm25(versionText, 4.0, 1.0), d.id, v.number
          """, arguments: [pattern])
      var hits: [SearchHit] = []
      var seen: Set<DocumentID> = []
      while hits.count < limit, let row = try rows.next() {
        let document = makeDocument(row)
        guard seen.insert(document.id).inserted else { continue }
        hits.append(SearchHit(document: document, excerpt: row["excerpt"]))
      }
      return hits
    }
  }
}

/// An FTS5 expression that asks for every word and phrase of `query`, each quoted.
func matchExpression(_ query: String) -> String {
  var parts: [String] = []
  for (index, piece) in query.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
  {
    let words = piece.split { $0.isWhitespace }.filter {
      $0.contains { $0.isLetter || $0.isNumber }
    }
    if index % 2 == 1 {
      if !words.isEmpty { parts.append("\"" + words.joined(separator: " ") + "\"") }
    } else {
      parts.append(contentsOf: words.map { "\"" + $0 + "\"" })
    }
  }
  return parts.joined(separator: " ")
}
