public import JSONLines
public import Model

/// A series as JSON, schema `variorum.series/1`.
public func seriesJSON(_ series: ThemeSeries) -> JSONValue {
  [
    "schema": "variorum.series/1", "kind": .string(series.subject.kind.rawValue),
    "subject": .string(series.subject.id), "name": .string(series.name),
    "bucket": .string(series.bucket.rawValue),
    "points": .array(
      series.points.map { point in
        [
          "start": .string("\(point.start)"), "documents": .int(point.documents),
          "mentions": .int(point.mentions), "total": .int(point.total),
          "share": .double(rounded(point.share)), "low": .double(rounded(point.low)),
          "high": .double(rounded(point.high)), "complete": .bool(point.complete),
        ]
      }), "bursts": .array(series.bursts.map(burstJSON)),
    "changePoints": .array(
      series.changes.map { change in
        [
          "start": .string("\(change.start)"), "before": .double(rounded(change.before)),
          "after": .double(rounded(change.after)),
        ]
      }),
  ]
}

/// A series as comma-separated values with a header line.
public func seriesCSV(_ series: ThemeSeries) -> String {
  var out = "start,documents,mentions,total,share,low,high,complete\n"
  for point in series.points {
    out += "\(point.start),\(point.documents),\(point.mentions),\(point.total),"
    out +=
      "\(rounded(point.share)),\(rounded(point.low)),\(rounded(point.high)),\(point.complete)\n"
  }
  return out
}

/// The page of a theme as JSON, schema `variorum.theme/1`.
public func themeJSON(_ report: ThemeReport) -> JSONValue {
  [
    "schema": "variorum.theme/1", "series": seriesJSON(report.theme.series),
    "documents": .array(report.documents.map(listedDocumentJSON)),
    "passages": .array(
      report.passages.map { quotation in
        [
          "document": .string(quotation.document.document.id.rawValue),
          "passage": .string(quotation.passage),
          "words": .string(
            String(decoding: Array(quotation.passage.utf8)[quotation.utf8], as: UTF8.self)),
        ]
      }),
    "companions": .array(
      report.companions.map { ["name": .string($0.name), "documents": .int($0.documents)] }),
    "publishers": .array(
      report.publishers.map {
        [
          "name": .string($0.name), "documents": .int($0.documents), "total": .int($0.total),
          "low": .double(rounded($0.low)), "high": .double(rounded($0.high)),
        ]
      }),
  ]
}
