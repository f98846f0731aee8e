import Model

/// Share above and counts below on one time axis, with intervals, bursts and change points.
///
/// Lines and bands live in a stretched inner picture and labels outside of it, so type keeps its
/// size at any width.
struct SeriesChart {
  private let series: ThemeSeries
  private let points: [SeriesPoint]
  private let share: Scale
  private let counts: Scale
  private let shareBottom = 254.0
  private let shareTop = 34.0
  private let countBottom = 362.0
  private let countTop = 292.0

  /// What the numbers are about, after "share and number of".
  private let what: String

  /// The chart of a series; `what` stands after "share and number of" where that is not articles on
  /// a theme.
  init(_ series: ThemeSeries, of what: String? = nil) {
    self.series = series
    self.what = what ?? "articles on \(series.name)"
    points = series.points
    share = shareScale(points)
    counts = Scale(maximum: Double(points.map(\.documents).max() ?? 1), minimum: 1)
  }

  /// The chart; nothing when there is no bucket.
  var html: HTML {
    guard !points.isEmpty else { return HTML() }
    let id = "c"
    return """
      <svg class="chart" height="388" role="img" aria-labelledby="\(id)-t \(id)-d">\
      <title id="\(id)-t">\(title)</title><desc id="\(id)-d">\(description)</desc>
      <defs><pattern id="inc" width="6" height="6" patternUnits="userSpaceOnUse" \
      patternTransform="rotate(45)"><path d="M0 0V6" stroke="var(--edge)" stroke-width="1.5"/>\
      </pattern></defs>
      \(bursts)\(grid)
      <svg width="100%" height="388" viewBox="0 0 \(points.count) 388" \
      preserveAspectRatio="none">\(band)\(levels)\(average)\(line)</svg>
      \(bars)\(changePoints)\(labels)\(timeAxis)</svg>
      """
  }

  private var title: String {
    "Share and number of \(what), by \(bucketNoun(series.bucket))"
  }

  private var description: String {
    guard let peak = points.max(by: { $0.share < $1.share }), let last = points.last else {
      return ""
    }
    return "The share is highest with \(percent(peak.share)) in "
      + "\(bucketPhrase(peak.start, series.bucket)) and ends at \(percent(last.share)). "
      + "All values are in the table below."
  }

  private func x(_ index: Double) -> String { coordinate(index / Double(points.count) * 100) + "%" }
  private func y(_ value: Double) -> String {
    coordinate(share.place(value, bottom: shareBottom, ceiling: shareTop))
  }

  /// The first and one past the last bucket that `start`…`end` touches.
  private func span(_ start: Day, _ end: Day) -> (Int, Int)? {
    guard let first = points.lastIndex(where: { $0.start <= start }) ?? points.indices.first,
      let last = points.lastIndex(where: { $0.start <= end })
    else { return nil }
    return (first, last + 1)
  }

  private var bursts: [HTML] {
    series.bursts.compactMap { burst in
      guard let (first, end) = span(burst.start, burst.end) else { return nil }
      let width = coordinate(Double(end - first) / Double(points.count) * 100)
      return
        "<rect class=\"bu\" x=\"\(x(Double(first)))\" width=\"\(width)%\" y=\"20\" height=\"342\"/>"
    }
  }

  private var grid: [HTML] {
    func line(_ y: Double, _ kind: String) -> HTML {
      let place = coordinate(y)
      return "<line class=\"\(kind)\" x1=\"0\" x2=\"100%\" y1=\"\(place)\" y2=\"\(place)\"/>"
    }
    return [line(shareBottom, "ax"), line(countBottom, "ax")]
      + share.lines.map {
        line(share.place($0, bottom: shareBottom, ceiling: shareTop), "g")
      }
      + counts.lines.suffix(1).map {
        line(counts.place($0, bottom: countBottom, ceiling: countTop), "g")
      }
  }

  /// The intervals, one band for each stretch of buckets that hold documents.
  private var band: HTML {
    var path = ""
    for run in runs {
      let upper = run.map { "\(coordinate(Double($0) + 0.5)) \(y(points[$0].high))" }
      let lower = run.reversed().map { "\(coordinate(Double($0) + 0.5)) \(y(points[$0].low))" }
      path += "M" + (upper + lower).joined(separator: "L") + "Z"
    }
    return "<path class=\"bd\" d=\"\(path)\"/>"
  }

