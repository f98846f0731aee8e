import Bytes

/// The features that tell whether a word begins at a place in a run, as buckets of the weights.
///
/// Characters and their kinds around the place, alone and in twos, threes and fours; the word since
/// the last boundary; and the longest known words that end, begin or lie across it.
/// - Source: the pointwise features of Neubig, Nakata and Mori, "Pointwise Prediction for Robust,
///   Adaptable Japanese Morphological Analysis", ACL 2011. Differs: goes from left to right and sees
///   its own last decision.
struct WordFeatures {
  /// Buckets of the weights; a power of two.
  static let buckets = 1 << 18

  private var run = WordRun()
  // The longest known word (up to 4, then "longer") that ends before, begins at, lies across.
  private var ending: [UInt8] = []
  private var beginning: [UInt8] = []
  private var across: [UInt8] = []

  /// Looks at another run; `isKnown` says of the hash of a word whether it is known.
  mutating func begin(_ run: WordRun, isKnown: (UInt64) -> Bool) {
    self.run = run
    let count = run.count
    for k in [\WordFeatures.ending, \.beginning, \.across] {
      self[keyPath: k].removeAll(keepingCapacity: true)
      self[keyPath: k].append(contentsOf: repeatElement(0, count: count + 1))
    }
    for start in 0..<count {
      var hash: UInt64 = 0
      for end in (start + 1)...min(count, start + WordDictionary.longestWord) {
        hash = WordDictionary.extended(hash, by: run.scalars[end - 1])
        guard isKnown(hash) else { continue }
        let length = UInt8(min(4, end - start))
        ending[end] = max(ending[end], length)
        beginning[start] = max(beginning[start], length)
        for k in (start + 1)..<max(start + 1, end) { across[k] = max(across[k], length) }
      }
    }
  }

  /// Fills `buckets` for the place before the scalar at `i`, in a word that began at `start` and
  /// whose scalars so far have the hash `word`.
  func fill(_ buckets: inout [Int], at i: Int, start: Int, word: UInt64) {
    buckets.removeAll(keepingCapacity: true)
    func add(_ kind: UInt64, _ value: UInt64) {
      buckets.append(
        Int(truncatingIfNeeded: mixed(value &+ kind &* 0x9E37_79B9_7F4A_7C15))
          & (WordFeatures.buckets - 1))
    }
    let (c0, c1, c2) = (scalar(i - 3), scalar(i - 2), scalar(i - 1))
    let (c3, c4, c5) = (scalar(i), scalar(i + 1), scalar(i + 2))
    let (k0, k1, k2) = (kind(i - 3), kind(i - 2), kind(i - 1))
    let (k3, k4, k5) = (kind(i), kind(i + 1), kind(i + 2))
    add(0, 0)
    add(1, c0)
    add(2, c1)
    add(3, c2)
    add(4, c3)
    add(5, c4)
    add(6, c5)
    add(7, c0 << 21 | c1)
    add(8, c1 << 21 | c2)
    add(9, c2 << 21 | c3)
    add(10, c3 << 21 | c4)
    add(11, c4 << 21 | c5)
    add(12, c1 << 21 | c3)
    add(13, c2 << 21 | c4)
    add(14, c0 << 42 | c1 << 21 | c2)
    add(15, c1 << 42 | c2 << 21 | c3)
    add(16, c2 << 42 | c3 << 21 | c4)
    add(17, c3 << 42 | c4 << 21 | c5)
    add(18, mixed(c1 << 42 | c2 << 21 | c3) &+ c4)
    add(19, k0)
    add(20, k1)
    add(21, k2)
    add(22, k3)
    add(23, k4)
    add(24, k5)
    add(25, k0 << 4 | k1)
    add(26, k1 << 4 | k2)
    add(27, k2 << 4 | k3)
    add(28, k3 << 4 | k4)
    add(29, k4 << 4 | k5)
    add(30, k0 << 8 | k1 << 4 | k2)
    add(31, k1 << 8 | k2 << 4 | k3)
    add(32, k2 << 8 | k3 << 4 | k4)
    add(33, k3 << 8 | k4 << 4 | k5)
    add(34, k1 << 12 | k2 << 8 | k3 << 4 | k4)
    add(35, c2 << 4 | k3)
    add(36, c3 << 4 | k2)
    let length = UInt64(min(6, i - start))
    add(37, length)
    add(38, length << 4 | k2)
    add(39, word)
    add(40, mixed(word) &+ c3)
    let left = UInt64(ending[i])
    let right = UInt64(beginning[i])
    let over = UInt64(across[i])
    let known = left << 8 | right << 4 | over
    add(41, left)
    add(42, right)
    add(43, over)
    add(44, known)
    add(45, c2 << 8 | left << 4 | right)
    add(46, c3 << 4 | over)
    add(47, known << 8 | k2 << 4 | k3)
  }

  private func scalar(_ i: Int) -> UInt64 {
    i < 0 ? 1 : i < run.count ? UInt64(run.scalars[i]) : 2
  }

  private func kind(_ i: Int) -> UInt64 {
    i < 0 ? 8 : i < run.count ? UInt64(run.kinds[i].rawValue) : 9
  }
}
