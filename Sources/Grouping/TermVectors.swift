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
  /// Texts that may have a stem among their weightiest; it says nothing about more.
  private static let mostTexts = 60

  private let prints: [Fingerprint]
  /// The stems of all texts, one text after the other, each by hash: their numbers and weights.
  private var terms: [UInt32] = []
  private var weights: [Float] = []
  /// Where the stems of each text begin, and at last their number.
  private var starts: [Int] = [0]
  /// By number, the texts that have the stem.
  private var frequency: [UInt32] = []

  init(_ prints: [Fingerprint]) {
    self.prints = prints
    let total = prints.reduce(0) { $0 + $1.stems.count }
    terms.reserveCapacity(total)
    starts.reserveCapacity(prints.count + 1)
    var numbers = TermNumbers()
    for print in prints {
      for stem in print.stems {
        let number = numbers.number(of: stem.hash)
        if Int(number) == frequency.count { frequency.append(0) }
        frequency[Int(number)] += 1
        terms.append(number)
      }
      starts.append(terms.count)
    }
    // One more text, so that a corpus of two does not weigh everything shared with nothing.
    let all = Double(prints.count + 1)
    let rarity = frequency.map { log(all / Double($0)) }
    let emphasis = (0..<256).map { 1 + log(Double(max($0, 1))) }
    weights = Array(repeating: 0, count: total)
    var weighted: [Double] = []
    for (text, print) in prints.enumerated() {
      let start = starts[text]
      var length = 0.0
      weighted.removeAll(keepingCapacity: true)
      for (k, stem) in print.stems.enumerated() {
        let count = Int(stem.count)
        let weight =
          (count < 256 ? emphasis[count] : 1 + log(Double(count))) * rarity[Int(terms[start + k])]
        length += weight * weight
        weighted.append(weight)
      }
      let scale = length > 0 ? 1 / length.squareRoot() : 0
      for (k, weight) in weighted.enumerated() { weights[start + k] = Float(weight * scale) }
    }
  }

  /// The cosine of two texts, 0–1.
  func cosine(_ a: Int, _ b: Int) -> Double {
    let (x, y) = (prints[a].stems, prints[b].stems)
    var i = 0
    var j = 0
    var sum = 0.0
    while i < x.count, j < y.count {
      if x[i].hash == y[j].hash {
        sum += Double(weights[starts[a] + i]) * Double(weights[starts[b] + j])
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
    let sharing = KeySharing(
      probePostings(), count: prints.count, most: TermVectors.mostTexts, joinsNeighbours: false)
    var found: [Pair] = []
    // The weights of one text by the number of the stem; zeros in between.
    var own = [Float](repeating: 0, count: frequency.count)
    examined += sharing.forEachText(sharing: 2) { text, others in
      for k in starts[text]..<starts[text + 1] { own[Int(terms[k])] = weights[k] }
      for other in others {
        let cosine = product(own, other.text)
        if cosine >= threshold { found.append(Pair(a: text, b: other.text, cosine: cosine)) }
      }
      for k in starts[text]..<starts[text + 1] { own[Int(terms[k])] = 0 }
    }
    return found.sorted { ($1.cosine, $0.a, $0.b) < ($0.cosine, $1.a, $1.b) }
  }

  private func product(_ own: [Float], _ text: Int) -> Double {
    let (own, terms, weights) = (own.span, terms.span, weights.span)
    var sum = 0.0
    for k in starts[text]..<starts[text + 1] {
      sum += Double(own[Int(terms[k])]) * Double(weights[k])
    }
    return sum
  }

  /// The weightiest stems of each text that others have as well, as postings of `KeySharing`.
  private func probePostings() -> [UInt64] {
    var postings: [UInt64] = []
    postings.reserveCapacity(prints.count * TermVectors.probes)
    for text in prints.indices {
      for k in weightiest(text) where frequency[Int(terms[k])] > 1 {
        postings.append(UInt64(terms[k]) << 32 | UInt64(text))
      }
    }
    return postings
  }

  /// The places of the weightiest stems of a text; of equal ones those with the smallest hashes.
  private func weightiest(_ text: Int) -> [Int] {
    let start = starts[text]
    let count = starts[text + 1] - start
    guard count > TermVectors.probes else { return Array(start..<(start + count)) }
    // The stem at the end of the list waits there until a weightier one takes its place; equal ones
    // come in the order of their hashes, so that the first stays.
    var best: [(weight: Float, place: Int)] = []
    best.reserveCapacity(TermVectors.probes + 1)
    for place in start..<(start + count) {
      let weight = weights[place]
      if best.count == TermVectors.probes, weight <= best[best.count - 1].weight { continue }
      if best.count == TermVectors.probes { best.removeLast() }
      var k = best.count
      best.append((weight, place))
      while k > 0, best[k - 1].weight < weight {
        best[k] = best[k - 1]
        k -= 1
      }
      best[k] = (weight, place)
    }
    return best.map(\.place)
  }
}
