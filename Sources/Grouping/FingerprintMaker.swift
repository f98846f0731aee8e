import Bytes
import Model
public import Text

/// Makes fingerprints of texts.
///
/// Holds the tables that it counts in, so that none is made anew for each text: a text of a thousand words
/// costs some tens of microseconds.
public struct FingerprintMaker: Sendable {
  /// How often each term and each stem of the text at hand occurs, by its number; zeros in between.
  private var termCounts: [UInt32] = []
  private var stemCounts: [UInt32] = []
  private var terms: [TermID] = []
  private var distinctTerms = 0
  /// For each of those terms the number of its stem, and each distinct stem.
  private var stemOfTerm: [UInt32] = []
  private var stems: [UInt32] = []
  private var hashes: [UInt64] = []
  private var sample: [UInt64] = []
  private var evenSort = EvenSort()

  /// A maker with empty tables.
  public init() {}

  /// The fingerprint of a text; the lexicon is the one that it was analysed with.
  public mutating func fingerprint(_ analyzed: AnalyzedText, _ lexicon: inout Lexicon)
    -> Fingerprint
  {
    count(analyzed.tokens, lexicon)
    let runs = runs()
    return Fingerprint(
      exact: runs.exact, shingles: runs.sample, isWhole: runs.isWhole,
      stems: stems(analyzed.baseLanguage, &lexicon), words: hashes.count)
  }

  private func grow(_ counts: inout [UInt32], _ count: Int) {
    if counts.count < count {
      counts += Array(repeating: 0, count: max(count, counts.count * 2) - counts.count)
    }
  }

  /// Lists the hashes of all words, and each distinct term with its count.
  private mutating func count(_ tokens: [Token], _ lexicon: borrowing Lexicon) {
    grow(&termCounts, lexicon.count)
    if terms.count < tokens.count {
      terms = Array(repeating: TermID(rawValue: 0), count: tokens.count * 2)
    }
    hashes.removeAll(keepingCapacity: true)
    distinctTerms = countTerms(tokens, lexicon.hashes, &hashes, &termCounts, &terms)
  }

  /// The smallest hashes of runs of three words, whether they are all, and a hash of all words.
  private mutating func runs() -> (sample: [UInt32], isWhole: Bool, exact: UInt64) {
    guard hashes.count >= 3 else {
      var exact = stableHashSeed
      for hash in hashes { exact = mixed(exact ^ hash) }
      return (hashes.isEmpty ? [] : [UInt32(truncatingIfNeeded: exact >> 32)], true, exact)
    }
    // So many runs are below this bound that the smallest are sure to be, unless many are repeated.
    let share = Double(Fingerprint.sketchSize) * 1.5 / Double(hashes.count)
    if share < 1 {
      let bound = UInt32(share * 4_294_967_295)
      let (count, exact) = sampleRuns(upTo: bound)
      let found = smallest(count, bound)
      if found.runs.count == Fingerprint.sketchSize { return (found.runs, false, exact) }
    }
    let (count, exact) = sampleRuns(upTo: .max)
    let found = smallest(count, .max)
    return (found.runs, !found.hasMore, exact)
  }

  /// Puts the hashes of runs that are at most `bound` into `sample`; their number, and a hash of all.
  private mutating func sampleRuns(upTo bound: UInt32) -> (count: Int, exact: UInt64) {
    if sample.count < hashes.count { sample = Array(repeating: 0, count: hashes.count * 2) }
    return Grouping.sampleRuns(hashes, bound, &sample)
  }

  /// The smallest distinct of the first `count` hashes of `sample`, ascending, and whether there are more.
  private mutating func smallest(
    _ count: Int, _ bound: UInt32
  ) -> (runs: [UInt32], hasMore: Bool) {
    evenSort.sort(&sample, count: count, zeros: bound.leadingZeroBitCount)
    var found: [UInt32] = []
    found.reserveCapacity(Fingerprint.sketchSize)
    for i in 0..<count {
      let run = UInt32(truncatingIfNeeded: sample[i] >> 32)
      guard run != found.last else { continue }
      guard found.count < Fingerprint.sketchSize else { return (found, true) }
      found.append(run)
    }
    return (found, false)
  }

