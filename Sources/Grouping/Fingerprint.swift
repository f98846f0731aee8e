/// What is kept of a text to find its variants: sketches of bounded size, not the text.
public struct Fingerprint: Sendable {
  /// Hash of all words in order.
  let exact: UInt64
  /// The smallest hashes of runs of three words, ascending: a sample that is the same in every text.
  let shingles: [UInt32]
  /// Whether `shingles` are all runs of the text.
  let isWhole: Bool
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
    let own = count(upTo: limit)
    let others = other.count(upTo: limit)
    var i = 0
    var j = 0
    var shared = 0
    while i < own, j < others {
      let (a, b) = (shingles[i], other.shingles[j])
      shared += a == b ? 1 : 0
      i += a <= b ? 1 : 0
      j += b <= a ? 1 : 0
    }
    let union = own + others - shared
    guard union > 0 else { return (0, 0) }
    let shorter = words <= other.words ? own : others
    return (
      shorter > 0 ? Double(shared) / Double(shorter) : 0, Double(shared) / Double(union)
    )
  }

  /// The largest hash up to which the sample is whole.
  var bound: UInt32 { isWhole ? .max : shingles.last ?? .max }

  /// How many sampled hashes are at most `limit`.
  private func count(upTo limit: UInt32) -> Int {
    if (shingles.last ?? 0) <= limit { return shingles.count }
    var low = 0
    var high = shingles.count
    while low < high {
      let middle = (low + high) / 2
      if shingles[middle] <= limit { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
