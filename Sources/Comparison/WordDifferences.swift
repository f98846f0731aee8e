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

/// Where two texts, which are valid UTF-8, differ word by word, in order, whatever their sentences say.
///
/// Words are compared in normal form, so case and other forms of quotation marks are no difference.
/// An empty range stands behind the word before it. The language is detected when it is nil.
///
/// - Complexity: O((*n* + *m*) × *d*) as `diff`, with *d* at most about the square root of the length.
public func wordDifferences(
  _ a: borrowing Span<UInt8>, _ b: borrowing Span<UInt8>, language: String? = nil,
  lexicon: inout Lexicon
) -> [WordDifference] {
  let language = language ?? detectLanguage(a).code
  let x = TokenColumns(a, language: language, lexicon: &lexicon)
  let y = TokenColumns(b, language: language, lexicon: &lexicon)
  let edits = diff(x.terms, y.terms)
  var weights = AnchorWeights(language: String(language.prefix { $0 != "-" }))
  return cleanedUp(
    edits, weightA: { weights.weight(of: x.terms[$0], x.kind($0), &lexicon) },
    weightB: { weights.weight(of: y.terms[$0], y.kind($0), &lexicon) }
  ).map { WordDifference(a: bytes(x, $0.a), b: bytes(y, $0.b)) }
}

private func bytes(_ tokens: TokenColumns, _ range: Range<Int>) -> Range<Int> {
  guard let first = range.first, let last = range.last else {
    let end = range.lowerBound > 0 ? tokens.utf8(range.lowerBound - 1).upperBound : 0
    return end..<end
  }
  return tokens.utf8(first).lowerBound..<tokens.utf8(last).upperBound
}
