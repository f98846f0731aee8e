public import Foundation
public import Testing

/// Compares `actual` with the file `Golden/<name>` beside the test; `UPDATE_GOLDEN=1` rewrites it.
public func expectGolden(
  _ actual: String, _ name: String, file: String = #filePath,
  at location: SourceLocation = #_sourceLocation
) throws {
  let url = URL(fileURLWithPath: file).deletingLastPathComponent()
    .appendingPathComponent("Golden").appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try actual.write(to: url, atomically: true, encoding: .utf8)
    return
  }
  guard let wanted = try? String(contentsOf: url, encoding: .utf8) else {
    Issue.record(
      "\(url.path) is missing; write it with UPDATE_GOLDEN=1 swift test", sourceLocation: location)
    return
  }
  let difference = firstDifference(actual, wanted)
  #expect(actual == wanted, "\(name): \(difference)", sourceLocation: location)
}

/// The folder at the top of the repository.
public func repositoryRoot(_ file: String = #filePath) -> URL {
  URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
}

private func firstDifference(_ actual: String, _ wanted: String) -> String {
  let a = actual.split(separator: "\n", omittingEmptySubsequences: false)
  let b = wanted.split(separator: "\n", omittingEmptySubsequences: false)
  for (line, (x, y)) in zip(a, b).enumerated() where x != y {
    return "line \(line + 1) is \"\(x)\", wanted \"\(y)\""
  }
  return "\(a.count) lines, wanted \(b.count)"
}
