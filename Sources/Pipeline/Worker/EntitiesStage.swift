import Bytes
public import JSONLines
import Model
import Report
import Tagging
import Text

/// Stage `entities`: text or tokens → names, dates, amounts and numbers.
public struct EntitiesStage: WorkerStage {
  private let tagger: EntityTagger
  private var lexicon = Lexicon()

  /// A stage that loads its lists and models now; the entities listed at `knownPath` win over others.
  public init(knownPath: String? = nil) throws {
    tagger = try EntityFiles.tagger(known: try loadKnownEntities(knownPath))
  }

  /// The members `language`, `names` (how names were found) and `entities`; offsets count Unicode scalars, or tokens where tokens were given.
  public mutating func answer(_ input: JSONValue) throws(WorkerError) -> [JSONValue.Member] {
    lexicon.removeAll()
    let day = try writtenOn(input)
    if let text = input["text"]?.stringValue {
      let found = analyze(text, language: input["language"]?.stringValue, lexicon: &lexicon)
      var offsets = ScalarOffsets(text)
      let entities = tagger.entities(in: found, writtenOn: day, lexicon: &lexicon).map { mention in
        json(
          mention, offsets.scalars(before: mention.utf8.lowerBound),
          offsets.scalars(before: mention.utf8.upperBound))
      }
      return answer(entities, found)
    }
    guard case .array(let items)? = input["tokens"] else {
      throw .missing("text", "a string, nor \"tokens\" a list of strings")
    }
    var words: [String] = []
    for item in items {
      guard let word = item.stringValue else { throw .missing("tokens", "a list of strings") }
      words.append(word)
    }
    let given = GivenTokens([words], language: input["language"]?.stringValue, lexicon: &lexicon)
    var entities: [JSONValue] = []
    for mention in tagger.entities(in: given.analyzed, writtenOn: day, lexicon: &lexicon) {
      guard let range = given.tokens(of: mention.utf8) else { continue }
      entities.append(json(mention, range.lowerBound, range.upperBound))
    }
    return answer(entities, given.analyzed)
  }

  /// The day that the text was written; nil where it is not given.
  private func writtenOn(_ input: JSONValue) throws(WorkerError) -> Day? {
    guard let value = input["published"], value != .null else { return nil }
    guard let day = value.stringValue.flatMap({ Day(iso: $0) }) else {
      throw .missing("published", "a day such as \"2025-08-27\"")
    }
    return day
  }

  private func answer(_ entities: [JSONValue], _ analyzed: AnalyzedText) -> [JSONValue.Member] {
    [
      .init("language", .string(analyzed.language)),
      .init("names", .string(tagger.method(of: analyzed).rawValue)),
      .init("entities", .array(entities)),
    ]
  }

  private func json(_ mention: EntityMention, _ start: Int, _ end: Int) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("start", .int(start)), .init("end", .int(end)),
      .init("type", .string(mention.type.rawValue)), .init("text", .string(mention.text)),
      .init("canonical", .string(mention.canonical)),
    ]
    if let value = mention.value { members.append(.init("value", valueJSON(value))) }
    if let id = mention.id { members.append(.init("entity", .string(id))) }
    return .object(members)
  }
}
