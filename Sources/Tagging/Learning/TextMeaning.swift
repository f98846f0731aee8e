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
  mutating func vector(
    _ text: AnalyzedText, title: AnalyzedText?, lexicon: borrowing Lexicon
  ) -> [Float] {
    var sum = [Float](repeating: 0, count: table.dimensions)
    if let title {
      add(title, lexicon, to: &sum)
      for k in sum.indices { sum[k] *= TextMeaning.titleWeight }
    }
    add(text, lexicon, to: &sum)
    return unitVector(sum)
  }

  private mutating func add(
    _ analyzed: AnalyzedText, _ lexicon: borrowing Lexicon, to sum: inout [Float]
  ) {
    var counts: [TermID: Int] = [:]
    var order: [TermID] = []
    for token in analyzed.tokens where token.kind == .word {
      if counts.updateValue((counts[token.term] ?? 0) + 1, forKey: token.term) == nil {
        order.append(token.term)
      }
    }
    for term in order {
      let form = lexicon.string(of: term)
      let count = Float(counts[term] ?? 0)
      var vector = [Float](repeating: 0, count: sum.count)
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
      for k in sum.indices { sum[k] += count * vector[k] }
    }
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
