import GRDB
public import Model

extension CorpusStore {
  /// All documents, by date (undated ones last), then by identifier, without their versions.
  public func documents() throws(StoreError) -> [Document] {
    try read { db in
      let rows = try Row.fetchCursor(
        db, sql: "\(selectDocument) ORDER BY published IS NULL, published, id")
      var documents: [Document] = []
      while let row = try rows.next() { documents.append(makeDocument(row)) }
      return documents
    }
  }

  /// How many documents there are, and how many of them have a date.
  public func documentCounts() throws(StoreError) -> (all: Int, dated: Int) {
    try read { db in
      let row = try Row.fetchOne(db, sql: "SELECT count(*), count(published) FROM document")
      return (row?[0] ?? 0, row?[1] ?? 0)
    }
  }

  /// The document of `id` with its versions in order, or nil.
  public func document(_ id: DocumentID) throws(StoreError) -> Document? {
    try read { db in
      guard
        let row = try Row.fetchOne(
          db, sql: "\(selectDocument) WHERE id = ?", arguments: [id.rawValue])
      else { return nil }
      var found = makeDocument(row)
      found.versions = try versionIDs(of: id, db)
      return found
    }
  }

  /// Identifiers of documents and versions that begin with `prefix`, at most `limit`, sorted.
  public func documentIDs(beginningWith prefix: String, limit: Int = 10) throws(StoreError)
    -> [DocumentID]
  {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT id FROM document WHERE substr(id, 1, length(:prefix)) = :prefix OR address = :prefix
          UNION SELECT document FROM version WHERE substr(id, 1, length(:prefix)) = :prefix
          ORDER BY 1 LIMIT :limit
          """, arguments: ["prefix": prefix, "limit": limit])
    }.map(DocumentID.init(rawValue:))
  }

  /// The versions of a document in order of capture.
  public func versions(of id: DocumentID) throws(StoreError) -> [Version] {
    try read { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT version.*, document.address FROM version JOIN document ON document.id = document
            WHERE document = ? ORDER BY \(versionOrder)
            """), arguments: [id.rawValue]
      ).map { try makeVersion($0, db) }
    }
  }

  /// The version that bears `number` in postings and frame, with its document; nil when none does.
  public func version(numbered number: Int) throws(StoreError) -> (
    document: Document, version: Version
  )? {
    try read { db in
      guard
        let row = try Row.fetchOne(
          db.cachedStatement(
            sql: """
              SELECT version.*, document.address FROM version
              JOIN document ON document.id = document WHERE number = ?
              """), arguments: [number])
      else { return nil }
      let version = try makeVersion(row, db)
      guard
        let document = try Row.fetchOne(
          db.cachedStatement(sql: "\(selectDocument) WHERE id = ?"),
          arguments: [version.document.rawValue])
      else { return nil }
      return (makeDocument(document), version)
    }
  }

  /// The document of the version that bears `number`; nil when none does.
  public func document(ofVersion number: Int) throws(StoreError) -> Document? {
    try read { db in
      try Row.fetchOne(
        db.cachedStatement(
          sql: "\(selectDocument) WHERE id = (SELECT document FROM version WHERE number = ?)"),
        arguments: [number]
      ).map(makeDocument)
    }
  }

  /// The newest version of a document, or nil.
  public func newestVersion(of id: DocumentID) throws(StoreError) -> Version? {
    try versions(of: id).last
  }

  /// Later captures of the versions of a document, by capture, then by place.
  public func sightings(of id: DocumentID) throws(StoreError) -> [Sighting] {
    try read { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT v.id, s.captured, s.file, s.offset FROM sighting s
            JOIN version v ON v.number = s.version WHERE v.document = ?
            ORDER BY s.captured, s.file, s.offset
            """), arguments: [id.rawValue]
      ).map {
        Sighting(
          version: VersionID(rawValue: $0["id"]),
          captured: ($0["captured"] as Int32?).map(Day.init(rawValue:)),
          origin: Origin(file: $0["file"], offset: $0["offset"]))
      }
    }
  }

  /// The mentions of a version in the order of the text.
  public func mentions(in id: VersionID) throws(StoreError) -> [Mention] {
    try read { db in
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT s.kind, s.id, s.name, s.type, m.passage, m.start, m.end, m.score, m.valueKind,
              m.valueCoefficient, m.valueExponent, m.valueUnit, m.valueFirst, m.valueLast
            FROM mention m JOIN subject s ON s.number = m.subject
            WHERE m.version = (SELECT number FROM version WHERE id = ?)
            ORDER BY m.start, m.end, s.kind, s.id
            """), arguments: [id.rawValue])
      var mentions: [Mention] = []
      while let row = try rows.next() {
        if let mention = makeMention(row) { mentions.append(mention) }
      }
      return mentions
    }
  }

  /// Documents that `run` met for the first time.
  public func documentsNew(in run: RunID) throws(StoreError) -> Set<DocumentID> {
    try read { db in
      Set(
        try String.fetchAll(
          db, sql: "SELECT id FROM document WHERE run = ?", arguments: [run.rawValue]
        ).map(DocumentID.init(rawValue:)))
    }
  }

  /// Documents with more than one version, by identifier.
  public func documentsWithSeveralVersions() throws(StoreError) -> [DocumentID] {
    try read { db in
      try String.fetchAll(
        db,
        sql: "SELECT document FROM version GROUP BY document HAVING count(*) > 1 ORDER BY document")
    }.map(DocumentID.init(rawValue:))
  }

  /// Versions that `run` met for the first time.
  public func versionsNew(in run: RunID) throws(StoreError) -> Set<VersionID> {
    try read { db in
      Set(
        try String.fetchAll(
          db, sql: "SELECT id FROM version WHERE run = ?", arguments: [run.rawValue]
        ).map(VersionID.init(rawValue:)))
    }
  }

  /// All groups, by hub; the hub first in each, then the members by identifier.
  public func groups() throws(StoreError) -> [Group] {
    try read { db in
      var groups: [Group] = []
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT hub, document, relation, score FROM groupMember
          ORDER BY hub, document <> hub, document
          """)
      while let row = try rows.next() {
        let hub = DocumentID(rawValue: row["hub"])
        guard let relation = Group.Relation(rawValue: row["relation"]) else { continue }
        let member = Group.Member(
          document: DocumentID(rawValue: row["document"]), relation: relation, score: row["score"])
        if groups.last?.hub == hub {
          groups[groups.count - 1].members.append(member)
        } else {
          groups.append(Group(hub: hub, members: [member]))
        }
      }
      return groups
    }
  }

  /// Calls `body` with every document's newest version as identifier, date and text, by identifier.
  public func forEachNewestText(
    _ body: (DocumentID, Day?, String) throws -> Void
  ) throws(StoreError) {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT d.id, d.published, v.text FROM document d JOIN version v ON v.number = d.newest
          ORDER BY d.id
          """)
      while let row = try rows.next() {
        try body(
          DocumentID(rawValue: row["id"]), (row["published"] as Int32?).map(Day.init(rawValue:)),
          row["text"])
      }
    }
  }
}

