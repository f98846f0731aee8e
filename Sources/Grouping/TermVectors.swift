#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The stems of all texts as vectors of unit length, weighted by (1 + ln tf) · ln(N ÷ df).
struct TermVectors {
  /// Two texts and the cosine of their vectors.
  struct Pair {
    var a: Int
    var b: Int
    var cosine: Double
  }

  /// Stems by which candidates are found, for each text.
  private static let probes = 24
  private let terms: [[(hash: UInt32, weight: Float)]]
  private let frequency: [UInt32: UInt32]

  init(_ prints: [Fingerprint]) {
    var frequency: [UInt32: UInt32] = [:]
    for print in prints { for stem in print.stems { frequency[stem.hash, default: 0] += 1 } }
    self.frequency = frequency
    let all = Double(prints.count)
    terms = prints.map { print in
      var length = 0.0
      let weighted = print.stems.map { stem -> (hash: UInt32, weight: Double) in
        // One more text, so that a corpus of two does not weigh everything shared with nothing.
        let rarity = log((all + 1) / Double(frequency[stem.hash] ?? 1))
        let weight = (1 + log(Double(stem.count))) * rarity
        length += weight * weight
        return (stem.hash, weight)
      }
      let scale = length > 0 ? 1 / length.squareRoot() : 0
      return weighted.map { (hash: $0.hash, weight: Float($0.weight * scale)) }
    }
  }

  /// The cosine of two texts, 0–1.
  func cosine(_ a: Int, _ b: Int) -> Double {
    let (x, y) = (terms[a], terms[b])
    var i = 0
    var j = 0
    var sum = 0.0
    while i < x.count, j < y.count {
      if x[i].hash == y[j].hash {
        sum += Double(x[i].weight) * Double(y[j].weight)
        i += 1
        j += 1
      } else if x[i].hash < y[j].hash {
        i += 1
      } else {
        j += 1
      }
    }
    return sum
  }

  /// Pairs with a cosine of at least `threshold`, the most alike first.
  ///
  /// Only texts that share two of their weightiest stems are looked at, and a stem that many texts
  /// have among their weightiest is passed over.
  func pairs(atLeast threshold: Double, _ examined: inout Int) -> [Pair] {
    var postings: [UInt64] = []
    postings.reserveCapacity(terms.count * TermVectors.probes)
    var ranked: [UInt64] = []
    for (index, vector) in terms.enumerated() {
      // Weights are not negative, so their bits are in the order of their values.
      ranked.removeAll(keepingCapacity: true)
      for term in vector {
        ranked.append(UInt64(~term.weight.bitPattern) << 32 | UInt64(term.hash))
      }
      ranked.sort()
      for term in ranked.prefix(TermVectors.probes) {
        let hash = UInt32(truncatingIfNeeded: term)
        if (frequency[hash] ?? 0) > 1 { postings.append(UInt64(hash) << 32 | UInt64(index)) }
      }
    }
    postings.sort()
    var shared: [UInt64: UInt8] = [:]
    forEachRun(postings.count, { postings[$0] >> 32 == postings[$1] >> 32 }) { run in
      guard run.count <= 60 else { return }
      for i in run {
        for j in (i + 1)..<max(i + 1, run.upperBound) {
          let key = postings[i] << 32 | postings[j] & 0xFFFF_FFFF
          let count = shared[key, default: 0]
          if count < 255 { shared[key] = count + 1 }
        }
      }
    }
    examined += shared.count
    var found: [Pair] = []
    for (key, count) in shared where count >= 2 {
      let (a, b) = (Int(key >> 32), Int(key & 0xFFFF_FFFF))
      let cosine = cosine(a, b)
      if cosine >= threshold { found.append(Pair(a: a, b: b, cosine: cosine)) }
    }
    return found.sorted { ($1.cosine, $0.a, $0.b) < ($0.cosine, $1.a, $1.b) }
  }
}
