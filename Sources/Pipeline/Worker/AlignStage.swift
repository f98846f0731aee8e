import Comparison
public import JSONLines
import Model
import Text

/// Stage `align`: the sentences of two versions → links, labels and moves.
public struct AlignStage: WorkerStage {
  private let comparer: Comparer
  private var lexicon = Lexicon()

  /// A stage that loads its models now.
  public init() { comparer = Comparer(meaning: MeaningFile.load()) }

  /// The members `links`, `labelsB` and `movedB`; indices count the strings given.
  public mutating func answer(_ input: JSONValue) throws(WorkerError) -> [JSONValue.Member] {
    guard let a = input["a"]?.stringsValue else { throw .missing("a", "an array of strings") }
    guard let b = input["b"]?.stringsValue else { throw .missing("b", "an array of strings") }
    lexicon.removeAll()
    if input["features"] == true {
      // What `scripts/train-link-model` asks for.
      let rows = comparer.linkFeatures(a: a, b: b, lexicon: &lexicon)
      let lines = rows.map { row in
        JSONValue.array([.int(row.a), .int(row.b)] + row.2.map { .double(Double($0)) })
      }
      return [.init("features", .array(lines))]
    }
    let found = comparer.align(a: a, b: b, lexicon: &lexicon)
    return [
      .init("links", .array(found.links.map { .array([.int($0.a), .int($0.b)]) })),
      .init("labelsB", .array(found.labelsB.map { .string($0.rawValue) })),
      .init("movedB", .array(found.movedB.map(JSONValue.int))),
    ]
  }
}
