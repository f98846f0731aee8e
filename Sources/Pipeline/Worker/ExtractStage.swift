import Ingest
public import JSONLines
import Model
import Text

/// Stage `extract`: a page → title, authors, date, publisher, language, main text and passages.
public struct ExtractStage: WorkerStage {
  /// A stage without state.
  public init() {}

  /// The members of the answer, as docs/CONTRACT.md lists them.
  public mutating func answer(_ input: JSONValue) throws(WorkerError) -> [JSONValue.Member] {
    let page = extracted(try pageRecord(input))
    let metadata = page.metadata
    let detected = detectLanguage(page.text)
    let language = detected.code == "und" ? metadata.language?.value : detected.code
    let bytes = Array(page.text.utf8)
    let passages = page.passages.map { passage -> JSONValue in
      let text = String(decoding: bytes[passage.utf8], as: UTF8.self)
      return ["kind": .string(passage.kind.rawValue), "text": .string(text)]
    }
    return [
      .init("title", JSONValue(metadata.title?.value)),
      .init("authors", .array(metadata.authors.map { .string($0.value) })),
      .init("published", publishedJSON(metadata)),
      .init("publisher", JSONValue(metadata.publisher?.value)),
      .init("language", JSONValue(language)),
      .init("text", .string(page.text)),
      .init("pageKind", .string(page.pageKind.rawValue)),
      .init("extractor", .string(page.extractor)),
      .init("passages", .array(passages)),
      .init(
        "issues",
        .array(page.issues.map { ["code": .string($0.code), "message": .string($0.message)] })),
    ]
  }
}

/// The date with the place it was found at; `null` when there is none.
func publishedJSON(_ metadata: Metadata) -> JSONValue {
  guard let published = metadata.published else { return .null }
  return [
    "date": .string(published.value.description),
    "how": .string(published.evidence.source.rawValue),
    "where": .string(published.evidence.detail),
  ]
}
