public import JSONLines
public import Model

/// A series with what it shows as JSON, schema `variorum.series/1`.
public func seriesJSON(_ series: ThemeSeries, findings found: [SeriesFinding]? = nil) -> JSONValue {
  [
    "schema": "variorum.series/1", "kind": .string(series.subject.kind.rawValue),
    "subject": .string(series.subject.id), "name": .string(series.name),
    "group": JSONValue(series.group), "bucket": .string(series.bucket.rawValue),
    "points": .array(series.points.map { pointJSON($0, series) }),
    "bursts": .array(series.bursts.map(burstJSON)),
    "changePoints": .array(
      series.changes.map { change in
        [
          "start": .string("\(change.start)"), "before": .double(rounded(change.before)),
          "after": .double(rounded(change.after)),
        ]
      }), "changePenalty": series.changePenalty.map(JSONValue.double) ?? .null,
    "trend": series.trend.map(trendJSON) ?? .null,
    "findings": .array((found ?? findings(of: series)).map(findingJSON)),
  ]
}

private func pointJSON(_ point: SeriesPoint, _ series: ThemeSeries) -> JSONValue {
  [
    "start": .string("\(point.start)"), "documents": .int(point.documents),
    "mentions": .int(point.mentions), "total": .int(point.total),
    "share": .double(rounded(point.share)), "low": .double(rounded(point.low)),
    "high": .double(rounded(point.high)),
    "average": point.average.map { .double(rounded($0)) } ?? .null, "words": .int(point.words),
    "rate": .double(rounded(point.rate)), "rateLow": .double(rounded(point.rateLow)),
    "rateHigh": .double(rounded(point.rateHigh)), "complete": .bool(point.complete),
    "empty": .bool(point.isEmpty), "burst": .int(series.burstLevel(at: point.start)),
  ]
}

private func trendJSON(_ trend: SeriesTrend) -> JSONValue {
  [
    "slope": .double(trend.slope), "low": .double(trend.low), "high": .double(trend.high),
    "tau": .double(rounded(trend.tau)), "probability": .double(trend.probability),
    "buckets": .int(trend.buckets),
  ]
}

private func findingJSON(_ finding: SeriesFinding) -> JSONValue {
  [
    "kind": .string(finding.kind.rawValue), "start": .string("\(finding.start)"),
    "end": .string("\(finding.end)"), "reading": .string(finding.reading),
    "documents": .array(
      finding.documents.map { listed in
        [
          "id": .string(listed.document.id.rawValue), "title": JSONValue(listed.document.title),
          "published": JSONValue(listed.document.published.map { "\($0)" }),
        ]
      }),
  ]
}

/// The page of a theme as JSON, schema `variorum.theme/1`.
public func themeJSON(_ report: ThemeReport) -> JSONValue {
  [
    "schema": "variorum.theme/1",
    "series": seriesJSON(report.theme.series, findings: report.findings),
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
