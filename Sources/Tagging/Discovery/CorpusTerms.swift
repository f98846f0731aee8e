import Bytes
import Model
import Text

/// The texts of a corpus as sequences of terms, kept for finding what they are about.
///
/// Memory: four bytes for each word of the corpus, and the distinct words.
public struct CorpusTerms: Sendable {
  /// A term: words with one stem.
  struct Term: Sendable {
    /// The stem, which stands for the term from run to run.
    var stem: String
    /// Its forms in lower case, each with how often it occurred.
    var forms: [String: Int] = [:]
    /// Texts that have it.
    var documents = 0
    /// Whether it may name a theme: a word of two letters or more that is no stop word.
    var isContent: Bool
    var lastText = -1

    /// The most frequent form; of equals the first by its bytes.
    var surface: String {
      forms.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? stem
    }
  }

  /// The language whose stems and stop words are used.
  public let language: String
  private(set) var terms: [Term] = []
  private var indices: [UInt64: UInt32] = [:]
  /// Terms of all texts in their order.
  private(set) var sequence: [UInt32] = []
  /// Where each text begins in `sequence`, and the end of the last.
  private(set) var starts = [0]
  private var lexicon = Lexicon()

  /// No texts yet.
  public init(language: String) { self.language = language }

  /// Number of texts.
  public var count: Int { starts.count - 1 }

  /// Adds a text.
  public mutating func add(_ text: String) {
    if lexicon.count > 1 << 20 { lexicon.removeAll() }
    let analyzed = analyze(text, language: language, lexicon: &lexicon)
    for token in analyzed.tokens {
      guard token.kind == .word || token.kind == .number else { continue }
      let stem = lexicon.stem(of: token.term, language: language)
      let hash = lexicon.hash(of: stem)
      let index: Int
      if let known = indices[hash] {
        index = Int(known)
      } else {
        index = terms.count
        indices[hash] = UInt32(index)
        let isStop = lexicon.isStopWord(token.term, language: language)
        terms.append(
          Term(
            stem: lexicon.string(of: stem),
            isContent: token.kind == .word && lexicon.length(of: token.term) > 1 && !isStop))
      }
      terms[index].forms[lexicon.string(of: token.term), default: 0] += 1
      if terms[index].lastText != count {
        terms[index].lastText = count
        terms[index].documents += 1
      }
      sequence.append(UInt32(index))
    }
    starts.append(sequence.count)
  }
}
