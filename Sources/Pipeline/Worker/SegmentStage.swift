import Bytes
public import JSONLines
import Model
import Text

/// Stage `segment`: text → language, sentences and tokens.
public struct SegmentStage: WorkerStage {
  private var lexicon = Lexicon()

  /// A stage that holds nothing but a lexicon.
  public init() {}

  /// The members `language`, `sentences` and `tokens`; offsets count Unicode scalars.
  public mutating func answer(_ input: JSONValue) throws(WorkerError) -> [JSONValue.Member] {
    guard let text = input["text"]?.stringValue else { throw .missing("text", "a string") }
    lexicon.removeAll()
    let found = analyze(text, language: input["language"]?.stringValue, lexicon: &lexicon)
    var offsets = ScalarOffsets(text)
    let sentences = found.sentences.map { offsets.range($0.utf8) }
    let tokens = found.writtenTokens.map { offsets.range($0) }
    return [
      .init("language", found.language == "und" ? .null : .string(found.language)),
      .init("sentences", .array(sentences)), .init("tokens", .array(tokens)),
    ]
  }
}

extension ScalarOffsets {
  /// A range of UTF-8 bytes as a pair of scalar offsets.
  mutating func range(_ utf8: Range<Int>) -> JSONValue {
    let start = scalars(before: utf8.lowerBound)
    return .array([.int(start), .int(scalars(before: utf8.upperBound))])
  }
}
