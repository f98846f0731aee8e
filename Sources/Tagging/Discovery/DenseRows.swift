/// A dense matrix of rows that are padded with zeros to whole vectors of eight.
struct DenseRows {
  let rows: Int
  let columns: Int
  /// Vectors to a row.
  let width: Int
  private(set) var vectors: [SIMD8<Float>]

  /// Zeros.
  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    width = (columns + 7) / 8
    vectors = Array(repeating: .zero, count: rows * width)
  }

  subscript(row: Int, column: Int) -> Float {
    get { vectors[row * width + (column >> 3)][column & 7] }
    set { vectors[row * width + (column >> 3)][column & 7] = newValue }
  }

  /// Adds `factor` times row `other` of `source` to `row`.
  @inline(__always)
  mutating func add(_ row: Int, _ source: DenseRows, _ other: Int, _ factor: Float) {
    let to = row * width
    let from = other * width
    for k in 0..<width { vectors[to + k] += factor * source.vectors[from + k] }
  }

  /// The product of row `row` and row `other` of `source`.
  @inline(__always)
  func dot(_ row: Int, _ source: DenseRows, _ other: Int) -> Float {
    var sum = SIMD8<Float>.zero
    let a = row * width
    let b = other * width
    for k in 0..<width { sum += vectors[a + k] * source.vectors[b + k] }
    return sum.sum()
  }

  /// The products of all pairs of columns: a square matrix.
  func gram() -> DenseRows {
    var out = DenseRows(rows: columns, columns: columns)
    for row in 0..<rows {
      for column in 0..<columns {
        let value = self[row, column]
        if value != 0 { out.add(column, self, row, value) }
      }
    }
    return out
  }

  /// The values of a column.
  func column(_ column: Int) -> [Float] { (0..<rows).map { self[$0, column] } }

  /// Puts values in a column.
  mutating func setColumn(_ column: Int, _ values: [Float]) {
    for row in 0..<rows { self[row, column] = values[row] }
  }
}
