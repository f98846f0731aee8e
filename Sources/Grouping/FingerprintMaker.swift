import Bytes
import Model
import Text

/// Makes fingerprints of texts.
///
/// Holds the tables that it counts in, so that none is made anew for each text: a text of a thousand words
/// costs some tens of microseconds.
struct FingerprintMaker: Sendable {
  /// How often each term and each stem of the text at hand occurs, by its number; zeros in between.
  private var termCounts: [UInt32] = []
  private var stemCounts: [UInt32] = []
  private var terms: [TermID] = []
  private var stems: [TermID] = []
  private var hashes: [UInt64] = []
  /// Distinct runs of words as an open-addressed table, at most half full; 0 marks an empty slot.
  private var slots: [UInt32] = []

  /// The fingerprint of a text; the lexicon is the one that it was analysed with.
  mutating func fingerprint(_ analyzed: AnalyzedText, _ lexicon: inout Lexicon) -> Fingerprint {
    grow(&termCounts, lexicon.count)
    hashes.removeAll(keepingCapacity: true)
    terms.removeAll(keepingCapacity: true)
    for token in analyzed.tokens where token.kind == .word || token.kind == .number {
      hashes.append(lexicon.hash(of: token.term))
      let term = Int(token.term.rawValue)
      if termCounts[term] == 0 { terms.append(token.term) }
      termCounts[term] += 1
    }
    var exact: UInt64 = 0xCBF2_9CE4_8422_2325
    for hash in hashes { exact = mixed(exact ^ hash) }
    let (sketch, count) = runs(exact)
    return Fingerprint(
      exact: exact, shingles: sketch, shingleCount: count,
      stems: stems(analyzed.baseLanguage, &lexicon), words: hashes.count)
  }

  private func grow(_ counts: inout [UInt32], _ count: Int) {
    if counts.count < count {
      counts += Array(repeating: 0, count: max(count, counts.count * 2) - counts.count)
    }
  }

  /// The smallest hashes of runs of three words, and how many distinct runs there are.
  private mutating func runs(_ exact: UInt64) -> (sketch: [UInt32], count: Int) {
    guard hashes.count >= 3 else {
      guard let first = hashes.first else { return ([], 0) }
      return ([UInt32(truncatingIfNeeded: mixed(first ^ exact) >> 32)], 1)
    }
    var size = 64
    while size < hashes.count * 2 { size *= 2 }
    slots.removeAll(keepingCapacity: true)
    slots += repeatElement(0, count: size)
    // So many runs are below this bound that the smallest are sure to be, unless many are repeated.
    let share = Double(Fingerprint.sketchSize) * 1.5 / Double(hashes.count)
    let bound = share < 1 ? UInt32(share * 4_294_967_295) : .max
    var found: [UInt32] = []
    found.reserveCapacity(Fingerprint.sketchSize * 2)
    var count = 0
    var hasZero = false
    for i in 0..<(hashes.count - 2) {
      let run = UInt32(
        truncatingIfNeeded: mixed(hashes[i] &+ mixed(hashes[i + 1] &+ mixed(hashes[i + 2]))) >> 32)
      if run == 0 {
        hasZero = true
        continue
      }
      var slot = Int(run) & (size - 1)
      while slots[slot] != 0, slots[slot] != run { slot = (slot + 1) & (size - 1) }
      guard slots[slot] == 0 else { continue }
      slots[slot] = run
      count += 1
      if run <= bound { found.append(run) }
    }
    if found.count < Fingerprint.sketchSize, found.count < count {
      found = slots.filter { $0 != 0 }
    }
    if hasZero {
      found.append(0)
      count += 1
    }
    found.sort()
    if found.count > Fingerprint.sketchSize {
      found.removeLast(found.count - Fingerprint.sketchSize)
    }
    return (found, count)
  }

  /// The most frequent stems of content with their counts, by hash.
  private mutating func stems(
    _ language: String, _ lexicon: inout Lexicon
  ) -> [(hash: UInt32, count: UInt16)] {
    stems.removeAll(keepingCapacity: true)
    for term in terms {
      let count = termCounts[Int(term.rawValue)]
      termCounts[Int(term.rawValue)] = 0
      guard !lexicon.isStopWord(term, language: language) else { continue }
      let stem = lexicon.stem(of: term, language: language)
      grow(&stemCounts, lexicon.count)
      if stemCounts[Int(stem.rawValue)] == 0 { stems.append(stem) }
      stemCounts[Int(stem.rawValue)] += count
    }
    var packed: [UInt64] = []
    packed.reserveCapacity(stems.count)
    for stem in stems {
      let count = min(stemCounts[Int(stem.rawValue)], UInt32(UInt16.max))
      stemCounts[Int(stem.rawValue)] = 0
      packed.append((mixed(lexicon.hash(of: stem)) >> 32) << 32 | UInt64(count))
    }
    if packed.count > Fingerprint.stemLimit {
      // The rarest go; of equally frequent ones those with the largest hashes.
      var ranked = packed.map { (0xFFFF - $0 & 0xFFFF) << 32 | $0 >> 32 }
      ranked.sort()
      packed = ranked.prefix(Fingerprint.stemLimit).map {
        $0 << 32 | (0xFFFF - $0 >> 32)
      }
    }
    packed.sort()
    return packed.map { (hash: UInt32($0 >> 32), count: UInt16($0 & 0xFFFF)) }
  }
}
