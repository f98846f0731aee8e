import Foundation
import Model
import Store
import Testing

@Suite struct CorpusStoreTests {
  @Test func `a version comes back as it was added`() throws {
    let box = try TemporaryStore()
    let version = sample(
      "a", text: "Ports are busy.", published: "2025-02-03", captured: "2025-02-04")
    try box.run([(version, [])])
    #expect(try box.store.versions(of: version.document) == [version])
  }

  @Test func `a text in several languages comes back with their shares`() throws {
    let box = try TemporaryStore()
    var version = sample("a", text: "Ports are busy.")
    version.metadata.languages = [
      Found("en", Evidence(.derived, "60 % of the text")),
      Found("fr", Evidence(.derived, "40 % of the text")),
    ]
    try box.run([(version, [])])
    #expect(try box.store.versions(of: version.document) == [version])
  }

  @Test func `words are found by their forms without accents, in a store made before too`() throws {
    let box = try TemporaryStore()
    func plain(_ word: String) -> String? { ["özil": "ozil", "fête": "fete"][word] }
    try box.run([(sample("a", text: "Özil, the fête."), [])])
    #expect(try box.store.words(withPlainForm: "ozil").isEmpty)
    try box.store.notePlainForms(by: plain)
    #expect(try box.store.words(withPlainForm: "ozil") == ["özil"])
    #expect(try box.store.words(withPlainForm: "fete") == ["fête"])
    #expect(try box.store.words(withPlainForm: "").isEmpty)
    try box.store.notePlainForms { _ in "again" }
    #expect(try box.store.words(withPlainForm: "again").isEmpty)
    try box.run(
      [(sample("b", text: "A café."), [])],
      segment: { texts in
        var segment = wordSegment(texts)
        segment.plainForms = [("cafe", "café"), ("ozil", "özil")]
        return segment
      })
    #expect(try box.store.words(withPlainForm: "cafe") == ["café"])
    #expect(try box.store.words(withPlainForm: "ozil") == ["özil"])
  }

  @Test func `mentions come back with their values`() throws {
    let box = try TemporaryStore()
    let version = sample("a", text: "Ports spent 1.5 billion.")
    let values: [Value] = [
      .money(Decimal(coefficient: 15, exponent: 8), currency: "USD"),
      .number(Decimal(coefficient: 7), unit: "km"),
      .percent(Decimal(coefficient: 25, exponent: -1)),
      .date(DateValue(first: Day(iso: "2025-01-01"), last: nil, precision: .year)),
    ]
    let mentions = values.enumerated().map {
      mention("ports", at: $0.offset..<5, value: $0.element)
    }
    try box.run([(version, mentions)])
    #expect(try box.store.mentions(in: version.id) == mentions)
  }

  @Test func `another text at a known address is a new version`() throws {
    let box = try TemporaryStore()
    let first = sample("a", text: "One.", captured: "2025-02-01", file: "1.html")
    let second = sample("a", text: "Two.", captured: "2025-02-02", file: "2.html")
    #expect(try box.run([(first, []), (second, [])]) == [.newDocument, .newVersion])
    #expect(try box.store.document(first.document)?.versions == [first.id, second.id])
  }

  @Test func `versions are in order of capture whatever the order of arrival`() throws {
    let box = try TemporaryStore()
    let late = sample("a", text: "Two.", captured: "2025-02-02", file: "2.html")
    let early = sample("a", text: "One.", captured: "2025-02-01", file: "1.html")
    let unknown = sample("a", text: "Three.", file: "3.html")
    try box.run([(unknown, []), (late, []), (early, [])])
    #expect(try box.store.document(late.document)?.versions == [early.id, late.id, unknown.id])
  }

