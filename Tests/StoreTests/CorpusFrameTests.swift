import Model
import Store
import TestSupport
import Testing

@Suite struct CorpusFrameTests {
  private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

  /// Two documents of 2025, a copy of the first, an undated one, and one with two versions.
  private func box() throws -> TemporaryStore {
    let box = try TemporaryStore()
    let a = sample("a", text: "Ports ports.", published: "2025-02-01", captured: "2025-02-01")
    let b = sample("b", text: "Rain.", published: "2025-02-03", publisher: "Quay Post")
    let copy = sample("c", text: "Ports ports!", published: "2025-02-03", publisher: "Quay Post")
    let undated = sample("d", text: "Ports.")
    var later = sample("a", text: "Ports and rain.", captured: "2025-02-09", file: "late")
    later.metadata.title = Found("Amended", Evidence(.markup, "h1"))
    func ports(_ version: Version) -> (Version, [Mention]) {
      (version, [mention("ports", at: 0..<5), mention("ports", at: 6..<11)])
    }
    try box.run([
      ports(a), (b, []), ports(copy), ports(undated), (later, [mention("ports", at: 0..<5)]),
    ])
    try box.store.write { writer in
      try writer.setGroups([
        Group(
          hub: a.document,
          members: [
            .init(document: a.document, relation: .hub, score: 1_000_000),
            .init(document: copy.document, relation: .copy, score: 990_000),
          ])
      ])
      try writer.rebuildFrame()
    }
    return box
  }

  private func counts(_ subject: Subject, _ selection: Selection = Selection()) throws -> [DayCount]
  {
    let box = try box()
    return try box.store.frame().dayCounts(
      of: box.store.postings(of: subject), in: selection)
  }

  @Test func `a document counts once, on its first day, with its newest text, and copies do not`()
    throws
  {
    #expect(
      try counts(Subject(.theme, "ports")) == [
        DayCount(day: day("2025-02-01"), documents: 1, mentions: 1, total: 1, words: 3),
        DayCount(day: day("2025-02-03"), documents: 0, mentions: 0, total: 1, words: 1),
      ])
  }

  @Test func `any word of a text can be counted`() throws {
    #expect(try counts(Subject(.term, "rain")).map(\.mentions) == [1, 1])
    #expect(try counts(Subject(.term, "snow")).map(\.mentions) == [0, 0])
  }

  @Test func `the heaviest of several windows are those of each window alone`() throws {
    let box = try TemporaryStore()
    var random = SplitMix64(state: 7)
    let versions = (0..<40).map { index in
      sample(
        "\(index)", text: String(repeating: "ports ", count: Int(random.next() % 5) + 1),
        published: "2025-02-\(10 + random.next() % 18)")
    }
    try box.run(versions.map { ($0, []) })
    let frame = try box.store.frame()
    let postings = try box.store.postings(of: Subject(.term, "ports"))
    let windows = [
      try day("2025-02-01")...day("2025-02-28"), try day("2025-02-12")...day("2025-02-15"),
      try day("2025-02-14")...day("2025-02-14"), try day("2024-01-01")...day("2024-02-01"),
    ]
    let found = frame.heaviest(of: postings, in: Selection(), windows: windows, limit: 3)
    for (window, heaviest) in zip(windows, found) {
      var selection = Selection()
      selection.from = window.lowerBound
      selection.to = window.upperBound
      let all = frame.occurrences(of: postings, in: selection)
      #expect(heaviest == Array(all.sorted { $0.isHeavier(than: $1) }.prefix(3)))
    }
    #expect(found[0].count == 3 && found[3].isEmpty)
  }

  @Test func `copies count when they are asked for`() throws {
    var selection = Selection()
    selection.countsCopies = true
    #expect(try counts(Subject(.theme, "ports"), selection).map(\.documents) == [1, 1])
    #expect(try counts(Subject(.theme, "ports"), selection).map(\.total) == [1, 2])
  }

  @Test func `each version counts on the day it was met when that is asked for`() throws {
    var selection = Selection()
    selection.countsVersions = true
    let found = try counts(Subject(.theme, "ports"), selection)
    #expect(
      found.map(\.day) == [try day("2025-02-01"), try day("2025-02-03"), try day("2025-02-09")])
    #expect(found.map(\.mentions) == [2, 0, 1])
  }

  @Test func `publisher and range narrow counts and totals alike`() throws {
    var selection = Selection()
    selection.publisher = "Quay Post"
    #expect(try counts(Subject(.theme, "ports"), selection).map(\.total) == [1])
    selection.publisher = "Nobody"
    #expect(try counts(Subject(.theme, "ports"), selection).isEmpty)
    selection = Selection()
    selection.to = try day("2025-02-02")
    #expect(try counts(Subject(.theme, "ports"), selection).map(\.total) == [1])
  }

  @Test func `implausible dates are kept, counted and not shown`() throws {
    let box = try TemporaryStore()
    var versions = (1...30).map { sample("v\($0)", text: "Text \($0).", published: "2024-05-05") }
    versions.append(sample("old", text: "Old.", published: "1066-10-14"))
    versions.append(sample("far", text: "Far.", published: "2094-01-01"))
    try box.run(versions.map { ($0, []) })
    let frame = try box.store.frame()
    let shown = frame.shownRange(today: try day("2025-01-01"), in: Selection())
    #expect(shown.range == (try day("2024-05-05")...day("2024-05-05")))
    #expect(shown.before == 1 && shown.after == 1)
    #expect(frame.documentCounts == (32, 0))
  }

  @Test func `a corpus that is old is shown from its beginning`() throws {
    let box = try TemporaryStore()
    try box.run([
      (sample("a", text: "One.", published: "1789-04-30"), []),
      (sample("b", text: "Two.", published: "1989-04-30"), []),
    ])
    let shown = try box.store.frame().shownRange(today: nil, in: Selection())
    #expect(shown.range?.lowerBound == (try day("1789-04-30")))
    #expect(shown.before == 0)
  }

  @Test func `later versions are counted beside those already there`() throws {
    let box = try box()
    try box.run(
      [(sample("e", text: "Rain, rain.", published: "2025-03-01"), [])], date: "2025-03-02")
    let lists = try box.store.postings(of: Subject(.term, "rain"))
    #expect(lists.count == 2)
    let found = try box.store.frame().occurrences(of: lists, in: Selection())
    #expect(found.map(\.count) == [1, 1, 2])
  }

  @Test func `postings come back as they were packed`() {
    var list = PostingList()
    let entries = [(1, 1), (2, 300), (3, 1), (900, 2), (1_000_000, 70_000)]
    for (version, count) in entries { list.append(version: version, count: count) }
    var found: [(Int, Int)] = []
    list.forEach { found.append(($0, $1)) }
    #expect(found.elementsEqual(entries, by: ==))
    #expect(list.bytes.count < 16)
  }

  @Test func `subjects are listed by documents, then mentions`() throws {
    let box = try box()
    let found = try box.store.subjects(.theme, limit: 3)
    #expect(found.map(\.documents) == [2])
    #expect(found.map(\.mentions) == [3])
  }

  @Test func `a store without counts says what to do`() throws {
    let box = try TemporaryStore()
    let error = #expect(throws: StoreError.self) { try box.store.frame() }
    #expect(error?.description.contains("variorum nightly") == true)
  }
}
