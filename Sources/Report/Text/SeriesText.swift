import Model

/// A timeline for the terminal: a small chart, a table, what was found, sentences.
///
/// Lines are at most `width` columns wide where the table allows it.
public func timelineText(_ report: TimelineReport, width: Int, isColoured: Bool) -> String {
  let style = TerminalStyle(isColoured: isColoured)
  var out = ""
  for series in report.series {
    out += heading(series, style) + "\n"
    out += chart(series, width: width, style) + "\n"
  }
  if report.series.count == 1 {
    out += table(report.series[0], width: width, style)
  } else {
    out += sideBySide(report)
  }
  for (series, findings) in zip(report.series, report.findings) where !findings.isEmpty {
    out += "\n" + style.bold("What it shows" + (series.group.map { ", \(clean($0))" } ?? "")) + "\n"
    for finding in findings { out += findingText(finding, width: width) }
  }
  if let whole = report.differences.first {
    out += "\n" + wrapped(differenceReading(whole, report), width: width, indent: 0)
  }
  for note in report.notes {
    out += "\n" + wrapped("Note: " + clean(note), width: width, indent: 0)
  }
  if let evidence = report.evidence {
    out += "\n" + style.bold("In the words of the articles") + "\n"
    if evidence.isEmpty { out += "No article speaks of it here.\n" }
    for item in evidence { out += evidenceText(item, width: width, style) }
  }
  return out
}

private func heading(_ series: ThemeSeries, _ style: TerminalStyle) -> String {
  let documents = series.points.reduce(0) { $0 + $1.documents }
  let total = series.points.reduce(0) { $0 + $1.total }
  let group = series.group.map { ", \(clean($0))" } ?? ""
  return style.bold("\(clean(series.name))\(group), by \(series.bucket.rawValue)")
    + ": \(grouped(documents)) of \(counted(total, "dated article"))"
}

/// The share as a row of blocks, `width` columns at most; several buckets may share a column.
private func chart(_ series: ThemeSeries, width: Int, _ style: TerminalStyle) -> String {
  let points = series.points
  guard points.count > 1 else { return "" }
  let blocks = Array("▁▂▃▄▅▆▇█")
  let size = (points.count + max(8, width) - 1) / max(8, width)
  let columns = stride(from: 0, to: points.count, by: size).map {
    points[$0..<min($0 + size, points.count)]
  }
  let shares = columns.map { column -> Double? in
    let total = column.reduce(0) { $0 + $1.total }
    guard total > 0 else { return nil }
    return Double(column.reduce(0) { $0 + $1.documents }) / Double(total)
  }
  let top = max(1e-9, shares.compactMap(\.self).max() ?? 0)
  var line = ""
  for (column, share) in zip(columns, shares) {
    guard let share else {
      line += "·"
      continue
    }
    let mark = share > 0 ? String(blocks[min(7, Int(share / top * 7.999))]) : "▁"
    let isBurst = column.contains { series.burstLevel(at: $0.start) > 0 }
    line += isBurst ? style.yellow(mark) : mark
  }
  let first = bucketName(points[0].start, series.bucket)
  let last = bucketName(points[points.count - 1].start, series.bucket)
  let scale = "highest \(percent(top))" + (size > 1 ? ", \(size) buckets a column" : "")
  let used = first.unicodeScalars.count + last.unicodeScalars.count
  let room = columns.count - used
  guard room > 1 else { return line + "  \(first) – \(last), \(scale)\n" }
  let middle = room > scale.unicodeScalars.count + 3 ? scale : ""
  let gap = room - middle.unicodeScalars.count
  let left = String(repeating: " ", count: gap / 2)
  let right = String(repeating: " ", count: gap - gap / 2)
  return line + "\n" + first + left + middle + right + last + "\n"
}

private func table(_ series: ThemeSeries, width: Int, _ style: TerminalStyle) -> String {
  let showsRate = series.subject.kind == .term
  let rows = series.points.map { point -> (cells: [String], point: SeriesPoint) in
    var cells = [
      "\(point.start)", "\(point.documents)/\(point.total)",
      point.isEmpty ? "–" : percent(point.share),
      point.isEmpty ? "" : "(\(fixed(point.low * 100, 1))–\(fixed(point.high * 100, 1)))",
    ]
    if showsRate {
      cells.append(
        point.words == 0
          ? "–" : "\(fixed(point.rate, 1)) (\(fixed(point.rateLow, 1))–\(fixed(point.rateHigh, 1)))"
      )
    }
    return (cells, point)
  }
  var head = [series.bucket.rawValue, "articles/all", "share", "(95 %)"]
  if showsRate { head.append("in a million words") }
  let widths = head.indices.map { column in
    max(
      head[column].unicodeScalars.count,
      rows.map { $0.cells[column].unicodeScalars.count }.max() ?? 0)
  }
  func line(_ cells: [String]) -> String {
    zip(cells, widths).map { padded($0, $1) }.joined(separator: "  ")
  }
  let room = min(30, width - line(head).unicodeScalars.count - 10)
  let top = max(1e-9, series.points.map(\.share).max() ?? 0)
  var out = line(head) + "\n"
  var skipped = 0
  for (index, (cells, point)) in rows.enumerated() {
    // A stretch without articles is one line.
    if point.isEmpty, index + 1 < rows.count, skipped > 0 || isStretch(series.points, index) {
      skipped += 1
      continue
    }
    if skipped > 0, !point.isEmpty {
      out += "… \(counted(skipped, series.bucket.rawValue)) without an article\n"
      skipped = 0
    }
    out += line(cells)
    let level = series.burstLevel(at: point.start)
    if room >= 8, point.share > 0 {
      let length = max(1, Int((point.share / top * Double(room)).rounded()))
      let bar = String(repeating: level > 0 ? "█" : "▒", count: length)
      out += "  \(level > 0 ? style.yellow(bar) : bar)"
    }
    if level > 0 { out += level == 1 ? " burst" : " burst \(level)" }
    if point.isEmpty { out += " (no article)" } else if !point.complete { out += " (incomplete)" }
    out += "\n"
  }
  return out
}

