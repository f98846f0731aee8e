import Bytes
import Model

/// Reads the records of one file, whatever its form.
public struct FileReader {
  fileprivate enum State {
    case single(ReaderOutcome?)
    case lines(JSONLinesReader)
    case warc(WARCReader)
    case feed(FeedReader)
  }

  private var state: State

  /// A reader of `entry`.
  public init(_ entry: FileEntry, options: ReadingOptions = ReadingOptions()) {
    let name = forms(of: entry.path)
    let compression: Compression =
      switch name.compression {
      case "gz": .gzip
      case "zst": .zstandard
      case "br": .brotli
      default: .none
      }
    let file: MappedFile
    do {
      file = try MappedFile(systemPath: entry.systemPath)
    } catch {
      state = .single(
        .failure(
          Failure(
            origin: Origin(file: entry.path), code: "unreadable",
            message: "\(error). Check that it is a file and its permissions.")))
      return
    }
    guard file.count > 0 else {
      state = .single(.failure(failure(entry, "empty", "the file is empty")))
      return
    }
    switch name.extension {
    case "jsonl", "ndjson":
      state = .lines(
        JSONLinesReader(file: file, name: entry.path, compression: compression, options: options))
    case "warc":
      state = .warc(
        WARCReader(file: file, name: entry.path, compression: compression, options: options))
    default:
      state = State(entry, file, name.extension, compression, options)
    }
  }

  /// The next record, or nil at the end of the file.
  public mutating func next() -> ReaderOutcome? {
    switch state {
    case .single(let outcome):
      state = .single(nil)
      return outcome
    case .lines(var reader):
      state = .single(nil)
      let outcome = reader.next()
      state = .lines(reader)
      return outcome
    case .warc(var reader):
      state = .single(nil)
      let outcome = reader.next()
      state = .warc(reader)
      return outcome
    case .feed(var reader):
      state = .single(nil)
      let outcome = reader.next()
      state = .feed(reader)
      return outcome
    }
  }
}

extension FileReader.State {
  /// The state of a reader of a file that is one document, or a feed.
  fileprivate init(
    _ entry: FileEntry, _ file: MappedFile, _ form: String, _ compression: Compression,
    _ options: ReadingOptions
  ) {
    let bytes: [UInt8]
    do {
      bytes = try decompressed(file.bytes, compression, limit: options.maximumDocument)
    } catch {
      self = .single(.failure(failure(entry, error.code, error.reason)))
      return
    }
    if !feedExtensions.contains(form), !form.isEmpty {
      self = .single(document(entry, bytes, form, options))
      return
    }
    let text = decode(bytes, isHTML: true).utf8
    switch xmlRoot(text) {
    case .feed:
      let captured = day(inPath: entry.path).map { Found($0, Evidence(.path, entry.path)) }
      self = .feed(FeedReader(text, name: entry.path, captured: captured))
    case .other(let root) where form == "xml":
      self = .single(
        .skipped(
          Origin(file: entry.path), reason: "XML with the root <\(root)>, no feed and no page"))
    case nil where feedExtensions.contains(form) && !bytes.allSatisfy(ASCII.isSpace):
      self = .single(
        .failure(failure(entry, "malformed", "neither a feed nor a page; check what it holds")))
    default: self = .single(document(entry, bytes, form == "" ? "" : "html", options))
    }
  }
}

/// The forms that may hold a feed.
private let feedExtensions: Set<String> = ["rss", "atom", "rdf", "xml"]

private func failure(_ entry: FileEntry, _ code: String, _ reason: String) -> Failure {
  Failure(origin: Origin(file: entry.path), code: code, message: "\(entry.path): \(reason).")
}

private func document(
  _ entry: FileEntry, _ bytes: [UInt8], _ form: String, _ options: ReadingOptions
) -> ReaderOutcome {
  guard bytes.count <= options.maximumDocument else {
    return .failure(
      failure(
        entry, "too-large", "\(bytes.count) bytes, the limit is \(options.maximumDocument)"))
  }
  guard !bytes.allSatisfy(ASCII.isSpace) else {
    return .failure(failure(entry, "empty", "nothing but white space"))
  }
  if let format = binaryFormat(bytes.span) {
    return .failure(failure(entry, "binary", "not a text but \(format)"))
  }
  let kind: InputKind =
    switch form {
    case "md", "markdown": .markdown
    case "txt", "text": .text
    case "html", "htm", "xhtml", "xht": .html
    default: looksLikeHTML(bytes.span) ? .html : .text
    }
  var record = InputRecord(origin: Origin(file: entry.path), kind: kind, bytes: bytes)
  record.captured = day(inPath: entry.path).map { Found($0, Evidence(.path, entry.path)) }
  return .document(record)
}

/// Whether text of unknown form begins like a page.
public func looksLikeHTML(_ bytes: borrowing Span<UInt8>) -> Bool {
  var i = 0
  while i < bytes.count, i < 1_024, ASCII.isSpace(bytes[i]) || bytes[i] >= 0xEF { i += 1 }
  guard i < bytes.count, bytes[i] == 0x3C else { return false }
  return bytes.hasBytesIgnoringCase("<!doctype", at: i)
    || bytes.hasBytesIgnoringCase("<html", at: i)
    || bytes.hasBytes("<!--", at: i) || bytes.hasBytesIgnoringCase("<?xml", at: i)
    || bytes.hasBytesIgnoringCase("<head", at: i) || bytes.hasBytesIgnoringCase("<body", at: i)
    || bytes.hasBytesIgnoringCase("<div", at: i) || bytes.hasBytesIgnoringCase("<p", at: i)
    || bytes.hasBytesIgnoringCase("<article", at: i) || bytes.hasBytesIgnoringCase("<title", at: i)
}

/// A day that a path names: `…/2025-08-27/…` or `…@20250827.html`; the last one where there are several.
func day(inPath path: String) -> Day? {
  let bytes = Array(path.utf8)
  var found: Day?
  for start in bytes.indices {
    if start > 0, ASCII.isDigit(bytes[start - 1]) { continue }
    if start + 10 <= bytes.count, bytes[start + 4] == 0x2D,
      start + 10 == bytes.count || !ASCII.isDigit(bytes[start + 10]),
      let day = Day(iso: String(decoding: bytes[start..<(start + 10)], as: UTF8.self))
    {
      found = day
    } else if start > 0, bytes[start - 1] == 0x40, start + 8 <= bytes.count,
      bytes[start..<(start + 8)].allSatisfy(ASCII.isDigit)
    {
      let digits = String(decoding: bytes[start..<(start + 8)], as: UTF8.self)
      let number = Int(digits) ?? 0
      if let day = Day(year: number / 10_000, month: number / 100 % 100, day: number % 100) {
        found = day
      }
    }
  }
  return found
}
