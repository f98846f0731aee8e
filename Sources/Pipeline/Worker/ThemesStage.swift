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
    lexicon.removeAll()
    let language = source.language ?? input["language"]?.stringValue
    let analyzed = analyze(text, language: language, lexicon: &lexicon)
    let tags = source.themes(
      in: analyzed, title: input["title"]?.stringValue, lexicon: &lexicon)
    let themes = tags.map { tag -> JSONValue in
      var offsets = ScalarOffsets(text)
      let evidence = tag.evidence.map { range in
        JSONValue.array([
          .int(offsets.scalars(before: range.lowerBound)),
          .int(offsets.scalars(before: range.upperBound)),
        ])
      }
      return [
        "theme": .string(tag.theme), "score": .double(tag.score), "evidence": .array(evidence),
      ]
    }
    return [.init("themes", .array(themes))]
  }
}
