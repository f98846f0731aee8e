/// Which sentences of two texts are equal, and the how-many-eth of its equals each one is.
///
/// A refrain that stands a thousand times on both sides would make a million pairs that are all
/// alike; the *k*-th of A and the *k*-th of B are the only ones worth a look.
struct EqualSentences {
  /// Equal sentences of one side, up to which every pair is looked at.
  private static let few = 4

  private var kindA: [Int] = []
  private var kindB: [Int] = []
  private var rankA: [Int] = []
  private var rankB: [Int] = []
  private var countA: [Int] = []
  /// The sentences of B of each kind, ascending.
  private var ofB: [[Int]] = []

  init(_ a: Side, _ b: Side) {
    var kinds: [UInt64: Int] = [:]
    func kind(_ unit: Side.Unit) -> Int {
      if let known = kinds[unit.hash] { return known }
      kinds[unit.hash] = kinds.count
      return kinds.count - 1
    }
    kindA = a.units.map(kind)
    kindB = b.units.map(kind)
    countA = Array(repeating: 0, count: kinds.count)
    ofB = Array(repeating: [], count: kinds.count)
    for kind in kindA {
      rankA.append(countA[kind])
      countA[kind] += 1
    }
    for (j, kind) in kindB.enumerated() {
      rankB.append(ofB[kind].count)
      ofB[kind].append(j)
    }
  }

  /// Whether sentence `i` of A and `j` of B are worth a look.
  func agree(_ i: Int, _ j: Int) -> Bool {
    rankA[i] == rankB[j] || max(countA[kindA[i]], ofB[kindB[j]].count) <= Self.few
  }

  /// The sentence of B that equals `i` of A and stands at the same rank; nil when there is none.
  func partner(_ i: Int) -> Int? { counterpart(i, ofB[kindA[i]]) }

  /// The sentence among B's equals of `j` that stands at the rank of `i` among A's.
  func counterpart(_ i: Int, like j: Int) -> Int? { counterpart(i, ofB[kindB[j]]) }

  private func counterpart(_ i: Int, _ equals: [Int]) -> Int? {
    rankA[i] < equals.count ? equals[rankA[i]] : nil
  }
}