/// Whether the bucket at `index` begins three or more without an article.
private func isStretch(_ points: [SeriesPoint], _ index: Int) -> Bool {
  index + 2 < points.count && points[index...(index + 2)].allSatisfy(\.isEmpty)
}

/// One row for each bucket and one column for each group.
private func sideBySide(_ report: TimelineReport) -> String {
  guard let first = report.series.first else { return "" }
  let names = report.series.indices.map { String(UnicodeScalar(UInt8(65 + $0 % 26))) }
  var out = "\n"
  for (name, series) in zip(names, report.series) {
    out += "\(name)  \(clean(series.group ?? series.name))\n"
  }
  let cells = report.series.map { series in
    series.points.map {
      $0.isEmpty ? "–" : "\(fixed($0.share * 100, 1)) (\($0.documents)/\($0.total))"
    }
  }
  let widths = cells.map { max(10, $0.map(\.unicodeScalars.count).max() ?? 0) }
  let label = padded(first.bucket.rawValue, 10)
  out +=
    "\n\(label)"
    + zip(names, widths).map { "  " + padded("\($0), %", $1) }.joined() + "\n"
  for index in first.points.indices {
    out += "\(first.points[index].start)"
    for (column, width) in zip(cells, widths) { out += "  " + padded(column[index], width) }
    if !first.points[index].complete { out += "  (incomplete)" }
    out += "\n"
  }
  return out
}

private func findingText(_ finding: SeriesFinding, width: Int) -> String {
  var out = wrapped("• " + finding.reading, width: width, indent: 2)
  for listed in finding.documents {
    let document = listed.document
    let day = document.published.map { "\($0)" } ?? "undated"
    let title = clean(document.title ?? document.address)
    out += "    \(document.id.rawValue)  \(day)  \(cut(title, width - 34))\n"
  }
  return out
}

private func differenceReading(_ whole: ShareDifference, _ report: TimelineReport) -> String {
  let names = report.series.map { clean($0.group ?? $0.name) }
  let interval =
    "95\(noBreak)% interval \(fixed(whole.low * 100, 1)) to \(fixed(whole.high * 100, 1))"
  guard whole.low > 0 || whole.high < 0 else {
    return
      "Over the whole time \(names[0]) and \(names[1]) cannot be told apart: the shares differ by "
      + "\(fixed(whole.difference * 100, 1)) points of a per cent (\(interval))."
  }
  let (more, less) = whole.difference > 0 ? (names[0], names[1]) : (names[1], names[0])
  return "Over the whole time the share is larger in \(more) than in \(less), by "
    + "\(fixed(abs(whole.difference) * 100, 1)) points of a per cent (first less second, \(interval))."
}

private func evidenceText(_ item: EvidenceSentence, width: Int, _ style: TerminalStyle) -> String {
  let document = item.document.document
  let bytes = Array(item.sentence.utf8)
  let start = min(item.utf8.lowerBound, bytes.count)
  let end = min(max(start, item.utf8.upperBound), bytes.count)
  func text(_ range: Range<Int>) -> String { clean(String(decoding: bytes[range], as: UTF8.self)) }
  // The words stand in the middle of their line: what is cut is cut at the far ends.
  let room = max(20, (width - 4 - (end - start)) / 2)
  let words = text(start..<end)
  let line =
    String(text(0..<start).suffix(room)) + style.bold(words)
    + String(text(end..<bytes.count).prefix(room))
  let source = [document.publisher ?? "", clean(document.title ?? document.address)]
    .filter { !$0.isEmpty }.joined(separator: ", ")
  return "    \(line)\n        \(item.day)  \(document.id.rawValue) at "
    + "\(item.scalars.lowerBound)  \(cut(clean(source), width - 40))\n"
}

/// Text with blanks before it up to `width` characters.
func padded(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.unicodeScalars.count)) + text
}

/// Text of at most `width` characters, with an ellipsis where some are missing.
func cut(_ text: String, _ width: Int) -> String {
  let width = max(10, width)
  return text.count <= width ? text : String(text.prefix(width - 1)) + "…"
}

/// Text in lines of at most `width` columns, parted at blanks; lines after the first are indented.
func wrapped(_ text: String, width: Int, indent: Int) -> String {
  var out = ""
  var column = 0
  for word in text.split(separator: " ") {
    let length = word.unicodeScalars.count
    if column > 0, column + 1 + length > max(20, width) {
      out += "\n" + String(repeating: " ", count: indent)
      column = indent
    } else if column > 0 {
      out += " "
      column += 1
    }
    out += word
    column += length
  }
  return out + "\n"
}
