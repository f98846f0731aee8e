import Ingest
import Model

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One input of the fuzzer: the first byte chooses the way it is read, the rest is the file.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzIngest(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let data = unsafe data, count > 0 else { return 0 }
  let bytes = unsafe Array(UnsafeBufferPointer(start: data + 1, count: count - 1))
  switch unsafe data.pointee % 8 {
  case 0, 1, 2: check(bytes, .html)
  case 3: check(bytes, .text)
  case 4: check(bytes, .markdown)
  case 5: read(bytes, as: "input.xml")
  case 6: read(bytes, as: "input.warc")
  default: read(bytes, as: "input.jsonl")
  }
  return 0
}

/// Decodes, scans, parses and extracts; traps when a passage lies outside the text.
private func check(_ bytes: [UInt8], _ kind: InputKind) {
  let text = decode(bytes, isHTML: kind == .html)
  let page = extract(PageInput(utf8: text.utf8, kind: kind))
  var end = 0
  for passage in page.passages {
    precondition(passage.utf8.lowerBound >= end, "passages overlap or are out of order")
    end = passage.utf8.upperBound
  }
  precondition(end <= page.text.utf8.count, "a passage ends outside the text")
}

private let folder: String = {
  var name = Array("/tmp/variorum-fuzz-XXXXXX".utf8CString)
  precondition(unsafe mkdtemp(&name) != nil, "no folder for scratch files")
  return String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
}()

/// Reads all records of a file that holds `bytes`; the documents are extracted as well.
private func read(_ bytes: [UInt8], as name: String) {
  let path = "\(folder)/\(name)"
  guard let file = unsafe fopen(path, "wb") else { return }
  unsafe fwrite(bytes, 1, bytes.count, file)
  unsafe fclose(file)
  guard let entry = listFiles(root: path).files.first else { return }
  var reader = FileReader(entry)
  var records = 0
  while let outcome = reader.next() {
    records += 1
    precondition(records <= bytes.count + 1, "more records than bytes")
    if case .document(let record) = outcome { check(record.bytes, record.kind) }
  }
}
