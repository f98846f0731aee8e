import GRDB
public import Model

/// Identifies a run in the store; later runs have larger numbers.
public struct RunID: RawRepresentable, Hashable, Sendable {
  /// The number.
  public let rawValue: Int64
  /// A run by its number.
  public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// What adding a version came to.
public enum AddedVersion: Hashable, Sendable {
  /// The address was not known.
  case newDocument
  /// The address was known, the text was not.
  case newVersion
  /// The text was known at this address and was met at another place.
  case seenAgain
  /// The very record was known.
  case unchanged
}

/// Writes inside one transaction; lives only as long as the closure it is given to.
public final class StoreWriter {
  let db: Database
  /// Numbers of the subjects that the transaction met.
  private var subjects: [Subject: Int64] = [:]
  /// Mentions that are still to be written, with the numbers of their subjects and versions.
  private var mentions: [(subject: Int64, version: Int64, mention: Mention)] = []

  init(db: Database) { self.db = db }

  /// Adds `version` with its `mentions`, or notes that it was seen again.
  ///
  /// `words` is the number of words of the text, the denominator of rates; `fingerprint` what grouping keeps
  /// of it; `run` is the run that met it. Throws when SQLite does.
  public func add(
    _ version: Version, mentions: [Mention], words: Int, fingerprint: StoredFingerprint? = nil,
    run: RunID
  ) throws -> AddedVersion {
    if let known = try Row.fetchOne(
      cached("SELECT number, file, offset FROM version WHERE id = ?"),
      arguments: [version.id.rawValue])
    {
      return try see(version, known, run)
    }
    let isNew = try insertDocument(version, run)
    let number = try insertVersion(version, words, run)
    try insertFields(of: version.metadata, number)
    for (position, issue) in version.issues.enumerated() {
      try cached("INSERT INTO issue VALUES (?, ?, ?, ?)")
        .execute(arguments: [number, position, issue.code, issue.message])
    }
    let passages = try cached("INSERT INTO passage VALUES (?, ?, ?, ?, ?)")
    for passage in version.passages {
      try passages.execute(arguments: [
        number, passage.index, passage.kind.rawValue, passage.utf8.lowerBound,
        passage.utf8.upperBound,
      ])
    }
    for mention in mentions {
      self.mentions.append((try subject(of: mention), number, mention))
    }
    if let fingerprint { try set(fingerprint, of: number) }
    try refreshDocument(version.document)
    return isNew ? .newDocument : .newVersion
  }

  private func see(_ version: Version, _ known: Row, _ run: RunID) throws -> AddedVersion {
    let number: Int64 = known["number"]
    let file: String = known["file"]
    let offset: Int = known["offset"]
    if file == version.origin.file, offset == version.origin.offset { return .unchanged }
    try cached(
      "INSERT OR IGNORE INTO sighting (version, file, offset, captured, run) VALUES (?, ?, ?, ?, ?)"
    ).execute(arguments: [
      number, version.origin.file, version.origin.offset,
      version.captured?.value.rawValue, run.rawValue,
    ])
    return db.changesCount > 0 ? .seenAgain : .unchanged
  }

  private func insertDocument(_ version: Version, _ run: RunID) throws -> Bool {
    try cached("INSERT OR IGNORE INTO document (id, address, authors, run) VALUES (?, ?, '', ?)")
      .execute(arguments: [version.document.rawValue, version.address, run.rawValue])
    return db.changesCount > 0
  }