private let selectDocument = """
  SELECT id, address, title, authors, publisher, published, language FROM document
  """

func makeDocument(_ row: Row) -> Document {
  let authors: String = row["authors"]
  return Document(
    id: DocumentID(rawValue: row["id"]), address: row["address"], title: row["title"],
    authors: authors.isEmpty ? [] : authors.split(separator: "\n").map(String.init),
    publisher: row["publisher"], published: (row["published"] as Int32?).map(Day.init(rawValue:)),
    language: row["language"])
}

private func versionIDs(of id: DocumentID, _ db: Database) throws -> [VersionID] {
  try String.fetchAll(
    db.cachedStatement(sql: "SELECT id FROM version WHERE document = ? ORDER BY \(versionOrder)"),
    arguments: [id.rawValue]
  ).map(VersionID.init(rawValue:))
}

private func makeVersion(_ row: Row, _ db: Database) throws -> Version {
  let number: Int64 = row["number"]
  let fields = try Row.fetchAll(
    db.cachedStatement(
      sql: """
        SELECT name, position, value, source, detail, confidence FROM field WHERE version = ?
        ORDER BY name, position
        """), arguments: [number]
  ).compactMap { row -> MetadataField? in
    guard let name = MetadataField.Name(rawValue: row["name"]),
      let source = Evidence.Source(rawValue: row["source"])
    else { return nil }
    return MetadataField(
      name: name, position: row["position"], value: row["value"],
      evidence: Evidence(source, row["detail"], confidence: row["confidence"]))
  }
  let passages = try Row.fetchAll(
    db.cachedStatement(
      sql: "SELECT position, kind, start, end FROM passage WHERE version = ? ORDER BY position"),
    arguments: [number]
  ).compactMap { row -> Passage? in
    guard let kind = PassageKind(rawValue: row["kind"]) else { return nil }
    return Passage(index: row["position"], kind: kind, utf8: row["start"]..<row["end"])
  }
  let issues = try Row.fetchAll(
    db.cachedStatement(sql: "SELECT code, message FROM issue WHERE version = ? ORDER BY position"),
    arguments: [number]
  ).map { Issue($0["code"], $0["message"]) }
  let captured = (row["captured"] as Int32?).map {
    Found(
      Day(rawValue: $0),
      Evidence(
        Evidence.Source(rawValue: row["capturedSource"] ?? "") ?? .derived,
        row["capturedDetail"] ?? ""))
  }
  return Version(
    id: VersionID(rawValue: row["id"]), document: DocumentID(rawValue: row["document"]),
    address: row["address"], captured: captured,
    origin: Origin(file: row["file"], offset: row["offset"]), text: row["text"],
    passages: passages, metadata: Metadata(fields: fields, undatedReason: row["undatedReason"]),
    contentHash: row["contentHash"], pageKind: PageKind(rawValue: row["pageKind"]) ?? .other,
    issues: issues)
}

// Columns by their places: a page asks for thousands, and names are looked up letter by letter.
private func makeMention(_ row: Row) -> Mention? {
  guard let kind = Subject.Kind(rawValue: row[0]) else { return nil }
  let value = ValueColumns(
    kind: row[8], coefficient: row[9], exponent: row[10], unit: row[11], first: row[12],
    last: row[13])
  return Mention(
    subject: Subject(kind, row[1]), name: row[2],
    type: (row[3] as String?).flatMap(EntityType.init(rawValue:)), passage: row[4],
    utf8: row[5]..<row[6], value: value.value, score: row[7])
}
