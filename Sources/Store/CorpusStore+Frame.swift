import Foundation
import GRDB
import Model

extension CorpusStore {
  /// Whether a run has written the columns; a store of an earlier version has none.
  public func hasFrame() throws(StoreError) -> Bool {
    try read { try Bool.fetchOne($0, sql: "SELECT EXISTS (SELECT 1 FROM frame)") ?? false }
  }

  /// The columns of all versions as the last complete run left them.
  ///
  /// O(versions), a few milliseconds for a hundred thousand.
  public func frame() throws(StoreError) -> CorpusFrame {
    try read { db in
      var columns: [String: [UInt8]] = [:]
      let rows = try Row.fetchCursor(db, sql: "SELECT name, data FROM frame")
      while let row = try rows.next() {
        let data: Data = row[1]
        columns[row[0]] = [UInt8](data)
      }
      guard let flags = columns["flags"] else {
        throw StoreError(
          .missing,
          "\(path): holds no counts by day yet. Run `variorum nightly` once to its end.")
      }
      var frame = CorpusFrame()
      frame.flags = flags
      frame.days = unpacked(columns["days"]).map { Day(rawValue: Int32(bitPattern: $0)) }
      frame.documentDays = unpacked(columns["documentDays"])
      frame.versionDays = unpacked(columns["versionDays"])
      frame.publisherOf = unpacked(columns["publisherOf"])
      frame.languageOf = unpacked(columns["languageOf"])
      frame.words = unpacked(columns["words"])
      frame.publishers = names(columns["publishers"])
      frame.languages = names(columns["languages"])
      let sizes = [
        frame.documentDays, frame.versionDays, frame.publisherOf, frame.languageOf, frame.words,
      ].map(\.count)
      guard sizes.allSatisfy({ $0 == flags.count }) else {
        throw StoreError(
          .damaged,
          "\(path): the counts by day are damaged. Restore a backup, or move it away and run "
            + "`variorum nightly` again.")
      }
      return frame
    }
  }
}

private func names(_ bytes: [UInt8]?) -> [String] {
  String(decoding: bytes ?? [], as: UTF8.self)
    .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
}

/// Numbers from bytes, the lowest first.
private func unpacked(_ bytes: [UInt8]?) -> [UInt32] {
  guard let bytes else { return [] }
  let span = bytes.span
  var values: [UInt32] = []
  values.reserveCapacity(span.count / 4)
  var i = 0
  while i + 3 < span.count {
    values.append(
      UInt32(span[i]) | UInt32(span[i + 1]) << 8 | UInt32(span[i + 2]) << 16
        | UInt32(span[i + 3]) << 24)
    i += 4
  }
  return values
}