  private func insertVersion(_ version: Version, _ words: Int, _ run: RunID) throws -> Int64 {
    try cached(
      """
      INSERT INTO version (id, document, captured, capturedSource, capturedDetail, file, offset,
        title, text, contentHash, pageKind, words, undatedReason, run)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    ).execute(arguments: [
      version.id.rawValue, version.document.rawValue, version.captured?.value.rawValue,
      version.captured?.evidence.source.rawValue, version.captured?.evidence.detail,
      version.origin.file, version.origin.offset, version.metadata.title?.value ?? "",
      version.text, version.contentHash, version.pageKind.rawValue, words,
      version.metadata.undatedReason, run.rawValue,
    ])
    return db.lastInsertedRowID
  }

  private func insertFields(of metadata: Metadata, _ number: Int64) throws {
    let insert = try cached("INSERT INTO field VALUES (?, ?, ?, ?, ?, ?, ?)")
    for field in metadata.fields {
      try insert.execute(arguments: [
        number, field.name.rawValue, field.position, field.value, field.evidence.source.rawValue,
        field.evidence.detail, field.evidence.confidence,
      ])
    }
  }

  private func subject(of mention: Mention) throws -> Int64 {
    if let known = subjects[mention.subject] { return known }
    let kind = mention.subject.kind.rawValue
    try cached("INSERT OR IGNORE INTO subject (kind, id, name, type) VALUES (?, ?, ?, ?)")
      .execute(arguments: [kind, mention.subject.id, mention.name, mention.type?.rawValue])
    let number = try Int64.fetchOne(
      cached("SELECT number FROM subject WHERE kind = ? AND id = ?"),
      arguments: [kind, mention.subject.id])
    guard let number else { throw DatabaseError(message: "a subject that was written is gone") }
    subjects[mention.subject] = number
    return number
  }

  /// Writes the mentions of all versions that were added, in the order of their table: a page of it is read
  /// and written once instead of once for each document.
  func insertMentions() throws {
    guard !mentions.isEmpty else { return }
    let insert = try cached(
      "INSERT OR IGNORE INTO mention VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    // Of mentions of one subject in one place the first stays, so the order among them counts.
    let order = mentions.indices.sorted {
      let (a, b) = (mentions[$0], mentions[$1])
      return (a.subject, a.version, a.mention.utf8.lowerBound, a.mention.utf8.upperBound, $0)
        < (b.subject, b.version, b.mention.utf8.lowerBound, b.mention.utf8.upperBound, $1)
    }
    for index in order {
      let (subject, version, mention) = mentions[index]
      let value = ValueColumns(mention.value)
      try insert.execute(arguments: [
        subject, version, mention.utf8.lowerBound, mention.utf8.upperBound, mention.passage,
        mention.score, value.kind, value.coefficient, value.exponent, value.unit, value.first,
        value.last,
      ])
    }
    mentions.removeAll()
  }

  /// Sets the document's row from its versions: names from the newest, the date from the first.
  private func refreshDocument(_ id: DocumentID) throws {
    let numbers = try Int64.fetchAll(
      cached("SELECT number FROM version WHERE document = ? ORDER BY \(versionOrder)"),
      arguments: [id.rawValue])
    guard let newest = numbers.last else { return }
    let fields = try fieldValues(of: newest)
    var published: Int32?
    for number in numbers where published == nil {
      published = try Day(
        iso: String.fetchOne(
          cached("SELECT value FROM field WHERE version = ? AND name = 'published'"),
          arguments: [number]) ?? "")?.rawValue
    }
    try cached(
      """
      UPDATE document SET title = ?, authors = ?, publisher = ?, published = ?, language = ?,
        newest = ?
      WHERE id = ?
      """
    ).execute(arguments: [
      fields["title"]?.first, (fields["author"] ?? []).joined(separator: "\n"),
      fields["publisher"]?.first, published, fields["language"]?.first, newest, id.rawValue,
    ])
  }

  /// Notes that the newest text at `address` was captured again with the same content.
  ///
  /// Returns false when nothing is known at that address.
  public func seeAgain(
    address: String, origin: Origin, captured: Day?, run: RunID
  ) throws -> Bool {
    guard
      let number = try Int64.fetchOne(
        cached("SELECT newest FROM document WHERE address = ?"), arguments: [address])
    else { return false }
    try cached(
      "INSERT OR IGNORE INTO sighting (version, file, offset, captured, run) VALUES (?, ?, ?, ?, ?)"
    ).execute(arguments: [number, origin.file, origin.offset, captured?.rawValue, run.rawValue])
    return true
  }

  private func fieldValues(of number: Int64) throws -> [String: [String]] {
    var values: [String: [String]] = [:]
    let rows = try Row.fetchCursor(
      cached("SELECT name, value FROM field WHERE version = ? ORDER BY name, position"),
      arguments: [number])
    while let row = try rows.next() { values[row["name"], default: []].append(row["value"]) }
    return values
  }

  func cached(_ sql: String) throws -> Statement { try db.cachedStatement(sql: sql) }
}

/// Versions in order of capture; those of unknown capture last, in the order of their paths.
let versionOrder = "captured IS NULL, captured, file, offset"
