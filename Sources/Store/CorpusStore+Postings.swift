import Foundation
import GRDB
public import Model

/// The text of a version whose words are not counted yet.
public struct UncountedText: Sendable {
  /// The number of the version.
  public var version: Int
  /// The language of its document; nil when unknown.
  public var language: String?
  /// The text.
  public var text: String
}

/// The words of some versions.
public struct WordSegment: Sendable {
  /// The words with the versions in which they occur, sorted by word.
  public var words: [(word: String, postings: PostingList)] = []
  /// Of these words those that differ from their form without accents, with that form.
  public var plainForms: [(plain: String, word: String)] = []
  /// How many words each version has.
  public var counts: [(version: Int, words: Int)] = []

  /// An empty segment.
  public init() {}
}

extension CorpusStore {
  /// Counts the words and the subjects of all versions that were added since the last time.
  ///
  /// `count` gets the texts in pieces of about `bytes` bytes; each piece is stored in one
  /// transaction, so a run that is killed goes on where it stopped. The counts are final: versions
  /// do not change.
  public func countNewVersions(
    bytes: Int = 32 << 20, by count: ([UncountedText]) -> WordSegment
  ) throws(StoreError) {
    while true {
      let texts = try uncountedTexts(bytes: bytes)
      guard let first = texts.first?.version, let last = texts.last?.version else { return }
      let segment = count(texts)
      try write { writer in
        try writer.add(segment, versions: first...last)
      }
    }
  }

  private func uncountedTexts(bytes: Int) throws(StoreError) -> [UncountedText] {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT v.number, d.language, v.text FROM version v JOIN document d ON d.id = v.document
          WHERE v.number > (SELECT coalesce(max(version), 0) FROM versionWords) ORDER BY v.number
          """)
      var texts: [UncountedText] = []
      var size = 0
      while size < bytes, let row = try rows.next() {
        let text: String = row[2]
        size += text.utf8.count
        texts.append(UncountedText(version: row[0], language: row[1], text: text))
      }
      return texts
    }
  }

  /// In which versions `subject` occurs; a term is one word in its normal form.
  public func postings(of subject: Subject) throws(StoreError) -> [PostingList] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT data FROM posting WHERE kind = ? AND key = ? ORDER BY segment",
        arguments: [subject.kind.rawValue, subject.id]
      ).map { row in
        let data: Data = row[0]
        return PostingList(packed: [UInt8](data))
      }
    }
  }

  /// Calls `body` with every subject of a kind and its postings, sorted by identifier.
  public func forEachPosting(
    of kind: Subject.Kind, _ body: (_ id: String, _ postings: [PostingList]) throws -> Void
  ) throws(StoreError) {
    try read { db in
      let rows = try Row.fetchCursor(
        db, sql: "SELECT key, data FROM posting WHERE kind = ? ORDER BY key, segment",
        arguments: [kind.rawValue])
      var id = ""
      var lists: [PostingList] = []
      while let row = try rows.next() {
        let key: String = row[0]
        let data: Data = row[1]
        if key != id, !lists.isEmpty {
          try body(id, lists)
          lists.removeAll()
        }
        id = key
        lists.append(PostingList(packed: [UInt8](data)))
      }
      if !lists.isEmpty { try body(id, lists) }
    }
  }

  /// Words of the corpus other than `plain` whose form without accents it is, in order.
  public func words(withPlainForm plain: String) throws(StoreError) -> [String] {
    try read { db in
      try String.fetchAll(
        db, sql: "SELECT word FROM plainForm WHERE plain = ? AND word <> '' ORDER BY word",
        arguments: [plain])
    }
  }

  /// Notes the forms without accents of all words of a store that was made before they were noted;
  /// `plain` gives the form of a word, nil where it is the word itself.
  ///
  /// Does nothing the second time.
  public func notePlainForms(by plain: (String) -> String?) throws(StoreError) {
    try write { writer in try writer.notePlainForms(by: plain) }
  }

  /// Words of the corpus that begin with `prefix`, in order, at most `limit`.
  public func words(beginningWith prefix: String, limit: Int) throws(StoreError) -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT key FROM posting WHERE kind = 'term' AND key >= :prefix
            AND key < :prefix || char(1114111) ORDER BY key LIMIT :limit
          """, arguments: ["prefix": prefix, "limit": limit])
    }
  }
}

extension StoreWriter {
  /// Adds the words of `versions`, and counts their subjects.
  func add(_ segment: WordSegment, versions: ClosedRange<Int>) throws {
    let insert = try cached("INSERT INTO posting VALUES (?, ?, ?, ?)")
    for (word, postings) in segment.words {
      try insert.execute(arguments: [
        Subject.Kind.term.rawValue, word, versions.lowerBound, Data(postings.bytes),
      ])
    }
    let form = try cached("INSERT OR IGNORE INTO plainForm VALUES (?, ?)")
    for (plain, word) in segment.plainForms { try form.execute(arguments: [plain, word]) }
    let counts = try cached("INSERT INTO versionWords VALUES (?, ?)")
    for (version, words) in segment.counts { try counts.execute(arguments: [version, words]) }
    try addSubjects(of: versions, insert)
  }

  fileprivate func notePlainForms(by plain: (String) -> String?) throws {
    let isNoted = "SELECT EXISTS (SELECT 1 FROM plainForm WHERE plain = '' AND word = '')"
    guard try Bool.fetchOne(db, sql: isNoted) == false else { return }
    let insert = try cached("INSERT OR IGNORE INTO plainForm VALUES (?, ?)")
    let words = try String.fetchCursor(
      db,
      sql: """
        SELECT DISTINCT key FROM posting WHERE kind = 'term' AND key GLOB '*[^ -~]*' ORDER BY key
        """)
    while let word = try words.next() {
      if let form = plain(word) { try insert.execute(arguments: [form, word]) }
    }
    try insert.execute(arguments: ["", ""])
  }

  private func addSubjects(of versions: ClosedRange<Int>, _ insert: Statement) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT s.kind, s.id, m.version, count(*)
        FROM mention m INDEXED BY mention_version JOIN subject s ON s.number = m.subject
        WHERE m.version BETWEEN ? AND ?
        GROUP BY s.kind, s.id, m.version ORDER BY s.kind, s.id, m.version
        """, arguments: [versions.lowerBound, versions.upperBound])
    var current: (kind: String, id: String)?
    var postings = PostingList()
    func finish() throws {
      guard let current else { return }
      try insert.execute(arguments: [
        current.kind, current.id, versions.lowerBound, Data(postings.bytes),
      ])
      postings = PostingList()
    }
    while let row = try rows.next() {
      let next: (kind: String, id: String) = (row[0], row[1])
      if let known = current, known != next { try finish() }
      current = next
      postings.append(version: row[2], count: row[3])
    }
    try finish()
  }
}
