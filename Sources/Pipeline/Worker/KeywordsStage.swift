import Bytes
import Foundation
public import JSONLines
import Tagging
import Text

/// Stage `keywords`: a text → what it is about.
public struct KeywordsStage: WorkerStage {
  private let finder = KeywordFiles.finder()
  private let maxWords: Int
  private let discarded: [String]
  private let explains: Bool
  private var lexicon = Lexicon()

  /// The most words of a keyword that may be asked for.
  public static let longest = 20
  private static let largestList = 16 << 20

  /// A stage that loads its models now; it goes without those that are missing.
  ///
  /// Keywords have `maxWords` words at most and are explained unless a line says otherwise; the phrases of
  /// the file at `discardPath`, one a line, are never keywords. Throws when it cannot be read.
  public init(
    maxWords: Int = 4, discardPath: String? = nil, explains: Bool = false
  ) throws(PipelineError) {
    self.maxWords = maxWords
    self.explains = explains
    discarded = try discardPath.map(KeywordsStage.phrases) ?? []
  }

  private static func phrases(_ path: String) throws(PipelineError) -> [String] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw PipelineError(.unreadable, "\(path): cannot be read as a list. Check its name.")
    }
    guard data.count <= largestList, let text = String(validating: data, as: UTF8.self) else {
      throw PipelineError(
        .unreadable,
        "\(path): is no list of phrases: \(data.count) bytes, no text in UTF-8 or more than "
          + "\(largestList). Give a text file with one phrase a line.")
    }
    return text.split(whereSeparator: \.isNewline).map(String.init)
  }

  /// The member `keywords`, best first.
  public mutating func answer(_ input: JSONValue) throws(WorkerError) -> [JSONValue.Member] {
    guard let text = input["text"]?.stringValue else { throw .missing("text", "a string") }
    let limit = input["limit"]?.intValue ?? 15
    let maxWords = input["maxWords"]?.intValue ?? maxWords
    guard (1...10_000).contains(limit), (1...KeywordsStage.longest).contains(maxWords) else {
      throw WorkerError("bad-input", "\"limit\" is 1 to 10000 and \"maxWords\" 1 to 20")
    }
    if lexicon.count > streamTerms { lexicon.removeAll() }
    let analyzed = analyze(text, language: input["language"]?.stringValue, lexicon: &lexicon)
    let keywords = finder.keywords(
      in: analyzed, title: input["title"]?.stringValue,
      options: KeywordOptions(
        limit: limit, maxWords: maxWords,
        discarded: discarded + (input["discard"]?.stringsValue ?? [])),
      lexicon: &lexicon)
    let explains = input["explain"].map { $0 == .bool(true) } ?? explains
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
