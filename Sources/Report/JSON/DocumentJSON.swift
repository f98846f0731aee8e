public import JSONLines
public import Model

/// A version with what was found in it as JSON, schema `variorum.record/1`.
///
/// This is the document record of the streaming interface; offsets count Unicode scalars.
public func recordJSON(_ version: Version, mentions: [Mention], words: Int) -> [JSONValue.Member] {
  let offsets = ScalarTable(version.text)
  let metadata = version.metadata
  func found(_ value: String?, _ evidence: Evidence?) -> JSONValue {
    guard let value, let evidence else { return .null }
    return ["value": .string(value), "evidence": evidenceJSON(evidence)]
  }
  func subjects(_ kind: Subject.Kind) -> [Mention] { mentions.filter { $0.subject.kind == kind } }
  return [
    .init("schema", "variorum.record/1"), .init("document", .string(version.document.rawValue)),
    .init("version", .string(version.id.rawValue)), .init("address", .string(version.address)),
    .init("captured", found(version.captured.map { "\($0.value)" }, version.captured?.evidence)),
    .init("file", .string(version.origin.file)), .init("offset", .int(version.origin.offset)),
    .init("contentHash", .string(version.contentHash)),
    .init("pageKind", .string(version.pageKind.rawValue)),
    .init("title", found(metadata.title?.value, metadata.title?.evidence)),
    .init("deck", found(metadata.deck?.value, metadata.deck?.evidence)),
    .init("authors", .array(metadata.authors.map { found($0.value, $0.evidence) })),
    .init(
      "published", found(metadata.published.map { "\($0.value)" }, metadata.published?.evidence)),
    .init("modified", found(metadata.modified.map { "\($0.value)" }, metadata.modified?.evidence)),
    .init("undatedReason", JSONValue(metadata.undatedReason)),
    .init("publisher", found(metadata.publisher?.value, metadata.publisher?.evidence)),
    .init("canonicalURL", found(metadata.canonicalURL?.value, metadata.canonicalURL?.evidence)),
    .init("language", found(metadata.language?.value, metadata.language?.evidence)),
    .init("languages", .array(metadata.languages.map { found($0.value, $0.evidence) })),
    .init("section", found(metadata.section?.value, metadata.section?.evidence)),
    .init("tags", .array(metadata.tags.map { .string($0.value) })),
    .init("words", .int(words)), .init("text", .string(version.text)),
    .init(
      "passages",
      .array(
        version.passages.map { passage in
          let range = offsets.range(passage.utf8)
          return [
            "kind": .string(passage.kind.rawValue), "start": .int(range.lowerBound),
            "end": .int(range.upperBound),
          ]
        })), .init("keywords", .array(grouped(subjects(.keyword), offsets))),
    .init("themes", .array(grouped(subjects(.theme), offsets))),
    .init("entities", .array(subjects(.entity).map { entityJSON($0, version.text, offsets) })),
    .init(
      "issues",
      .array(version.issues.map { ["code": .string($0.code), "message": .string($0.message)] })),
  ]
}

/// The page of a document as JSON, schema `variorum.document/1`.
public func documentJSON(_ report: DocumentReport) -> JSONValue {
  let record = report.versions.last.map {
    JSONValue.object(recordJSON($0, mentions: report.mentions, words: report.listed.words))
  }
  return [
    "schema": "variorum.document/1", "document": listedDocumentJSON(report.listed),
    "newest": record ?? .null,
    "versions": .array(
      report.versions.map { version in
        [
          "version": .string(version.id.rawValue),
          "captured": JSONValue(version.captured.map { "\($0.value)" }),
          "file": .string(version.origin.file), "offset": .int(version.origin.offset),
          "contentHash": .string(version.contentHash),
        ]
      }),
    "sightings": .array(
      report.sightings.map { sighting in
        [
          "version": .string(sighting.version.rawValue),
          "captured": JSONValue(sighting.captured.map { "\($0)" }),
          "file": .string(sighting.origin.file), "offset": .int(sighting.origin.offset),
        ]
      }), "comparisons": .array(report.comparisons.map(listedComparisonJSON)),
  ]
}

private func evidenceJSON(_ evidence: Evidence) -> JSONValue {
  [
    "source": .string(evidence.source.rawValue), "detail": .string(evidence.detail),
    "confidence": .int(evidence.confidence),
  ]
}

/// Mentions of one subject together, the heaviest subject first.
private func grouped(_ mentions: [Mention], _ offsets: ScalarTable) -> [JSONValue] {
  var places: [Subject: [Mention]] = [:]
  for mention in mentions { places[mention.subject, default: []].append(mention) }
  let order = places.sorted {
    let (a, b) = ($0.value.map(\.score).max() ?? 0, $1.value.map(\.score).max() ?? 0)
    return (b, $0.key) < (a, $1.key)
  }
  return order.map { subject, mentions in
    [
      "id": .string(subject.id), "name": .string(mentions[0].name),
      "score": .double(rounded(Double(mentions.map(\.score).max() ?? 0) / 1_000_000)),
      "evidence": .array(mentions.map { JSONValue(offsets.range($0.utf8)) }),
    ]
  }
}

private func entityJSON(_ mention: Mention, _ text: String, _ offsets: ScalarTable) -> JSONValue {
  let range = offsets.range(mention.utf8)
  var members: [JSONValue.Member] = [
    .init("start", .int(range.lowerBound)), .init("end", .int(range.upperBound)),
    .init("type", JSONValue(mention.type?.rawValue)), .init("canonical", .string(mention.name)),
  ]
  if let value = mention.value { members.append(.init("value", valueJSON(value))) }
  return .object(members)
}

/// A value as answers of the streaming interface hold it.
public func valueJSON(_ value: Value) -> JSONValue {
  func number(_ decimal: Decimal) -> JSONValue {
    ["coefficient": .int(Int(decimal.coefficient)), "exponent": .int(decimal.exponent)]
  }
  switch value {
  case .number(let decimal, let unit): return ["number": number(decimal), "unit": .string(unit)]
  case .percent(let decimal): return ["percent": number(decimal)]
  case .money(let decimal, let currency):
    return ["money": number(decimal), "currency": .string(currency)]
  case .date(let date):
    return [
      "first": JSONValue(date.first.map { "\($0)" }), "last": JSONValue(date.last.map { "\($0)" }),
      "precision": .string(date.precision.rawValue),
    ]
  }
}
