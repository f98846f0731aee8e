import Foundation
import TestSupport
import Testing

@Suite(.serialized) struct CommandTests {
  /// The commands in the README's code blocks that begin with `variorum`.
  private func readmeCommands() throws -> [[String]] {
    let readme = try String(
      contentsOf: repositoryRoot().appendingPathComponent("README.md"), encoding: .utf8)
    return readme.split(separator: "\n").filter { $0.hasPrefix("    variorum ") }.map { line in
      line.split(separator: " ").dropFirst().map(String.init)
    }
  }

  @Test func `every command line that the README shows does what it says`() throws {
    let night = try run(["nightly", "Corpus", "--output", "Output", "--quiet"])
    #expect(night.code == 0, "\(night.complaint)")
    let commands = try readmeCommands()
    #expect(commands.count >= 5)
    for command in commands {
      let finished = try run(command)
      #expect(finished.code == 0, "variorum \(command): \(finished.complaint)")
      #expect(!finished.output.isEmpty, "variorum \(command) printed nothing")
    }
  }

  @Test(
    arguments: [
      (["compare", "nowhere.txt", "README.md"], 4), (["compare", "Corpus", "README.md"], 4),
      (["compare", "README.md"], 2), (["nightly", "nowhere"], 4), (["frobnicate"], 2),
      (["search", "zzzzqqqq", "--store", "nowhere.sqlite"], 5), (["nightly", "--jobs", "0"], 2),
    ] as [([String], Int32)])
  func `wrong input ends with a message and the code of its kind`(arguments: [String], code: Int32)
    throws
  {
    let finished = try run(arguments)
    #expect(finished.code == code, "\(finished.complaint)")
    #expect(!finished.complaint.isEmpty)
  }

  @Test func `a file compared with itself is identical`() throws {
    let finished = try run(["compare", "README.md", "README.md", "--format", "json"])
    #expect(finished.code == 0)
    #expect(finished.output.contains("\"identical\""))
  }

  @Test(
    arguments: [
      "record", "extract", "segment", "pos", "keywords", "entities", "themes", "facts", "compare",
    ])
  func `a worker answers every line and goes on after a bad one`(stage: String) throws {
    let good =
      "{\"id\":\"1\",\"text\":\"The bank cut its rate.\",\"a\":\"One two.\",\"b\":\"One three.\",\"tokens\":[\"The\",\"bank\"]}"
    let input = good + "\nnot json\n{\"id\":\"2\"}\n" + good + "\n"
    let finished = try run(["worker", "--stage", stage], input: input)
    #expect(finished.code == 0)
    let lines = finished.output.split(separator: "\n")
    try #require(lines.count == 4)
    #expect(lines[0] == lines[3])
    #expect(lines[1].contains("not-json"))
    #expect(lines[2].contains("\"error\""))
  }

  @Test func `a name that holds that of a country is missed although the country is named`() throws
  {
    let answer = try run(
      ["worker", "--stage", "facts"],
      input: """
        {"id":"1","a":"Founders met in May with the consul of Japan at the Japan Innovation Campus.",\
        "b":"Founders met in May with the consul of Japan."}

        """)
    #expect(answer.output.contains("\"a\":\"Japan Innovation Campus\""), "\(answer.output)")
  }
}
