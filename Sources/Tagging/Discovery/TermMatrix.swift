/// Texts by terms, sparse: each row the tf-idf weights of a text, of length one.
struct TermMatrix {
  /// The most terms that are kept, those of most texts first.
  private static let maximumTerms = 20_000

  /// The terms of the columns, as numbers in `CorpusTerms.terms`.
  let terms: [Int]
  let rows: Int
  let starts: [Int]
  let columns: [UInt32]
  let values: [Float]

  /// The terms that occur in enough texts to say something, and not in more than half of them.
  init(_ corpus: CorpusTerms) {
    rows = corpus.count
    let least = min(20, max(2, corpus.count / 300))
    // In a handful of texts what all share may still be what they are about.
    let most = corpus.count < 10 ? corpus.count : corpus.count / 2
    let usable = corpus.terms.indices.filter {
      let term = corpus.terms[$0]
      return term.isContent && term.documents >= least && term.documents <= most
    }
    let kept = usable.sorted {
      (corpus.terms[$1].documents, corpus.terms[$0].stem)
        < (corpus.terms[$0].documents, corpus.terms[$1].stem)
    }
    terms = Array(kept.prefix(TermMatrix.maximumTerms))
    var columnOf = [Int32](repeating: -1, count: corpus.terms.count)
    for (column, term) in terms.enumerated() { columnOf[term] = Int32(column) }
    let idf = terms.map {
      1 + logarithm(Float(corpus.count) / Float(corpus.terms[$0].documents))
    }
    var starts = [0]
    var columns: [UInt32] = []
    var values: [Float] = []
    var counts = [Int32](repeating: 0, count: terms.count)
    for text in 0..<corpus.count {
      var own: [UInt32] = []
      for place in corpus.starts[text]..<corpus.starts[text + 1] {
        let column = columnOf[Int(corpus.sequence[place])]
        guard column >= 0 else { continue }
        if counts[Int(column)] == 0 { own.append(UInt32(column)) }
        counts[Int(column)] += 1
      }
      own.sort()
      var row = RowWeights()
      for column in own {
        row.add(Int(column), count: Int(counts[Int(column)]), idf: idf[Int(column)])
        counts[Int(column)] = 0
      }
      row.finish()
      columns += own
      values += row.values
      starts.append(columns.count)
    }
    self.starts = starts
    self.columns = columns
    self.values = values
  }

  /// `self` × `right` (terms × k): one row for each text.
  func times(_ right: DenseRows) -> DenseRows {
    var out = DenseRows(rows: rows, columns: right.columns)
    for row in 0..<rows {
      for k in starts[row]..<starts[row + 1] {
        out.add(row, right, Int(columns[k]), values[k])
      }
    }
    return out
  }

  /// The transpose of `self` × `left` (texts × k): one row for each term.
  func transposedTimes(_ left: DenseRows) -> DenseRows {
    var out = DenseRows(rows: terms.count, columns: left.columns)
    for row in 0..<rows {
      for k in starts[row]..<starts[row + 1] {
        out.add(Int(columns[k]), left, row, values[k])
      }
    }
    return out
  }
}
