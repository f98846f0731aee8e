#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Puts the weights of one document together, kind by kind.
struct RowWeights {
  private(set) var columns: [Int] = []
  private(set) var values: [Float] = []
  private var kindStart = 0

  /// Adds a feature of the kind at hand that occurs `count` times.
  mutating func add(_ column: Int, count: Int, idf: Float) {
    columns.append(column)
    values.append((1 + logarithm(Float(count))) * idf)
  }

  /// Brings the features since the last end to the length of their kind.
  mutating func endKind(_ kind: Int) {
    scale(kindStart..<values.count, to: FeatureBag.kindWeights[kind])
    kindStart = values.count
  }

  /// Brings the whole row to length one.
  mutating func finish() { scale(0..<values.count, to: 1) }

  private mutating func scale(_ range: Range<Int>, to length: Float) {
    var sum: Float = 0
    for k in range { sum += values[k] * values[k] }
    guard sum > 0 else { return }
    let factor = length / sum.squareRoot()
    for k in range { values[k] *= factor }
  }
}

/// The natural logarithm.
func logarithm(_ x: Float) -> Float { logf(x) }

/// The natural logarithm.
func naturalLogarithm(_ x: Double) -> Double { log(x) }