  private var line: HTML {
    var solid = ""
    var dotted = ""
    for run in runs {
      let whole = run.filter { points[$0].complete || $0 != points.count - 1 }
      if !whole.isEmpty {
        solid +=
          "M"
          + whole.map { "\(coordinate(Double($0) + 0.5)) \(y(points[$0].share))" }
          .joined(separator: "L")
      }
      if let last = run.last, let before = whole.last, last != before {
        dotted =
          "M\(coordinate(Double(before) + 0.5)) \(y(points[before].share))"
          + "L\(coordinate(Double(last) + 0.5)) \(y(points[last].share))"
      }
    }
    let end: HTML =
      dotted.isEmpty ? "" : "<path class=\"ln\" stroke-dasharray=\"3 3\" d=\"\(dotted)\"/>"
    return "<path class=\"ln\" d=\"\(solid)\"/>" + end
  }

  /// The moving average, one path for each stretch of buckets that have one.
  private var average: HTML {
    var path = ""
    var isOpen = false
    for (index, point) in points.enumerated() {
      guard let value = point.average else {
        isOpen = false
        continue
      }
      path += "\(isOpen ? "L" : "M")\(coordinate(Double(index) + 0.5)) \(y(value))"
      isOpen = true
    }
    return path.isEmpty ? "" : "<path class=\"mv\" d=\"\(path)\"/>"
  }

  /// Stretches of neighbouring buckets that hold documents; an empty bucket has no share.
  private var runs: [[Int]] {
    var found: [[Int]] = []
    for i in points.indices where points[i].total > 0 {
      if i > 0, points[i - 1].total > 0, !found.isEmpty {
        found[found.count - 1].append(i)
      } else {
        found.append([i])
      }
    }
    return found
  }

  /// The mean level between change points.
  private var levelSpans: [(first: Int, end: Int, level: Double)] {
    guard !series.changes.isEmpty else { return [] }
    var starts = [0]
    var values: [Double] = [series.changes[0].before]
    for change in series.changes {
      guard let at = points.firstIndex(where: { $0.start >= change.start }) else { continue }
      starts.append(at)
      values.append(change.after)
    }
    return starts.indices.map {
      (starts[$0], $0 + 1 < starts.count ? starts[$0 + 1] : points.count, values[$0])
    }
  }

  private var levels: HTML {
    let path = levelSpans.map { "M\($0.first) \(y($0.level))H\($0.end)" }.joined()
    return path.isEmpty ? "" : "<path class=\"usual\" fill=\"none\" d=\"\(path)\"/>"
  }

  private var changePoints: [HTML] {
    levelSpans.dropFirst().map { span in
      let place = x(Double(span.first))
      return "<line class=\"cp\" x1=\"\(place)\" x2=\"\(place)\" y1=\"32\" y2=\"362\"/>"
    }
  }

  private var bars: [HTML] {
    points.indices.flatMap { i -> [HTML] in
      let top = counts.place(
        Double(points[i].documents), bottom: countBottom, ceiling: countTop)
      let width = coordinate(0.72 / Double(points.count) * 100)
      let fill: HTML =
        points[i].complete ? "class=\"br\"" : "fill=\"url(#inc)\" stroke=\"var(--bar)\""
      var parts: [HTML] = []
      if points[i].documents > 0 {
        parts.append(
          """
          <rect \(fill) x="\(x(Double(i) + 0.14))" width="\(width)%" y="\(coordinate(top))" \
          height="\(coordinate(countBottom - top))"/>
          """)
      }
      if !points[i].complete {
        let whole = coordinate(1 / Double(points.count) * 100)
        parts.append(
          """
          <rect fill="url(#inc)" opacity=".55" x="\(x(Double(i)))" width="\(whole)%" y="20" \
          height="234"/>
          """)
      }
      return parts
    }
  }

  private var labels: [HTML] {
    var out: [HTML] = [
      "<text class=\"hd\" x=\"0\" y=\"12\">Share of all articles</text>",
      "<text class=\"hd\" x=\"0\" y=\"276\">Number of articles</text>",
    ]
    for (i, value) in share.lines.enumerated() {
      let unit = i == share.lines.count - 1 ? noBreak + "%" : ""
      let decimals = share.top < 0.05 ? 1 : 0
      let place = share.place(value, bottom: shareBottom, ceiling: shareTop) - 4
      out.append(
        "<text class=\"halo\" x=\"0\" y=\"\(coordinate(place))\">\(fixed(value * 100, decimals))\(unit)</text>"
      )
    }
    if let top = counts.lines.last {
      let place = counts.place(top, bottom: countBottom, ceiling: countTop) - 4
      out.append(
        "<text class=\"halo\" x=\"0\" y=\"\(coordinate(place))\">\(grouped(Int(top)))</text>")
    }
    // A burst inside a burst needs no name of its own, and names that are close would overlap.
    var named: [Double] = []
    for burst in series.bursts.reversed() where burst.level == 1 {
      guard let (first, end) = span(burst.start, burst.end) else { continue }
      let middle = Double(first + end) / 2 / Double(points.count)
      guard named.allSatisfy({ abs($0 - middle) > 0.25 }) else { continue }
      named.append(middle)
      let atEnd = Double(first) / Double(points.count) > 0.7
      let place = x(Double(atEnd ? end : first))
      let anchor: HTML = atEnd ? " text-anchor=\"end\"" : ""
      out.append(
        """
        <text class="in" x="\(place)" y="12"\(anchor)>Burst<tspan class="opt"> \
        \(shortDay(burst.start)) – \(shortDay(burst.end))</tspan></text>
        """)
    }
    for span in levelSpans where span.end - span.first >= max(2, points.count / 12) {
      let middle = x(Double(span.first + span.end) / 2)
      let place = share.place(span.level, bottom: shareBottom, ceiling: shareTop) - 5
      out.append(
        """
        <text class="halo in" x="\(middle)" y="\(coordinate(place))" text-anchor="middle">\
        \(percent(span.level))</text>
        """)
    }
    return out
  }

