import Model
import Tagging

/// Counts of right, found and wanted spans.
struct EntityScore {
  private var counts: [String: (right: Int, found: Int, gold: Int)] = [:]

  mutating func add(_ document: EntityData.Document, _ model: EntityModel) {
    var gold: Set<String> = []
    for (tokens, type) in document.spans { gold.insert("\(tokens) \(type)") }
    var goldCoarse: Set<String> = []
    for (tokens, type) in document.spans {
      if let coarse = EntitySource.coarse(type) { goldCoarse.insert("\(tokens) \(coarse)") }
    }
    for (_, type) in document.spans {
      counts[type, default: (0, 0, 0)].gold += 1
      counts["all", default: (0, 0, 0)].gold += 1
    }
    counts["three", default: (0, 0, 0)].gold += goldCoarse.count
    for (tokens, type) in EntityTagger.spans(document.view, model) {
      let isRight = gold.contains("\(tokens) \(type.rawValue)") ? 1 : 0
      counts[type.rawValue, default: (0, 0, 0)].found += 1
      counts["all", default: (0, 0, 0)].found += 1
      counts[type.rawValue, default: (0, 0, 0)].right += isRight
      counts["all", default: (0, 0, 0)].right += isRight
      if let coarse = EntitySource.coarse(type.rawValue) {
        counts["three", default: (0, 0, 0)].found += 1
        if goldCoarse.contains("\(tokens) \(coarse)") {
          counts["three", default: (0, 0, 0)].right += 1
        }
      }
    }
  }

  private func f(_ name: String) -> String {
    let (right, found, gold) = counts[name] ?? (0, 0, 0)
    let value = Double(200 * right) / Double(max(1, found + gold))
    return String(Double(Int(value * 100 + 0.5)) / 100)
  }

  func summary(all: Bool) -> String {
    "PER+ORG+LOC \(f("three"))" + (all ? " all \(f("all"))" : "")
  }

  var byType: String {
    EntityLabels.types.map { "\($0.rawValue) \(f($0.rawValue))" }.joined(separator: " ")
  }
}
