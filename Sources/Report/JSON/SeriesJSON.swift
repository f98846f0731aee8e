public import JSONLines
public import Model

/// A series with what it shows as JSON, schema `variorum.series/1`.
///
/// Shares and their intervals are exact to the last digit on every machine; what rests on logarithms
/// is given to eleven digits.
public func seriesJSON(
  _ series: ThemeSeries, findings found: [SeriesFinding]? = nil, notes: [String] = []
) -> JSONValue {
  [
    "schema": "variorum.series/1", "kind": .string(series.subject.kind.rawValue),
    "subject": .string(series.subject.id), "name": .string(series.name),
    "group": JSONValue(series.group), "bucket": .string(series.bucket.rawValue),
    "points": .array(series.points.map { pointJSON($0, series) }),
    "bursts": .array(series.bursts.map(burstJSON)),
    "changePoints": .array(
      series.changes.map { change in
        [
          "start": .string("\(change.start)"), "before": .double(change.before),
          "after": .double(change.after),
        ]
      }), "changePenalty": series.changePenalty.map { .double(significant($0)) } ?? .null,
    "trend": series.trend.map(trendJSON) ?? .null,
    "findings": .array((found ?? findings(of: series)).map(findingJSON)),
    "notes": .array(notes.map(JSONValue.string)),
  ]
}

private func pointJSON(_ point: SeriesPoint, _ series: ThemeSeries) -> JSONValue {
  [
    "start": .string("\(point.start)"), "documents": .int(point.documents),
    "mentions": .int(point.mentions), "total": .int(point.total),
    "share": .double(point.share), "low": .double(point.low), "high": .double(point.high),
    "average": point.average.map(JSONValue.double) ?? .null, "words": .int(point.words),
    "rate": .double(point.rate), "rateLow": .double(significant(point.rateLow)),
    "rateHigh": .double(significant(point.rateHigh)), "complete": .bool(point.complete),
    "empty": .bool(point.isEmpty), "burst": .int(series.burstLevel(at: point.start)),
  ]
}

private func trendJSON(_ trend: SeriesTrend) -> JSONValue {
  [
    "slope": .double(trend.slope), "low": .double(trend.low), "high": .double(trend.high),
    "tau": .double(rounded(trend.tau)), "probability": .double(significant(trend.probability)),
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

/// How the shares of two groups differ as JSON, schema `variorum.difference/1`.
public func differencesJSON(_ report: TimelineReport) -> JSONValue {
  [
    "schema": "variorum.difference/1", "groups": .array(report.series.map { JSONValue($0.group) }),
    "subject": JSONValue(report.series.first?.subject.id),
    "differences": .array(
      report.differences.map { item in
        [
          "start": JSONValue(item.start.map { "\($0)" }), "difference": .double(item.difference),
          "low": .double(item.low), "high": .double(item.high),
        ]
      }),
  ]
}

/// A sentence as JSON, schema `variorum.evidence/1`.
public func evidenceSentenceJSON(_ item: EvidenceSentence) -> JSONValue {
  let words = ScalarTable(item.sentence).range(item.utf8)
  return [
    "schema": "variorum.evidence/1", "document": .string(item.document.document.id.rawValue),
    "version": .string(item.version.rawValue), "title": JSONValue(item.document.document.title),
    "publisher": JSONValue(item.document.document.publisher), "day": .string("\(item.day)"),
    "mentions": .int(item.mentions), "sentence": .string(item.sentence),
    "words": [.int(words.lowerBound), .int(words.upperBound)],
    "place": [.int(item.scalars.lowerBound), .int(item.scalars.upperBound)],
  ]
}

/// The page of a theme as JSON, schema `variorum.theme/1`.
public func themeJSON(_ report: ThemeReport) -> JSONValue {
  [
    "schema": "variorum.theme/1",
    "series": seriesJSON(report.theme.series, findings: report.findings),
    "rise": report.theme.rise.map(riseJSON) ?? .null,
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
    "companions": companionsJSON(report.companions), "names": companionsJSON(report.names),
    "publishers": .array(
      report.publishers.map {
        [
          "name": .string($0.name), "documents": .int($0.documents), "total": .int($0.total),
          "low": .double(rounded($0.low)), "high": .double(rounded($0.high)),
        ]
      }),
  ]
}

private func companionsJSON(_ companions: [ThemeReport.Companion]) -> JSONValue {
  .array(companions.map { ["name": .string($0.name), "documents": .int($0.documents)] })
}

private func riseJSON(_ rise: Rise) -> JSONValue {
  [
    "start": .string("\(rise.start)"), "end": .string("\(rise.end)"),
    "documents": .int(rise.recent.documents), "total": .int(rise.recent.total),
    "documentsBefore": .int(rise.before.documents), "totalBefore": .int(rise.before.total),
    "difference": .double(rise.difference), "low": .double(rounded(rise.low)),
    "high": .double(rounded(rise.high)),
  ]
}
