/// A matrix of texts by terms as the product of two that have no negative number: how much each text
/// has of each theme, and how much each theme has of each term.
struct Factorization {
  /// Texts × themes.
  private(set) var texts: DenseRows
  /// Terms × themes.
  private(set) var terms: DenseRows

  private static let rounds = 60

  /// Factors `matrix` into `count` themes.
  ///
  /// Coordinate descent row by row (hierarchical alternating least squares) from the positive or
  /// negative half of each leading direction, whichever carries more: the same matrix always gives
  /// the same themes.
  /// - Complexity: O(non-zeros × `count` + (texts + terms) × `count`²) for each of sixty rounds.
  /// - Source: Cichocki and Phan, "Fast Local Algorithms for Large Scale Nonnegative Matrix and
  ///   Tensor Factorizations", IEICE E92-A, 2009; the start after Boutsidis and Gallopoulos, "SVD
  ///   Based Initialization", Pattern Recognition 41, 2008.
  init(_ matrix: TermMatrix, count: Int) {
    let directions = leadingDirections(matrix, count: count)
    let projected = matrix.times(directions)
    terms = DenseRows(rows: matrix.terms.count, columns: count)
    texts = DenseRows(rows: matrix.rows, columns: count)
    for column in 0..<count {
      let right = directions.column(column)
      let left = projected.column(column)
      let isPositive =
        Self.square(left, 1) * Self.square(right, 1)
        >= Self.square(left, -1) * Self.square(right, -1)
      let sign: Float = isPositive ? 1 : -1
      terms.setColumn(column, right.map { max(0, sign * $0) })
    }
    for _ in 0..<Factorization.rounds {
      Self.improve(&texts, matrix.times(terms), terms.gram())
      Self.improve(&terms, matrix.transposedTimes(texts), texts.gram())
    }
  }

  private static func square(_ values: [Float], _ sign: Float) -> Float {
    var sum: Float = 0
    for x in values where x * sign > 0 { sum += x * x }
    return sum
  }

  /// One sweep over every row of `factor`: each number the best one while the others stand.
  private static func improve(_ factor: inout DenseRows, _ target: DenseRows, _ gram: DenseRows) {
    for column in 0..<factor.columns where gram[column, column] > 1e-12 {
      let diagonal = gram[column, column]
      for row in 0..<factor.rows {
        let rest = target[row, column] - factor.dot(row, gram, column)
        factor[row, column] = max(0, factor[row, column] + rest / diagonal)
      }
    }
  }
}
