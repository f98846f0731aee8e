import Bytes
import Model
import Tagging

/// What a set of training data marks, and how its labels are read.
///
/// A set that does not mark a type says nothing about it: outside its spans every label of a type
/// that it does not know is allowed, so that nothing is taught which is not there.
struct EntitySource {
  /// The types that a label may stand for; none of them is sure where it is optional.
  struct Types {
    var types: [Int]
    var isOptional = false
  }

  let name: String
  let file: String
  let weight: Float
  /// Nil for the sets with the product's own types.
  let seed: UInt64?
  /// The labels that are allowed outside the spans.
  let outside: UInt32

  init(_ name: String, _ file: String, weight: Float, knows: String) {
    self.name = name
    self.file = file
    self.weight = weight
    seed = knows == "all" ? nil : stableHash(name)
    var mask: UInt32 = 1
    if knows != "all" {
      var unknown = ["DATE", "MONEY", "PERCENT", "NUM"]
      if knows.contains("D") { unknown.removeFirst() }
      if !knows.contains("M") { unknown += ["NORP", "EVENT", "LAW"] }
      for type in unknown {
        guard let t = EntitySource.place(type) else { continue }
        mask |= 1 << UInt32(EntityLabels.first(t)) | 1 << UInt32(EntityLabels.inside(t))
      }
    }
    outside = mask
  }

  private static func place(_ type: String) -> Int? {
    EntityLabels.types.firstIndex { $0.rawValue == type }
  }

  /// The types that `label` stands for; nil where it is to be passed over.
  func types(_ label: String) -> Types? {
    if seed == nil { return EntitySource.place(label).map { Types(types: [$0]) } }
    switch label {
    case "PER", "person", "Person", "politician", "writer", "musicalartist", "scientist",
      "researcher":
      return Types(types: [0])
    case "ORG", "organisation", "Organisation", "politicalparty", "university", "band",
      "corporation", "group":
      return Types(types: [1])
    case "country": return Types(types: [2])
    case "LOC", "location", "Location": return Types(types: [2, 3])
    case "election", "event": return Types(types: [5])
    case "Nationality": return Types(types: [4])
    case "DATE", "Temporal": return Types(types: [7])
    case "Money": return Types(types: [8])
    case "Quantity": return Types(types: [9, 10, 8], isOptional: true)
    case "MISC", "misc": return Types(types: [4, 5, 6], isOptional: true)
    default: return Types(types: [4, 5, 6], isOptional: true)
    }
  }

  /// The type under which a label is measured: person, organisation or place.
  static func coarse(_ label: String) -> String? {
    switch label {
    case "PER", "person", "Person", "politician", "writer", "musicalartist", "scientist",
      "researcher":
      return "PER"
    case "ORG", "organisation", "Organisation", "politicalparty", "university", "band",
      "corporation", "group":
      return "ORG"
    case "LOC", "location", "Location", "country", "GPE": return "LOC"
    default: return nil
    }
  }

  /// The English sets and their weights.
  static let english: [EntitySource] = [
    EntitySource("rewrites", "rewrites/rewrites.jsonl", weight: 1, knows: "all"),
    EntitySource("speeches", "entities/en_speeches.train.jsonl", weight: 1.5, knows: "all"),
    EntitySource("wikigold", "entities/en_wikigold_a.train.jsonl", weight: 1, knows: "M"),
    EntitySource("crossner", "entities/en_crossner_all.train.jsonl", weight: 2, knows: "M"),
    EntitySource("gum", "entities/en_gum_named.train.jsonl", weight: 0.5, knows: "MD"),
    EntitySource("btc", "entities/en_btc.train.jsonl", weight: 0.3, knows: ""),
    EntitySource("wnut17", "entities/en_wnut17.train.jsonl", weight: 0.3, knows: "M"),
    EntitySource("re3d", "entities/en_re3d.train.jsonl", weight: 0.3, knows: "MD"),
  ]

  /// The sets that are measured; never trained on.
  static let development: [(String, String)] = [
    ("speeches", "entities/en_speeches.dev.jsonl"),
    ("politics", "entities/en_crossner_politics.dev.jsonl"),
    ("ewt", "entities/en_uner_ewt.dev.jsonl"),
    ("other", "entities/en_crossner_other.dev.jsonl"),
    ("gum", "entities/en_gum_named.dev.jsonl"),
    ("wnut17", "entities/en_wnut17.dev.jsonl"),
    ("re3d", "entities/en_re3d.dev.jsonl"),
  ]
}

extension EntitySource {
  /// The same source with another weight.
  func weighing(_ weight: Float) -> EntitySource {
    EntitySource(copying: self, weight: weight)
  }

  private init(copying other: EntitySource, weight: Float) {
    name = other.name
    file = other.file
    seed = other.seed
    outside = other.outside
    self.weight = weight
  }
}
