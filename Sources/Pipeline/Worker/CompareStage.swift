import Comparison
public import JSONLines
import Ingest
import Model
import Report
import Text

/// Stage `compare`: two texts → the whole comparison.
public struct CompareStage: WorkerStage {
  private let comparer: Comparer
  private var lexicon = Lexicon()

  /// A stage that loads its models now.
  public init() throws {
    comparer = Comparer(meaning: MeaningFile.load(), tagger: try EntityFiles.tagger())
  }

  /// The comparison as the contract prints it; `a` and `b` are strings or objects as for stage `record`.
  public mutating func answer(_ input: JSONValue) throws(WorkerError) -> [JSONValue.Member] {
    let a = try side(input, "a")
    let b = try side(input, "b")
    lexicon.removeAll()
    let found = comparer.compare(a, b, lexicon: &lexicon)
    guard case .object(let members) = comparisonJSON(found) else { return [] }
    return members
  }

  private func side(_ input: JSONValue, _ key: String) throws(WorkerError) -> ComparisonInput {
    if let text = input[key]?.stringValue { return ComparisonInput(text: text) }
    guard let object = input[key], case .object = object else {
      throw .missing(key, "a string or an object as for stage record")
    }
    let page = extracted(try pageRecord(object))
    return ComparisonInput(
      text: page.text, passages: page.passages, metadata: page.metadata,
      language: object["language"]?.stringValue ?? page.metadata.language?.value)
  }
}
