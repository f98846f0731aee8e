import Foundation
import JSONLines
import TestSupport
import Testing

@Suite struct SchemaTests {
  private func schema(_ name: String) throws -> JSONValue {
    try parseJSON(
      String(
        contentsOf: repositoryRoot().appendingPathComponent("docs/schemas/\(name).schema.json"),
        encoding: .utf8))
  }

  private let page =
    "A harbour fee that pays for itself. By Ana Ruiz, 3 March 2025. The port of Vigo took €1.5bn and 12 % of all ships in 2024. Mr Ruiz may resign."

  @Test func `a record has the shape of its published schema`() throws {
    let line = "{\"id\":\"1\",\"text\":\"\(page)\",\"published\":\"2025-03-03\"}\n"
    let finished = try run(["worker", "--stage", "record"], input: line)
    var check = SchemaCheck(try schema("record"))
    check.check(try parseJSON(finished.output))
    #expect(check.complaints == [])
  }

  @Test func `a comparison has the shape of its published schema`() throws {
    let other = page.replacingOccurrences(of: "1.5bn", with: "2.5bn")
    let line = "{\"id\":\"1\",\"a\":\"\(page)\",\"b\":\"\(other)\"}\n"
    let finished = try run(["worker", "--stage", "compare"], input: line)
    var check = SchemaCheck(try schema("comparison"))
    check.check(try parseJSON(finished.output))
    #expect(check.complaints == [])
  }

  /// The lines that a command prints about the corpus of the repository.
  private func lines(_ arguments: [String]) throws -> [JSONValue] {
    let folder = try Corpus.folder.get()
    let finished = try run(arguments + ["--store", folder + "/variorum.sqlite"])
    #expect(finished.code == 0, "\(finished.complaint)")
    return try finished.output.split(separator: "\n").map { try parseJSON(String($0)) }
  }

  private func check(_ values: [JSONValue]) throws {
    for value in values {
      let name = try #require(value["schema"]?.stringValue?.split(separator: "/").first)
      var check = SchemaCheck(try schema(String(name.dropFirst("variorum.".count))))
      check.check(value)
      #expect(check.complaints == [])
    }
  }

  @Test func `an entity is found by any of its names and has one identifier`() throws {
    let found = try lines(["entities", "u.s.", "--json"])
    try check(found)
    #expect(found.first?["entity"]?["name"]?.stringValue == "United States")
    #expect(found.first?["id"]?.stringValue == "place:united-states")
  }

  @Test func `timelines, differences and evidence have the shape of their schemas`() throws {
    let found = try lines([
      "timeline", "--term", "minister", "--json", "--by", "publisher", "--most", "2",
      "--evidence", "2",
    ])
    try check(found)
    let schemas = Set(found.compactMap { $0["schema"]?.stringValue })
    #expect(
      schemas == ["variorum.series/1", "variorum.difference/1", "variorum.evidence/1"])
  }

  @Test(arguments: [["--history"], ["--base", "2"], ["--base", "none"]])
  func `a collation has the shape of its published schema`(mode: [String]) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let texts = ["1.5bn", "2.5bn", "2.6bn"].map { page.replacingOccurrences(of: "1.5bn", with: $0) }
    let files = try texts.enumerated().map { k, text in
      let file = folder.appendingPathComponent("\(k).txt")
      try Data(text.utf8).write(to: file)
      return file.path
    }
    let finished = try run(["compare", "--format", "json"] + mode + files)
    #expect(finished.code == 0, "\(finished.complaint)")
    var check = SchemaCheck(try schema("collation"))
    check.check(try parseJSON(finished.output))
    #expect(check.complaints == [])
  }

  @Test(
    arguments: [
      ["keyness", "2025"], ["entities"], ["entities", "Scotland"], ["together", "monetary-policy"],
      ["themes", "counts"],
    ])
  func `lists of words and subjects have the shape of their schemas`(command: [String]) throws {
    let found = try lines(command + ["--json"])
    #expect(found.count == 1)
    try check(found)
  }

  /// The values of all JSON files below a folder of a finished run.
  private func pages(_ path: String) throws -> [JSONValue] {
    let folder = URL(fileURLWithPath: try Corpus.folder.get()).appendingPathComponent(path)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".json") }
      .map { name in
        try parseJSON(
          String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8))
      }
  }

  @Test(
    arguments: [
      ("", ["status"]), ("latest", ["digest", "quality"]), ("latest/themes", ["theme"]),
      ("latest/names", ["theme"]), ("latest/publishers", ["publisher"]),
      ("latest/documents", ["document"]), ("latest/comparisons", ["comparison"]),
    ])
  func `what a run writes beside its pages has the shape of its schemas`(
    folder: String, schemas: [String]
  ) throws {
    let found = try pages(folder)
    let names = Set(found.compactMap { $0["schema"]?.stringValue })
    #expect(names == Set(schemas.map { "variorum.\($0)/1" }))
    try check(found)
    // The series of a theme and the record of a document have schemas of their own.
    try check(found.compactMap { $0["series"] })
    try check(found.compactMap { $0["newest"] })
  }

  @Test func `the check tells a value of another shape`() throws {
    var check = SchemaCheck(try schema("series"))
    check.check(
      ["schema": "variorum.series/1", "kind": "colour", "points": [["documents": -1]]])
    #expect(check.complaints.contains("$.kind: string(\"colour\") is not allowed"))
    #expect(check.complaints.contains("$.points[0].documents: low"))
    #expect(check.complaints.contains("$.name: is missing"))
  }
}
