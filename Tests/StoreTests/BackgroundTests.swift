import Model
import Store
import TestSupport
import Testing

@Suite struct BackgroundTests {
  private func words(_ store: CorpusStore) throws -> (documents: Int, words: [String: Int]) {
    var words: [String: Int] = [:]
    let documents = try store.forEachSettledWord { words[$0] = $1 }
    return (documents, words)
  }

  @Test func `a new store has no background`() throws {
    let found = try words(TemporaryStore().store)
    #expect(found.documents == 0)
    #expect(found.words == [:])
  }

  @Test func `a document counts once for a word, however many versions and runs it has`() throws {
    let box = try TemporaryStore()
    try box.run([
      (sample("a", text: "Ports ports rain", captured: "2025-02-01"), []),
      (sample("b", text: "Rain"), []),
    ])
    #expect(try words(box.store).documents == 2)
    #expect(try words(box.store).words == ["ports": 1, "rain": 2])
    try box.run([
      (sample("a", text: "Ports and snow", captured: "2025-02-09", file: "late"), []),
      (sample("c", text: "Snow"), []),
    ])
    #expect(try words(box.store).documents == 3)
    #expect(try words(box.store).words == ["ports": 1, "rain": 2, "snow": 2, "and": 1])
  }

  @Test func `what a run has stored so far is no background until it is complete`() throws {
    let box = try TemporaryStore()
    try box.run([(sample("a", text: "Ports"), [])])
    try box.store.write { writer in
      let run = try writer.begin(date: #require(Day(iso: "2025-03-02")), corpus: "Corpus")
      _ = try writer.add(sample("b", text: "Ports"), mentions: [], words: 1, run: run)
    }
    try box.store.countNewVersions(by: wordSegment)
    #expect(try words(box.store).documents == 1)
    #expect(try words(box.store).words == ["ports": 1])
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `counts in steps are those of one count over all`(seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    let vocabulary = ["port", "rain", "snow", "ferry", "tide"]
    let box = try TemporaryStore()
    var expected: [String: Set<String>] = [:]
    for night in 0..<3 {
      var versions: [(Version, [Mention])] = []
      for k in 0..<Int.random(in: 1...4, using: &random) {
        let address = ["x", "y", "z", "w"].randomElement(using: &random) ?? "x"
        let words = (0..<3).map { _ in vocabulary.randomElement(using: &random) ?? "" }
        for word in words { expected[word, default: []].insert(address) }
        versions.append(
          (sample(address, text: words.joined(separator: " "), file: "\(night)-\(k)"), []))
      }
      try box.run(versions)
    }
    #expect(try words(box.store).words == expected.mapValues(\.count))
  }
}
