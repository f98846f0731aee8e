import Bytes
import Foundation
import Ingest
import JSONLines
import Model

/// The page that a line of the streaming interface holds, as `record`, `extract` and `compare` take it.
///
/// `html`, `text`, `base64` or `path` carries the content; `url`, `contentType`, `fetched` and what is
/// already known about the page go with it.
func pageRecord(_ input: JSONValue) throws(WorkerError) -> InputRecord {
  let id = input["id"]?.stringValue ?? ""
  var record: InputRecord
  if let html = input["html"]?.stringValue {
    record = InputRecord(origin: Origin(file: id), kind: .html, bytes: Array(html.utf8))
    record.charset = "utf-8"
  } else if let text = input["text"]?.stringValue {
    record = InputRecord(origin: Origin(file: id), kind: .text, bytes: Array(text.utf8))
    record.charset = "utf-8"
  } else if let encoded = input["base64"]?.stringValue {
    guard let data = Data(base64Encoded: encoded) else {
      throw WorkerError("bad-input", "\"base64\" is not base64")
    }
    let bytes = [UInt8](data)
    record = InputRecord(
      origin: Origin(file: id), kind: looksLikeHTML(bytes.span) ? .html : .text, bytes: bytes)
  } else if let path = input["path"]?.stringValue {
    record = try fileRecord(path)
  } else {
    throw .missing("html\", \"text\", \"base64\" or \"path", "a string")
  }
  record.url = input["url"]?.stringValue.flatMap { $0.isEmpty ? nil : $0 } ?? record.url
  if let type = input["contentType"]?.stringValue, record.charset == nil {
    record.charset = charset(ofContentType: type)
  }
  if let day = input["fetched"]?.stringValue.flatMap({ Day(iso: $0) }) {
    record.captured = Found(day, Evidence(.given, "fetched"))
  }
  record.given = givenMetadata(input)
  return record
}

private func fileRecord(_ path: String) throws(WorkerError) -> InputRecord {
  guard let entry = listFiles(root: path).files.first else {
    throw WorkerError("unreadable", "\(path): cannot be read")
  }
  var reader = FileReader(entry)
  while let outcome = reader.next() {
    switch outcome {
    case .document(let record): return record
    case .failure(let failure): throw WorkerError(failure.code, failure.message)
    case .skipped, .seenAgain: continue
    }
  }
  throw WorkerError("no-document", "\(path): holds no document")
}

private func givenMetadata(_ input: JSONValue) -> Metadata {
  var given = Metadata()
  func text(_ key: String) -> Found<String>? {
    guard let value = input[key]?.stringValue, !value.isEmpty else { return nil }
    return Found(value, Evidence(.given, key))
  }
  given.title = text("title")
  given.publisher = text("publisher")
  given.published = input["published"]?.stringValue.flatMap { Day(iso: $0) }.map {
    Found($0, Evidence(.given, "published"))
  }
  given.authors = (input["authors"]?.stringsValue ?? []).map {
    Found($0, Evidence(.given, "authors"))
  }
  return given
}

/// A record with its characters decoded and its main text found.
func extracted(_ record: InputRecord) -> ExtractedPage {
  var decoded = decode(record.bytes, header: record.charset, isHTML: record.kind == .html)
  // SQLite ends a text at its first zero byte when it is read back; a blank keeps all offsets.
  if decoded.utf8.span.firstIndex(of: 0) != nil {
    for index in decoded.utf8.indices where decoded.utf8[index] == 0 { decoded.utf8[index] = 0x20 }
  }
  var page = extract(
    PageInput(
      utf8: decoded.utf8, kind: record.kind, url: record.url, path: record.origin.file,
      given: record.given))
  page.issues = decoded.issues + page.issues
  return page
}
