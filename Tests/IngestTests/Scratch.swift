import Foundation
import Ingest
import Model

/// A folder for one test, removed at its end.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Writes a file.
  func write(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: folder.appendingPathComponent(name))
  }

  /// What is read from all files of the folder.
  func outcomes(_ options: ReadingOptions = ReadingOptions()) -> [ReaderOutcome] {
    var outcomes: [ReaderOutcome] = []
    for entry in listFiles(root: folder.path).files {
      var reader = FileReader(entry, options: options)
      while let outcome = reader.next() { outcomes.append(outcome) }
    }
    return outcomes
  }
}

extension [ReaderOutcome] {
  /// Each outcome in a word or two: the content of documents, the code of failures.
  var words: [String] {
    map {
      switch $0 {
      case .document(let record): String(decoding: record.bytes, as: UTF8.self)
      case .skipped(_, let reason): "skipped: \(reason)"
      case .seenAgain(_, let url, _): "seen again: \(url)"
      case .failure(let failure): "failure: \(failure.code)"
      }
    }
  }
}

/// A gzip member that holds `bytes`, at most 65,535 of them, without compressing them.
func gzipMember(_ bytes: [UInt8]) -> [UInt8] {
  func little(_ value: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
  }
  var crc: UInt32 = .max
  for byte in bytes {
    crc ^= UInt32(byte)
    for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
  }
  let size = UInt32(bytes.count)
  return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1] + little(size, 2) + little(~size, 2) + bytes
    + little(~crc, 4) + little(size, 4)
}
