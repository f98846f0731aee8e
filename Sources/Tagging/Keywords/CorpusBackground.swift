import Bytes

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// In how many documents of a corpus each word stands, for telling what is unusual in it.
public struct CorpusBackground: Sendable {
  /// Documents at which the corpus says as much as it does not.
  private static let halfTrust = 1_000.0
  /// What a word counts that stands in every document, where the corpus is large.
  private static let least = 0.25

  /// The number of documents.
  public private(set) var documents = 0
  private var counts = HashedNumbers()

  /// No documents: every word is as usual as any other.
  public init() {}

  /// Notes that `word`, in its normal form, stands in so many documents.
  ///
  /// Words of one document are not kept, since a word that was never met counts as they do.
  public mutating func add(_ word: String, documents count: Int) {
    guard count > 1 else { return }
    _ = counts.number(of: stableHash(word), orAdd: Int32(clamping: count))
  }

  /// Sets the number of documents that the words were counted in.
  public mutating func setDocuments(_ count: Int) { documents = count }

  /// How many documents have `word`, in its normal form; 1 where it is not known.
  ///
  /// Of a word with other signs than letters in it, such as an abbreviation, the rarest part counts,
  /// since corpora are counted by runs of letters.
  func documents(with word: String) -> Int {
    let whole = counts.number(of: stableHash(word))
    if whole != 0 { return Int(whole) }
    let bytes = word.utf8Span.span
    var fewest = Int.max
    var start = 0
    for i in 0...bytes.count {
      if i < bytes.count, ASCII.isLetter(bytes[i]) || bytes[i] >= 0x80 { continue }
      if i > start {
        fewest = min(fewest, max(1, Int(counts.number(of: stableHash(bytes, in: start..<i)))))
      }
      start = i + 1
    }
    return fewest == .max ? 1 : fewest
  }

  /// How unusual words of so many documents each are together: 1 for words that are new to the
  /// corpus, less for usual ones, and nearer to 1 the smaller the corpus is.
  ///
  /// The mean of the words' inverse document frequencies, as a share of the largest possible one
  /// (after Spärck Jones 1972).
  func unusualness(_ counts: [Int]) -> Double {
    guard documents > 1, !counts.isEmpty else { return 1 }
    let all = Double(documents)
    let largest = log((all + 1) / 2)
    let mean =
      counts.reduce(0) { $0 + log((all + 1) / (1 + Double($1))) / largest } / Double(counts.count)
    let trust = all / (all + CorpusBackground.halfTrust)
    return pow(CorpusBackground.least + (1 - CorpusBackground.least) * max(0, mean), trust)
  }
}
