import Foundation
import Testing
import TestSupport

/// Holds the import lines of every target against the table of docs/ARCHITECTURE.md.
@Suite struct ImportTests {
  static let table = Table()

  @Test func `every target stands in the table`() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: repositoryRoot().appendingPathComponent("Sources").path
    ).filter { !$0.hasPrefix(".") }.sorted()
    #expect(folders == Self.table.targets.keys.sorted())
  }

  @Test(arguments: table.targets.keys.sorted())
  func `a target imports nothing that the table does not name`(target: String) throws {
    let allowed = try #require(Self.table.targets[target])
    for (module, file) in try imports(of: target) {
      #expect(
        allowed.contains(module), "\(file) imports \(module), which \(target) may not import")
    }
  }

  private func imports(of target: String) throws -> [(module: String, file: String)] {
    let folder = repositoryRoot().appendingPathComponent("Sources/\(target)")
    let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    var found: [(String, String)] = []
    for file in (files ?? []).filter({ $0.hasSuffix(".swift") }).sorted() {
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ")
        guard let at = words.firstIndex(of: "import"), at + 1 < words.count, at <= 2,
          words[..<at].allSatisfy({ ["public", "package", "internal", "@testable"].contains($0) })
        else { continue }
        let module = String(words[at + 1].prefix { $0 != "." })
        guard !["Glibc", "Darwin", "Musl", "Synchronization"].contains(module) else { continue }
        found.append((module == "FoundationEssentials" ? "Foundation" : module, file))
      }
    }
    return found
  }

  /// The rows of the table: a target and what it may import.
  struct Table {
    var targets: [String: Set<String>] = [:]

    init() {
      let path = repositoryRoot().appendingPathComponent("docs/ARCHITECTURE.md")
      let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
      for line in text.split(separator: "\n") where line.hasPrefix("| `") {
        let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        guard cells.count == 3 else { continue }
        let name = cells[0].trimmingCharacters(in: CharacterSet(charactersIn: "`"))
        targets[name] = Set(
          cells[2].split(separator: ",").map {
            $0.trimmingCharacters(in: .whitespaces)
          }
        ).subtracting(["-"])
      }
    }
  }
}
