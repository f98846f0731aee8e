import Comparison
public import JSONLines
import Model
import Report
import Text

/// Stage `compare`: two texts → the whole comparison.
public struct CompareStage: WorkerStage {
  private let comparer: Comparer
  private var lexicon = Lexicon()

  /// A stage that loads its models now.
  public init() { comparer = Comparer(meaning: MeaningFile.load()) }

  /// The comparison as the contract prints it; `a` and `b` are strings or objects with `text`.
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
    guard let object = input[key], let text = object["text"]?.stringValue else {
      throw .missing(key, "a string or an object with a text")
    }
    var metadata = Metadata()
    if let title = object["title"]?.stringValue {
      metadata.title = Found(title, Evidence(.given))
    }
    for author in object["authors"]?.stringsValue ?? [] {
      metadata.authors.append(Found(author, Evidence(.given)))
    }
    if let publisher = object["publisher"]?.stringValue {
      metadata.publisher = Found(publisher, Evidence(.given))
    }
    if let published = object["published"]?.stringValue, let day = Day(iso: published) {
      metadata.published = Found(day, Evidence(.given))
    }
    return ComparisonInput(
      text: text, metadata: metadata, language: object["language"]?.stringValue)
  }
}
