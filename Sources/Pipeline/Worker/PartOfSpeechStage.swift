public import JSONLines
import Tagging

/// Stage `pos`: the tokens of a sentence → their parts of speech.
public struct PartOfSpeechStage: WorkerStage {
  private let tagger: PartOfSpeechTagger

  /// A stage that loads its model now; throws when it is missing.
  public init() throws {
    guard let file = dataFile("Models/partofspeech.model") else {
      throw PipelineError(
        .unreadable,
        "Models/partofspeech.model is not beside the program. Set VARIORUM_DATA to the folder that "
          + "holds Lists and Models.")
    }
    tagger = try PartOfSpeechTagger(path: file)
  }

  /// The member `tags`, one for each token.
  public mutating func answer(_ input: JSONValue) throws(WorkerError) -> [JSONValue.Member] {
    guard case .array(let items)? = input["tokens"] else {
      throw .missing("tokens", "a list of strings")
    }
    var tokens: [String] = []
    for item in items {
      guard let token = item.stringValue else { throw .missing("tokens", "a list of strings") }
      tokens.append(token)
    }
    return [.init("tags", .array(tagger.tags(tokens).map(JSONValue.string)))]
  }
}
