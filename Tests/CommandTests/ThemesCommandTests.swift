import Foundation
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
}
