import Foundation
import TestSupport
import Testing

@Suite(.serialized) struct InterruptionTests {
  private func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("variorum-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private func night(_ output: String) -> [String] {
    let corpus = repositoryRoot().appendingPathComponent("Corpus").path
    return [
      "nightly", corpus, "--output", output, "--date", "2026-07-01", "--quiet", "--jobs", "1",
    ]
  }

  private func pages(_ root: URL) throws -> [String: Data] {
    var found: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
      let file = root.appendingPathComponent(name).path
      if let data = FileManager.default.contents(atPath: file) { found[name] = data }
    }
    return found
  }

  @Test(arguments: ["variorum.sqlite", ".partial/documents"])
  func `a run that is killed is taken up by the next one and comes to the same pages`(
    sign: String
  ) throws {
    try inFolder { folder in
      #expect(try run(night("whole"), in: folder).code == 0)
      let killed = process(night("cut"), in: folder)
      try killed.run()
      let mark = folder.appendingPathComponent("cut/\(sign)").path
      // The run is killed as soon as it has begun to write there.
      while killed.isRunning, !FileManager.default.fileExists(atPath: mark) {}
      kill(killed.processIdentifier, SIGKILL)
      killed.waitUntilExit()
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/cut/latest"))
      #expect(try run(night("cut"), in: folder).code == 0)
      #expect(
        try pages(folder.appendingPathComponent("cut/2026-07-01"))
          == pages(folder.appendingPathComponent("whole/2026-07-01")))
    }
  }

  @Test func `a run beside a running one ends with its process id`() throws {
    try inFolder { folder in
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent("out"), withIntermediateDirectories: true)
      let lock = folder.appendingPathComponent("out/variorum.lock").path
      let descriptor = unsafe open(lock, O_RDWR | O_CREAT, 0o644)
      defer { close(descriptor) }
      #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
      try Data("4711\n".utf8).write(to: URL(fileURLWithPath: lock), options: [])
      let second = try run(night("out"), in: folder)
      #expect(second.code == 6)
      #expect(second.complaint.contains("4711"))
    }
  }
}
