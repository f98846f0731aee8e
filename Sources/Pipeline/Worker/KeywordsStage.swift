import Bytes
public import JSONLines
import Tagging
import Text

/// Stage `keywords`: a text → what it is about.
public struct KeywordsStage: WorkerStage {
  private let finder = KeywordFiles.finder()
  private var lexicon = Lexicon()

  /// A stage that loads its models now; it goes without those that are missing.
  public init() {}

  /// The member `keywords`, best first.
  public mutating func answer(_ input: JSONValue) throws(WorkerError) -> [JSONValue.Member] {
    guard let text = input["text"]?.stringValue else { throw .missing("text", "a string") }
    let limit = input["limit"]?.intValue ?? 15
    let maxWords = input["maxWords"]?.intValue ?? 4
    guard (1...10_000).contains(limit), (1...20).contains(maxWords) else {
      throw WorkerError("bad-input", "\"limit\" is 1 to 10000 and \"maxWords\" 1 to 20")
    }
    if lexicon.count > streamTerms { lexicon.removeAll() }
    let analyzed = analyze(text, language: input["language"]?.stringValue, lexicon: &lexicon)
    let keywords = finder.keywords(
      in: analyzed, title: input["title"]?.stringValue,
      options: KeywordOptions(
        limit: limit, maxWords: maxWords, discarded: input["discard"]?.stringsValue ?? []),
      lexicon: &lexicon)
    let explains = input["explain"] == .bool(true)
    return [
      .init(
        "keywords",
        .array(
          keywords.map { keyword in
            var members: [JSONValue.Member] = [
              .init("term", .string(keyword.term)), .init("score", .double(keyword.score)),
              .init("count", .int(keyword.count)),
            ]
            if explains { members.append(.init("parts", parts(keyword.parts))) }
            return .object(members)
          }))
    ]
  }

  /// The factors of a score.
  private func parts(_ parts: KeywordParts) -> JSONValue {
    [
      "frequency": .double(parts.frequency), "length": .double(parts.length),
      "position": .double(parts.position), "rarity": .double(parts.rarity),
      "title": .double(parts.title), "kind": .double(parts.kind), "context": .double(parts.context),
      "corpus": .double(parts.corpus),
    ]
  }
}

/// Where the models of keywords are looked for.
enum KeywordFiles {
  static func finder() -> KeywordFinder {
    KeywordFinder(
      partOfSpeech: dataFile("Models/partofspeech.model").flatMap {
        try? PartOfSpeechTagger(path: $0)
      }, meaning: MeaningFile.load())
  }
}
