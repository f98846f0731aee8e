import Bytes
public import JSONLines
import Tagging
import Text

/// Stage `themes`: a text → the themes that it speaks of.
public struct ThemesStage: WorkerStage {
  private let source: ThemeSource
  private var lexicon = Lexicon()

  /// A stage with the taxonomy at `taxonomyPath`, or the shipped one, or a learned model.
  ///
  /// Throws when the taxonomy or the model cannot be used.
  public init(taxonomyPath: String? = nil, modelPath: String? = nil) throws {
    source = try ThemeSource(taxonomyPath: taxonomyPath, modelPath: modelPath)
  }

  /// The member `themes`, best first; offsets count Unicode scalars.
  public mutating func answer(_ input: JSONValue) throws(WorkerError) -> [JSONValue.Member] {
    guard let text = input["text"]?.stringValue else { throw .missing("text", "a string") }
    if lexicon.count > streamTerms { lexicon.removeAll() }
    let language = source.language ?? input["language"]?.stringValue
    let analyzed = analyze(text, language: language, lexicon: &lexicon)
    let tags = source.themes(
      in: analyzed, title: input["title"]?.stringValue, lexicon: &lexicon)
    // Offsets are found in one pass over the text, however many themes it has.
    let ends = tags.flatMap { $0.evidence.flatMap { [$0.lowerBound, $0.upperBound] } }.sorted()
    var offsets = ScalarOffsets(text)
    var scalars: [Int: Int] = [:]
    for end in ends { scalars[end] = offsets.scalars(before: end) }
    let themes = tags.map { tag -> JSONValue in
      let evidence = tag.evidence.map { range in
        JSONValue.array([
          .int(scalars[range.lowerBound] ?? 0), .int(scalars[range.upperBound] ?? 0),
        ])
      }
      return [
        "theme": .string(tag.theme), "score": .double(tag.score), "evidence": .array(evidence),
      ]
    }
    return [.init("themes", .array(themes))]
  }
}
