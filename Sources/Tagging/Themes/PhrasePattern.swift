import Bytes
import Model
import Text

/// What a phrase of a taxonomy asks of the tokens of a text, one after the other.
struct PhrasePattern: Hashable, Sendable {
  /// What one step asks for.
  enum Step: Hashable, Sendable {
    /// A token with this hash of its stem; punctuation as it is.
    case stem(UInt64)
    /// A word with this hash of its normal form: this form of it and no other.
    case form(UInt64)
    /// A word whose normal form begins so.
    case prefix([UInt8])
    /// Any one word.
    case anyWord
    /// Up to `gapWords` tokens that are left out.
    case gap
  }

  /// The most tokens that a gap leaves out.
  static let gapWords = 3
  /// The shortest beginning of a word that may be asked for, in bytes.
  private static let shortestPrefix = 3
  private static let maximumSteps = 16
  private static let maximumGaps = 3

  private(set) var steps: [Step] = []
  /// The number of words that are asked for, as they are written.
  private(set) var words = 0
  /// Whether it holds a gap or a wildcard.
  private(set) var isOpen = false
  /// Why it can be used for nothing, and what to do; nil when all is well.
  private(set) var problem: String?

  /// Reads `phrase`, whose words are those of `language`.
  init(_ phrase: String, language: String, lexicon: inout Lexicon) {
    var plain: [Substring] = []
    var saysSomething = false
    for part in PhrasePattern.parts(of: phrase) {
      if part == "..." || part == "…" {
        addWords(&plain, language, &lexicon, &saysSomething)
        steps.append(.gap)
      } else if part == "*" {
        addWords(&plain, language, &lexicon, &saysSomething)
        steps.append(.anyWord)
        words += 1
      } else if part.hasPrefix("=") {
        addWords(&plain, language, &lexicon, &saysSomething)
        addForm(String(part.dropFirst()), language, &lexicon)
        saysSomething = true
      } else if part.hasSuffix("*") {
        addWords(&plain, language, &lexicon, &saysSomething)
        let form = Array(normalForm(String(part.dropLast())).utf8)
        if form.count < PhrasePattern.shortestPrefix || form.contains(0x2A) {
          problem =
            "the beginning of a word before \"*\" has at least \(PhrasePattern.shortestPrefix) letters"
        }
        steps.append(.prefix(form))
        words += 1
        saysSomething = true
      } else {
        plain.append(part)
      }
    }
    addWords(&plain, language, &lexicon, &saysSomething)
    let gaps = steps.count { $0 == .gap }
    isOpen = steps.contains {
      switch $0 {
      case .stem, .form: false
      case .prefix, .anyWord, .gap: true
      }
    }
    if !saysSomething {
      problem = "it holds only stop words and would be met in every text. Add a word that says more"
    } else if steps.first == .gap || steps.last == .gap || steps.first == .anyWord {
      problem = "it begins or ends with words that may be any. Begin and end it with a word"
    } else if gaps > PhrasePattern.maximumGaps || steps.count > PhrasePattern.maximumSteps {
      problem =
        "it has more than \(PhrasePattern.maximumSteps) words or \(PhrasePattern.maximumGaps) gaps. "
        + "Shorten it"
    }
  }

  /// The parts of `phrase` between white space.
  static func parts(of phrase: String) -> [Substring] {
    // What a character beyond ASCII is has to be looked up, which costs more than all the rest.
    phrase.split {
      $0.isASCII ? $0 == " " || ("\t"..."\r").contains($0) || $0 == "\r\n" : $0.isWhitespace
    }
  }

  private mutating func addForm(_ word: String, _ language: String, _ lexicon: inout Lexicon) {
    let tokens = analyze(word, language: language, lexicon: &lexicon).tokens
    if tokens.count == 1, let token = tokens.first, token.kind == .word {
      steps.append(.form(lexicon.hash(of: token.term)))
    } else {
      problem = "\"=\" stands before one word that is meant in this form alone"
    }
    words += 1
  }

  private mutating func addWords(
    _ plain: inout [Substring], _ language: String, _ lexicon: inout Lexicon,
    _ saysSomething: inout Bool
  ) {
    guard !plain.isEmpty else { return }
    let analyzed = analyze(plain.joined(separator: " "), language: language, lexicon: &lexicon)
    words += plain.count
    plain.removeAll()
    // Punctuation counts as in texts, so that "start-up" is found where it is written so.
    for token in analyzed.tokens {
      if token.kind != .punctuation, !lexicon.isStopWord(token.term, language: language) {
        saysSomething = true
      }
      let stem = PhrasePattern.stem(token, language: language, lexicon: &lexicon)
      steps.append(.stem(lexicon.hash(of: stem)))
    }
  }

  /// The term by which a token is matched.
  @inline(__always)
  static func stem(_ token: Token, language: String, lexicon: inout Lexicon) -> TermID {
    token.kind == .punctuation ? token.term : lexicon.stem(of: token.term, language: language)
  }
}