  /// The most frequent stems of content with their counts, by hash.
  private mutating func stems(
    _ language: String, _ lexicon: inout Lexicon
  ) -> [(hash: UInt32, count: UInt16)] {
    lexicon.contentStems(of: terms, count: distinctTerms, language: language, in: &stemOfTerm)
    grow(&stemCounts, lexicon.count)
    if stems.count < distinctTerms { stems = Array(repeating: 0, count: distinctTerms * 2) }
    let count = countStems(terms, stemOfTerm, distinctTerms, &termCounts, &stemCounts, &stems)
    if sample.count < count { sample = Array(repeating: 0, count: count * 2) }
    let hashes = lexicon.hashes
    for k in 0..<count {
      let stem = Int(stems[k])
      let times = min(stemCounts[stem], UInt32(UInt16.max))
      stemCounts[stem] = 0
      sample[k] = (mixed(hashes[stem]) >> 32) << 32 | UInt64(times)
    }
    evenSort.sort(&sample, count: count)
    return mostFrequent(count)
  }

  /// The most frequent of the first `count` stems of `sample`; of equally frequent ones those with the
  /// smallest hashes.
  private func mostFrequent(_ count: Int) -> [(hash: UInt32, count: UInt16)] {
    var least: UInt16 = 1
    var room = count
    if count > Fingerprint.stemLimit {
      var level = 1
      for k in 0..<count { level = max(level, Int(sample[k] & 0xFFFF)) }
      // Stems by how often they occur.
      var byCount = [Int](repeating: 0, count: level + 1)
      for k in 0..<count { byCount[Int(sample[k] & 0xFFFF)] += 1 }
      var above = 0
      while level > 1, above + byCount[level] < Fingerprint.stemLimit {
        above += byCount[level]
        level -= 1
      }
      least = UInt16(level)
      room = Fingerprint.stemLimit - above
    }
    var found: [(hash: UInt32, count: UInt16)] = []
    found.reserveCapacity(min(count, Fingerprint.stemLimit))
    for k in 0..<count {
      let times = UInt16(truncatingIfNeeded: sample[k])
      guard times >= least else { continue }
      if times == least {
        guard room > 0 else { continue }
        room -= 1
      }
      found.append((hash: UInt32(sample[k] >> 32), count: times))
    }
    return found
  }
}

/// Appends the hashes of all words to `hashes` and counts their terms; puts each distinct term in `found`.
///
/// - Returns: The number of distinct terms.
private func countTerms(
  _ tokens: [Token], _ known: borrowing Span<UInt64>, _ hashes: inout [UInt64],
  _ counts: inout [UInt32], _ found: inout [TermID]
) -> Int {
  var counts = counts.mutableSpan
  var found = found.mutableSpan
  var distinct = 0
  hashes.append(addingCapacity: tokens.count) { hashes in
    for token in tokens where token.kind == .word || token.kind == .number {
      let term = Int(token.term.rawValue)
      hashes.append(known[term])
      let count = counts[term]
      counts[term] = count + 1
      // Written in any case: whether a word is new is no branch that can be foretold.
      found[distinct] = token.term
      distinct += count == 0 ? 1 : 0
    }
  }
  return distinct
}

private func sampleRuns(
  _ hashes: [UInt64], _ bound: UInt32, _ sample: inout [UInt64]
) -> (count: Int, exact: UInt64) {
  let hashes = hashes.span
  var sample = sample.mutableSpan
  var count = 0
  var exact = mixed(hashes[0] &+ mixed(hashes[1]))
  for i in 0..<(hashes.count - 2) {
    let run = mixed(hashes[i] &+ mixed(hashes[i + 1] &+ mixed(hashes[i + 2])))
    exact = ((exact << 23 | exact >> 41) ^ run) &* 0x9E37_79B9_7F4A_7C15
    sample[count] = run
    count += run >> 32 <= UInt64(bound) ? 1 : 0
  }
  return (count, mixed(exact))
}

/// Adds the counts of the first `count` terms to those of their stems and takes them back to zero; puts
/// each distinct stem in `found`.
///
/// - Returns: The number of distinct stems.
private func countStems(
  _ terms: [TermID], _ stems: [UInt32], _ count: Int, _ termCounts: inout [UInt32],
  _ stemCounts: inout [UInt32], _ found: inout [UInt32]
) -> Int {
  let (terms, stems) = (terms.span, stems.span)
  var termCounts = termCounts.mutableSpan
  var stemCounts = stemCounts.mutableSpan
  var found = found.mutableSpan
  var distinct = 0
  for k in 0..<count {
    let term = Int(terms[k].rawValue)
    let times = termCounts[term]
    termCounts[term] = 0
    guard stems[k] != .max else { continue }
    let stem = Int(stems[k])
    let before = stemCounts[stem]
    stemCounts[stem] = before + times
    found[distinct] = stems[k]
    distinct += before == 0 ? 1 : 0
  }
  return distinct
}
