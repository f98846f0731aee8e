import Foundation
import JSONLines
import TestSupport
import Testing

@Suite struct IngestCommandTests {
  private let page = """
    <!doctype html><html lang="en"><head><title>The Quiet Tariff | Harbour Ledger</title>
    <meta charset="utf-8"><meta property="og:site_name" content="Harbour Ledger"></head>
    <body><nav><a href="/a">Home and opinion pages</a></nav><article><h1>The Quiet Tariff</h1>
    <p>The duty on steel was raised in March, and hardly anybody outside the ports has noticed it since.</p>
    <p>What the ministry calls a technical change costs a shipyard two million crowns a year, and the
    yards have begun to say so in public.</p></article></body></html>
    """

  /// A folder with the files that are named, removed at its end.
  private func inFolder(_ files: [String: String], _ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "variorum-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    try body(folder)
  }

  @Test func `explain accounts for encoding, extractors, what was dropped and each field`() throws {
    try inFolder(["page.html": page]) { folder in
      let shown = try run(["ingest", "--explain", "page.html"], in: folder)
      #expect(shown.code == 0, "\(shown.complaint)")
      for part in [
        "UTF-8", "article, read as html", "← taken", "frame of the site, or hidden",
        "“Home and opinion pages”", "title: The Quiet Tariff  (markup, h1, 95 %)",
        "publisher: Harbour Ledger", "Undated",
      ] {
        #expect(shown.output.contains(part), "\(part) is missing in\n\(shown.output)")
      }
      let told = try run(["ingest", "--explain", "--json", "page.html"], in: folder)
      let schema = try parseJSON(
        String(
          contentsOf: repositoryRoot().appendingPathComponent(
            "docs/schemas/explanation.schema.json"), encoding: .utf8))
      var check = SchemaCheck(schema)
      check.check(try parseJSON(told.output))
      #expect(check.complaints == [])
    }
  }

  @Test func `explain says what is no document, and goes on`() throws {
    try inFolder(["a.html": "", "b.html": page]) { folder in
      let shown = try run(["ingest", "--explain", "."], in: folder)
      #expect(shown.code == 3)
      #expect(shown.output.contains("a.html: a.html: the file is empty."))
      #expect(shown.output.contains("title: The Quiet Tariff"))
    }
  }

  @Test func `what is ingested is found, and the next night reports it`() throws {
    try inFolder(["page.html": page]) { folder in
      let added = try run(["ingest", "page.html", "--output", "out", "--quiet"], in: folder)
      #expect(added.code == 0, "\(added.complaint)")
      let found = try run(["search", "shipyard", "--store", "out/variorum.sqlite"], in: folder)
      #expect(found.output.contains("The Quiet Tariff"))
      let again = try run(["ingest", "page.html", "--output", "out", "--json"], in: folder)
      #expect(try parseJSON(again.output)["newVersions"]?.intValue == 0)
      let night = try run(
        ["nightly", "page.html", "--output", "out", "--date", "2025-09-01"], in: folder)
      #expect(night.code == 0, "\(night.complaint)")
      #expect(night.output.hasPrefix("1 new documents"))
    }
  }

  @Test func `a dry run lists records as a table or as lines, and stores nothing`() throws {
    try inFolder(["page.html": page, "none.html": ""]) { folder in
      let table = try run(["ingest", "--dry-run", "."], in: folder)
      #expect(
        table.output
          == "dead-letter ./none.html: none.html: the file is empty.\ndoc         ./page.html\n")
      let lines = try run(["ingest", "--dry-run", "--json", "page.html"], in: folder)
      #expect(try parseJSON(lines.output)["outcome"]?.stringValue == "doc")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
    }
  }

  @Test func `foreign lines are mapped, and only files that are asked for are read`() throws {
    let line =
      "{\"body_of_it\":\"\(String(repeating: "The ferry is late again. ", count: 9))\","
      + "\"headline_of_it\":\"Late\",\"when\":\"2025-08-27\"}\n"
    try inFolder(["dump.jsonl": line, "page.html": page, "draft.html": page]) { folder in
      let flags = [
        "--text-field", "body_of_it", "--title-field", "headline_of_it", "--date-field", "when",
      ]
      let night = try run(
        ["nightly", ".", "--output", "out", "--include", "*.jsonl", "--date", "2025-09-01"] + flags,
        in: folder)
      #expect(night.code == 0, "\(night.complaint)")
      #expect(night.output.contains("The store holds 1 documents, 1 of them dated."))
      let found = try run(["search", "ferry", "--store", "out/variorum.sqlite"], in: folder)
      #expect(found.output.contains("Late"))
      let rest = try run(
        ["ingest", "--dry-run", ".", "--exclude", "draft*", "--exclude", "out"], in: folder)
      #expect(rest.output.split(separator: "\n").map { $0.prefix(3) } == ["dea", "doc"])
      #expect(try run(["ingest", "--include", "[", "."], in: folder).code == 2)
    }
  }

  @Test func `names with line breaks and quotation marks are escaped in every output`() throws {
    let name = "a\n\"b\"'c'.html"
    try inFolder([name: "", "page.html": page]) { folder in
      let night = try run(
        ["nightly", ".", "--output", "out", "--date", "2025-09-01", "--quiet"], in: folder)
      #expect(night.code == 3)
      let escaped = "a%0A%22b%22%27c%27.html"
      let status = try String(
        contentsOf: folder.appendingPathComponent("out/status.json"), encoding: .utf8)
      #expect(status.contains(escaped))
      let digest = try String(
        contentsOf: folder.appendingPathComponent("out/latest/index.html"), encoding: .utf8)
      #expect(digest.contains(escaped) && !digest.contains("\"b\"'c'"))
      let lines = try run(["ingest", "--dry-run", "--json", ".", "--include", "a*"], in: folder)
      #expect(lines.output.contains(escaped))
    }
  }
}
