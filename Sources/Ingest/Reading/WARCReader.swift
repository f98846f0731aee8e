import Bytes
import Model

/// Reads WARC 1.0 and 1.1 files: each record its own gzip member, one stream, or plain.
///
/// A damaged record gives one failure; reading goes on at the next gzip member, so nothing after it
/// is lost.
/// - Source: ISO 28500:2017.
struct WARCReader {
  private let file: MappedFile
  private let name: String
  private let options: ReadingOptions
  private let isCompressed: Bool
  private let stream: Decompressor
  private var buffer: [UInt8] = []
  private var bufferOffset = 0
  private var ended = false

  init(file: MappedFile, name: String, compression: Compression, options: ReadingOptions) {
    self.file = file
    self.name = name
    self.options = options
    isCompressed = compression != .none
    stream = Decompressor(compression)
  }

  /// The next record, or nil at the end of the file.
  mutating func next() -> ReaderOutcome? {
    while true {
      skipLineBreaks()
      if buffer.isEmpty {
        if ended { return nil }
        bufferOffset = stream.position
        do {
          try fill()
        } catch {
          return damaged(error.reason)
        }
        if buffer.isEmpty, ended { return nil }
        continue
      }
      do {
        if let outcome = try record() { return outcome }
      } catch {
        return damaged(error.reason)
      }
    }
  }

  private var origin: Origin {
    Origin(file: name, offset: isCompressed ? stream.memberStart : bufferOffset)
  }

  private mutating func skipLineBreaks() {
    var i = 0
    while i < buffer.count, buffer[i] == 0x0D || buffer[i] == 0x0A { i += 1 }
    if i > 0 { drop(i) }
  }

  private mutating func drop(_ count: Int) {
    buffer.removeFirst(count)
    bufferOffset += count
  }

  private mutating func fill() throws(DecompressionError) {
    let file = file
    let before = buffer.count
    if stream.position >= file.bytes.count, !isCompressed || stream.atMemberEnd {
      ended = true
      return
    }
    try stream.read(file.bytes, into: &buffer, size: 1 << 18)
    if buffer.count == before, stream.position >= file.bytes.count { ended = true }
  }

  /// Takes one record off the buffer; nil when it is passed over silently.
  private mutating func record() throws(DecompressionError) -> ReaderOutcome? {
    try readHeader()
    let place = origin
    let header = HeaderBlock(buffer.span, from: 0)
    guard header.first.hasPrefix("WARC/") else {
      throw DecompressionError(reason: "no WARC record here")
    }
    guard let length = header["content-length"].flatMap({ Int($0) }), length >= 0 else {
      throw DecompressionError(reason: "the WARC header has no Content-Length")
    }
    guard length <= options.maximumDocument * 2 else {
      throw DecompressionError(
        reason: "a record of \(length) bytes, the limit is \(options.maximumDocument * 2)")
    }
    let end = header.end + length
    guard try have({ $0.count >= end }) else {
      throw DecompressionError(reason: "the record ends too early")
    }
    let block = Array(buffer[header.end..<end])
    drop(end)
    return try outcome(header, block.span, place)
  }

  /// Reads on until the header of a record is in the buffer as a whole.
  private mutating func readHeader() throws(DecompressionError) {
    var start = 0
    while true {
      // A line break is looked for once in each byte, and again only across the seam.
      let from = max(0, start - 3)
      if buffer.span.firstRange(of: "\n\r\n", from: from) != nil
        || buffer.span.firstRange(of: "\n\n", from: from) != nil
      {
        return
      }
      start = buffer.count
      guard start <= WARCReader.maximumHeader else {
        throw DecompressionError(
          reason: "the header of a record is longer than \(WARCReader.maximumHeader) bytes")
      }
      guard !ended, !isCompressed || !stream.atMemberEnd else {
        throw DecompressionError(reason: "a record ends inside its header")
      }
      try fill()
    }
  }

  /// The longest header, in bytes.
  private static let maximumHeader = 1 << 20

  /// Reads on until `isEnough`; false when the member or the file ends before.
  private mutating func have(
    _ isEnough: (borrowing Span<UInt8>) -> Bool
  ) throws(DecompressionError) -> Bool {
    while true {
      if isEnough(buffer.span) { return true }
      if ended || (isCompressed && stream.atMemberEnd) { return false }
      guard buffer.count <= options.maximumDocument * 3 else { return false }
      try fill()
    }
  }

  private func outcome(
    _ header: HeaderBlock, _ block: borrowing Span<UInt8>, _ place: Origin
  ) throws(DecompressionError) -> ReaderOutcome? {
    let url = header["warc-target-uri"]?.filter { $0 != "<" && $0 != ">" }
    let captured = header["warc-date"].flatMap { Day(iso: $0) }
    switch header["warc-type"] {
    case "response":
      let message = try HTTPMessage(block, limit: options.maximumDocument)
      return page(message, url, captured, place)
    case "revisit": return .seenAgain(place, url: url ?? "", captured: captured)
    case "resource", "conversion":
      // The block is the page itself; its type stands in the record's own header.
      let message = HTTPMessage(header["content-type"] ?? "", block)
      return page(message, url, captured, place, isStated: true)
    case let type: return .skipped(place, reason: "\(type ?? "untyped") record")
    }
  }

  private func page(
    _ message: HTTPMessage, _ url: String?, _ captured: Day?, _ place: Origin,
    isStated: Bool = false
  ) -> ReaderOutcome {
    guard message.status == 0 || (200..<300).contains(message.status) else {
      return .skipped(place, reason: "HTTP status \(message.status)")
    }
    guard !message.body.isEmpty else { return .skipped(place, reason: "empty response") }
    let body = message.body.span
    if let format = binaryFormat(body) { return .skipped(place, reason: format) }
    let kind: InputKind
    switch message.mediaType {
    case "text/html", "application/xhtml+xml": kind = .html
    case "" where !isStated: kind = .html
    case "text/plain": kind = .text
    case "text/markdown": kind = .markdown
    default: return .skipped(place, reason: "content type \(message.mediaType)")
    }
    var record = InputRecord(origin: place, kind: kind, bytes: message.body)
    record.url = url
    record.charset = message.charset
    record.captured = captured.map { Found($0, Evidence(.warc, "WARC-Date")) }
    return .document(record)
  }

  /// One failure for what is damaged; goes on at the next gzip member.
  private mutating func damaged(_ reason: String) -> ReaderOutcome {
    let place = origin
    let failure = Failure(
      origin: place, code: "damaged",
      message: "\(name): \(reason) (record at byte \(place.offset)). Later records are read.")
    buffer.removeAll()
    guard isCompressed,
      let next = nextGzipMember(
        file.bytes, after: stream.memberStart, where: { $0.starts(with: "WARC/".utf8) })
    else {
      if !isCompressed, let next = nextRecord(after: bufferOffset + 1) {
        stream.resume(at: next)
        bufferOffset = next
      } else {
        ended = true
      }
      return .failure(failure)
    }
    stream.resume(at: next)
    return .failure(failure)
  }

  private func nextRecord(after start: Int) -> Int? {
    file.bytes.firstRange(of: "\nWARC/1.", from: start).map { $0.lowerBound + 1 }
  }
}
