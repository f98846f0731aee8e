public import JSONLines
import Model

/// What marks one part of a corpus as JSON, schema `variorum.keyness/1`.
public func keynessJSON(_ report: KeynessReport) -> JSONValue {
  func side(_ side: KeynessReport.Side) -> JSONValue {
    [
      "label": .string(side.label), "documents": .int(side.documents), "words": .int(side.words),
    ]
  }
  return [
    "schema": "variorum.keyness/1", "a": side(report.a), "b": side(report.b),
    "rows": .array(
      report.rows.map { row in
        [
          "name": .string(row.name), "countA": .int(row.counts.a), "countB": .int(row.counts.b),
          "documentsA": .int(row.documents.a), "documentsB": .int(row.documents.b),
          "logLikelihood": .double(significant(row.logLikelihood)),
          "dunning": .double(significant(row.dunning)),
          "logRatio": .double(significant(row.logRatio)),
        ]
      }),
  ]
}

/// Counted subjects as JSON, schema `variorum.subjects/1`.
public func subjectsJSON(_ subjects: [CountedSubject]) -> JSONValue {
  ["schema": "variorum.subjects/1", "subjects": .array(subjects.map(countedSubjectJSON))]
}

/// What is met together with a subject as JSON, schema `variorum.companions/1`.
public func companionsJSON(_ report: CompanionReport) -> JSONValue {
  [
    "schema": "variorum.companions/1", "subject": countedSubjectJSON(report.counted),
    "middle": JSONValue(report.middle.map { "\($0)" }),
    "companions": .array(
      report.companions.map { item in
        [
          "subject": countedSubjectJSON(item.counted), "both": .int(item.both),
          "npmi": .double(significant(item.npmi)),
          "earlier": item.earlier.map { .double(significant($0)) } ?? .null,
          "later": item.later.map { .double(significant($0)) } ?? .null,
          "change": item.change.map { change in
            [
              "difference": .double(change.difference), "low": .double(change.low),
              "high": .double(change.high),
            ]
          } ?? .null,
        ]
      }),
  ]
}

/// One entity as JSON, schema `variorum.entity/1`.
public func entityReportJSON(_ report: EntityReport) -> JSONValue {
  [
    "schema": "variorum.entity/1", "entity": countedSubjectJSON(report.counted),
    "first": JSONValue(report.days.map { "\($0.first)" }),
    "last": JSONValue(report.days.map { "\($0.last)" }),
    "id": JSONValue(report.id),
    "names": .array(
      report.names.map { name in
        [
          "name": .string(name.name), "type": .string(name.type.rawValue),
          "versions": .int(name.documents), "reason": .string(name.reason),
        ]
      }),
    "forms": .array(
      report.forms.map { ["text": .string($0.text), "mentions": .int($0.mentions)] }),
    "documents": .array(
      report.documents.map { listed in
        [
          "id": .string(listed.document.id.rawValue), "title": JSONValue(listed.document.title),
          "publisher": JSONValue(listed.document.publisher),
          "published": JSONValue(listed.document.published.map { "\($0)" }),
        ]
      }), "companions": companionsJSON(report.companions),
  ]
}

private func countedSubjectJSON(_ counted: CountedSubject) -> JSONValue {
  [
    "kind": .string(counted.subject.kind.rawValue), "id": .string(counted.subject.id),
    "name": .string(counted.name), "type": JSONValue(counted.type?.rawValue),
    "documents": .int(counted.documents), "mentions": .int(counted.mentions),
  ]
}
