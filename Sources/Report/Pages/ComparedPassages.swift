import Model

/// The passages of both texts, the words of their sentences, and what joins them.
///
/// A passage is numbered from 1 on pages. A text without passages is one passage.
struct ComparedPassages {
  /// One side.
  struct Side {
    let bytes: [UInt8]
    let passages: [Passage]
    let sentences: [Range<Int>]
    /// The passage of each sentence.
    let passageOf: [Int]
    /// The words of each sentence.
    let words: [Int]
    /// The words of each passage.
    let passageWords: [Int]

    init(_ text: ComparedText) {
      bytes = Array(text.text.utf8)
      passages =
        text.passages.isEmpty
        ? [Passage(index: 0, kind: .paragraph, utf8: 0..<bytes.count)] : text.passages
      sentences = text.sentences
      var at = 0
      var of: [Int] = []
      for sentence in sentences {
        while at + 1 < passages.count, passages[at + 1].utf8.lowerBound <= sentence.lowerBound {
          at += 1
        }
        of.append(at)
      }
      passageOf = of
      words = sentences.map { [bytes] in countWords(bytes, $0) }
      passageWords = passages.map { [bytes] in countWords(bytes, $0.utf8) }
    }

    func string(_ range: Range<Int>) -> String {
      let limit = range.clamped(to: 0..<bytes.count)
      return String(decoding: bytes[limit], as: UTF8.self)
    }

    var wordCount: Int { passageWords.reduce(0, +) }

    /// The passage that holds `offset`.
    func passage(at offset: Int) -> Int {
      max(0, (passages.firstIndex { $0.utf8.lowerBound > offset } ?? passages.count) - 1)
    }
  }

  /// Words that went from one passage to another.
  struct Ribbon {
    var a: Int
    var b: Int
    var words: Double
    var isMoved: Bool
  }

  let a: Side
  let b: Side
  let ribbons: [Ribbon]

  init(_ result: ComparisonResult) {
    a = Side(result.a)
    b = Side(result.b)
    let links = result.alignment.links
    var partnersA = Array(repeating: 0, count: a.sentences.count)
    var partnersB = Array(repeating: 0, count: b.sentences.count)
    for link in links {
      partnersA[link.a] += 1
      partnersB[link.b] += 1
    }
    let moved = Set(result.alignment.movedB)
    var sums: [Int: Ribbon] = [:]
    for link in links {
      let words = min(
        Double(a.words[link.a]) / Double(partnersA[link.a]),
        Double(b.words[link.b]) / Double(partnersB[link.b]))
      let from = a.passageOf[link.a]
      let to = b.passageOf[link.b]
      let key = from * b.passages.count + to
      var ribbon = sums[key] ?? Ribbon(a: from, b: to, words: 0, isMoved: true)
      ribbon.words += words
      ribbon.isMoved = ribbon.isMoved && moved.contains(link.b)
      sums[key] = ribbon
    }
    ribbons = sums.sorted { $0.key < $1.key }.map(\.value)
  }
}

/// The number of words between white space.
func countWords(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
  var count = 0
  var isInside = false
  for i in range.clamped(to: 0..<bytes.count) {
    let isSpace = bytes[i] == 0x20 || bytes[i] == 0x0A || bytes[i] == 0x09 || bytes[i] == 0x0D
    if !isSpace, !isInside { count += 1 }
    isInside = !isSpace
  }
  return count
}
