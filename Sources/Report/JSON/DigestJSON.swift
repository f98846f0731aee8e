public import JSONLines
public import Model

/// Documents of a list in a digest's JSON at most; the first night over a large corpus finds all of it new.
private let documentsOfList = 2_000

/// A digest as JSON, schema `variorum.digest/1`: the content of the page and more of its lists.
public func digestJSON(_ report: DigestReport) -> JSONValue {
  let run = report.run
  return [
    "schema": "variorum.digest/1", "date": .string("\(run.date)"), "corpus": .string(run.corpus),
    "inputs": .int(run.inputs), "newDocuments": .int(run.newDocuments),
    "newVersions": .int(run.newVersions), "seenAgain": .int(run.seenAgain),
    "skipped": .int(run.skipped), "documents": .int(report.documents), "dated": .int(report.dated),
    "themes": .array(report.themes.map(listedThemeJSON)),
    "comparisons": .array(report.comparisons.map(listedComparisonJSON)),
    "names": .array(
      report.names.map { name in
        [
          "name": .string(name.name), "type": .string(name.type.rawValue),
          "documents": .int(name.documents), "publishers": .int(name.publishers),
          "page": JSONValue(name.page),
        ]
      }),
    "new": .array(report.newDocuments.prefix(documentsOfList).map(listedDocumentJSON)),
    "undated": .array(report.undated.prefix(documentsOfList).map(listedDocumentJSON)),
    "failures": .array(run.failures.map(failureJSON)),
  ]
}

/// A failure as JSON.
public func failureJSON(_ failure: Failure) -> JSONValue {
  [
    "file": .string(failure.origin.file), "offset": .int(failure.origin.offset),
    "code": .string(failure.code), "message": .string(failure.message),
  ]
}

/// A document of a list as JSON.
public func listedDocumentJSON(_ listed: ListedDocument) -> JSONValue {
  let document = listed.document
  return [
    "id": .string(document.id.rawValue), "address": .string(document.address),
    "title": JSONValue(document.title), "authors": .array(document.authors.map(JSONValue.string)),
    "publisher": JSONValue(document.publisher),
    "published": JSONValue(document.published.map { "\($0)" }),
    "language": JSONValue(document.language), "words": .int(listed.words),
    "themes": .array(listed.themes.map(JSONValue.string)),
    "undatedReason": JSONValue(listed.undatedReason), "page": JSONValue(listed.page),
  ]
}

func listedComparisonJSON(_ item: ListedComparison) -> JSONValue {
  [
    "reason": .string(item.reason.rawValue), "a": .string(item.a.document.id.rawValue),
    "b": .string(item.b.document.id.rawValue), "version": .int(item.number),
    "capturedA": JSONValue(item.captured.a.map { "\($0)" }),
    "capturedB": JSONValue(item.captured.b.map { "\($0)" }),
    "modified": JSONValue(item.modified.map { "\($0)" }),
    "relation": JSONValue(item.relation?.rawValue),
    "verdict": [
      "kind": .string(item.verdict.kind.rawValue), "sentence": .string(item.verdict.sentence),
    ],
    "facts": .int(item.factCount), "new": .bool(item.isNew), "page": .string(item.page),
  ]
}

func listedThemeJSON(_ theme: ListedTheme) -> JSONValue {
  [
    "theme": .string(theme.series.subject.id), "name": .string(theme.series.name),
    "documents": .int(theme.documents), "new": .int(theme.newDocuments),
    "burst": theme.burst.map(burstJSON) ?? .null, "page": .string(theme.page),
  ]
}

func burstJSON(_ burst: Burst) -> JSONValue {
  [
    "start": .string("\(burst.start)"), "end": .string("\(burst.end)"), "level": .int(burst.level),
    "weight": .double(significant(burst.weight)), "seasonYears": .int(burst.seasonYears),
  ]
}
