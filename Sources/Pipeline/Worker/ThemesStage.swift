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
    let offsets = EvidenceOffsets(tags, in: text)
    let themes = tags.map { tag -> JSONValue in
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

/// The ends of all evidence of one text in Unicode scalars, found in one pass over the text.
private struct EvidenceOffsets {
  /// In bytes, ascending, and the same in scalars; empty where both are the same.
  private var bytes: [Int] = []
  private var scalars: [Int] = []

  init(_ tags: [ThemeTag], in text: String) {
    var count = 0
    for tag in tags { count += tag.evidence.count }
    guard count > 0 else { return }
    var offsets = ScalarOffsets(text)
    guard !offsets.isASCII else { return }
    bytes.reserveCapacity(2 * count)
    for tag in tags {
      for range in tag.evidence {
        bytes.append(range.lowerBound)
        bytes.append(range.upperBound)
      }
    }
    bytes.sort()
    scalars.reserveCapacity(bytes.count)
    for end in bytes { scalars.append(offsets.scalars(before: end)) }
  }

  /// The number of scalars before an end of the evidence.
  func scalars(before offset: Int) -> Int {
    guard !bytes.isEmpty else { return offset }
    var (low, high) = (0, bytes.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if bytes[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return scalars[low]
  }
}