  /// Ticks where a year, quarter or month begins; every second label may go on a narrow screen.
  private var timeAxis: [HTML] {
    var starts: [(index: Int, label: String)] = []
    var seen = -1
    let days = points.first.flatMap { a in points.last.map { a.start.distance(to: $0.start) } } ?? 0
    for (i, point) in points.enumerated() {
      let (year, month, _) = point.start.components
      let key = days > 365 * 4 ? year : days > 900 ? year * 4 + (month - 1) / 3 : year * 12 + month
      guard key != seen else { continue }
      seen = key
      let isYear = starts.isEmpty || month == 1 || days > 365 * 4
      let name = days > 365 * 4 ? String(year) : shortMonth(month)
      starts.append((i, isYear && days <= 365 * 4 ? "\(name) \(year)" : name))
    }
    // The first label is the longest; one close behind it would stand on it.
    if starts.count > 1, (starts[1].index - starts[0].index) * 12 < points.count {
      starts.remove(at: 1)
    }
    let every = max(1, (starts.count + 11) / 12)
    return starts.enumerated().filter { $0.offset % every == 0 }.map { offset, tick in
      let isOptional: HTML = offset / every % 2 == 1 ? " class=\"opt\"" : ""
      let place = x(Double(tick.index))
      return """
        <line class="ax" x1="\(place)" x2="\(place)" y1="362" y2="367"/>\
        <text x="\(place)" dx="3" y="379"\(isOptional)>\(tick.label)</text>
        """
    }
  }
}

/// A share over the last buckets, small enough for a table cell.
func sparkline(_ series: ThemeSeries, last count: Int = 14) -> HTML {
  let points = Array(series.points.suffix(count))
  guard points.count > 1, let first = points.first?.start else { return HTML() }
  let top = shareScale(points).top
  func y(_ value: Double) -> String { coordinate(46 - min(1, value / top) * 44) }
  let used = points.indices.filter { points[$0].total > 0 }
  let upper = used.map { "\($0) \(y(points[$0].high))" }
  let lower = used.reversed().map { "\($0) \(y(points[$0].low))" }
  let line = used.map { "\($0) \(y(points[$0].share))" }.joined(separator: "L")
  let width = Double(points.count - 1)
  let bursts = series.bursts.filter { $0.end >= first }.map { burst -> HTML in
    let from = Double(points.lastIndex { $0.start <= burst.start } ?? 0)
    let to = Double(points.lastIndex { $0.start <= burst.end } ?? 0)
    let left = max(0, from - 0.5) / width * 100
    let right = min(width, to + 0.5) / width * 100
    return """
      <rect class="bu" x="\(coordinate(left))%" width="\(coordinate(right - left))%" height="48"/>
      """
  }
  let label = "\(series.name): share of articles over the last \(points.count) buckets"
  return """
    <svg class="chart spark" role="img" aria-label="\(label)">\(bursts)\
    <svg width="100%" height="48" viewBox="0 0 \(points.count - 1) 48" \
    preserveAspectRatio="none"><path class="bd" d="M\((upper + lower).joined(separator: "L"))Z"/>\
    <path class="ln" d="M\(line)"/></svg></svg>
    """
}

/// An axis that holds all shares, and their intervals up to three times the highest share: buckets of a
/// few articles have intervals that would press the line to the ground.
func shareScale(_ points: [SeriesPoint]) -> Scale {
  let share = points.map(\.share).max() ?? 0
  let high = points.map(\.high).max() ?? 0
  return Scale(maximum: min(1, high, share > 0 ? 3 * share : high), minimum: 0.01)
}
