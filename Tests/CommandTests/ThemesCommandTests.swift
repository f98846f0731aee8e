import Foundation
import JSONLines
import TestSupport
import Testing

@Suite(.serialized) struct ThemesCommandTests {
  private let labelled = [
    ("The harbour and the ferry wait for the tide.", "sea"),
    ("A judge reads the verdict to the jury.", "court"),
    ("Sailors drop anchor in the harbour.", "sea"),
    ("The witness told the jury of the trial.", "court"),
    ("The ferry left on the evening tide.", "sea"),
    ("The appeal was heard by one judge.", "court"),
  ].enumerated().map { number, row in
    "{\"id\":\"\(number)\",\"text\":\"\(row.0)\",\"labels\":[\"\(row.1)\"]}"
  }.joined(separator: "\n")

  private func withFolder<Value>(_ body: (URL) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "variorum-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  @Test func `a model that was learned tags in a worker and in a nightly run`() throws {
    try withFolder { folder in
      let path = folder.appendingPathComponent("my.model").path
      let learned = try run(["themes", "learn", "--jsonl", "--output", path], input: labelled)
      #expect(learned.code == 0, "\(learned.complaint)")
      #expect(learned.output.hasPrefix("6 texts, 2 labels, "))
      let listed = try run(["themes", "list", "--model", path])
      #expect(listed.output.hasPrefix("court\nsea\n2 labels, learned from 6 texts (data "))
      #expect(try run(["themes", "list", "--model", path, "--language", "de"]).code == 2)
      let line = "{\"id\":\"x\",\"text\":\"The ferry is in the harbour.\"}\n"
      let tagged = try run(["worker", "--stage", "themes", "--model", path], input: line)
      #expect(tagged.output.contains("\"theme\":\"sea\""), "\(tagged.output)")
      let again = try run(["worker", "--stage", "record", "--model", path], input: line)
      #expect(again.output.contains("sea"), "\(again.output)\(again.complaint)")
      let night = try run([
        "nightly", "Corpus/notes", "--output", folder.appendingPathComponent("out").path,
        "--model", path, "--quiet", "--date", "2025-08-27",
      ])
      #expect(night.code == 0, "\(night.complaint)")
    }
  }

  @Test func `keywords of a worker are single words, without some and explained, as asked`() throws
  {
    try withFolder { folder in
      let list = folder.appendingPathComponent("never.txt")
      try Data("the solar panels\nsolar panels\n".utf8).write(to: list)
      let line = "{\"id\":\"x\",\"text\":\"Solar panels feed the old grid of the town.\"}\n"
      let plain = try run(["worker", "--stage", "keywords"], input: line)
      #expect(plain.output.contains("\"term\":\"Solar panels\""), "\(plain.output)")
      #expect(!plain.output.contains("\"parts\""))
      let single = try run(
        ["worker", "--stage", "keywords", "--max-words", "1", "--explain"], input: line)
      #expect(single.output.contains("\"term\":\"grid\""), "\(single.output)")
      #expect(!single.output.contains("Solar panels"))
      #expect(single.output.contains("\"context\":1"))
      let fewer = try run(
        ["worker", "--stage", "keywords", "--discard", list.path], input: line)
      #expect(fewer.output.contains("grid"), "\(fewer.output)")
      #expect(!fewer.output.contains("\"Solar panels\""))
      let missing = try run(["worker", "--stage", "keywords", "--discard", list.path + "x"])
      #expect(missing.code == 4)
      #expect(missing.complaint.contains("never.txtx: cannot be read as a list. Check its name."))
      let wrong = try run(["worker", "--stage", "keywords", "--max-words", "21"])
      #expect(wrong.code == 2)
      #expect(wrong.complaint.contains("--max-words 21 is not between 1 and 20"))
    }
  }

  @Test func `a model file that is cut off is refused with its reason`() throws {
    try withFolder { folder in
      let path = folder.appendingPathComponent("my.model")
      _ = try run(["themes", "learn", "--jsonl", "--output", path.path], input: labelled)
      try Data(contentsOf: path).prefix(300).write(to: path)
      let worker = try run(["worker", "--stage", "themes", "--model", path.path])
      #expect(worker.code == 4)
      #expect(worker.complaint.contains("is cut off: 300 bytes of "), "\(worker.complaint)")
    }
  }

