import Bytes
import Model
import Tagging

/// What a set of Japanese, Korean or Chinese names marks, and how its labels are read.
struct EastAsianSource {
  let name: String
  let file: String
  let language: String
  private(set) var weight: Float
  /// Marks features of its own, which no text has that is tagged; nil where its habits are ours.
  let seed: UInt64?
  /// The types that it does not mark.
  private let unknown: [String]

  /// The types that it marks.
  var known: Set<String> { Set(EntityLabels.types.map(\.rawValue)).subtracting(unknown) }

  /// The labels that are allowed outside the spans, where a model knows `types` from any of its sets.
  func outside(of types: Set<String>) -> UInt32 {
    var mask: UInt32 = 1
    for type in unknown where types.contains(type) {
      mask |= EastAsianSource.labels(type, isFirst: true)
    }
    return mask
  }

  /// The labels that are allowed at the first or a further scalar of a span; nil where the span is
  /// none of our types.
  func labels(_ label: String, _ name: String, isFirst: Bool) -> UInt32? {
    let types = types(label, name)
    guard !types.isEmpty else { return nil }
    return types.reduce(0) { mask, type in
      mask | EastAsianSource.labels(type, isFirst: isFirst, isSpan: true)
    }
  }

  private static func labels(_ type: String, isFirst: Bool, isSpan: Bool = false) -> UInt32 {
    guard let t = EntityLabels.types.firstIndex(where: { $0.rawValue == type }) else { return 0 }
    let first = UInt32(1) << UInt32(EntityLabels.first(t))
    let inside = UInt32(1) << UInt32(EntityLabels.inside(t))
    return isSpan ? (isFirst ? first : inside) : first | inside
  }

  /// The types that a label may stand for.
  func types(_ label: String, _ name: String) -> [String] {
    switch label {
    case "PER", "PERSON", "PS", "人名": ["PER"]
    case "ORG", "OG", "法人名", "政治的組織名", "その他の組織名": ["ORG"]
    case "GPE": ["GPE"]
    case "FAC", "施設名": ["LOC"]
    case "地名": ["GPE", "LOC"]
    case "LOC": language == "zh" ? ["GPE", "LOC"] : ["LOC"]
    case "LC": EastAsianSource.landMarks.contains { name.hasSuffix($0) } ? ["LOC"] : ["GPE"]
    case "NORP": ["NORP"]
    case "EVENT", "イベント名": ["EVENT"]
    case "LAW": ["LAW"]
    case "DATE", "DT": ["DATE"]
    case "MONEY": ["MONEY"]
    case "PERCENT": ["PERCENT"]
    case "QUANTITY", "ORDINAL", "CARDINAL": ["NUM"]
    case "QT":
      ["%", "퍼센트", "프로"].contains { name.hasSuffix($0) }
        ? ["PERCENT"]
        : ["원", "달러", "엔", "유로"].contains { name.hasSuffix($0) } ? ["MONEY"] : ["NUM"]
    default: []
    }
  }

  /// Ends of Korean names of places that are no states or communities.
  private static let landMarks = [
    "산", "강", "해", "섬", "역", "공항", "대교", "로", "길", "호", "병원", "공원", "경기장", "극장", "센터", "해안",
    "반도", "대륙", "아시아", "유럽", "아프리카", "경찰서", "타워", "빌딩", "호텔", "시장", "항", "사", "궁", "관",
  ]

  /// The training sets.
  static let all: [EastAsianSource] = [
    EastAsianSource("entities/ja_gsd_ne.train.jsonl", "ja", 1),
    EastAsianSource(
      "entities/ja_wikipedia_ner.train.jsonl", "ja", 0.5, isOwn: false,
      unknown: ["NORP", "LAW", "DATE", "MONEY", "PERCENT", "NUM"]),
    EastAsianSource(
      "entities/zh_uner_gsdsimp.train.jsonl", "zh", 1,
      unknown: ["NORP", "EVENT", "LAW", "DATE", "MONEY", "PERCENT", "NUM"]),
    EastAsianSource("entities/ko_klue.train.jsonl", "ko", 1, unknown: ["NORP", "EVENT", "LAW"]),
  ]

  /// The sets that are measured; never trained on.
  static let development: [EastAsianSource] = [
    EastAsianSource("entities/ja_gsd_ne.dev.jsonl", "ja", 1),
    EastAsianSource("entities/zh_uner_gsdsimp.dev.jsonl", "zh", 1),
    EastAsianSource("entities/ko_klue.dev.jsonl", "ko", 1),
  ]

  private init(
    _ file: String, _ language: String, _ weight: Float, isOwn: Bool = true, unknown: [String] = []
  ) {
    self.file = file
    name = String(file.dropFirst(9).prefix { $0 != "." })
    self.language = language
    self.weight = weight
    self.unknown = unknown
    seed = isOwn ? nil : stableHash(file)
  }

  /// The same source with another weight.
  func weighing(_ weight: Float) -> EastAsianSource {
    var result = self
    result.weight = weight
    return result
  }
}
