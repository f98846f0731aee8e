import Foundation
import Model
import Pipeline
import TestSupport
import Testing

struct NightlyTests {
  /// A folder for one test, which is removed at its end.
  private func inFolder(_ body: (URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("variorum-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder)
  }

  private func page(_ title: String, _ body: String) -> String {
    """
    <!doctype html><html lang="en"><head><title>\(title)</title>
    <link rel="canonical" href="https://harbour.example/\(title.count)">
    <meta property="article:published_time" content="2025-03-01T00:00:00Z"></head>
    <body><article><h1>\(title)</h1><p>\(body)</p><p>The central bank kept its interest rate, and the
    monetary policy committee gave no sign that it would move before the summer is over.</p></article>
    </body></html>
    """
  }

  private func write(_ text: String, _ file: URL) throws {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  private func corpus(_ folder: URL) throws -> URL {
    let corpus = folder.appendingPathComponent("corpus")
    try write(
      page("One rate", "The harbour handled 340 ships in March, the council said."),
      corpus.appendingPathComponent("2025-03-01/one.html"))
    try write(
      page("One rate", "The harbour handled 430 ships in March, the council said."),
      corpus.appendingPathComponent("2025-03-09/one.html"))
    try write(
      "Two words\n\nBy Oda Marwick\n\nPublished on March 3, 2025\n\nThe council met on Monday and "
        + "talked for an hour about the ferry, without a vote.\n",
      corpus.appendingPathComponent("two.txt"))
    return corpus
  }

  private func night(_ corpus: URL, _ output: URL, jobs: Int = 2) async throws -> NightlyOutcome {
    var options = NightlyOptions(
      corpus: corpus.path, output: output.path,
      date: try #require(Day(iso: "2025-04-01")), jobs: jobs)
    options.isQuiet = true
    return try await runNightly(options)
  }

  /// All pages of a run by their paths.
  private func pages(_ output: URL) throws -> [String: Data] {
    let root = output.appendingPathComponent("latest").resolvingSymlinksInPath()
    var found: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
      let file = root.appendingPathComponent(name)
      if !file.hasDirectoryPath, let data = FileManager.default.contents(atPath: file.path) {
        found[name] = data
      }
    }
    return found
  }

  @Test func `a changed page is a new version and its comparison names the number`() async throws {
    try await inFolder { folder in
      let outcome = try await night(try corpus(folder), folder.appendingPathComponent("out"))
      #expect(outcome.run.newDocuments == 2)
      #expect(outcome.run.newVersions == 3)
      let pages = try pages(folder.appendingPathComponent("out"))
      let comparison = try #require(
        pages.first { $0.key.hasPrefix("comparisons/") && $0.key.hasSuffix("json") })
      let text = String(decoding: comparison.value, as: UTF8.self)
      #expect(text.contains("\"340\"") && text.contains("\"430\""))
    }
  }

  @Test func `a second run finds nothing new and leaves every page as it is`() async throws {
    try await inFolder { folder in
      let corpus = try corpus(folder)
      let output = folder.appendingPathComponent("out")
      _ = try await night(corpus, output)
      let before = try pages(output)
      let second = try await night(corpus, output)
      #expect(!second.foundNew)
      #expect(try pages(output) == before)
    }
  }

  @Test func `one worker and many write the same bytes`() async throws {
    try await inFolder { folder in
      let corpus = try corpus(folder)
      let (one, four) = (
        folder.appendingPathComponent("one"), folder.appendingPathComponent("four")
      )
      _ = try await night(corpus, one, jobs: 1)
      _ = try await night(corpus, four, jobs: 4)
      #expect(try pages(one) == pages(four))
    }
  }

  @Test func `with a background of earlier nights, too, one worker and many write the same bytes`()
    async throws
  {
    try await inFolder { folder in
      let corpus = try corpus(folder)
      let (one, four) = (
        folder.appendingPathComponent("one"), folder.appendingPathComponent("four")
      )
      _ = try await night(corpus, one, jobs: 1)
      _ = try await night(corpus, four, jobs: 4)
      for (name, word) in [("three", "ferry"), ("four", "council"), ("five", "harbour")] {
        try write(
          "Title \(name)\n\nPublished on March 5, 2025\n\nThe \(word) was full on Monday, and the "
            + "\(word) of the old town was full on Sunday, too.\n",
          corpus.appendingPathComponent("\(name).txt"))
      }
      #expect(try await night(corpus, one, jobs: 1).run.newDocuments == 3)
      #expect(try await night(corpus, four, jobs: 4).run.newDocuments == 3)
      #expect(try pages(one) == pages(four))
      let before = try pages(one)
      #expect(try await !night(corpus, one, jobs: 3).foundNew)
      #expect(try pages(one) == before)
    }
  }

  @Test func `what cannot be read is listed and the rest is processed`() async throws {
    try await inFolder { folder in
      let corpus = try corpus(folder)
      try write("", corpus.appendingPathComponent("empty.html"))
      try Data([0x25, 0x50, 0x44, 0x46, 0x2D, 0x31, 0x2E, 0x37, 0, 1, 2, 3]).write(
        to: corpus.appendingPathComponent("paper.html"))
      let outcome = try await night(corpus, folder.appendingPathComponent("out"))
      #expect(outcome.run.newDocuments == 2)
      #expect(outcome.run.failures.map(\.origin.file) == ["empty.html", "paper.html"])
    }
  }

  @Test func `every kind of page is written and the pages of a publisher and the run are linked`()
    async throws
  {
    try await inFolder { folder in
      let output = folder.appendingPathComponent("out")
      _ = try await night(try corpus(folder), output)
      let all = try pages(output)
      for path in [
        "index.html", "quality.html", "quality.json", "themes/index.html", "names/index.html",
        "publishers/index.html", "documents/index.html", "documents/titles.html",
        "comparisons/index.html",
      ] {
        let text = try #require(all[path].map { String(decoding: $0, as: UTF8.self) }, "\(path)")
        guard path.hasSuffix("html") else { continue }
        let root = path.contains("/") ? "../" : ""
        #expect(text.contains("href=\"\(root)quality.html\""), "\(path)")
        #expect(text.contains("href=\"\(root)names/index.html\""), "\(path)")
      }
    }
  }

  @Test func `script in titles, publishers and themes stands on the pages as text`() async throws {
    try await inFolder { folder in
      let script = "<script>alert(1)</script>"
      let corpus = folder.appendingPathComponent("corpus")
      for id in 1...2 {
        try write(
          #"{"id": "\#(id)", "url": "https://a.example/\#(id)", "title": "\#(script) \#(id)", "#
            + #""publisher": "\#(script)", "authors": ["\#(script)"], "published": "2025-03-01", "#
            + #""text": "The queen bee left the hive \#(id) times, and no one saw it go."}"# + "\n",
          corpus.appendingPathComponent("\(id).jsonl"))
      }
      let taxonomy = folder.appendingPathComponent("t.yaml")
      try write(
        "version: 1\nthemes:\n  - id: bees\n    name: \"\(script)\"\n    description: Bees.\n"
          + "    phrases: [queen bee, hive]\n", taxonomy)
      let output = folder.appendingPathComponent("out")
      var options = NightlyOptions(
        corpus: corpus.path, output: output.path, date: try #require(Day(iso: "2025-04-01")),
        jobs: 2)
      options.isQuiet = true
      options.taxonomy = taxonomy.path
      _ = try await runNightly(options)
      let all = try pages(output).filter { $0.key.hasSuffix(".html") }
      let texts = all.mapValues { String(decoding: $0, as: UTF8.self) }
      #expect(texts.values.allSatisfy { !$0.contains("<script") })
      for path in [
        "index.html", "themes/bees.html", "publishers/index.html", "documents/index.html",
      ] {
        #expect(texts[path]?.contains("&lt;script&gt;alert(1)") == true, "\(path)")
      }
    }
  }

  @Test func `a zero byte in a text is a blank and loses nothing that follows`() async throws {
    try await inFolder { folder in
      let corpus = folder.appendingPathComponent("corpus")
      let text =
        "The council met on Monday.\u{0} It talked about the ferry for an hour, without a vote."
      for day in ["2025-03-01", "2025-03-02"] {
        let line =
          #"{"url": "https://a.example/1", "title": "One", "fetched": "\#(day)", "text": ""#
          + text.replacing("\u{0}", with: "\\u0000")
          + #" It was \#(day)."}"#
        try write(line + "\n", corpus.appendingPathComponent("\(day).jsonl"))
      }
      let output = folder.appendingPathComponent("out")
      let outcome = try await night(corpus, output)
      #expect(outcome.run.newVersions == 2)
      let all = try pages(output)
      let document = try #require(
        all.keys.first {
          $0.hasPrefix("documents/") && $0 != "documents/index.html"
            && $0 != "documents/titles.html" && $0.hasSuffix(".html")
        })
      let page = String(decoding: try #require(all[document]), as: UTF8.self)
      #expect(page.contains("without a vote."))
    }
  }

  @Test func `a missing corpus is an error that names it`() async throws {
    try await inFolder { folder in
      let error = await #expect(throws: PipelineError.self) {
        try await night(
          folder.appendingPathComponent("nowhere"), folder.appendingPathComponent("out"))
      }
      #expect(error?.exitCode == .unreadable)
      #expect(error?.description.contains("nowhere") == true)
    }
  }
}
