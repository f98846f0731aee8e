import Bytes
import Comparison
public import JSONLines
import Model
import Text

/// Stage `facts`: two texts → the facts that were dropped, changed or added.
public struct FactsStage: WorkerStage {
  private let comparer: Comparer
  private var lexicon = Lexicon()

  /// A stage that loads its models now.
  public init() throws {
    comparer = Comparer(meaning: MeaningFile.load(), tagger: try EntityFiles.tagger())
  }

  /// The member `changes`, those first that mislead most; offsets count Unicode scalars.
  public mutating func answer(_ input: JSONValue) throws(WorkerError) -> [JSONValue.Member] {
    guard let a = input["a"]?.stringValue else { throw .missing("a", "a string") }
    guard let b = input["b"]?.stringValue else { throw .missing("b", "a string") }
    lexicon.removeAll()
    var options = ComparisonOptions()
    options.findsEdits = false
    let found = comparer.compare(
      ComparisonInput(text: a), ComparisonInput(text: b), options: options, lexicon: &lexicon)
    var offsetsA = ScalarOffsets(a)
    var offsetsB = ScalarOffsets(b)
    return [
      .init("changes", .array(found.changes.map { json($0, &offsetsA, &offsetsB) }))
    ]
  }

  private func json(
    _ change: FactChange, _ a: inout ScalarOffsets, _ b: inout ScalarOffsets
  ) -> JSONValue {
    func start(_ place: FactChange.Place?, _ offsets: inout ScalarOffsets) -> JSONValue {
      place.map { .int(offsets.scalars(before: $0.utf8.lowerBound)) } ?? .null
    }
    func end(_ place: FactChange.Place?, _ offsets: inout ScalarOffsets) -> JSONValue {
      place.map { .int(offsets.scalars(before: $0.utf8.upperBound)) } ?? .null
    }
    return [
      "kind": .string(change.kind.rawValue), "type": .string(change.type.rawValue),
      "a": JSONValue(change.a?.text), "b": JSONValue(change.b?.text),
      "aStart": start(change.a, &a), "aEnd": end(change.a, &a),
      "bStart": start(change.b, &b), "bEnd": end(change.b, &b),
    ]
  }
}
