import Model
import Tagging
import Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The sentences of a pair as vectors: weighted stems, and meaning where a table is given.
struct SentenceVectors {
  /// A sparse vector: terms ascending.
  struct Sparse {
    var terms: [UInt32] = []
    var weights: [Float] = []
    var norm: Float = 0
  }

  var a: [Sparse]
  var b: [Sparse]
  /// Unit vectors, `dimensions` numbers a sentence; empty without a table.
  var meaningA: [Float] = []
  var meaningB: [Float] = []
  var dimensions = 0

  init(_ sideA: Side, _ sideB: Side, table: MeaningTable?, lexicon: inout Lexicon) {
    // The pair's own frequencies damp what both texts are about, so that it does not link them all.
    var frequency = [Int32](repeating: 0, count: lexicon.count)
    for unit in sideA.units { for s in unit.stems { frequency[Int(s.term)] += 1 } }
    for unit in sideB.units { for s in unit.stems { frequency[Int(s.term)] += 1 } }
    let total = Double(sideA.units.count + sideB.units.count + 2)
    var weight = [Float](repeating: 0, count: lexicon.count)
    let language = sideA.analyzed.baseLanguage
    for term in frequency.indices where frequency[term] > 0 {
      let stop = lexicon.isStopWord(TermID(rawValue: UInt32(term)), language: language)
      // A floor under the total keeps the weights of a few sentences apart.
      let idf = log(1 + (total + 20) / (Double(frequency[term]) + 1))
      weight[term] = Float(stop ? idf * 0.25 : idf)
    }
    func sparse(_ unit: Side.Unit) -> Sparse {
      var vector = Sparse()
      var sum: Float = 0
      for stem in unit.stems {
        let w = weight[Int(stem.term)] * (1 + logf(Float(stem.count)))
        vector.terms.append(stem.term)
        vector.weights.append(w)
        sum += w * w
      }
      vector.norm = sum.squareRoot()
      return vector
    }
    a = sideA.units.map(sparse)
    b = sideB.units.map(sparse)
    guard let table else { return }
    dimensions = table.dimensions
    var known: [TermID: [Float]] = [:]
    let length = dimensions
    func meaning(_ side: Side) -> [Float] {
      var out: [Float] = []
      out.reserveCapacity(side.units.count * length)
      for unit in side.units {
        var sum = [Float](repeating: 0, count: length)
        for word in unit.words {
          if known[word] == nil {
            var vector = [Float](repeating: 0, count: length)
            let form = lexicon.string(of: word)
            table.add(word: form.utf8Span.span, to: &vector)
            known[word] = vector
          }
          guard let vector = known[word] else { continue }
          for k in 0..<length { sum[k] += vector[k] }
        }
        out += Self.normalized(sum)
      }
      return out
    }
    meaningA = meaning(sideA)
    meaningB = meaning(sideB)
    centre()
  }

  /// Takes off what all sentences share: in one article every sentence is about the same thing.
  private mutating func centre() {
    let count = a.count + b.count
    guard count > 1 else { return }
    var mean = [Float](repeating: 0, count: dimensions)
    for k in meaningA.indices { mean[k % dimensions] += meaningA[k] }
    for k in meaningB.indices { mean[k % dimensions] += meaningB[k] }
    // Few sentences have no mean worth the name.
    let share = 0.8 * Float(count) / Float(count + 4) / Float(count)
    for k in mean.indices { mean[k] *= share }
    func centred(_ vectors: [Float]) -> [Float] {
      var out: [Float] = []
      out.reserveCapacity(vectors.count)
      var start = 0
      while start < vectors.count {
        var row = Array(vectors[start..<(start + dimensions)])
        for k in row.indices { row[k] -= mean[k] }
        out += Self.normalized(row)
        start += dimensions
      }
      return out
    }
    meaningA = centred(meaningA)
    meaningB = centred(meaningB)
  }

  private static func normalized(_ vector: [Float]) -> [Float] {
    var sum: Float = 0
    for x in vector { sum += x * x }
    guard sum > 0 else { return vector }
    let factor = 1 / sum.squareRoot()
    return vector.map { $0 * factor }
  }

  /// Cosine of the meanings, −1–1; 0 without a table.
  func meaning(_ i: Int, _ j: Int) -> Float {
    guard dimensions > 0 else { return 0 }
    var sum: Float = 0
    let x = i * dimensions
    let y = j * dimensions
    for k in 0..<dimensions { sum += meaningA[x + k] * meaningB[y + k] }
    return sum
  }

  /// Cosine of the stems, and the share of each side's weight that the other has; 0–1 each.
  func terms(_ i: Int, _ j: Int) -> (cosine: Float, ofA: Float, ofB: Float) {
    let x = a[i]
    let y = b[j]
    guard x.norm > 0, y.norm > 0 else { return (0, 0, 0) }
    var dot: Float = 0
    var sharedA: Float = 0
    var sharedB: Float = 0
    var p = 0
    var q = 0
    while p < x.terms.count, q < y.terms.count {
      if x.terms[p] == y.terms[q] {
        dot += x.weights[p] * y.weights[q]
        sharedA += x.weights[p] * x.weights[p]
        sharedB += y.weights[q] * y.weights[q]
        p += 1
        q += 1
      } else if x.terms[p] < y.terms[q] {
        p += 1
      } else {
        q += 1
      }
    }
    return (dot / (x.norm * y.norm), sharedA / (x.norm * x.norm), sharedB / (y.norm * y.norm))
  }

  /// Share of `b[j]`'s weight that `a[i]` has and `a[other]` lacks.
  func gainOfB(_ i: Int, over other: Int, _ j: Int) -> Float {
    Self.gain(a[i], over: a[other], in: b[j])
  }

  /// Share of `a[i]`'s weight that `b[j]` has and `b[other]` lacks.
  func gainOfA(_ i: Int, _ j: Int, over other: Int) -> Float {
    Self.gain(b[j], over: b[other], in: a[i])
  }

  private static func gain(_ one: Sparse, over other: Sparse, in target: Sparse) -> Float {
    guard target.norm > 0 else { return 0 }
    var sum: Float = 0
    var p = 0
    var q = 0
    for k in target.terms.indices {
      let term = target.terms[k]
      while p < one.terms.count, one.terms[p] < term { p += 1 }
      while q < other.terms.count, other.terms[q] < term { q += 1 }
      let inOne = p < one.terms.count && one.terms[p] == term
      let inOther = q < other.terms.count && other.terms[q] == term
      if inOne, !inOther { sum += target.weights[k] * target.weights[k] }
    }
    return sum / (target.norm * target.norm)
  }
}
