import Model
import Text

/// What an equal word is worth as an anchor between edits: marks and stop words hold nothing together.
struct AnchorWeights {
  private let language: String
  /// By term, one more than the weight; 0 for a term that was not asked for yet.
  private var known: [UInt8] = []

  init(language: String) { self.language = language }

  mutating func weight(of token: Token, _ lexicon: inout Lexicon) -> Int {
    guard token.kind != .punctuation else { return 0 }
    let term = Int(token.term.rawValue)
    if term >= known.count {
      known += Array(repeating: 0, count: max(lexicon.count, term + 1) - known.count)
    }
    if known[term] == 0 {
      known[term] = lexicon.isStopWord(token.term, language: language) ? 2 : 4
    }
    return Int(known[term]) - 1
  }
}
