import Foundation
import Testing

/// `compare` with sides that are no two versions of one text.
@Suite struct HostileComparisonTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "variorum-sides-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  /// Runs `compare`, after which the texts are gone.
  private func compare(_ arguments: String...) throws -> Finished {
    defer { try? FileManager.default.removeItem(at: folder) }
    return try run(["compare"] + arguments, in: folder)
  }

  private func json(_ finished: Finished) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(finished.output.utf8)) as? [String: Any])
  }

  private func verdict(_ comparison: [String: Any]) -> String? {
    (comparison["verdict"] as? [String: Any])?["kind"] as? String
  }

  private let sentence =
    "The duty on steel was raised in March, and hardly anybody outside the ports noticed it. "
  private let ferry = """
    The harbour council voted on Tuesday to close the old ferry line. Captain Ulmer said that the boats \
    had carried two million people. Residents plan a cooperative of their own.
    """

  @Test(arguments: [["a.txt", "b.txt"], ["b.txt", "a.txt"], ["--words", "a.txt", "b.txt"]])
  func `an empty side is named`(arguments: [String]) throws {
    try write("a.txt", "")
    try write("b.txt", sentence)
    defer { try? FileManager.default.removeItem(at: folder) }
    let finished = try run(["compare"] + arguments, in: folder)
    #expect(finished.code == 4 && finished.output.isEmpty)
    #expect(finished.complaint == "variorum: a.txt: the file is empty.\n")
  }

  @Test func `a side of white space is named`() throws {
    try write("a.txt", " \n\t\n")
    try write("b.txt", sentence)
    let finished = try compare("a.txt", "b.txt")
    #expect(finished.code == 4)
    #expect(finished.complaint == "variorum: a.txt: nothing but white space.\n")
  }

  @Test func `a page without a text is an empty text, and all of the other side is new`() throws {
    try write("a.html", "<!doctype html><title></title><body><script>let a = 1</script></body>")
    try write("b.txt", sentence)
    let found = try compare("a.html", "b.txt", "--format", "json")
    #expect(found.code == 0)
    let comparison = try json(found)
    #expect(comparison["newB"] as? [Int] == [0])
    #expect((comparison["links"] as? [Any])?.isEmpty == true)
  }

  @Test(arguments: [
    ("a PNG picture", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] as [UInt8]),
    ("binary data", []),
  ])
  func `a file that is no text is named with what it is`(format: String, start: [UInt8]) throws {
    let bytes = start + (0..<400).map { UInt8(truncatingIfNeeded: $0 * 7) }
    try Data(bytes).write(to: folder.appendingPathComponent("a.txt"))
    try write("b.txt", sentence)
    let finished = try compare("a.txt", "b.txt")
    #expect(finished.code == 4 && finished.output.isEmpty)
    #expect(finished.complaint == "variorum: a.txt: not a text but \(format).\n")
  }

  @Test func `one sentence against a long text gives every sentence of both its place`() throws {
    let count = 600
    let long = (0..<count).map {
      "The fee of wharf\($0) was raised by \($0 % 17) per cent last year. "
    }
    try write("a.txt", sentence)
    try write("b.txt", long.joined() + sentence)
    let comparison = try json(try compare("a.txt", "b.txt", "--format", "json"))
    #expect(comparison["links"] as? [[Int]] == [[0, count]])
    #expect((comparison["newB"] as? [Int])?.count == count)
    #expect((comparison["droppedA"] as? [Any])?.isEmpty == true)
  }

  @Test func `texts without a sentence in common are unrelated`() throws {
    try write("a.txt", ferry)
    try write(
      "b.txt",
      """
      Researchers at the northern observatory have measured how fast the glacier retreats. Its tongue \
      loses eleven metres a month. Volunteers check the figures with poles and ropes.
      """)
    let comparison = try json(try compare("a.txt", "b.txt", "--format", "json"))
    #expect(verdict(comparison) == "unrelated")
    #expect(comparison["newB"] as? [Int] == [0, 1, 2])
    #expect(comparison["droppedA"] as? [Int] == [0, 1, 2])
  }

  @Test func `hundreds of equal sentences are paired one by one`() throws {
    try write("a.txt", String(repeating: sentence, count: 200))
    try write("b.txt", String(repeating: sentence, count: 190) + ferry)
    let comparison = try json(try compare("a.txt", "b.txt", "--format", "json"))
    let links = try #require(comparison["links"] as? [[Int]])
    #expect(links.count == 190 && links.allSatisfy { $0[0] == $0[1] })
    #expect(comparison["droppedA"] as? [Int] == Array(190..<200))
    #expect(comparison["newB"] as? [Int] == [190, 191, 192])
  }

  @Test func `texts in two languages are said to be so`() throws {
    try write("a.txt", ferry)
    try write(
      "b.txt",
      """
      Der Hafenrat beschloss am Dienstag, die alte Fährlinie einzustellen. Kapitän Ulmer sagte, die \
      Boote hätten zwei Millionen Menschen befördert. Die Bewohner planen eine eigene Genossenschaft.
      """)
    let finished = try compare("a.txt", "b.txt")
    #expect(finished.code == 0)
    #expect(
      finished.output.hasPrefix(
        "The texts are in different languages (en, de), so their sentences cannot be matched.\n"))
  }

  @Test func `a link or device that is named for the output stays what it is`() throws {
    try write("a.txt", ferry)
    try write("b.txt", sentence)
    let files = FileManager.default
    try files.createSymbolicLink(
      atPath: folder.path + "/link", withDestinationPath: folder.path + "/target")
    try files.createSymbolicLink(atPath: folder.path + "/nothing", withDestinationPath: "/dev/null")
    defer { try? files.removeItem(at: folder) }
    for output in ["link", "nothing"] {
      let finished = try run(["compare", "a.txt", "b.txt", "--output", output], in: folder)
      #expect(finished.code == 0 && finished.output.isEmpty, "\(finished.complaint)")
      #expect(try files.destinationOfSymbolicLink(atPath: folder.path + "/" + output) != "")
    }
    let written = try String(contentsOfFile: folder.path + "/target", encoding: .utf8)
    #expect(written.hasPrefix("Two texts that have little to do with each other"))
  }
}
