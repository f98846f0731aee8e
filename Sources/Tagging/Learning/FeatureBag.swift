import Bytes
import Model
import Text

/// The words and phrases of one text as numbers that are the same in every run.
///
/// Three kinds are kept apart, since each is brought to the same length by itself: words (by their
/// stems, those of the title among them), phrases of two words, and words of the title alone.
struct FeatureBag {
  /// The kinds of features.
  static let kinds = 3
  /// The kind that holds phrases.
  static let phrases = 1
  /// What each kind weighs against the words.
  static let kindWeights: [Float] = [1, 0.5, 0.5]
  /// Where a feature stands in the text.
  struct Place {
    var feature: UInt64
    var utf8: Range<Int>
  }

  /// Features of each kind as they occur, repeats included.
  private(set) var features: [[UInt64]] = Array(repeating: [], count: kinds)
  /// Words and phrases of the text (not of the title), in its order.
  private(set) var places: [Place] = []

  /// The features of `text` below `title`; stems are those of `language`.
  init(_ text: AnalyzedText, title: AnalyzedText?, language: String, lexicon: inout Lexicon) {
    if let title { add(title, isTitle: true, language, &lexicon) }
    add(text, isTitle: false, language, &lexicon)
  }

  private mutating func add(
    _ analyzed: AnalyzedText, isTitle: Bool, _ language: String, _ lexicon: inout Lexicon
  ) {
    var before: (hash: UInt64, start: Int)?
    for token in analyzed.tokens {
      let hash: UInt64
      switch token.kind {
      case .punctuation: continue
      case .number:
        // The size of a number says more than the number.
        hash = mixed(0x6E75_6D62 &+ UInt64(token.end - token.start))
      case .word, .symbol, .address:
        let stem = lexicon.stem(of: token.term, language: language)
        hash = lexicon.hash(of: stem)
      }
      features[0].append(hash)
      let phrase = before.map { mixed($0.hash &* 0x9E37_79B9_7F4A_7C15 ^ hash) }
      if let phrase { features[1].append(phrase) }
      if isTitle {
        features[2].append(mixed(hash ^ 0x7469_746C_65))
      } else {
        places.append(Place(feature: hash, utf8: token.utf8))
        if let phrase, let before {
          places.append(Place(feature: phrase, utf8: before.start..<Int(token.end)))
        }
      }
      before = (hash, Int(token.start))
    }
  }

  /// The distinct features of a kind with their counts, by ascending number.
  func counts(kind: Int) -> [(feature: UInt64, count: Int)] {
    var found: [(feature: UInt64, count: Int)] = []
    for feature in features[kind].sorted() {
      if let last = found.last, last.feature == feature {
        found[found.count - 1].count += 1
      } else {
        found.append((feature, 1))
      }
    }
    return found
  }
}
