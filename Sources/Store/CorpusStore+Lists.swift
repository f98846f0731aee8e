import GRDB
public import Model

/// What a list says of a document besides its fields.
public struct DocumentFacts: Hashable, Sendable {
  /// Words of the newest version.
  public var words: Int
  /// Why it has no date; nil when it has one.
  public var undatedReason: String?
  /// Its themes, the heaviest first.
  public var themes: [String] = []
}

/// A document that speaks of a subject, and how much.
public struct SpeakingDocument: Hashable, Sendable {
  /// The document.
  public var document: DocumentID
  /// The weight of the subject in it, in parts per million.
  public var score: Int
}

extension CorpusStore {
  /// Words, themes and undated reason of one document; nil when it is not in the store.
  public func documentFacts(of id: DocumentID) throws(StoreError) -> DocumentFacts? {
    try facts(of: id)[id]
  }

  /// Words, themes and undated reasons of all documents.
  public func documentFacts() throws(StoreError) -> [DocumentID: DocumentFacts] {
    try facts(of: nil)
  }

  private func facts(of id: DocumentID?) throws(StoreError) -> [DocumentID: DocumentFacts] {
    // A condition that may be void would keep SQLite from using the key.
    let one = id == nil ? "" : "AND d.id = :id"
    let arguments: StatementArguments = id.map { ["id": $0.rawValue] } ?? [:]
    return try read { db in
      var facts: [DocumentID: DocumentFacts] = [:]
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT d.id, v.words, v.undatedReason FROM document d
          JOIN version v ON v.number = d.newest WHERE true \(one)
          """, arguments: arguments)
      while let row = try rows.next() {
        facts[DocumentID(rawValue: row["id"])] = DocumentFacts(
          words: row["words"], undatedReason: row["undatedReason"])
      }
      let themes = try Row.fetchCursor(
        db,
        sql: """
          SELECT d.id, s.name, max(m.score) AS score FROM document d
          JOIN mention m ON m.version = d.newest JOIN subject s ON s.number = m.subject
          WHERE s.kind = 'theme' \(one)
          GROUP BY d.id, s.number ORDER BY d.id, 3 DESC, s.id
          """, arguments: arguments)
      while let row = try themes.next() {
        facts[DocumentID(rawValue: row["id"])]?.themes.append(row["name"])
      }
      return facts
    }
  }

  /// Documents whose newest version speaks of `subject`, the heaviest first, then by identifier.
  public func documents(speakingOf subject: Subject) throws(StoreError) -> [SpeakingDocument] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT d.id, max(m.score) AS score FROM mention m JOIN document d ON d.newest = m.version
          WHERE m.subject = (SELECT number FROM subject WHERE kind = ? AND id = ?)
          GROUP BY d.id ORDER BY 2 DESC, d.id
          """, arguments: [subject.kind.rawValue, subject.id]
      ).map { SpeakingDocument(document: DocumentID(rawValue: $0["id"]), score: $0["score"]) }
    }
  }

  /// Names that no version before `run` has and that several documents have, most documents first.
  public func namesFirstMet(in run: RunID, limit: Int) throws(StoreError) -> [(
    count: SubjectCount, publishers: Int
  )] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT s.id, s.name, s.type, count(DISTINCT v.document) AS documents,
            count(*) AS mentions, count(DISTINCT d.publisher) AS publishers
          FROM subject s JOIN mention m ON m.subject = s.number
          JOIN version v ON v.number = m.version JOIN document d ON d.id = v.document
          WHERE s.kind = 'entity' AND s.type NOT IN ('DATE', 'MONEY', 'PERCENT', 'NUM')
          GROUP BY s.number HAVING min(v.run) = ? AND count(DISTINCT v.document) > 1
          ORDER BY 4 DESC, 6 DESC, 5 DESC, s.id LIMIT ?
          """, arguments: [run.rawValue, limit]
      ).map {
        (
          SubjectCount(
            subject: Subject(.entity, $0["id"]), name: $0["name"],
            type: ($0["type"] as String?).flatMap(EntityType.init(rawValue:)),
            documents: $0["documents"], mentions: $0["mentions"]), $0["publishers"]
        )
      }
    }
  }
}
