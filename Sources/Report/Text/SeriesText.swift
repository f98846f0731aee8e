public import Model

/// A series for the terminal: one line for each bucket, with a bar for the share.
public func seriesText(_ series: ThemeSeries, isColoured: Bool) -> String {
  let style = TerminalStyle(isColoured: isColoured)
  let documents = series.points.reduce(0) { $0 + $1.documents }
  let total = series.points.reduce(0) { $0 + $1.total }
  var out = style.bold("\(clean(series.name)), by \(series.bucket.rawValue)")
  out += ": \(grouped(documents)) of \(counted(total, "dated article"))\n\n"
  let top = max(0.0001, series.points.map(\.share).max() ?? 0)
  for point in series.points {
    let isBurst = series.bursts.contains { $0.start <= point.start && point.start <= $0.end }
    let length = Int((point.share / top * 30).rounded())
    let bar = String(repeating: isBurst ? "█" : "▒", count: length)
    let shares =
      point.total > 0
      ? "\(padded(percent(point.share), 8))  (\(fixed(point.low * 100, 1))–\(fixed(point.high * 100, 1)))"
      : padded("–", 8)
    out += "\(point.start)  \(padded("\(point.documents)/\(point.total)", 9))  \(shares)"
    if length > 0 { out += "  \(isBurst ? style.yellow(bar) : bar)" }
    if isBurst { out += " burst" }
    if !point.complete { out += " (incomplete)" }
    out += "\n"
  }
  for change in series.changes {
    out += "\nchange at \(change.start): \(percent(change.before)) → \(percent(change.after))"
  }
  return series.changes.isEmpty ? out : out + "\n"
}

/// Text with blanks before it up to `width` characters.
func padded(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.unicodeScalars.count)) + text
}
