import Foundation
import GRDB
import Model

extension StoreWriter {
  /// Writes the columns of `CorpusFrame` anew, from documents, versions and groups.
  ///
  /// A document counts on its own day with its newest version; a later version was first met on the
  /// day it was captured. Publisher and language are those of the document.
  /// - Complexity: One scan of the documents and of an index of the versions; no text is read.
  public func rebuildFrame() throws {
    var frame = CorpusFrame()
    let count = try (Int.fetchOne(db, sql: "SELECT max(number) FROM version") ?? 0) + 1
    frame.documentDays = Array(repeating: CorpusFrame.undated, count: count)
    frame.versionDays = frame.documentDays
    frame.publisherOf = Array(repeating: 0, count: count)
    frame.languageOf = frame.publisherOf
    frame.words = frame.publisherOf
    frame.flags = Array(repeating: 0, count: count)
    frame.publishers += try names("publisher")
    frame.languages += try names("language")
    try fillDays(&frame)
    let words = try Row.fetchCursor(db, sql: "SELECT version, words FROM versionWords")
    while let row = try words.next() {
      let version: Int = row[0]
      if version < count { frame.words[version] = row[1] }
    }
    try write(frame)
  }

  private func names(_ column: String) throws -> [String] {
    try String.fetchAll(
      db, sql: "SELECT DISTINCT \(folded(column)) FROM document WHERE \(column) <> '' ORDER BY 1")
  }

  /// Sets the columns that come from documents and versions.
  private func fillDays(_ frame: inout CorpusFrame) throws {
    let publishers = numbered(frame.publishers)
    let languages = numbered(frame.languages)
    var dated: [(version: Int, document: Int32?, own: Int32?)] = []
    dated.reserveCapacity(frame.flags.count)
    var document = ""
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT v.number, v.captured, d.id, d.published, \(folded("d.publisher")), \(folded("d.language")), d.newest,
          EXISTS (SELECT 1 FROM groupMember g
            WHERE g.document = d.id AND g.relation IN ('copy', 'near-copy')) AS isCopy
        FROM document d JOIN version v INDEXED BY version_document ON v.document = d.id
        ORDER BY d.id, v.captured IS NULL, v.captured
        """)
    while let row = try rows.next() {
      let number: Int = row[0]
      let id: String = row[2]
      let published: Int32? = row[3]
      let isFirst = id != document
      document = id
      dated.append((number, published, isFirst ? published : row[1] ?? published))
      frame.publisherOf[number] = publishers[row[4] ?? ""] ?? 0
      frame.languageOf[number] = languages[row[5] ?? ""] ?? 0
      frame.flags[number] =
        CorpusFrame.isKnown | (row[6] == number ? CorpusFrame.isNewest : 0)
        | (row[7] ? CorpusFrame.isCopy : 0)
    }
    let days = Set(dated.compactMap(\.document) + dated.compactMap(\.own)).sorted()
    let places = Dictionary(uniqueKeysWithValues: days.enumerated().map { ($1, UInt32($0)) })
    for (version, document, own) in dated {
      frame.documentDays[version] = document.flatMap { places[$0] } ?? CorpusFrame.undated
      frame.versionDays[version] = own.flatMap { places[$0] } ?? CorpusFrame.undated
    }
    frame.days = days.map(Day.init(rawValue:))
  }

  private func numbered(_ names: [String]) -> [String: UInt32] {
    Dictionary(names.enumerated().map { ($1, UInt32($0)) }, uniquingKeysWith: { a, _ in a })
  }

  private func write(_ frame: CorpusFrame) throws {
    try db.execute(sql: "DELETE FROM frame")
    let days = frame.days.map { UInt32(bitPattern: $0.rawValue) }
    for (name, values) in [
      ("days", days), ("documentDays", frame.documentDays), ("versionDays", frame.versionDays),
      ("publisherOf", frame.publisherOf), ("languageOf", frame.languageOf), ("words", frame.words),
    ] {
      try insert(name, packed(values))
    }
    try insert("flags", Data(frame.flags))
    try insert("publishers", Data(frame.publishers.joined(separator: "\n").utf8))
    try insert("languages", Data(frame.languages.joined(separator: "\n").utf8))
  }

  private func insert(_ name: String, _ data: Data) throws {
    try cached("INSERT INTO frame VALUES (?, ?)").execute(arguments: [name, data])
  }
}

/// A column without line breaks, which part the names of a frame.
private func folded(_ column: String) -> String { "replace(\(column), char(10), ' ')" }

/// Numbers as bytes, the lowest first.
private func packed(_ values: [UInt32]) -> Data {
  var data = Data(capacity: values.count * 4)
  for value in values {
    data.append(UInt8(truncatingIfNeeded: value))
    data.append(UInt8(truncatingIfNeeded: value >> 8))
    data.append(UInt8(truncatingIfNeeded: value >> 16))
    data.append(UInt8(truncatingIfNeeded: value >> 24))
  }
  return data
}
