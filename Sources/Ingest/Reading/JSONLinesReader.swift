import Bytes
import JSONLines
import Model

/// Which fields of a JSON line hold what; several names are tried in order.
///
/// A name such as `article.body` reaches into an object when no field is called so.
public struct FieldMapping: Sendable, Equatable {
  /// Fields with plain text.
  public var text = ["text", "body", "content", "article", "transcript", "maintext"]
  /// Fields with HTML.
  public var html = ["html", "raw_html", "content_html"]
  /// Fields with the address.
  public var url = ["url", "link", "canonical_url", "address"]
  /// Fields with an identifier, which stands in for an address.
  public var id = ["id", "doc_id", "guid", "key"]
  /// Fields with the title.
  public var title = ["title", "headline"]
  /// Fields with an author or a list of them.
  public var author = ["authors", "author", "byline", "speaker", "president"]
  /// Fields with the date of publication.
  public var date = ["published", "date", "published_at", "pubdate", "publication_date", "created"]
  /// Fields with the date of capture.
  public var fetched = ["fetched", "captured", "crawled", "retrieved"]
  /// Fields with the publisher.
  public var publisher = ["publisher", "source", "site", "outlet", "publication"]
  /// Fields with the language.
  public var language = ["language", "lang"]

  /// The common names.
  public init() {}
}

extension JSONValue {
  /// The member called `name`, else the one that its parts between full stops lead to.
  fileprivate func member(_ name: String) -> JSONValue? {
    if let value = self[name] { return value }
    guard name.contains(".") else { return nil }
    var value: JSONValue? = self
    for part in name.split(separator: ".") { value = value?[String(part)] }
    return value
  }
}

/// Reads JSON Lines: one document a line; a bad line is one failure.
struct JSONLinesReader {
  private let file: MappedFile
  private let name: String
  private let options: ReadingOptions
  private let compression: Compression
  private let stream: Decompressor
  private var buffer: [UInt8] = []
  private var start = 0
  private var offset = 0
  private var line = 0
  private var ended = false

  init(file: MappedFile, name: String, compression: Compression, options: ReadingOptions) {
    self.file = file
    self.name = name
    self.options = options
    self.compression = compression
    stream = Decompressor(compression)
  }

  mutating func next() -> ReaderOutcome? {
    let file = file
    while true {
      var scan = start
      var found: Int?
      while true {
        found = buffer.span.firstIndex(of: 0x0A, from: scan)
        if found != nil || ended { break }
        scan = buffer.count
        if buffer.count - start > options.maximumDocument { return tooLong() }
        if start > 1 << 20 {
          buffer.removeFirst(start)
          scan -= start
          start = 0
        }
        let before = buffer.count
        do {
          try stream.read(file.bytes, into: &buffer, size: 1 << 18)
          if buffer.count == before, stream.position >= file.bytes.count { ended = true }
        } catch {
          return damaged(error.reason)
        }
      }
      let end = found ?? buffer.count
      let range = start..<end
      let place = offset
      if range.isEmpty, found == nil { return nil }
      start = found.map { $0 + 1 } ?? end
      offset += start - range.lowerBound
      line += 1
      if range.allSatisfy({ ASCII.isSpace(buffer[$0]) }) { continue }
      let bytes = Array(buffer[range])
      return outcome(bytes.span, place)
    }
  }

  private func failure(_ code: String, _ reason: String) -> Failure {
    Failure(
      origin: Origin(file: name, offset: offset), code: code,
      message: "\(name), line \(line + 1): \(reason).")
  }

  /// One failure for a line beyond the limit, of which no more than the limit is ever in memory; goes
  /// on after it.
  private mutating func tooLong() -> ReaderOutcome {
    let file = file
    let failure = failure(
      "too-large", "a line of more than \(options.maximumDocument) bytes. Later lines are read")
    line += 1
    offset += buffer.count - start
    buffer.removeAll()
    start = 0
    do {
      while true {
        try stream.read(file.bytes, into: &buffer, size: 1 << 18)
        if buffer.isEmpty, stream.position >= file.bytes.count {
          ended = true
          break
        }
        if let end = buffer.span.firstIndex(of: 0x0A) {
          start = end + 1
          offset += start
          break
        }
        offset += buffer.count
        buffer.removeAll(keepingCapacity: true)
      }
    } catch {
      // What stands after damage inside the long line is found as after any other.
      _ = resynchronise()
    }
    return .failure(failure)
  }

  /// One failure for what is damaged; goes on at the next gzip member, if there is one.
  private mutating func damaged(_ reason: String) -> ReaderOutcome {
    var failure = failure("damaged", reason)
    failure.message += resynchronise() ? " Later parts are read." : " The rest is lost."
    return .failure(failure)
  }

  private mutating func resynchronise() -> Bool {
    buffer.removeAll()
    start = 0
    guard case .gzip = compression,
      let next = nextGzipMember(file.bytes, after: stream.memberStart, where: { !$0.isEmpty })
    else {
      ended = true
      return false
    }
    stream.resume(at: next)
    return true
  }

  private func outcome(_ bytes: borrowing Span<UInt8>, _ place: Int) -> ReaderOutcome {
    let origin = Origin(file: name, offset: place)
    func failed(_ code: String, _ reason: String) -> ReaderOutcome {
      .failure(Failure(origin: origin, code: code, message: "\(name), line \(line): \(reason)."))
    }
    let value: JSONValue
    do {
      value = try parseJSON(bytes)
    } catch {
      return failed("not-json", "not JSON (\(error))")
    }
    func string(_ names: [String]) -> String? {
      for name in names {
        if let text = value.member(name)?.stringValue, !text.isEmpty { return text }
        if let number = value.member(name)?.intValue { return String(number) }
      }
      return nil
    }
    let fields = options.fields
    let html = string(fields.html)
    guard let content = html ?? string(fields.text) else {
      return failed(
        "no-text", "none of the fields \(fields.text.joined(separator: ", ")) holds text")
    }
    var record = InputRecord(
      origin: origin, kind: html == nil ? .text : .html, bytes: Array(content.utf8))
    record.charset = "utf-8"
    record.url = string(fields.url) ?? string(fields.id).map { "\(name)#\($0)" }
    record.captured = string(fields.fetched).flatMap { Day(iso: $0) }.map {
      Found($0, Evidence(.given, "fetched"))
    }
    let given = { (text: String, name: String) in Found(text, Evidence(.given, name)) }
    record.given.title = string(fields.title).map { given($0, "title") }
    record.given.publisher = string(fields.publisher).map { given($0, "publisher") }
    record.given.language = string(fields.language).map { given($0, "language") }
    record.given.published = string(fields.date).flatMap { Day(iso: $0) }.map {
      Found($0, Evidence(.given, "date"))
    }
    for field in fields.author where record.given.authors.isEmpty {
      if let names = value.member(field)?.stringsValue {
        record.given.authors = names.map { given($0, field) }
      } else if let name = value.member(field)?.stringValue, !name.isEmpty {
        record.given.authors = [given(name, field)]
      }
    }
    return .document(record)
  }
}
