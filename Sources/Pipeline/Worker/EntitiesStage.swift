import Bytes
public import JSONLines
import Model
import Tagging
import Text

/// Stage `entities`: text or tokens → names, dates, amounts and numbers.
public struct EntitiesStage: WorkerStage {
  private let tagger: EntityTagger
  private var lexicon = Lexicon()

  /// A stage that loads its lists and models now; the entities listed at `knownPath` win over others.
  public init(knownPath: String? = nil) throws {
    tagger = EntityFiles.tagger(known: try loadKnownEntities(knownPath))
  }

  /// The member `entities`; offsets count Unicode scalars, or tokens where tokens were given.
  public mutating func answer(_ input: JSONValue) throws(WorkerError) -> [JSONValue.Member] {
    lexicon.removeAll()
    if let text = input["text"]?.stringValue {
      let found = analyze(text, language: input["language"]?.stringValue, lexicon: &lexicon)
      var offsets = ScalarOffsets(text)
      let entities = tagger.entities(in: found, lexicon: &lexicon).map { mention in
        json(
          mention, offsets.scalars(before: mention.utf8.lowerBound),
          offsets.scalars(before: mention.utf8.upperBound))
      }
      return [.init("entities", .array(entities))]
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
    for mention in tagger.entities(in: given.analyzed, lexicon: &lexicon) {
      guard let range = given.tokens(of: mention.utf8) else { continue }
      entities.append(json(mention, range.lowerBound, range.upperBound))
    }
    return [.init("entities", .array(entities))]
  }

  private func json(_ mention: EntityMention, _ start: Int, _ end: Int) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("start", .int(start)), .init("end", .int(end)),
      .init("type", .string(mention.type.rawValue)), .init("text", .string(mention.text)),
      .init("canonical", .string(mention.canonical)),
    ]
    if let id = mention.id { members.append(.init("entity", .string(id))) }
    return .object(members)
  }
}
