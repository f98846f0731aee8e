public import JSONLines
import Model

/// The page of a publisher as JSON, schema `variorum.publisher/1`.
public func publisherJSON(_ report: PublisherReport) -> JSONValue {
  let publisher = report.publisher
  return [
    "schema": "variorum.publisher/1", "name": .string(publisher.name),
    "documents": .int(publisher.documents), "undated": .int(publisher.undated),
    "copies": .int(publisher.copies), "newVersions": .int(publisher.changed),
    "bucket": .string(report.series.bucket.rawValue),
    "points": .array(
      report.series.points.map { point in
        [
          "start": .string("\(point.start)"), "documents": .int(point.documents),
          "total": .int(point.total), "complete": .bool(point.complete),
        ]
      }),
    "themes": .array(
      report.themes.map { theme in
        [
          "name": .string(theme.name), "documents": .int(theme.documents),
          "others": .int(theme.others), "difference": .double(rounded(theme.difference)),
          "low": .double(rounded(theme.low)), "high": .double(rounded(theme.high)),
        ]
      }),
    "articles": .array(report.documents.map(listedDocumentJSON)),
    "comparisons": .array(report.comparisons.map(listedComparisonJSON)),
  ]
}

/// The page on the quality of the data as JSON, schema `variorum.quality/1`.
public func qualityJSON(_ report: QualityReport) -> JSONValue {
  [
    "schema": "variorum.quality/1", "date": .string("\(report.run.date)"),
    "inputs": .int(report.run.inputs), "skipped": .int(report.run.skipped),
    "passedOver": .int(report.passedOver), "documents": .int(report.documents),
    "failures": .array(report.run.failures.map(failureJSON)),
    "undated": .array(report.undated.map(listedDocumentJSON)),
    "doubts": .array(
      report.doubts.map { doubt in
        [
          "document": .string(doubt.document.document.id.rawValue),
          "reason": .string(doubt.reason),
        ]
      }),
    "fields": .array(
      report.fields.map { ["name": .string($0.name), "documents": .int($0.documents)] }),
    "languages": .array(
      report.languages.map { ["code": .string($0.code), "documents": .int($0.documents)] }),
  ]
}
