import Bytes
import JSONLines
import Tagging
import Text

/// Sentences of Japanese, Korean and Chinese with their names, as the trainer reads them.
struct EastAsianData {
  /// A text with the spans of its source.
  struct Document {
    var view: CharacterView
    var language: String
    /// The scalars of the view, the label and the words of each span.
    var spans: [(places: Range<Int>, label: String, name: String)]
    /// The given tokens, as ranges of scalars; empty where the text was cut by our own rules.
    var tokens: [Range<Int>] = []
  }

  private(set) var examples = TrainingExamples(words: WordTable())
  private(set) var fingerprint: UInt64 = 0
  /// The types that any set of the mix marks.
  private let types: Set<String>
  private var names: NameTable
  private var lexicon = Lexicon()

  init(_ sources: [EastAsianSource], names: NameTable) {
    types = sources.reduce([]) { $0.union($1.known) }
    self.names = names
  }

  /// A row as it is given, and for one with tokens also as a text that our own rules cut.
  mutating func documents(_ row: JSONValue, _ language: String) -> [Document] {
    lexicon.removeAll()
    var spans: [(range: Range<Int>, label: String)] = []
    if case .array(let items)? = row["spans"] {
      spans = items.compactMap { item in
        guard case .array(let parts) = item, parts.count == 3, case .int(let start) = parts[0],
          case .int(let end) = parts[1], let label = parts[2].stringValue, start < end
        else { return nil }
        return (start..<end, label)
      }
    }
    if let text = row["text"]?.stringValue {
      return [document(text, language, spans)]
    }
    guard case .array(let items)? = row["tokens"] else { return [] }
    let words = items.map { $0.stringValue ?? "" }
    let given = GivenTokens([words], language: language, lexicon: &lexicon)
    let view = CharacterView(given.analyzed)
    var found: [(places: Range<Int>, label: String, name: String)] = []
    // Offsets of the tokens in the text without spaces, in scalars.
    var offsets = [0]
    for word in words { offsets.append(offsets[offsets.count - 1] + word.unicodeScalars.count) }
    for (range, label) in spans where range.upperBound < offsets.count {
      // The view leaves nothing out of tokens, so its places are those offsets.
      let places = offsets[range.lowerBound]..<offsets[range.upperBound]
      found.append((places, label, words[range].joined()))
    }
    let tokens = words.indices.map { offsets[$0]..<offsets[$0 + 1] }
    let cut = document(
      words.joined(), language,
      spans.map { (offsets[$0.range.lowerBound]..<offsets[$0.range.upperBound], $0.label) })
    return [Document(view: view, language: language, spans: found, tokens: tokens), cut]
  }

  private mutating func document(
    _ text: String, _ language: String, _ spans: [(range: Range<Int>, label: String)]
  ) -> Document {
    let analyzed = analyze(text, language: language, lexicon: &lexicon)
    let view = CharacterView(analyzed)
    var offsets: [Int] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
    var found: [(places: Range<Int>, label: String, name: String)] = []
    for (range, label) in spans where range.upperBound < offsets.count {
      let utf8 = offsets[range.lowerBound]..<offsets[range.upperBound]
      guard let places = view.places(utf8) else { continue }
      found.append((places, label, analyzed.string(utf8)))
    }
    return Document(view: view, language: language, spans: found)
  }

  /// Adds the sentences of a document of `source`.
  ///
  /// What the names of the training data say of it is taken from the other `fold`s alone, as it is
  /// for a text that was never seen.
  mutating func add(
    _ document: Document, _ source: EastAsianSource, weight: Float, fold: Int
  ) {
    var view = document.view
    view.markNames { names.entry($0, besides: fold) }
    guard let last = view.sentences.last else { return }
    var masks = [UInt32](repeating: source.outside(of: types), count: last.upperBound)
    for (places, label, name) in document.spans where places.upperBound <= masks.count {
      for (k, i) in places.enumerated() {
        masks[i] = source.labels(label, name, isFirst: k == 0) ?? 1
      }
    }
    let extractor = CharacterFeatures(view, language: document.language)
    for sentence in view.sentences {
      let first = examples.allowed.count
      for i in sentence {
        let from = examples.features.count
        extractor.append(at: i, in: sentence, to: &examples.features)
        if let seed = source.seed {
          for k in [0, 3, 8, 9, 22, 28, 35] where from + k < examples.features.count {
            examples.features.append(
              UInt32(
                truncatingIfNeeded: mixed(UInt64(examples.features[from + k]) << 8 ^ seed) >> 20))
          }
        }
        examples.featureEnds.append(examples.features.count)
        let mask = i == sentence.lowerBound ? TrainingExamples.withFirsts(masks[i]) : masks[i]
        examples.allowed.append(mask)
        examples.rows.append(SIMD4(repeating: -1))
        fingerprint = mixed(fingerprint ^ UInt64(examples.features[from + 3]) << 32 ^ UInt64(mask))
      }
      examples.regions.append(
        TrainingExamples.Region(first: first, count: sentence.count, weight: weight))
    }
  }
}
