import Model

/// The pairs of sentences that could be links, sparse and sorted by A, then by B.
struct Candidates {
  /// A pair with the parts of its likeness.
  struct Pair {
    var a: Int
    var b: Int
    var score: Float
    var cosine: Float
    var ofA: Float
    var ofB: Float
    var meaning: Float
    var isSame: Bool
  }

  private(set) var pairs: [Pair] = []
  /// Where the pairs of each sentence of A begin; one more at the end.
  private(set) var rows: [Int] = [0]

  /// Pairs compared one by one up to this number, beyond it only those that share a rare stem.
  private static let allPairs = 300_000
  /// Candidates of one sentence where not all pairs are compared.
  private static let kept = 12
  /// Sentences that may share a stem for it to propose candidates.
  private static let widest = 120

  init(_ sideA: Side, _ sideB: Side, _ vectors: SentenceVectors) {
    let n = sideA.units.count
    let m = sideB.units.count
    let equals = EqualSentences(sideA, sideB)
    if n * m <= Self.allPairs {
      for i in 0..<n {
        for j in 0..<m where equals.agree(i, j) { consider(i, j, sideA, sideB, vectors) }
        rows.append(pairs.count)
      }
      return
    }
    // Postings are counted first and laid out flat.
    var most: UInt32 = 0
    for unit in vectors.b { most = max(most, unit.terms.last ?? 0) }
    for unit in vectors.a { most = max(most, unit.terms.last ?? 0) }
    var starts = [Int32](repeating: 0, count: Int(most) + 2)
    for unit in vectors.b { for term in unit.terms { starts[Int(term) + 1] += 1 } }
    for k in 1..<starts.count { starts[k] += starts[k - 1] }
    var postings = [Int32](repeating: 0, count: Int(starts[starts.count - 1]))
    var next = starts
    for (j, unit) in vectors.b.enumerated() {
      for term in unit.terms {
        postings[Int(next[Int(term)])] = Int32(j)
        next[Int(term)] += 1
      }
    }
    var sums = [Float](repeating: 0, count: m)
    var touched: [Int] = []
    for i in 0..<n {
      touched.removeAll(keepingCapacity: true)
      let unit = vectors.a[i]
      var sharesTerm = false
      for (k, term) in unit.terms.enumerated() {
        let range = Int(starts[Int(term)])..<Int(starts[Int(term) + 1])
        if !range.isEmpty { sharesTerm = true }
        guard range.count <= Self.widest else { continue }
        let w = unit.weights[k] * unit.weights[k]
        for p in range {
          let j = Int(postings[p])
          guard equals.agree(i, j) else { continue }
          if sums[j] == 0 { touched.append(j) }
          sums[j] += w
        }
      }
      var best = touched.map { (sum: sums[$0] / max(1, vectors.b[$0].norm), j: $0) }
      for j in touched { sums[j] = 0 }
      best.sort { ($0.sum, $1.j) > ($1.sum, $0.j) }
      var chosen = Set(best.prefix(Self.kept).map(\.j))
      if let partner = equals.partner(i) { chosen.insert(partner) }
      if chosen.isEmpty, sharesTerm {
        // All stems are common: like stands near like.
        let place = i * m / max(1, n)
        for j in max(0, place - 2)..<min(m, place + 3) {
          if let like = equals.counterpart(i, like: j) { chosen.insert(like) }
        }
      }
      for j in chosen.sorted() { consider(i, j, sideA, sideB, vectors) }
      rows.append(pairs.count)
    }
  }

  private mutating func consider(
    _ i: Int, _ j: Int, _ sideA: Side, _ sideB: Side, _ vectors: SentenceVectors
  ) {
    let terms = vectors.terms(i, j)
    let meaning = vectors.meaning(i, j)
    let score =
      vectors.dimensions > 0 ? 0.5 * terms.cosine + 0.5 * max(0, meaning) : terms.cosine
    let isSame =
      sideA.units[i].hash == sideB.units[j].hash
      && sideA.units[i].words == sideB.units[j].words
    guard score > 0.04 || isSame else { return }
    pairs.append(
      Pair(
        a: i, b: j, score: isSame ? max(score, 0.999) : score, cosine: terms.cosine,
        ofA: terms.ofA, ofB: terms.ofB, meaning: meaning, isSame: isSame))
  }

  /// The index of the pair (`i`, `j`), or nil.
  func index(_ i: Int, _ j: Int) -> Int? {
    guard i >= 0, i + 1 < rows.count else { return nil }
    var low = rows[i]
    var high = rows[i + 1]
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle].b < j { low = middle + 1 } else { high = middle }
    }
    return low < rows[i + 1] && pairs[low].b == j ? low : nil
  }

  /// The score of the pair (`i`, `j`); 0 where it is no candidate.
  func score(_ i: Int, _ j: Int) -> Float {
    guard let k = index(i, j) else { return 0 }
    return pairs[k].score
  }

  /// The heaviest chain of pairs that ascends on both sides, as indices of pairs.
  ///
  /// - Complexity: O(*p* log *m*) for *p* pairs, by a Fenwick tree of best chains.
  func monotoneChain(_ m: Int, floor: Float = 0.12) -> [Int] {
    var tree = [(weight: Float, pair: Int)](repeating: (0, -1), count: m + 1)
    var previous = [Int](repeating: -1, count: pairs.count)
    var weights = [Float](repeating: 0, count: pairs.count)
    var best = (weight: Float(0), pair: -1)
    for i in 0..<(rows.count - 1) {
      for k in rows[i]..<rows[i + 1] where pairs[k].score > floor {
        var node = pairs[k].b
        var reach = (weight: Float(0), pair: -1)
        while node > 0 {
          if tree[node].weight > reach.weight { reach = tree[node] }
          node -= node & -node
        }
        weights[k] = reach.weight + pairs[k].score * pairs[k].score
        previous[k] = reach.pair
        if weights[k] > best.weight { best = (weights[k], k) }
      }
      // Entered after the whole row was asked, so that a chain takes one pair of a row.
      for k in rows[i]..<rows[i + 1] where pairs[k].score > floor {
        var node = pairs[k].b + 1
        while node <= m {
          if weights[k] > tree[node].weight { tree[node] = (weights[k], k) }
          node += node & -node
        }
      }
    }
    var chain: [Int] = []
    var k = best.pair
    while k >= 0 {
      chain.append(k)
      k = previous[k]
    }
    return chain.reversed()
  }
}
