public import Model

/// The columns of `seriesCSV`, with a line break.
public let seriesCSVHeader =
  "kind,subject,name,group,bucket,start,documents,mentions,total,share,low,high,average,words,"
  + "rate,rateLow,rateHigh,complete,empty,burst\n"

/// A series as comma-separated values, one row for each bucket, without a header.
///
/// Rows are tidy: one theme, one bucket and one group each, so the rows of several series can stand
/// below each other. What a bucket does not have is left empty.
public func seriesCSV(_ series: ThemeSeries) -> String {
  let subject = [
    series.subject.kind.rawValue, series.subject.id, series.name, series.group ?? "",
    series.bucket.rawValue,
  ].map(csvField).joined(separator: ",")
  var out = ""
  for point in series.points {
    out += subject + ",\(point.start),\(point.documents),\(point.mentions),\(point.total),"
    out +=
      point.isEmpty
      ? ",,," : "\(point.share),\(point.low),\(point.high),"
    out += point.average.map { "\($0)" } ?? ""
    out += ",\(point.words),"
    out +=
      point.words == 0
      ? ",,," : "\(point.rate),\(significant(point.rateLow)),\(significant(point.rateHigh)),"
    out += "\(point.complete),\(point.isEmpty),\(series.burstLevel(at: point.start))\n"
  }
  return out
}

/// A field of comma-separated values (RFC 4180), quoted where it has to be.
///
/// A field that a spreadsheet would take for a formula is kept from it by an apostrophe.
func csvField(_ text: String) -> String {
  var text = clean(text)
  if let first = text.utf8.first, "=+-@".utf8.contains(first) { text = "'" + text }
  guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
    return text
  }
  return "\""
    + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
    + "\""
}
