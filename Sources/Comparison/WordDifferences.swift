import Diff
import Model
public import Text

/// Words of one text that stand in the place of words of another; one of the ranges may be empty.
public struct WordDifference: Hashable, Sendable {
  /// The bytes of the words that only the first text has here.
  public let a: Range<Int>
  /// The bytes of the words that only the second text has here.
  public let b: Range<Int>
}

/// Where two texts differ word by word, in order, whatever their sentences say.
///
/// Words are compared in normal form, so case and other forms of quotation marks are no difference.
/// An empty range stands behind the word before it.
///
/// - Complexity: O((*n* + *m*) × *d*) as `diff`, with *d* at most about the square root of the length.
public func wordDifferences(
  _ a: String, _ b: String, language: String? = nil, lexicon: inout Lexicon
) -> [WordDifference] {
  let x = analyze(a, language: language, lexicon: &lexicon)
  let y = analyze(b, language: language ?? x.language, lexicon: &lexicon)
  let edits = diff(x.tokens.map(\.term.rawValue), y.tokens.map(\.term.rawValue))
  var weights = AnchorWeights(language: x.baseLanguage)
  let weightsA = x.tokens.map { weights.weight(of: $0, &lexicon) }
  let weightsB = y.tokens.map { weights.weight(of: $0, &lexicon) }
  return cleanedUp(edits, weightA: { weightsA[$0] }, weightB: { weightsB[$0] }).map {
    WordDifference(a: bytes(x.tokens, $0.a), b: bytes(y.tokens, $0.b))
  }
}

private func bytes(_ tokens: [Token], _ range: Range<Int>) -> Range<Int> {
  guard let first = range.first, let last = range.last else {
    let end = range.lowerBound > 0 ? Int(tokens[range.lowerBound - 1].end) : 0
    return end..<end
  }
  return Int(tokens[first].start)..<Int(tokens[last].end)
}
