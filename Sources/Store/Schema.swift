import GRDB

/// The tables of the store.
///
/// Migrations are append-only: a shipped one never changes.
enum Schema {
  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 documents, versions, mentions, runs") { db in
      try db.execute(sql: version1)
    }
    migrator.registerMigration("2 words and subjects by version") { db in
      try db.execute(sql: version2)
    }
    migrator.registerMigration("3 entities and their names") { db in
      try db.execute(sql: version3)
    }
    migrator.registerMigration("4 words by their form without accents") { db in
      try db.execute(sql: version4)
    }
    migrator.registerMigration("5 fingerprints of texts") { db in
      try db.execute(sql: version5)
    }
    return migrator
  }()

  private static let version1 = """
    CREATE TABLE run (
      id INTEGER PRIMARY KEY, date INTEGER NOT NULL, corpus TEXT NOT NULL,
      inputs INTEGER NOT NULL DEFAULT 0, skipped INTEGER NOT NULL DEFAULT 0,
      complete INTEGER NOT NULL DEFAULT 0);

    CREATE TABLE document (
      id TEXT PRIMARY KEY, address TEXT NOT NULL UNIQUE, title TEXT, authors TEXT NOT NULL,
      publisher TEXT, published INTEGER, language TEXT, newest INTEGER,
      run INTEGER NOT NULL REFERENCES run(id)) WITHOUT ROWID;
    CREATE INDEX document_newest ON document(newest);
    CREATE INDEX document_published ON document(published);
    CREATE INDEX document_run ON document(run);

    CREATE TABLE version (
      number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document TEXT NOT NULL
        REFERENCES document(id) ON DELETE CASCADE,
      captured INTEGER, capturedSource TEXT, capturedDetail TEXT,
      file TEXT NOT NULL, offset INTEGER NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL,
      contentHash TEXT NOT NULL, pageKind TEXT NOT NULL, words INTEGER NOT NULL,
      undatedReason TEXT, run INTEGER NOT NULL REFERENCES run(id));
    CREATE INDEX version_document ON version(document, captured);
    CREATE INDEX version_run ON version(run);
    CREATE INDEX version_content ON version(contentHash);

    CREATE TABLE field (
      version INTEGER NOT NULL REFERENCES version(number) ON DELETE CASCADE,
      name TEXT NOT NULL, position INTEGER NOT NULL, value TEXT NOT NULL, source TEXT NOT NULL,
      detail TEXT NOT NULL, confidence INTEGER NOT NULL,
      PRIMARY KEY (version, name, position)) WITHOUT ROWID;
    CREATE TABLE issue (
      version INTEGER NOT NULL REFERENCES version(number) ON DELETE CASCADE,
      position INTEGER NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL,
      PRIMARY KEY (version, position)) WITHOUT ROWID;
    CREATE TABLE passage (
      version INTEGER NOT NULL REFERENCES version(number) ON DELETE CASCADE,
      position INTEGER NOT NULL, kind TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
      PRIMARY KEY (version, position)) WITHOUT ROWID;

    CREATE TABLE sighting (
      version INTEGER NOT NULL REFERENCES version(number) ON DELETE CASCADE,
      file TEXT NOT NULL, offset INTEGER NOT NULL, captured INTEGER,
      run INTEGER NOT NULL REFERENCES run(id), PRIMARY KEY (version, file, offset)) WITHOUT ROWID;

    CREATE TABLE subject (
      number INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL,
      type TEXT, UNIQUE (kind, id));
    CREATE TABLE mention (
      subject INTEGER NOT NULL REFERENCES subject(number),
      version INTEGER NOT NULL REFERENCES version(number) ON DELETE CASCADE,
      start INTEGER NOT NULL, end INTEGER NOT NULL, passage INTEGER NOT NULL,
      score INTEGER NOT NULL, valueKind TEXT, valueCoefficient INTEGER, valueExponent INTEGER,
      valueUnit TEXT, valueFirst INTEGER, valueLast INTEGER,
      PRIMARY KEY (subject, version, start, end)) WITHOUT ROWID;
    CREATE INDEX mention_version ON mention(version, start);

    CREATE TABLE groupMember (
      hub TEXT NOT NULL, document TEXT NOT NULL PRIMARY KEY
        REFERENCES document(id) ON DELETE CASCADE,
      relation TEXT NOT NULL, score INTEGER NOT NULL) WITHOUT ROWID;
    CREATE INDEX groupMember_hub ON groupMember(hub);

    CREATE TABLE dayTotal (
      day INTEGER NOT NULL, publisher TEXT NOT NULL, documents INTEGER NOT NULL,
      words INTEGER NOT NULL, PRIMARY KEY (day, publisher)) WITHOUT ROWID;
    CREATE TABLE dayCount (
      subject INTEGER NOT NULL REFERENCES subject(number), day INTEGER NOT NULL,
      publisher TEXT NOT NULL, documents INTEGER NOT NULL, mentions INTEGER NOT NULL,
      PRIMARY KEY (subject, day, publisher)) WITHOUT ROWID;

    CREATE TABLE file (
      path TEXT PRIMARY KEY, size INTEGER NOT NULL, stamp INTEGER NOT NULL,
      inputs INTEGER NOT NULL, skipped INTEGER NOT NULL, run INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE failure (
      file TEXT NOT NULL, offset INTEGER NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL,
      run INTEGER NOT NULL, PRIMARY KEY (file, offset, code)) WITHOUT ROWID;

    CREATE VIRTUAL TABLE versionText USING fts5(
      title, text, content = 'version', content_rowid = 'number',
      tokenize = 'porter unicode61 remove_diacritics 2');
    CREATE TRIGGER versionText_insert AFTER INSERT ON version BEGIN
      INSERT INTO versionText(rowid, title, text) VALUES (new.number, new.title, new.text);
    END;
    CREATE TRIGGER versionText_delete AFTER DELETE ON version BEGIN
      INSERT INTO versionText(versionText, rowid, title, text)
        VALUES ('delete', old.number, old.title, old.text);
    END;
    """

  /// Postings and columns take the place of counts by day and publisher: they can be counted by any
  /// group, with copies and without.
  private static let version2 = """
    DROP TABLE dayTotal;
    DROP TABLE dayCount;
    CREATE TABLE posting (
      kind TEXT NOT NULL, key TEXT NOT NULL, segment INTEGER NOT NULL, data BLOB NOT NULL,
      PRIMARY KEY (kind, key, segment)) WITHOUT ROWID;
    CREATE TABLE versionWords (version INTEGER PRIMARY KEY, words INTEGER NOT NULL);
    CREATE TABLE frame (name TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID;
    """

  /// Which names of the whole corpus are one entity; made anew by every run that finds something.
  private static let version3 = """
    CREATE TABLE entity (
      id TEXT PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE entityName (
      subject INTEGER PRIMARY KEY REFERENCES subject(number), entity TEXT NOT NULL,
      reason TEXT NOT NULL, documents INTEGER NOT NULL);
    CREATE INDEX entityName_entity ON entityName(entity);
    """

  /// Words whose form without accents is another one, by that form.
  ///
  /// The row of two empty words says that all words of postings are in.
  private static let version4 = """
    CREATE TABLE plainForm (
      plain TEXT NOT NULL, word TEXT NOT NULL, PRIMARY KEY (plain, word)) WITHOUT ROWID;
    """

  /// What grouping keeps of a text, so that no night reads old texts again; `method` says how it was made.
  private static let version5 = """
    CREATE TABLE fingerprint (
      version INTEGER PRIMARY KEY REFERENCES version(number) ON DELETE CASCADE,
      method INTEGER NOT NULL, data BLOB NOT NULL);
    """
}
