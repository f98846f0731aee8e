import Model
import Text

/// What an equal word is worth as an anchor between edits: marks and stop words hold nothing together.
struct AnchorWeights {
  private let language: String
  /// By term, one more than the weight; 0 for a term that was not asked for yet.
  private var known: [UInt8] = []

  init(language: String) { self.language = language }

  mutating func weight(of token: Token, _ lexicon: inout Lexicon) -> Int {
    weight(of: token.term.rawValue, token.kind, &lexicon)
  }

  mutating func weight(of term: UInt32, _ kind: Token.Kind, _ lexicon: inout Lexicon) -> Int {
    guard kind != .punctuation else { return 0 }
    let place = Int(term)
    if place >= known.count {
      known += Array(repeating: 0, count: max(lexicon.count, place + 1) - known.count)
    }
    if known[place] == 0 {
      known[place] =
        lexicon.isStopWord(TermID(rawValue: term), language: language) ? 2 : 4
    }
    return Int(known[place]) - 1
  }
}
