import Comparison
import Text

/// Two texts and where their words differ.
public struct WordComparison: Sendable {
  /// The first text.
  public let a: String
  /// The second text.
  public let b: String
  /// The bytes of each text's own words, in order; one of the two may be empty.
  public let differences: [(a: Range<Int>, b: Range<Int>)]
}

extension CompareQuery {
  /// The words that differ between the first two sides; throws when one cannot be read.
  public func words() throws -> WordComparison {
    let read = try sides.prefix(2).map(side)
    var lexicon = Lexicon()
    let found = wordDifferences(
      read[0].input.text, read[1].input.text, language: read[0].input.language, lexicon: &lexicon)
    return WordComparison(
      a: read[0].input.text, b: read[1].input.text, differences: found.map { ($0.a, $0.b) })
  }
}
