#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the link model looks at, for every candidate pair of two texts.
struct LinkFeatures {
  static let count = 26

  private let candidates: Candidates
  private let vectors: SentenceVectors
  private let lengthsA: [Float]
  private let lengthsB: [Float]
  private var rowBest: [(first: Int, second: Float)]
  private var columnBest: [(first: Int, second: Float)]
  private var expected: [Float]
  private var onChain: [Bool]
  private var typical: Float = 0
  /// Least score of a link; more than 0 where the two texts are strangers to each other.
  ///
  /// The link model knows pairs of variants only and finds the likeliest partners in any two texts.
  /// Variants (321 pairs) have a mean best score of 0.29 and more (0.20 by words alone), texts on
  /// different subjects (400 pairs) of 0.17 at most (0.11), and hardly a sentence of theirs reaches 0.3.
  private(set) var leastScore: Float = 0
  private static let leastScoreOfStrangers: Float = 0.4

  init(_ sideA: Side, _ sideB: Side, _ candidates: Candidates, _ vectors: SentenceVectors) {
    self.candidates = candidates
    self.vectors = vectors
    lengthsA = sideA.units.map { logf(Float($0.words.count + 1)) }
    lengthsB = sideB.units.map { logf(Float($0.words.count + 1)) }
    rowBest = Array(repeating: (-1, 0), count: sideA.units.count)
    columnBest = Array(repeating: (-1, 0), count: sideB.units.count)
    let pairs = candidates.pairs
    func enter(_ best: inout (first: Int, second: Float), _ k: Int) {
      if best.first < 0 || pairs[k].score > pairs[best.first].score {
        if best.first >= 0 { best.second = pairs[best.first].score }
        best.first = k
      } else {
        best.second = max(best.second, pairs[k].score)
      }
    }
    for k in pairs.indices {
      enter(&rowBest[pairs[k].a], k)
      enter(&columnBest[pairs[k].b], k)
    }
    onChain = Array(repeating: false, count: pairs.count)
    let chain = candidates.monotoneChain(sideB.units.count)
    for k in chain { onChain[k] = true }
    // Where B's sentences stand in A, by straight lines between the chain's pairs.
    let n = sideA.units.count
    let m = sideB.units.count
    expected = Array(repeating: 0, count: m)
    var anchors: [(j: Int, i: Float)] = [(-1, -1)]
    anchors += chain.map { (pairs[$0].b, Float(pairs[$0].a)) }
    anchors.append((m, Float(n)))
    for (from, to) in zip(anchors, anchors.dropFirst()) {
      for j in max(0, from.j)..<max(max(0, from.j), min(m, to.j)) {
        expected[j] = from.i + (to.i - from.i) * Float(j - from.j) / Float(to.j - from.j)
      }
    }
    func mean(_ best: [(first: Int, second: Float)]) -> Float {
      let sum = best.reduce(Float(0)) { $0 + ($1.first >= 0 ? pairs[$1.first].score : 0) }
      return sum / Float(max(1, best.count))
    }
    typical = mean(columnBest)
    // An excerpt and the whole are near to each other by the sentences of the excerpt alone.
    let isStrange = max(typical, mean(rowBest)) < (vectors.dimensions > 0 ? 0.21 : 0.15)
    if isStrange { leastScore = Self.leastScoreOfStrangers }
  }

  /// Whether the pair is near the best of either of its sentences.
  func isContender(_ k: Int) -> Bool {
    let pairs = candidates.pairs
    let pair = pairs[k]
    let best = min(pairs[rowBest[pair.a].first].score, pairs[columnBest[pair.b].first].score)
    return pair.score >= 0.3 * best
  }

  /// The features of the candidate pair `k`, written to `out`.
  func write(_ k: Int, to out: inout [Float]) {
    let pairs = candidates.pairs
    let pair = pairs[k]
    let (i, j) = (pair.a, pair.b)
    let row = rowBest[i]
    let column = columnBest[j]
    let isRowBest = row.first == k
    let isColumnBest = column.first == k
    out[0] = pair.cosine
    out[1] = pair.ofA
    out[2] = pair.ofB
    out[3] = pair.meaning
    out[4] = pair.score
    out[5] = pair.score / pairs[row.first].score
    out[6] = pair.score / pairs[column.first].score
    out[7] = pair.score - (isRowBest ? row.second : pairs[row.first].score)
    out[8] = pair.score - (isColumnBest ? column.second : pairs[column.first].score)
    out[9] = min(20, abs(Float(i) - expected[j]))
    out[10] = onChain[k] ? 1 : 0
    out[11] = max(candidates.score(i - 1, j - 1), candidates.score(i + 1, j + 1))
    out[12] = max(candidates.score(i - 1, j), candidates.score(i + 1, j))
    out[13] = max(candidates.score(i, j - 1), candidates.score(i, j + 1))
    out[14] = isColumnBest ? pair.ofB : vectors.gainOfB(i, over: pairs[column.first].a, j)
    out[15] = isRowBest ? pair.ofA : vectors.gainOfA(i, j, over: pairs[row.first].b)
    out[16] = typical
    out[17] = lengthsA[i] - lengthsB[j]
    out[18] = lengthsA[i]
    out[19] = lengthsB[j]
    out[20] = pairs[row.first].score
    out[21] = pairs[column.first].score
    out[22] = abs(Float(i) / Float(lengthsA.count) - Float(j) / Float(lengthsB.count))
    out[23] = pair.isSame ? 1 : 0
    // How near the best partner of this column, and of this row, stands.
    out[24] = Float(min(9, abs(pairs[column.first].a - i)))
    out[25] = Float(min(9, abs(pairs[row.first].b - j)))
  }
}
