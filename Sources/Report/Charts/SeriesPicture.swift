import Model

/// A timeline as an SVG file of its own: share with intervals, bursts and change points, one line for
/// each group.
///
/// The file stands alone: no style sheet, script or font is needed. All numbers are those of the
/// exported series.
public func timelineSVG(_ report: TimelineReport) -> String {
  SeriesPicture(series: report.series).svg
}

private struct SeriesPicture {
  let series: [ThemeSeries]
  private let left = 64.0
  private let right = 936.0
  private let top = 72.0
  private let bottom = 360.0
  private let colours = ["#2b4f72", "#96420c", "#4a6b2a", "#6b3f7a", "#7a6420", "#33706c"]

  private var scale: Scale {
    if series.count == 1 { return shareScale(series[0].points) }
    let high = series.flatMap(\.points).map(\.share).max() ?? 0
    return Scale(maximum: min(1, high), minimum: 0.01)
  }
  private var count: Int { max(1, series.first?.points.count ?? 1) }

  var svg: String {
    let height = 420 + 18 * (series.count > 1 ? series.count : 0)
    let scale = scale
    var out = """
      <svg xmlns="http://www.w3.org/2000/svg" width="960" height="\(height)" \
      viewBox="0 0 960 \(height)" font-family="sans-serif" font-size="13" role="img" \
      aria-labelledby="t d">
      <title id="t">\(escaped(title))</title><desc id="d">\(escaped(description))</desc>
      <rect width="960" height="\(height)" fill="#ffffff"/>
      <text x="24" y="30" font-size="17" font-weight="bold" fill="#1d1b16">\(escaped(title))</text>
      <text x="24" y="52" fill="#5c5648">\(escaped(description))</text>

      """
    if series.count == 1 { out += bursts(series[0]) }
    for value in [0] + scale.lines {
      let y = coordinate(place(value, scale))
      let decimals = scale.top < 0.05 ? 1 : 0
      out += """
        <line x1="\(coordinate(left))" x2="\(coordinate(right))" y1="\(y)" y2="\(y)" \
        stroke="\(value == 0 ? "#8a8376" : "#ded8ca")"/>
        <text x="\(coordinate(left - 8))" y="\(y)" dy="4" text-anchor="end" fill="#5c5648">\
        \(fixed(value * 100, decimals))\(noBreak)%</text>

        """
    }
    out += timeAxis
    for (index, one) in series.enumerated() { out += lines(one, index, scale) }
    return out + "</svg>\n"
  }

  private var title: String {
    guard let first = series.first else { return "" }
    let group = series.count == 1 ? first.group.map { ", \($0)" } ?? "" : ", side by side"
    return "Share of articles on \(first.name)\(group), by \(bucketNoun(first.bucket))"
  }

  private var description: String {
    let bursts = series.count == 1 && series[0].bursts.contains { $0.level == 1 }
    let what = series.count == 1 ? "Band: 95\(noBreak)% interval" : "Line: share of each group"
    return what + (bursts ? ". Yellow: burst" : "")
      + (series.count == 1 && !series[0].changes.isEmpty ? ". Dotted: the level changes" : "")
      + ". Gaps: no article."
  }

  private func x(_ index: Double) -> Double { left + index / Double(count) * (right - left) }
  private func place(_ value: Double, _ scale: Scale) -> Double {
    scale.place(value, bottom: bottom, ceiling: top)
  }

  private func bursts(_ one: ThemeSeries) -> String {
    one.bursts.map { burst in
      let inside = one.points.indices.filter {
        burst.start <= one.points[$0].start && one.points[$0].start <= burst.end
      }
      guard let first = inside.first, let last = inside.last else { return "" }
      return """
        <rect x="\(coordinate(x(Double(first))))" width="\(coordinate(x(Double(last + 1)) - x(Double(first))))" \
        y="\(coordinate(top))" height="\(coordinate(bottom - top))" fill="#f4dd8a" fill-opacity=".55"/>

        """
    }.joined()
  }

  private func lines(_ one: ThemeSeries, _ index: Int, _ scale: Scale) -> String {
    let colour = colours[index % colours.count]
    var out = ""
    for run in runs(one.points) {
      func point(_ i: Int, _ value: Double) -> String {
        "\(coordinate(x(Double(i) + 0.5))) \(coordinate(place(value, scale)))"
      }
      let line = run.map { point($0, one.points[$0].share) }
      if series.count == 1 {
        let band =
          run.map { point($0, one.points[$0].high) }
          + run.reversed().map { point($0, one.points[$0].low) }
        out +=
          "<path d=\"M\(band.joined(separator: "L"))Z\" fill=\"\(colour)\" fill-opacity=\".18\"/>\n"
      }
      out += """
        <path d="M\(line.joined(separator: "L"))" fill="none" stroke="\(colour)" stroke-width="2" \
        stroke-linejoin="round" stroke-linecap="round"\(dashes(index))/>

        """
    }
    if series.count == 1 {
      for change in one.changes {
        guard let at = one.points.firstIndex(where: { $0.start >= change.start }) else { continue }
        let place = coordinate(x(Double(at)))
        out += """
          <line x1="\(place)" x2="\(place)" y1="\(coordinate(top))" y2="\(coordinate(bottom))" \
          stroke="#1d1b16" stroke-dasharray="2 3"/>

          """
      }
    } else {
      let y = 412 + 18 * index
      out += """
        <line x1="24" x2="54" y1="\(y - 4)" y2="\(y - 4)" stroke="\(colour)" stroke-width="2"\(dashes(index))/>\
        <text x="62" y="\(y)" fill="#1d1b16">\(escaped(one.group ?? one.name))</text>

        """
    }
    return out
  }

  /// Lines differ by more than colour.
  private func dashes(_ index: Int) -> String {
    [
      "", " stroke-dasharray=\"7 4\"", " stroke-dasharray=\"2 4\"", " stroke-dasharray=\"9 3 2 3\"",
    ][
      index % 4]
  }

  private func runs(_ points: [SeriesPoint]) -> [[Int]] {
    var found: [[Int]] = []
    for i in points.indices where !points[i].isEmpty {
      if i > 0, !points[i - 1].isEmpty, !found.isEmpty {
        found[found.count - 1].append(i)
      } else {
        found.append([i])
      }
    }
    return found
  }

  private var timeAxis: String {
    guard let one = series.first, !one.points.isEmpty else { return "" }
    let every = (one.points.count + 7) / 8
    return stride(from: 0, to: one.points.count, by: every).map { index in
      let place = coordinate(x(Double(index)))
      return """
        <line x1="\(place)" x2="\(place)" y1="\(coordinate(bottom))" y2="\(coordinate(bottom + 5))" \
        stroke="#8a8376"/><text x="\(place)" y="\(coordinate(bottom + 20))" fill="#5c5648">\
        \(bucketName(one.points[index].start, one.bucket))</text>

        """
    }.joined()
  }
}

/// Text as the content of an SVG element.
private func escaped(_ text: String) -> String {
  var out = ""
  for scalar in clean(text).unicodeScalars {
    switch scalar {
    case "&": out += "&amp;"
    case "<": out += "&lt;"
    case ">": out += "&gt;"
    default: out.unicodeScalars.append(scalar)
    }
  }
  return out
}
