/// Which passage of A went where in B: block height and ribbon width are words.
struct FlowChart {
  private let passages: ComparedPassages
  private let unit: Double
  private let gap = 4.0
  private let top = 26.0
  private let startsA: [Double]
  private let startsB: [Double]
  private let height: Double

  init(_ passages: ComparedPassages) {
    self.passages = passages
    let words = Double(max(1, passages.a.wordCount, passages.b.wordCount))
    unit = min(1.2, 700 / words)
    (startsA, height) = FlowChart.stack(
      [passages.a.passageWords, passages.b.passageWords], unit: unit, gap: gap, top: top, side: 0)
    startsB =
      FlowChart.stack(
        [passages.a.passageWords, passages.b.passageWords], unit: unit, gap: gap, top: top, side: 1
      ).starts
  }

  private static func stack(
    _ sides: [[Int]], unit: Double, gap: Double, top: Double, side: Int
  ) -> (starts: [Double], height: Double) {
    let heights = sides.map { words in
      words.reduce(0.0) { $0 + max(2, Double($1) * unit) + gap }
    }
    var y = top
    var starts: [Double] = []
    for words in sides[side] {
      starts.append(y)
      y += max(2, Double(words) * unit) + gap
    }
    return (starts, top + (heights.max() ?? 0))
  }

  /// The chart, and a table of the same numbers.
  var html: HTML {
    let pixels = Int(height.rounded(.up)) + 8
    return """
      <figure>
      <svg class="chart" height="\(pixels)" role="img" aria-labelledby="fl-t fl-d">\
      <title id="fl-t">Where each passage of A went in B</title><desc id="fl-d">Left column: \
      \(passages.a.passages.count) passages of A. Right column: \(passages.b.passages.count) \
      passages of B. Ribbons join what was carried over. The table below lists every ribbon.</desc>
      <defs><pattern id="hd" width="6" height="6" patternUnits="userSpaceOnUse" \
      patternTransform="rotate(45)"><rect width="6" height="6" fill="var(--del-t)"/>\
      <path d="M0 0V6" stroke="var(--del)" stroke-width="2.5"/></pattern>\
      <pattern id="hi" width="6" height="6" patternUnits="userSpaceOnUse">\
      <rect width="6" height="6" fill="var(--ins-t)"/>\
      <path d="M0 3H6M3 0V6" stroke="var(--ins)" stroke-width="1.2"/></pattern></defs>
      <text class="hd" x="0" y="12">A</text>\
      <text class="hd" x="100%" y="12" text-anchor="end">B</text>
      <svg x="22%" width="56%" height="\(pixels)" viewBox="0 0 100 \(pixels)" \
      preserveAspectRatio="none">\(ribbons)</svg>
      \(blocks)
      </svg>
      </figure>
      <details><summary><b>The same as a table</b></summary>\(table)</details>
      """
  }

  /// Where each ribbon leaves its block of A, and where it enters that of B.
  private var places: [(from: Double, to: Double)] {
    var nextA = startsA
    var nextB = startsB
    return passages.ribbons.map { ribbon in
      defer {
        nextA[ribbon.a] += ribbon.words * unit
        nextB[ribbon.b] += ribbon.words * unit
      }
      return (nextA[ribbon.a], nextB[ribbon.b])
    }
  }

  private var ribbons: [HTML] {
    zip(passages.ribbons, places).map { ribbon, place in
      let width = max(0.8, ribbon.words * unit)
      let (a, b) = (place.from, place.to)
      let path =
        "M0 \(coordinate(a))C45 \(coordinate(a)) 55 \(coordinate(b)) 100 \(coordinate(b))"
        + "V\(coordinate(b + width))C55 \(coordinate(b + width)) 45 \(coordinate(a + width)) "
        + "0 \(coordinate(a + width))Z"
      let style: HTML =
        ribbon.isMoved
        ? "fill=\"var(--mov-t)\" stroke=\"var(--mov)\" stroke-dasharray=\"4 3\""
        : "fill=\"var(--flow)\" stroke=\"var(--edge)\" stroke-opacity=\".5\""
      return "<path \(style) d=\"\(path)\"/>"
    }
  }

  private var blocks: [HTML] {
    var carriedA = Array(repeating: 0.0, count: startsA.count)
    var carriedB = Array(repeating: 0.0, count: startsB.count)
    for ribbon in passages.ribbons {
      carriedA[ribbon.a] += ribbon.words
      carriedB[ribbon.b] += ribbon.words
    }
    var out: [HTML] = []
    out += side(
      passages.a, startsA, carriedA, x: "22%", stub: "22%", fill: "hd", label: "22%", dx: "-7",
      anchor: " text-anchor=\"end\"")
    out += side(
      passages.b, startsB, carriedB, x: "77.6%", stub: "73%", fill: "hi", label: "78%", dx: "10",
      anchor: "")
    return out
  }

  private func side(
    _ side: ComparedPassages.Side, _ starts: [Double], _ carried: [Double], x: HTML, stub: HTML,
    fill: HTML, label: HTML, dx: HTML, anchor: HTML
  ) -> [HTML] {
    var out: [HTML] = []
    var lastLabel = 0.0
    for (i, words) in side.passageWords.enumerated() {
      let tall = max(2, Double(words) * unit)
      let rest = tall - carried[i] * unit
      if rest > 2 {
        out.append(
          """
          <rect x="\(stub)" width="5%" y="\(coordinate(starts[i] + carried[i] * unit))" \
          height="\(coordinate(rest))" fill="url(#\(fill))"/>
          """)
      }
      out.append(
        """
        <rect x="\(x)" width="3" y="\(coordinate(starts[i]))" height="\(coordinate(tall))" \
        fill="var(--ink)"/>
        """)
      let middle = starts[i] + tall / 2 + 4
      if middle - lastLabel >= 14 {
        lastLabel = middle
        out.append(
          "<text x=\"\(label)\" dx=\"\(dx)\" y=\"\(coordinate(middle))\"\(anchor)>\(i + 1)</text>")
      }
    }
    return out
  }

  private var table: HTML {
    let rows = passages.ribbons.map { ribbon -> HTML in
      let order: HTML = ribbon.isMoved ? "moved" : "in order"
      return """
        <tr><td>A \(ribbon.a + 1)</td><td>B \(ribbon.b + 1)</td>\
        <td class="num">\(grouped(Int(ribbon.words.rounded())))</td><td>\(order)</td></tr>

        """
    }
    return """
      <table class="tight"><caption>Words carried over, by passage</caption><thead><tr>\
      <th scope="col">From</th><th scope="col">To</th><th scope="col" class="num">Words</th>\
      <th scope="col">Order</th></tr></thead><tbody>\(rows)</tbody></table>
      """
  }
}