  @Test func `lines without labels are counted, and nothing to learn is an error`() throws {
    try withFolder { folder in
      let path = folder.appendingPathComponent("my.model").path
      let some = try run(
        ["themes", "learn", "--jsonl", "--output", path],
        input: labelled + "\nno json\n{\"id\":\"9\",\"text\":\"x\"}\n")
      #expect(some.code == 3)
      #expect(
        some.complaint
          == "variorum: 2 lines could not be used; the first: the line is not a JSON object\n")
      let none = try run(["themes", "learn", "--jsonl", "--output", path + "2"], input: "")
      #expect(none.code == 4)
      #expect(!FileManager.default.fileExists(atPath: path + "2"))
    }
  }

  @Test func `discovered themes keep their ids with a state and are the same every time`() throws {
    try withFolder { folder in
      let state = folder.appendingPathComponent("found.json").path
      let command = ["themes", "discover", "--jsonl", "--topics", "2", "--state", state]
      let first = try run(command, input: labelled)
      #expect(first.code == 0, "\(first.complaint)")
      #expect(first.output.hasPrefix("{\"topics\":[["))
      #expect(first.output.contains("\"id\":\"t1\""))
      let second = try run(command, input: labelled)
      #expect(second.output == first.output)
      try Data("{}".utf8).write(to: URL(fileURLWithPath: state))
      let refused = try run(command, input: labelled)
      #expect(refused.code == 4)
      #expect(refused.complaint.contains("is no state of discovered themes of this version"))
    }
  }

  @Test func `a taxonomy is checked, also against the documents of a store`() throws {
    try withFolder { folder in
      let path = folder.appendingPathComponent("mine.yaml").path
      let output = folder.appendingPathComponent("out").path
      let yaml = """
        themes:
        - {id: a, name: {en: A, de: Anfang}, threshold: 0.5, phrases: [the harbour, xylophone]}
        - {id: b, name: B, phrases: [xylophones]}
        """
      try Data(yaml.utf8).write(to: URL(fileURLWithPath: path))
      let plain = try run(["themes", "check", path])
      #expect(
        plain.output == """
          \(path): 2 themes, 3 phrases, can be used
          \(path), line 3: ambiguous: "xylophones" speaks of "a" in line 2 too, so each mention \
          counts for both. Keep one, or say with "requires" or "excludes" when it means which.

          """, "\(plain.output)\(plain.complaint)")
      #expect(
        try run(["themes", "list", "--taxonomy", path, "--language", "de"]).output.contains(
          "Anfang"))
      let night = try run([
        "nightly", "Corpus/notes", "--output", output, "--quiet", "--date", "2025-08-27",
      ])
      #expect(night.code == 0, "\(night.complaint)")
      let used = try run([
        "themes", "check", path, "--json", "--store", output + "/variorum.sqlite",
      ])
      let report = try parseJSON(used.output)
      let schema = repositoryRoot().appendingPathComponent("docs/schemas/themes-check.schema.json")
      var check = SchemaCheck(try parseJSON(String(contentsOf: schema, encoding: .utf8)))
      check.check(report)
      #expect(check.complaints == [])
      #expect((report["documents"]?.intValue ?? 0) > 0, "\(used.output)")
      #expect(used.output.contains("\"neverMet\":[\"xylophones\"]"), "\(used.output)")
    }
  }

  @Test func `a taxonomy that cannot be used is refused with line and remedy`() throws {
    try withFolder { folder in
      let path = folder.appendingPathComponent("mine.yaml").path
      try Data("themes:\n- {id: a, name: A, phrases: [of the]}\n".utf8)
        .write(to: URL(fileURLWithPath: path))
      for command in [
        ["themes", "check", path], ["worker", "--stage", "themes", "--taxonomy", path],
      ] {
        let refused = try run(command)
        #expect(refused.code == 2)
        #expect(
          refused.complaint.contains("mine.yaml, line 2: the phrase \"of the\" of \"a\" cannot"))
      }
    }
  }
}
