import Bytes

/// The directions in which the rows of a matrix spread most, strongest first: its leading right
/// singular vectors, one column each.
///
/// - Complexity: O(non-zeros × `count`) for each of a dozen rounds.
/// - Source: subspace iteration with a Rayleigh–Ritz step (Saad, "Numerical Methods for Large
///   Eigenvalue Problems", 2011, chapter 5). The start is fixed, so the result is the same every time.
func leadingDirections(_ matrix: TermMatrix, count: Int) -> DenseRows {
  let terms = matrix.terms.count
  var basis = DenseRows(rows: terms, columns: count)
  for row in 0..<terms {
    for column in 0..<count {
      let bits = mixed(UInt64(row) &* 1_000_003 &+ UInt64(column) &+ 1)
      basis[row, column] = Float(bits >> 40) / Float(1 << 24) - 0.5
    }
  }
  orthonormalize(&basis)
  for _ in 0..<12 {
    basis = matrix.transposedTimes(matrix.times(basis))
    orthonormalize(&basis)
  }
  let turned = eigenvectors(matrix.times(basis).gram())
  var out = DenseRows(rows: terms, columns: count)
  for row in 0..<terms {
    for column in 0..<count { out.add(row, turned, column, basis[row, column]) }
  }
  return out
}

/// Makes the columns orthogonal and of length one (Gram and Schmidt, twice for accuracy); a column
/// that depends on those before it becomes zero.
private func orthonormalize(_ matrix: inout DenseRows) {
  var columns = (0..<matrix.columns).map { matrix.column($0) }
  for k in columns.indices {
    let before = product(columns[k], columns[k])
    for _ in 0..<2 {
      for j in 0..<k {
        let share = product(columns[j], columns[k])
        if share != 0 { for i in columns[k].indices { columns[k][i] -= share * columns[j][i] } }
      }
    }
    let square = product(columns[k], columns[k])
    let factor = square > before * 1e-9 && square > 0 ? 1 / square.squareRoot() : 0
    for i in columns[k].indices { columns[k][i] *= factor }
    matrix.setColumn(k, columns[k])
  }
}

private func product(_ a: [Float], _ b: [Float]) -> Float {
  var sum = 0.0
  for i in a.indices { sum += Double(a[i]) * Double(b[i]) }
  return Float(sum)
}

/// The eigenvectors of a symmetric matrix, by falling eigenvalue, one column each (Jacobi's method).
private func eigenvectors(_ symmetric: DenseRows) -> DenseRows {
  let n = symmetric.columns
  var a = (0..<n).map { row in (0..<n).map { Double(symmetric[row, $0]) } }
  var v = (0..<n).map { row in (0..<n).map { $0 == row ? 1.0 : 0.0 } }
  for _ in 0..<30 {
    var rest = 0.0
    for p in 0..<n { for q in 0..<p { rest += a[p][q] * a[p][q] } }
    if rest < 1e-18 { break }
    for p in 0..<n {
      for q in (p + 1)..<max(n, p + 1) where abs(a[p][q]) > 1e-15 {
        let theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
        let t = (theta >= 0 ? 1.0 : -1.0) / (abs(theta) + (theta * theta + 1).squareRoot())
        let c = 1 / (t * t + 1).squareRoot()
        let s = t * c
        for k in 0..<n {
          (a[k][p], a[k][q]) = (c * a[k][p] - s * a[k][q], s * a[k][p] + c * a[k][q])
        }
        for k in 0..<n {
          (a[p][k], a[q][k]) = (c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k])
          (v[k][p], v[k][q]) = (c * v[k][p] - s * v[k][q], s * v[k][p] + c * v[k][q])
        }
      }
    }
  }
  let order = (0..<n).sorted { (a[$1][$1], $0) < (a[$0][$0], $1) }
  var out = DenseRows(rows: n, columns: n)
  for (column, from) in order.enumerated() {
    for row in 0..<n { out[row, column] = Float(v[row][from]) }
  }
  return out
}
