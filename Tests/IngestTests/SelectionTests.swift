import Foundation
import Ingest
import Model
import Testing

struct SelectionTests {
  @Test(
    arguments: [
      ("*.html", "a/b.html", true), ("*.html", "a/b.htm", false), ("a/*.html", "a/b.html", true),
      ("a/*.html", "a/b/c.html", false), ("a/**.html", "a/b/c.html", true),
      ("**/c.html", "c.html", true), ("**/c.html", "a/b/c.html", true), ("?.txt", "a.txt", true),
      ("?.txt", "ab.txt", false), ("[a-c]*", "x/bell", true), ("[!a-c]*", "x/bell", false),
      ("a\\*", "a*", true), ("a\\*", "ab", false), ("draft*", "draft-1/x.html", false),
      ("*a*a*a*a*a*a*a*b", String(repeating: "a", count: 300), false),
    ] as [(String, String, Bool)])
  func `a pattern stands for paths as in a shell`(pattern: String, path: String, isMatch: Bool)
    throws
  {
    #expect(try #require(Glob(pattern)).matches(Array(path.utf8)) == isMatch)
  }

  @Test func `a bracket without its end is no pattern`() { #expect(Glob("a[bc") == nil) }

  @Test func `files are chosen by include and exclude, in the order of their bytes`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["b.html", "a/z.html", "a/y.txt", "drafts/x.html", "a.html", "B.html"] {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("<p>One.".utf8).write(to: file)
    }
    var selection = FileSelection()
    #expect(
      listFiles(root: folder.path).files.map(\.path)
        == ["B.html", "a.html", "a/y.txt", "a/z.html", "b.html", "drafts/x.html"])
    selection.include = [try #require(Glob("*.html"))]
    selection.exclude = [try #require(Glob("drafts")), try #require(Glob("B*"))]
    #expect(
      listFiles(root: folder.path, selection: selection).files.map(\.path)
        == ["a.html", "a/z.html", "b.html"])
  }

  @Test func `fields of foreign lines are found under the names that are given`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let line =
      #"{"doc":{"body":"The ferry is late.","head":"Late"},"when":"2025-08-27","who":["A B"],"html":"<p>x"}"#
    try Data((line + "\n").utf8).write(to: folder.appendingPathComponent("dump.jsonl"))
    var options = ReadingOptions()
    options.fields.text = ["doc.body"]
    options.fields.html = []
    options.fields.title = ["doc.head"]
    options.fields.date = ["when"]
    options.fields.author = ["who"]
    var reader = FileReader(
      try #require(listFiles(root: folder.path).files.first), options: options)
    guard case .document(let record)? = reader.next() else {
      Issue.record("no document")
      return
    }
    #expect(String(decoding: record.bytes, as: UTF8.self) == "The ferry is late.")
    #expect(record.given.title?.value == "Late")
    #expect(record.given.published?.value == Day(iso: "2025-08-27"))
    #expect(record.given.authors.map(\.value) == ["A B"])
  }
}
