public import JSONLines
import Model

/// A collation as JSON, schema `variorum.collation/1`; texts and sentences are counted from 0.
public func collationJSON(_ report: CollationReport) -> JSONValue {
  let collation = report.collation
  let offsets = collation.texts.map { ScalarTable($0.text) }
  let base: JSONValue = if case .base(let base) = collation.mode { .int(base) } else { .null }
  let texts = zip(report.labels, zip(collation.texts, offsets)).map { label, text in
    JSONValue.object([.init("label", .string(label))] + comparedTextFields(text.0, text.1))
  }
  let steps = collation.steps.map { step -> JSONValue in
    [
      "a": .int(step.a), "b": .int(step.b),
      "verdict": [
        "kind": .string(step.result.verdict.kind.rawValue),
        "sentence": .string(step.result.verdict.sentence),
      ],
      "scores": scoresJSON(step.result.scores),
      "changes": .array(
        step.result.changes.map { changeJSON($0, offsets[step.a], offsets[step.b]) }),
    ]
  }
  let rows = collation.rows.map { row -> JSONValue in
    [
      "readings": .array(
        row.readings.map {
          [
            "sentences": .array($0.sentences.map(JSONValue.int)),
            "wording": $0.wording.map(JSONValue.int) ?? .null,
          ]
        })
    ]
  }
  return [
    "schema": "variorum.collation/1", "mode": .string(collation.mode.name), "base": base,
    "texts": .array(texts), "steps": .array(steps), "rows": .array(rows),
  ]
}
