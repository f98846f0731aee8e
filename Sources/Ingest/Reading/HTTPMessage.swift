import Bytes

/// An HTTP response as a WARC record holds it.
struct HTTPMessage {
  /// The status code; 0 when there is no status line.
  var status = 0
  /// Media type in small letters, such as `text/html`; empty when there is none.
  var mediaType = ""
  /// The charset parameter of the content type.
  var charset: String?
  /// The body after transfer and content decoding.
  var body: [UInt8] = []

  /// Reads the message that `block` holds.
  ///
  /// A header that promises an encoding that the body does not have is passed over: crawlers often
  /// store the decoded body. The length is that of the block, whatever the header says.
  init(_ block: borrowing Span<UInt8>, limit: Int) throws(DecompressionError) {
    let header = HeaderBlock(block, from: 0)
    let words = header.first.split(separator: " ")
    if words.count > 1, words[0].hasPrefix("HTTP/") { status = Int(words[1]) ?? 0 }
    (mediaType, charset) = mediaTypeAndCharset(header["content-type"] ?? "")
    var body: [UInt8] = []
    body.append(block, header.end..<block.count)
    if header["transfer-encoding"]?.lowercased().contains("chunked") == true,
      let joined = joinedChunks(body.span)
    {
      body = joined
    }
    let encodings = (header["content-encoding"] ?? "").lowercased().split(separator: ",")
    for encoding in encodings.reversed() {
      let name = encoding.filter { $0 != " " }
      let tries: [Compression]
      switch name {
      case "gzip", "x-gzip": tries = [.gzip]
      case "deflate": tries = [.gzip, .deflate]
      case "br": tries = [.brotli]
      case "zstd": tries = [.zstandard]
      default: continue
      }
      if looksLikeMarkup(body.span) { continue }
      for compression in tries {
        guard let plain = try? decompressed(body.span, compression, limit: limit), !plain.isEmpty
        else { continue }
        body = plain
        break
      }
    }
    guard body.count <= limit else {
      throw DecompressionError(reason: "a body of \(body.count) bytes, the limit is \(limit)")
    }
    self.body = body
  }
}

extension HTTPMessage {
  /// A body without a header, of the content type `type`.
  init(_ type: String, _ body: borrowing Span<UInt8>) {
    (mediaType, charset) = mediaTypeAndCharset(type)
    self.body.append(body, 0..<body.count)
  }
}

/// The lines of a header up to the first empty one.
struct HeaderBlock {
  /// The first line.
  var first = ""
  /// Where the header ends, its empty line included.
  var end: Int
  private var fields: [(name: String, value: String)] = []

  init(_ bytes: borrowing Span<UInt8>, from start: Int) {
    var i = start
    var isFirst = true
    end = bytes.count
    while i < bytes.count {
      let stop = bytes.firstIndex(of: 0x0A, from: i) ?? bytes.count
      var lineEnd = stop
      if lineEnd > i, bytes[lineEnd - 1] == 0x0D { lineEnd -= 1 }
      if lineEnd == i {
        end = min(stop + 1, bytes.count)
        return
      }
      var line: [UInt8] = []
      line.append(bytes, i..<lineEnd)
      let text = String(decoding: line, as: UTF8.self)
      if isFirst {
        first = text
        isFirst = false
      } else if let colon = text.firstIndex(of: ":") {
        let value = text[text.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
        fields.append((text[..<colon].lowercased(), String(value)))
      }
      i = stop + 1
    }
  }

  /// The first value of the field `name`, which is given in small letters.
  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }
}

/// "text/html; charset=UTF-8" → "text/html" and "UTF-8".
func mediaTypeAndCharset(_ value: String) -> (String, String?) {
  let parts = value.split(separator: ";")
  let type = (parts.first ?? "").filter { $0 != " " }.lowercased()
  for part in parts.dropFirst() {
    let pair = part.split(separator: "=", maxSplits: 1)
    guard pair.count == 2, pair[0].filter({ $0 != " " }).lowercased() == "charset" else { continue }
    return (type, pair[1].filter { $0 != " " && $0 != "\"" && $0 != "'" })
  }
  return (type, nil)
}

private func looksLikeMarkup(_ body: borrowing Span<UInt8>) -> Bool {
  var i = 0
  while i < body.count, i < 64, ASCII.isSpace(body[i]) || body[i] >= 0xEF { i += 1 }
  return i < body.count && body[i] == 0x3C
}

/// The chunks of a chunked body joined, or nil when it is not chunked.
private func joinedChunks(_ body: borrowing Span<UInt8>) -> [UInt8]? {
  var out: [UInt8] = []
  var i = 0
  while i < body.count {
    var size = 0
    var digits = 0
    while i < body.count, let digit = ASCII.hexValue(body[i]), digits < 8 {
      size = size << 4 | Int(digit)
      digits += 1
      i += 1
    }
    guard digits > 0, let lineEnd = body.firstIndex(of: 0x0A, from: i) else {
      return out.isEmpty ? nil : out
    }
    // A chunk extension begins with a semicolon.
    if lineEnd > i, body[i] != 0x3B, body[i] != 0x0D, body[i] != 0x20 { return nil }
    i = lineEnd + 1
    if size == 0 { return out }
    let end = min(i + size, body.count)
    out.append(body, i..<end)
    i = end
    if i < body.count, body[i] == 0x0D { i += 1 }
    if i < body.count, body[i] == 0x0A { i += 1 }
  }
  return out
}

/// The charset parameter of a content type, or nil.
public func charset(ofContentType value: String) -> String? { mediaTypeAndCharset(value).1 }
