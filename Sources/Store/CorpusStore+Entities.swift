import GRDB
public import Model

/// Names that are counted as one.
struct JoinedNames {
  /// The subject of the most frequent name by the subject of each.
  var mainSubjects: [String: String] = [:]
  /// The name to show by the subject of the most frequent.
  var shownNames: [String: String] = [:]
}

extension CorpusStore {
  /// The names of all entities of all versions, by the identifier of their subject; values, such as
  /// dates and amounts, are none.
  ///
  /// One scan of the mentions.
  public func entityNames() throws(StoreError) -> [Entity.Name] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT s.id, s.name, s.type, count(DISTINCT m.version) AS documents
          FROM subject s JOIN mention m ON m.subject = s.number
          WHERE s.kind = 'entity' AND s.type NOT IN ('DATE', 'MONEY', 'PERCENT', 'NUM')
          GROUP BY s.number ORDER BY s.id
          """
      ).compactMap { row in
        guard let type = EntityType(rawValue: row["type"]) else { return nil }
        return Entity.Name(
          subject: row["id"], name: row["name"], type: type, documents: row["documents"])
      }
    }
  }

  /// The entity that has the identifier `name` or goes by that name, case aside; nil for none.
  ///
  /// Of several, the one whose name more versions have.
  public func entity(named name: String) throws(StoreError) -> Entity? {
    try read { db in
      let found = try String.fetchOne(
        db,
        sql: """
          SELECT id FROM (
            SELECT id, 0 AS place, 0 AS documents FROM entity WHERE id = :name
            UNION ALL
            SELECT n.entity, 1, n.documents FROM entityName n
              JOIN subject s ON s.number = n.subject
              WHERE s.kind = 'entity' AND (s.id = :name OR lower(s.name) = lower(:name)))
          ORDER BY place, documents DESC, id LIMIT 1
          """, arguments: ["name": name])
      guard let found else { return nil }
      return try entities(db, "WHERE e.id = ?", [found]).first
    }
  }

  /// The entities of more than one name.
  func joinedNames() throws(StoreError) -> JoinedNames {
    try read { db in
      var found = JoinedNames()
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT e.id, e.name, s.id AS subject FROM entity e
          JOIN entityName n ON n.entity = e.id JOIN subject s ON s.number = n.subject
          WHERE (SELECT count(*) FROM entityName o WHERE o.entity = e.id) > 1
          ORDER BY e.id, n.documents DESC, s.name, s.id
          """)
      var last: (entity: String, main: String)?
      while let row = try rows.next() {
        let entity: String = row["id"]
        let subject: String = row["subject"]
        let main = last?.entity == entity ? last?.main ?? subject : subject
        last = (entity, main)
        found.mainSubjects[subject] = main
        found.shownNames[main] = row["name"]
      }
      return found
    }
  }

  private func entities(
    _ db: Database, _ condition: String, _ arguments: StatementArguments
  ) throws -> [Entity] {
    var found: [Entity] = []
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT e.id, e.name AS shown, e.type AS kind, s.id AS subject, s.name, s.type,
          n.reason, n.documents
        FROM entity e JOIN entityName n ON n.entity = e.id JOIN subject s ON s.number = n.subject
        \(condition) ORDER BY e.id, n.documents DESC, s.name, s.id
        """, arguments: arguments)
    while let row = try rows.next() {
      let id: String = row["id"]
      guard let type = EntityType(rawValue: row["kind"]),
        let own = EntityType(rawValue: row["type"])
      else { continue }
      if found.last?.id != id {
        found.append(Entity(id: id, name: row["shown"], type: type, names: []))
      }
      found[found.count - 1].names.append(
        Entity.Name(
          subject: row["subject"], name: row["name"], type: own, documents: row["documents"],
          reason: row["reason"]))
    }
    return found
  }
}

extension StoreWriter {
  /// Puts `entities` in the place of those that were known; names without a subject are passed over.
  public func setEntities(_ entities: [Entity]) throws {
    try db.execute(sql: "DELETE FROM entityName; DELETE FROM entity;")
    let entity = try cached("INSERT INTO entity VALUES (?, ?, ?)")
    let name = try cached(
      """
      INSERT INTO entityName (subject, entity, reason, documents)
      SELECT number, ?, ?, ? FROM subject WHERE kind = 'entity' AND id = ?
      """)
    for found in entities {
      try entity.execute(arguments: [found.id, found.name, found.type.rawValue])
      for item in found.names {
        try name.execute(arguments: [found.id, item.reason, item.documents, item.subject])
      }
    }
  }
}