  @Test func `a known text at another place is a sighting and the same record is nothing`() throws {
    let box = try TemporaryStore()
    let first = sample("a", text: "One.", file: "1.html")
    var again = first
    again.origin = Origin(file: "2.html", offset: 0)
    #expect(
      try box.run([(first, []), (again, []), (again, []), (first, [])])
        == [.newDocument, .seenAgain, .unchanged, .unchanged])
    #expect(try box.store.sightings(of: first.document).map(\.origin.file) == ["2.html"])
  }

  @Test func `a document takes its date from the first version and its names from the newest`()
    throws
  {
    let box = try TemporaryStore()
    let first = sample("a", text: "One.", published: "2025-02-01", captured: "2025-02-01")
    var second = sample(
      "a", text: "Two.", published: "2025-02-09", captured: "2025-02-09", file: "2")
    second.metadata.title = Found("Amended", Evidence(.markup, "h1"))
    try box.run([(first, []), (second, [])])
    let document = try #require(try box.store.document(first.document))
    #expect(document.title == "Amended")
    #expect(document.published == Day(iso: "2025-02-01"))
    #expect(document.authors == ["Ada Penn", "Bo Lund"])
  }

  @Test func `a run that did not end is taken up by the next`() throws {
    let box = try TemporaryStore()
    let day = try #require(Day(iso: "2025-03-01"))
    let first = try box.store.write { try $0.begin(date: day, corpus: "Corpus") }
    #expect(try box.store.hasOpenRun())
    #expect(try box.store.write { try $0.begin(date: day, corpus: "Corpus") } == first)
    try box.store.write { try $0.complete(first) }
    #expect(try box.store.newestCompleteRun() == first)
    #expect(try box.store.write { try $0.begin(date: day, corpus: "Corpus") } != first)
  }

  @Test func `failures are listed until their file is read well or is gone`() throws {
    let box = try TemporaryStore()
    let day = try #require(Day(iso: "2025-03-01"))
    let failure = Failure(origin: Origin(file: "x.html"), code: "empty", message: "x.html: empty")
    let state = FileState(path: "x.html", size: 0, stamp: 1, inputs: 1, skipped: 0)
    try box.store.write { writer in
      let run = try writer.begin(date: day, corpus: "Corpus")
      try writer.finish(state, failures: [failure], run: run)
      try writer.complete(run)
    }
    #expect(try box.store.failures() == [failure])
    #expect(try box.store.fileStates() == ["x.html": state])
    try box.store.write { writer in
      let run = try writer.begin(date: day, corpus: "Corpus")
      try writer.forgetFiles(notMetBy: run)
    }
    #expect(try box.store.failures().isEmpty)
  }

  @Test func `search finds words and phrases and takes any query as text`() throws {
    let box = try TemporaryStore()
    try box.run([
      (sample("a", text: "The ports of the north are busy."), []),
      (sample("b", text: "Busy roads, quiet ports."), []),
    ])
    #expect(try box.store.search("busy port").map(\.document.address).sorted() == ["a", "b"])
    #expect(try box.store.search("\"quiet ports\"").map(\.document.address) == ["b"])
    #expect(try box.store.search("NEAR( \" * ) ports ^ AND").map(\.document.address).sorted() == [])
    #expect(try box.store.search(" -\"\" ").isEmpty)
  }

  @Test func `places show the passage around a mention`() throws {
    let box = try TemporaryStore()
    let version = sample("a", text: "Née: ports are busy.", published: "2025-02-01")
    try box.run([(version, [mention("ports", at: 6..<11)])])
    let place = try #require(try box.store.places(of: Subject(.theme, "ports"), limit: 5).first)
    #expect(place.passage == version.text)
    #expect(String(decoding: Array(place.passage.utf8)[place.utf8], as: UTF8.self) == "ports")
  }

  @Test func `a missing store says what to do`() throws {
    #expect(throws: StoreError.self) { try CorpusStore(path: "/nowhere/s.sqlite", creating: false) }
  }

  @Test func `a file that is no store says so`() throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("not-a-store-\(UUID().uuidString)").path
    try String(repeating: "no store at all. ", count: 400).write(
      toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let error = #expect(throws: StoreError.self) { try CorpusStore(path: path, creating: false) }
    #expect(error?.code == .damaged)
  }
}
