import GRDB
public import Model

/// A subject with how often the corpus speaks of it.
public struct SubjectCount: Hashable, Sendable {
  /// The subject.
  public var subject: Subject
  /// Its name.
  public var name: String
  /// The entity type; nil for keywords and themes.
  public var type: EntityType?
  /// Documents that speak of it, copies counted once.
  public var documents: Int
  /// Mentions in them.
  public var mentions: Int
}

/// A place in a document that speaks of a subject, with the passage around it.
public struct SubjectPlace: Hashable, Sendable {
  /// The document.
  public var document: Document
  /// The version whose text it is.
  public var version: VersionID
  /// The text of the passage.
  public var passage: String
  /// UTF-8 byte offsets of the mention into `passage`, half-open.
  public var utf8: Range<Int>
}

extension CorpusStore {
  /// Subjects of a kind by the documents of a selection that speak of them, most first, then by
  /// identifier; undated documents count too unless the selection names days.
  public func subjects(
    _ kind: Subject.Kind, in selection: Selection = Selection(), limit: Int
  ) throws(StoreError) -> [SubjectCount] {
    let frame = try frame()
    let choice = CorpusFrame.Choice(frame, selection)
    var counts: [(id: String, documents: Int, mentions: Int)] = []
    // An entity counts once under all its names, as the subject of the most frequent.
    let joined = kind == .entity ? try joinedNames() : JoinedNames()
    var versions: [String: [Int: Int]] = [:]
    try forEachPosting(of: kind) { id, postings in
      let main = joined.mainSubjects[id]
      var documents = 0
      var mentions = 0
      for list in postings {
        list.forEach { version, count in
          guard choice.holds(version) else { return }
          documents += 1
          mentions += count
          if let main { versions[main, default: [:]][version, default: 0] += count }
        }
      }
      guard main == nil else { return }
      if documents > 0 { counts.append((id, documents, mentions)) }
    }
    for (main, found) in versions {
      counts.append((main, found.count, found.values.reduce(0, +)))
    }
    counts.sort { ($1.documents, $1.mentions, $0.id) < ($0.documents, $0.mentions, $1.id) }
    return try described(kind, counts.prefix(limit), shown: joined.shownNames)
  }

  /// Counts with the names and types of their subjects, in the order given; `shown` has names that
  /// take the place of a subject's own.
  private func described(
    _ kind: Subject.Kind, _ counts: ArraySlice<(id: String, documents: Int, mentions: Int)>,
    shown: [String: String] = [:]
  ) throws(StoreError) -> [SubjectCount] {
    try read { db in
      let names = try db.cachedStatement(
        sql: "SELECT name, type FROM subject WHERE kind = ? AND id = ?")
      return try counts.compactMap { entry in
        guard let row = try Row.fetchOne(names, arguments: [kind.rawValue, entry.id]) else {
          return nil
        }
        return SubjectCount(
          subject: Subject(kind, entry.id), name: shown[entry.id] ?? row[0],
          type: (row[1] as String?).flatMap(EntityType.init(rawValue:)),
          documents: entry.documents, mentions: entry.mentions)
      }
    }
  }

  /// The name and type of a subject; nil when the store does not know it.
  public func name(of subject: Subject) throws(StoreError) -> (name: String, type: EntityType?)? {
    try described(subject.kind, [(subject.id, 0, 0)]).first.map { ($0.name, $0.type) }
  }

  /// The subject of a kind whose identifier or name is `name`, case aside, or nil.
  public func subject(_ kind: Subject.Kind, named name: String) throws(StoreError) -> (
    subject: Subject, name: String
  )? {
    try read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT id, name FROM subject WHERE kind = :kind AND (id = :name OR lower(name) = lower(:name))
          ORDER BY id <> :name, id LIMIT 1
          """, arguments: ["kind": kind.rawValue, "name": name]
      ).map { (subject: Subject(kind, $0["id"]), name: $0["name"]) }
    }
  }

  /// The names of all subjects of a kind, sorted.
  public func subjectNames(_ kind: Subject.Kind) throws(StoreError) -> [String] {
    try read {
      try String.fetchAll(
        $0, sql: "SELECT DISTINCT name FROM subject WHERE kind = ? ORDER BY name",
        arguments: [kind.rawValue])
    }
  }

  /// One place for each document that speaks of `subject`, the newest documents first.
  public func places(of subject: Subject, limit: Int) throws(StoreError) -> [SubjectPlace] {
    // The places are found before any text is read: a sort would carry the text of every mention.
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT d.*, v.id AS versionID, f.start, f.end, p.start AS passageStart,
            CAST(substr(CAST(v.text AS BLOB), p.start + 1, p.end - p.start) AS TEXT) AS passage
          FROM (
            SELECT m.version, m.passage, min(m.start) AS start, m.end AS end
            FROM mention m JOIN document d ON d.newest = m.version
            JOIN passage p ON p.version = m.version AND p.position = m.passage
            WHERE m.subject = (SELECT number FROM subject WHERE kind = ? AND id = ?)
              AND p.kind NOT IN ('title', 'boilerplate')
            GROUP BY m.version ORDER BY d.published IS NULL, d.published DESC, d.id LIMIT ?) f
          JOIN document d ON d.newest = f.version JOIN version v ON v.number = f.version
          JOIN passage p ON p.version = f.version AND p.position = f.passage
          ORDER BY d.published IS NULL, d.published DESC, d.id
          """, arguments: [subject.kind.rawValue, subject.id, limit]
      ).map {
        let base: Int = $0["passageStart"]
        return SubjectPlace(
          document: makeDocument($0),
          version: VersionID(rawValue: $0["versionID"]), passage: $0["passage"],
          utf8: ($0["start"] - base)..<($0["end"] - base))
      }
    }
  }

  /// Subjects of `kind` that the same documents speak of, by number of documents.
  public func companions(of subject: Subject, _ kind: Subject.Kind, limit: Int) throws(StoreError)
    -> [SubjectCount]
  {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT s.id, s.name, s.type, count(DISTINCT m.version) AS documents, count(*) AS mentions
          FROM mention m JOIN subject s ON s.number = m.subject
          JOIN document d ON d.newest = m.version
          WHERE s.kind = :kind AND NOT (:kind = :ownKind AND s.id = :own) AND m.version IN (
            SELECT version FROM mention WHERE subject =
              (SELECT number FROM subject WHERE kind = :ownKind AND id = :own))
            AND coalesce(s.type, '') NOT IN ('DATE', 'MONEY', 'PERCENT', 'NUM')
          GROUP BY s.number ORDER BY 4 DESC, 5 DESC, s.id LIMIT :limit
          """,
        arguments: [
          "kind": kind.rawValue, "ownKind": subject.kind.rawValue, "own": subject.id,
          "limit": limit,
        ]
      ).map {
        SubjectCount(
          subject: Subject(kind, $0["id"]), name: $0["name"],
          type: ($0["type"] as String?).flatMap(EntityType.init(rawValue:)),
          documents: $0["documents"], mentions: $0["mentions"])
      }
    }
  }
}
