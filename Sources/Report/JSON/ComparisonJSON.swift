public import JSONLines
public import Model

/// A comparison as JSON, schema `variorum.comparison/1`.
///
/// Offsets count Unicode scalars, as everywhere at that edge.
public func comparisonJSON(_ result: ComparisonResult) -> JSONValue {
  let a = ScalarTable(result.a.text)
  let b = ScalarTable(result.b.text)
  let alignment = result.alignment
  return .object([
    .init("schema", "variorum.comparison/1"),
    .init(
      "verdict",
      [
        "kind": .string(result.verdict.kind.rawValue),
        "sentence": .string(result.verdict.sentence),
      ]), .init("scores", scoresJSON(result.scores)),
    .init("a", .object(comparedTextFields(result.a, a))),
    .init("b", .object(comparedTextFields(result.b, b))),
    .init("links", .array(alignment.links.map { .array([.int($0.a), .int($0.b)]) })),
    .init("labelsB", .array(alignment.labelsB.map { .string($0.rawValue) })),
    .init("movedB", .array(alignment.movedB.map(JSONValue.int))),
    .init("droppedA", .array(alignment.droppedA.map(JSONValue.int))),
    .init("newB", .array(alignment.newB.map(JSONValue.int))),
    .init(
      "edits",
      .array(
        result.edits.map { edit in
          [
            "link": .array([.int(edit.linkA), .int(edit.linkB)]),
            "a": .array(edit.a.map { JSONValue(a.range($0)) }),
            "b": .array(edit.b.map { JSONValue(b.range($0)) }),
            "weight": .string(edit.weight.rawValue),
          ]
        })), .init("changes", .array(result.changes.map { changeJSON($0, a, b) })),
  ])
}

func changeJSON(_ change: FactChange, _ a: ScalarTable, _ b: ScalarTable) -> JSONValue {
  let x = change.a.map { a.range($0.utf8) }
  let y = change.b.map { b.range($0.utf8) }
  func number(_ value: Int?) -> JSONValue { value.map(JSONValue.int) ?? .null }
  return [
    "kind": .string(change.kind.rawValue), "type": .string(change.type.rawValue),
    "a": JSONValue(change.a?.text), "b": JSONValue(change.b?.text),
    "aStart": number(x?.lowerBound), "aEnd": number(x?.upperBound),
    "bStart": number(y?.lowerBound), "bEnd": number(y?.upperBound),
    "weight": .double(rounded(change.weight)),
  ]
}

func scoresJSON(_ scores: ComparisonScores) -> JSONValue {
  [
    "kept": .double(rounded(scores.kept)), "reworded": .double(rounded(scores.reworded)),
    "new": .double(rounded(scores.new)), "dropped": .double(rounded(scores.dropped)),
    "lengthRatio": .double(rounded(scores.lengthRatio)),
    "orderKept": .double(rounded(scores.orderKept)), "longestRun": .int(scores.longestRun),
    "namesKept": .double(rounded(scores.namesKept)),
    "numbersKept": .double(rounded(scores.numbersKept)),
  ]
}

func comparedTextFields(_ text: ComparedText, _ offsets: ScalarTable) -> [JSONValue.Member] {
  let metadata = text.metadata
  return [
    .init("title", JSONValue(metadata.title?.value)),
    .init("authors", .array(metadata.authors.map { .string($0.value) })),
    .init("published", JSONValue(metadata.published.map { "\($0.value)" })),
    .init("publisher", JSONValue(metadata.publisher?.value)),
    .init("language", JSONValue(text.language)), .init("text", .string(text.text)),
    .init("sentences", .array(text.sentences.map { JSONValue(offsets.range($0)) })),
    .init(
      "passages",
      .array(
        text.passages.map {
          [
            "kind": .string($0.kind.rawValue), "start": .int(offsets.range($0.utf8).lowerBound),
            "end": .int(offsets.range($0.utf8).upperBound),
          ]
        })),
  ]
}
