import Bytes
public import JSONLines
import Model
import Tagging
import Text

/// Stage `entities`: text or tokens → names, dates, amounts and numbers.
public struct EntitiesStage: WorkerStage {
  private let tagger: EntityTagger
  private var lexicon = Lexicon()

  /// A stage that loads its lists and model now.
  public init() { tagger = EntityFiles.tagger() }

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
    [
      "start": .int(start), "end": .int(end), "type": .string(mention.type.rawValue),
      "text": .string(mention.text), "canonical": .string(mention.canonical),
    ]
  }
}

/// The lists and the model of the tagger, where a data folder holds them.
enum EntityFiles {
  static func tagger() -> EntityTagger {
    let lists = dataFile("Lists").flatMap { try? EntityLists.load(from: $0) }
    var eastAsian: [String: String] = [:]
    for language in ["ja", "ko", "zh"] {
      eastAsian[language] = dataFile("Models/entities-\(language).model")
    }
    return EntityTagger(
      lists: lists ?? EntityLists(), model: dataFile("Models/entities.model"),
      eastAsian: eastAsian)
  }
}
