import Model

/// The two texts in rows: passages that belong together stand side by side.
struct PassageRows {
  /// Passages of A and B that share sentences.
  private struct Row {
    var a: [Int]
    var b: [Int]
  }

  private let result: ComparisonResult
  private let passages: ComparedPassages
  private let marksA: MarkedText
  private let marksB: MarkedText
  private let labelsOfB: [LinkLabel]

  init(_ result: ComparisonResult, _ passages: ComparedPassages) {
    self.result = result
    self.passages = passages
    labelsOfB = result.alignment.labelsB
    let dropped = result.alignment.droppedA.map { result.a.sentences[$0] }
    let new = result.alignment.newB.map { result.b.sentences[$0] }
    func facts(_ side: (FactChange) -> FactChange.Place?) -> [(range: Range<Int>, number: Int)] {
      result.changes.enumerated().compactMap { index, change in
        side(change).map { ($0.utf8, index + 1) }
      }
    }
    marksA = MarkedText(
      element: "del", side: passages.a, words: dropped + result.edits.flatMap(\.a),
      facts: facts { $0.a })
    marksB = MarkedText(
      element: "ins", side: passages.b, words: new + result.edits.flatMap(\.b),
      facts: facts { $0.b })
  }

  var html: HTML {
    var out = HTML()
    var unchanged: [Row] = []
    func flush() {
      guard let first = unchanged.first, let last = unchanged.last else { return }
      let names = name(first) + (unchanged.count > 1 ? " to " + name(last) : "")
      out += """
        <details><summary>\(names): <b>unchanged</b>, \
        \(counted(unchanged.count, "passage"))</summary>\(unchanged.map(body))</details>

        """
      unchanged.removeAll()
    }
    for row in rows {
      if isUnchanged(row) {
        unchanged.append(row)
      } else {
        flush()
        out += body(row)
      }
    }
    flush()
    return out
  }

  /// Passages joined with the passage that they share most words with, in A's order; passages that
  /// are only in B follow the row of the passage before them.
  private var rows: [Row] {
    let countA = passages.a.passages.count
    let countB = passages.b.passages.count
    var parent = Array(0..<(countA + countB))
    func root(_ x: Int) -> Int {
      var x = x
      while parent[x] != x {
        parent[x] = parent[parent[x]]
        x = parent[x]
      }
      return x
    }
    func strongest(_ ribbons: [ComparedPassages.Ribbon]) -> ComparedPassages.Ribbon? {
      ribbons.filter { !$0.isMoved }.max { $0.words < $1.words }
        ?? ribbons.max { $0.words < $1.words }
    }
    let byA = Dictionary(grouping: passages.ribbons, by: \.a)
    let byB = Dictionary(grouping: passages.ribbons, by: \.b)
    for ribbons in [byA, byB] {
      for key in ribbons.keys.sorted() {
        guard let ribbon = strongest(ribbons[key] ?? []) else { continue }
        let (x, y) = (root(ribbon.a), root(countA + ribbon.b))
        parent[max(x, y)] = min(x, y)
      }
    }
    var rows: [Row] = []
    var rowOf: [Int: Int] = [:]
    for a in 0..<countA {
      let key = root(a)
      if let at = rowOf[key] {
        rows[at].a.append(a)
      } else {
        rowOf[key] = rows.count
        rows.append(Row(a: [a], b: []))
      }
    }
    var additions: [(after: Int, b: Int)] = []
    var last = -1
    for b in 0..<countB {
      if let at = rowOf[root(countA + b)] {
        rows[at].b.append(b)
        last = at
      } else {
        additions.append((last, b))
      }
    }
    var ordered: [Row] = []
    for at in -1..<rows.count {
      if at >= 0 { ordered.append(rows[at]) }
      for addition in additions where addition.after == at {
        if let previous = ordered.last, previous.a.isEmpty {
          ordered[ordered.count - 1].b.append(addition.b)
        } else {
          ordered.append(Row(a: [], b: [addition.b]))
        }
      }
    }
    return ordered
  }

  private func name(_ row: Row) -> String {
    let a = row.a.map { "A\(noBreak)\($0 + 1)" }.joined(separator: ", ")
    let b = row.b.map { "B\(noBreak)\($0 + 1)" }.joined(separator: ", ")
    return [a, b].filter { !$0.isEmpty }.joined(separator: " → ")
  }

  private func labels(_ row: Row) -> Set<LinkLabel> {
    Set(
      passages.b.passageOf.indices.filter { row.b.contains(passages.b.passageOf[$0]) }
        .map { labelsOfB[$0] })
  }

  private func isUnchanged(_ row: Row) -> Bool {
    guard !row.a.isEmpty, !row.b.isEmpty else { return false }
    let text = row.a.map { passages.a.string(passages.a.passages[$0].utf8) }
    return text == row.b.map { passages.b.string(passages.b.passages[$0].utf8) }
  }

  private func body(_ row: Row) -> HTML {
    """
    <article class="row"><h3><b>\(name(row))</b>\(kinds(row))</h3>
    \(column("a", row.a, passages.a, marksA, "Not in A"))
    <svg class="x" aria-hidden="true"></svg>
    \(column("b", row.b, passages.b, marksB, "Not in B"))
    </article>

    """
  }

  private func kinds(_ row: Row) -> HTML {
    if row.b.isEmpty { return Mark.dropped("Dropped") }
    if row.a.isEmpty { return Mark.added("New") }
    if isUnchanged(row) { return Mark.good("Unchanged") }
    let found = labels(row)
    var marks: [HTML] = []
    if row.b.count > row.a.count { marks.append(Mark.split("Split")) }
    if row.a.count > row.b.count { marks.append(Mark.merged("Merged")) }
    if found.contains(.paraphrase) || found.contains(.merged) || found.contains(.split) {
      marks.append(Mark.reworded("Reworded"))
    } else if found.contains(.light) {
      marks.append(Mark.reworded("Lightly changed"))
    }
    let sentences = passages.b.passageOf.indices.filter { row.b.contains(passages.b.passageOf[$0]) }
    let moved = Set(result.alignment.movedB)
    if sentences.contains(where: { moved.contains($0) }) { marks.append(Mark.moved("Moved")) }
    if found.contains(.new) { marks.append(Mark.added("With new sentences")) }
    let droppedA = Set(result.alignment.droppedA)
    if passages.a.passageOf.indices.contains(where: {
      row.a.contains(passages.a.passageOf[$0]) && droppedA.contains($0)
    }) {
      marks.append(Mark.dropped("Sentences dropped"))
    }
    return marks.joined("")
  }

  private func column(
    _ letter: HTML, _ indices: [Int], _ side: ComparedPassages.Side, _ marks: MarkedText,
    _ absent: String
  ) -> HTML {
    guard !indices.isEmpty else { return "<p class=\"none \(letter)\">\(absent)</p>" }
    let upper = letter == "a" ? "A" : "B"
    let texts = indices.map { index -> HTML in
      let passage = side.passages[index]
      let heading: HTML = passage.kind == .heading || passage.kind == .title ? " ttl" : ""
      return """
        <p class="read wide\(heading)" id="\(letter)\(index + 1)"><span class="ab">\
        \(upper)\(noBreak)\(index + 1)</span>\(marks.html(passage.utf8))</p>
        """
    }
    return "<div class=\"\(letter)\">\(texts)</div>"
  }
}
