import Foundation
import JSONLines
import Tagging

/// The file that keeps the identifiers of discovered themes from run to run.
enum ThemeStateFile {
  private static let schema = "variorum.discovered-themes/1"

  /// What the file at `path` holds; nothing where there is no path or no file yet.
  static func read(_ path: String?) throws(PipelineError) -> ThemeMemory {
    guard let path, FileManager.default.fileExists(atPath: path) else { return ThemeMemory() }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw PipelineError(.unreadable, "\(path): cannot be read. Check its permissions.")
    }
    guard let value = try? parseJSON([UInt8](data).span), let memory = memory(value) else {
      throw PipelineError(
        .unreadable,
        "\(path): is no state of discovered themes of this version (\(schema)). Choose another file "
          + "with --state; deleting this one gives all themes new ids.")
    }
    return memory
  }

  /// Replaces the file at `path`.
  static func write(_ memory: ThemeMemory, to path: String) throws(PipelineError) {
    let value: JSONValue = [
      "schema": .string(schema), "next": .int(memory.next),
      "themes": .array(
        memory.themes.map { theme in
          [
            "id": .string(theme.id), "name": .string(theme.name), "current": .bool(theme.isCurrent),
            "words": .array(
              theme.signature.map { .array([.string($0.stem), .int($0.weight)]) }),
          ]
        }),
    ]
    do {
      try Data((value.line + "\n").utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw PipelineError(
        .unreadable, "\(path): cannot be written. Choose another place with --state.")
    }
  }

  private static func memory(_ value: JSONValue) -> ThemeMemory? {
    guard value["schema"]?.stringValue == schema, let next = value["next"]?.intValue, next > 0,
      next < 1 << 40, let rows = value["themes"]?.arrayValue
    else { return nil }
    var memory = ThemeMemory(next: next)
    for row in rows {
      guard let id = row["id"]?.stringValue, let name = row["name"]?.stringValue,
        case .bool(let isCurrent) = row["current"], let words = row["words"]?.arrayValue
      else { return nil }
      var signature: [ThemeMemory.Weighted] = []
      for word in words {
        guard let parts = word.arrayValue, parts.count == 2, let stem = parts[0].stringValue,
          let weight = parts[1].intValue, (0...1_000_000).contains(weight)
        else { return nil }
        signature.append(.init(stem: stem, weight: weight))
      }
      memory.themes.append(
        .init(id: id, name: name, signature: signature, isCurrent: isCurrent))
    }
    return memory
  }
}
