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
        db.cachedStatement(
          sql: """
            SELECT d.id, v.words, v.undatedReason FROM document d
            JOIN version v ON v.number = d.newest WHERE true \(one)
            """), arguments: arguments)
      while let row = try rows.next() {
        facts[DocumentID(rawValue: row["id"])] = DocumentFacts(
          words: row["words"], undatedReason: row["undatedReason"])
      }
      let themes = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT d.id, s.name, max(m.score) AS score FROM document d
            JOIN mention m ON m.version = d.newest JOIN subject s ON s.number = m.subject
            WHERE s.kind = 'theme' \(one)
            GROUP BY d.id, s.number ORDER BY d.id, 3 DESC, s.id
            """), arguments: arguments)
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

  /// Names that no version before those of `run` has and that several documents have, copies counted
  /// once, most documents first.
  ///
  /// An entity is new when none of its names was met before. One pass over the postings of names; no
  /// mention is read.
  public func namesFirstMet(in run: RunID, limit: Int) throws(StoreError) -> [(
    count: SubjectCount, publishers: Int
  )] {
    let first = try read {
      try Int.fetchOne(
        $0, sql: "SELECT min(number) FROM version WHERE run = ?", arguments: [run.rawValue])
    }
    guard let first else { return [] }
    let frame = try frame()
    let choice = CorpusFrame.Choice(frame, Selection())
    let joined = try joinedNames()
    var candidates: [NameCandidate] = []
    var ofSeveralNames: [String: [Int: Int]] = [:]
    var known: Set<String> = []
    try forEachPosting(of: .entity) { id, postings in
      let main = joined.mainSubjects[id]
      if let main, known.contains(main) { return }
      var isKnown = false
      var versions: [Int: Int] = [:]
      for list in postings {
        list.forEach { version, count in
          if version < first { isKnown = true }
          if !isKnown, choice.holds(version) { versions[version, default: 0] += count }
        }
      }
      guard let main else {
        if !isKnown, let new = NameCandidate(id: id, versions: versions, frame) {
          candidates.append(new)
        }
        return
      }
      if isKnown {
        known.insert(main)
        ofSeveralNames[main] = nil
      } else {
        ofSeveralNames[main, default: [:]].merge(versions, uniquingKeysWith: +)
      }
    }
    for (main, versions) in ofSeveralNames {
      if let new = NameCandidate(id: main, versions: versions, frame) { candidates.append(new) }
    }
    candidates.sort {
      ($1.documents, $1.publishers, $1.mentions, $0.id)
        < ($0.documents, $0.publishers, $0.mentions, $1.id)
    }
    return try described(candidates, shown: joined.shownNames, limit: limit)
  }

  /// The first of `candidates` that are names and no values, with name and type.
  private func described(
    _ candidates: [NameCandidate], shown: [String: String], limit: Int
  ) throws(StoreError) -> [(count: SubjectCount, publishers: Int)] {
    try read { db in
      let names = try db.cachedStatement(
        sql: """
          SELECT name, type FROM subject WHERE kind = 'entity' AND id = ?
            AND type NOT IN ('DATE', 'MONEY', 'PERCENT', 'NUM')
          """)
      var found: [(count: SubjectCount, publishers: Int)] = []
      for candidate in candidates where found.count < limit {
        guard let row = try Row.fetchOne(names, arguments: [candidate.id]) else { continue }
        let count = SubjectCount(
          subject: Subject(.entity, candidate.id), name: shown[candidate.id] ?? row[0],
          type: (row[1] as String?).flatMap(EntityType.init(rawValue:)),
          documents: candidate.documents, mentions: candidate.mentions)
        found.append((count, candidate.publishers))
      }
      return found
    }
  }
}

/// A name that may be listed as new.
private struct NameCandidate {
  var id: String
  var documents: Int
  var publishers: Int
  var mentions: Int

  /// Counts over `versions`, each with its mentions; nil for fewer than two of them.
  init?(id: String, versions: [Int: Int], _ frame: CorpusFrame) {
    guard versions.count > 1 else { return nil }
    self.id = id
    documents = versions.count
    mentions = versions.values.reduce(0, +)
    // The first publisher stands for none.
    publishers = Set(versions.keys.map { frame.publisherOf[$0] }).subtracting([0]).count
  }
}
