import Bytes
import Model
import Text

/// What a text means as one vector: the sum of the vectors of its words, of length one.
struct TextMeaning {
  /// The weight of a word of the title.
  private static let titleWeight: Float = 2

  private let table: MeaningTable
  private var word: [UInt8] = []

  init(_ table: MeaningTable) { self.table = table }

  /// The vector of `text` and `title`, `table.dimensions` numbers; zeros when no word is known.
  ///
  /// A word that stands *n* times counts 1 + ln *n*, as in the rows of features, so that one word of
  /// a repetitive text does not decide what the text means.
  mutating func vector(
    _ text: AnalyzedText, title: AnalyzedText?, lexicon: borrowing Lexicon
  ) -> [Float] {
    var sum = [Float](repeating: 0, count: table.dimensions)
    if let title { add(title, TextMeaning.titleWeight, lexicon, to: &sum) }
    add(text, 1, lexicon, to: &sum)
    return unitVector(sum)
  }

  private mutating func add(
    _ analyzed: AnalyzedText, _ weight: Float, _ lexicon: borrowing Lexicon, to sum: inout [Float]
  ) {
    var counts: [TermID: Float] = [:]
    var order: [TermID] = []
    for token in analyzed.tokens where token.kind == .word {
      let known = counts[token.term]
      if known == nil { order.append(token.term) }
      counts[token.term] = (known ?? 0) + 1
    }
    var one = [Float](repeating: 0, count: sum.count)
    for term in order {
      for k in one.indices { one[k] = 0 }
      add(lexicon.string(of: term), to: &one)
      let factor = weight * (1 + logarithm(counts[term] ?? 1))
      for k in sum.indices { sum[k] += factor * one[k] }
    }
  }

  private mutating func add(_ form: String, to vector: inout [Float]) {
    word.removeAll(keepingCapacity: true)
    for byte in form.utf8 {
      if ASCII.isLetter(byte) || byte >= 0x80 {
        word.append(byte)
      } else if !word.isEmpty {
        table.add(word: word.span, to: &vector)
        word.removeAll(keepingCapacity: true)
      }
    }
    if !word.isEmpty { table.add(word: word.span, to: &vector) }
  }
}

/// `vector` brought to length one; as it is when it has none.
func unitVector(_ vector: [Float]) -> [Float] {
  var sum: Float = 0
  for x in vector { sum += x * x }
  guard sum > 0 else { return vector }
  let factor = 1 / sum.squareRoot()
  return vector.map { $0 * factor }
}
