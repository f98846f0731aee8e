import Comparison
import Ingest
import Text

/// Two texts and where their words differ.
public struct WordComparison: Sendable {
  /// The UTF-8 bytes of the first text.
  public let a: [UInt8]
  /// The UTF-8 bytes of the second text.
  public let b: [UInt8]
  /// The bytes of each text's own words, in order; one of the two may be empty.
  public let differences: [(a: Range<Int>, b: Range<Int>)]
}

extension CompareQuery {
  /// The words that differ between the first two sides; throws when one cannot be read.
  ///
  /// A plain text is taken as it is written, line breaks and all; of a page its article.
  public func words() throws -> WordComparison {
    let read = try sides.prefix(2).map { try source($0).written }
    let language = read[0].language
    let (a, b) = (read[0].utf8, read[1].utf8)
    var lexicon = Lexicon()
    let found = wordDifferences(a.span, b.span, language: language, lexicon: &lexicon)
    return WordComparison(a: a, b: b, differences: found.map { ($0.a, $0.b) })
  }
}

extension CompareQuery.Source {
  /// The bytes of the text, and its language where that is known.
  fileprivate var written: (utf8: [UInt8], language: String?) {
    if case .record(let record, _) = self, record.kind == .text {
      return (decode(record.bytes, header: record.charset, isHTML: false).utf8, nil)
    }
    let input = side.input
    return (Array(input.text.utf8), input.language)
  }
}
