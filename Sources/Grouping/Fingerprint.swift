/// What is kept of a text to find its variants: sketches of bounded size, not the text.
struct Fingerprint: Sendable {
  /// Hash of all words in order.
  let exact: UInt64
  /// The smallest hashes of runs of three words, ascending: a sample that is the same in every text.
  let shingles: [UInt32]
  /// All distinct runs of three words; more than `shingles` where the text is long.
  let shingleCount: Int
  /// Distinct content stems and how often each occurs, by hash.
  let stems: [(hash: UInt32, count: UInt16)]
  /// Words of the text.
  let words: Int

  /// Runs of three words that are kept, at most.
  static let sketchSize = 192
  /// Distinct stems that are kept, at most.
  static let stemLimit = 320

  /// How much of the shorter text's runs of words the other has, and how much of both is shared.
  ///
  /// Both are estimated from the hashes below the smaller of the two samples' last ones, where both
  /// samples are whole.
  func overlap(_ other: Fingerprint) -> (containment: Double, jaccard: Double) {
    let limit = min(bound, other.bound)
    var i = 0
    var j = 0
    var shared = 0
    var own = 0
    var others = 0
    while i < shingles.count || j < other.shingles.count {
      let a = i < shingles.count ? UInt64(shingles[i]) : .max
      let b = j < other.shingles.count ? UInt64(other.shingles[j]) : .max
      guard min(a, b) <= limit else { break }
      if a == b {
        shared += 1
        own += 1
        others += 1
        i += 1
        j += 1
      } else if a < b {
        own += 1
        i += 1
      } else {
        others += 1
        j += 1
      }
    }
    let union = own + others - shared
    guard union > 0 else { return (0, 0) }
    // The shorter text is the one with fewer runs in all.
    let shorter = shingleCount <= other.shingleCount ? own : others
    return (
      shorter > 0 ? Double(shared) / Double(shorter) : 0, Double(shared) / Double(union)
    )
  }

  /// The largest hash up to which the sample is whole.
  private var bound: UInt64 {
    shingleCount > shingles.count ? UInt64(shingles.last ?? .max) : .max - 1
  }
}
