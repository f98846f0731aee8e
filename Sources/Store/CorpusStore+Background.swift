import Foundation
import GRDB
import Model

extension CorpusStore {
  /// Calls `body` with every word of the corpus and the number of documents that had it, in any
  /// version, when the last complete run ended; sorted by the bytes of the word.
  ///
  /// The counts come from the postings, which are added version by version and never change, so they
  /// are exact, and a run that is taken up again sees what it saw at its start.
  /// - Returns: The number of documents at that time; 0 before the first complete run.
  /// - Complexity: O(postings).
  public func forEachSettledWord(
    _ body: (_ word: String, _ documents: Int) throws -> Void
  ) throws(StoreError) -> Int {
    try read { db in
      let documents = try SettledDocuments(db)
      guard documents.count > 0 else { return 0 }
      // The last word that each document was counted for.
      var counted = [Int32](repeating: -1, count: documents.count)
      var (word, number, count) = ("", Int32(0), 0)
      let rows = try Row.fetchCursor(
        db, sql: "SELECT key, data FROM posting WHERE kind = ? ORDER BY key, segment",
        arguments: [Subject.Kind.term.rawValue])
      while let row = try rows.next() {
        let key: String = row[0]
        if key != word {
          if count > 0 { try body(word, count) }
          (word, number, count) = (key, number + 1, 0)
        }
        let data: Data = row[1]
        PostingList(packed: [UInt8](data)).forEach { version, _ in
          guard let document = documents.document(of: version), counted[document] != number else {
            return
          }
          counted[document] = number
          count += 1
        }
      }
      if count > 0 { try body(word, count) }
      return documents.count
    }
  }
}

/// The documents of the runs that are complete, numbered, by the numbers of their versions.
private struct SettledDocuments {
  private(set) var count = 0
  private var documents: [Int32] = []

  init(_ db: Database) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT number, document FROM version
        WHERE run IN (SELECT id FROM run WHERE complete) ORDER BY document
        """)
    var last = ""
    while let row = try rows.next() {
      let version: Int = row[0]
      let document: String = row[1]
      if document != last || count == 0 {
        last = document
        count += 1
      }
      while documents.count <= version { documents.append(-1) }
      documents[version] = Int32(count - 1)
    }
  }

  func document(of version: Int) -> Int? {
    guard documents.indices.contains(version), documents[version] >= 0 else { return nil }
    return Int(documents[version])
  }
}
