import Bytes
public import JSONLines
import Tagging
import Text

/// Stage `keywords`: a text → what it is about.
public struct KeywordsStage: WorkerStage {
  private let finder = KeywordFinder()
  private var lexicon = Lexicon()

  /// A stage without a model.
  public init() {}

  /// The member `keywords`, best first.
  public mutating func answer(_ input: JSONValue) throws(WorkerError) -> [JSONValue.Member] {
    guard let text = input["text"]?.stringValue else { throw .missing("text", "a string") }
    let limit = input["limit"]?.intValue ?? 15
    let maxWords = input["maxWords"]?.intValue ?? 4
    guard (1...10_000).contains(limit), (1...20).contains(maxWords) else {
      throw WorkerError("bad-input", "\"limit\" is 1 to 10000 and \"maxWords\" 1 to 20")
    }
    lexicon.removeAll()
    let analyzed = analyze(text, language: input["language"]?.stringValue, lexicon: &lexicon)
    let keywords = finder.keywords(
      in: analyzed, title: input["title"]?.stringValue, limit: limit, maxWords: maxWords,
      lexicon: &lexicon)
    return [
      .init(
        "keywords",
        .array(
          keywords.map {
            ["term": .string($0.term), "score": .double($0.score), "count": .int($0.count)]
          }))
    ]
  }
}
