import Foundation
import Model
import Store
import Testing

@Suite struct FingerprintTests {
  private func prints(_ store: CorpusStore) throws -> [[UInt8]] {
    var all: [[UInt8]] = []
    try store.forEachNewestFingerprint { _, _, bytes in all.append(bytes) }
    return all
  }

  @Test
  func
    `texts without a fingerprint, or with one of another method, are listed until they have one`()
    throws
  {
    let box = try TemporaryStore()
    try box.run([
      (sample("a", text: "One."), []), (sample("b", text: "Two."), []),
      (sample("c", text: "Three."), []),
    ])
    func missing(method: Int, after: Int64 = 0, limit: Int = 10) throws -> [String] {
      try box.store.textsWithoutFingerprint(method: method, after: after, limit: limit).map(\.text)
    }
    #expect(try missing(method: 1) == ["One.", "Two.", "Three."])
    #expect(try missing(method: 1, limit: 2) == ["One.", "Two."])
    let first = try #require(
      box.store.textsWithoutFingerprint(method: 1, after: 0, limit: 1).first)
    try box.store.write {
      try $0.set(StoredFingerprint(method: 1, bytes: [7, 0, 9]), of: first.version)
    }
    #expect(try missing(method: 1) == ["Two.", "Three."])
    #expect(try missing(method: 1, after: first.version + 1) == ["Three."])
    #expect(try missing(method: 2).count == 3)
    #expect(try prints(box.store) == [[7, 0, 9]])
  }

  @Test func `the fingerprint is that of the newest text of a document`() throws {
    let box = try TemporaryStore()
    let old = sample("a", text: "One.", captured: "2025-02-01", file: "1.html")
    let new = sample("a", text: "Two.", captured: "2025-02-02", file: "2.html")
    let run = try box.store.write { try $0.begin(date: Day(iso: "2025-03-01")!, corpus: "c") }
    try box.store.write { writer in
      for (version, byte) in [(new, UInt8(2)), (old, 1)] {
        _ = try writer.add(
          version, mentions: [], words: 1,
          fingerprint: StoredFingerprint(method: 1, bytes: [byte]), run: run)
      }
    }
    #expect(try prints(box.store) == [[2]])
  }
}
