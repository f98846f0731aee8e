import Bytes
import Model

/// Text of a feed and what it is written in.
struct FeedText {
  /// Markup, or plain characters.
  var bytes: [UInt8] = []
  /// Whether `bytes` are HTML.
  var isMarkup = true

  var isEmpty: Bool { bytes.allSatisfy(ASCII.isSpace) }

  /// The characters without markup, white space collapsed.
  var plain: String {
    if isMarkup, bytes.contains(0x3C) || bytes.contains(0x26) {
      let arena = parsePage(scanMarkup(bytes.span).bytes)
      return arena.count == 0 ? "" : arena.innerText(of: 0)
    }
    let words = bytes.split { ASCII.isSpace($0) }
    return words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }

  /// The text as HTML; blank lines of plain text divide paragraphs.
  var markup: [UInt8] {
    if isMarkup { return bytes }
    var out = Array("<p>".utf8)
    var breaks = 0
    for byte in escaped where byte != 0x0D {
      breaks = byte == 0x0A ? breaks + 1 : (ASCII.isSpace(byte) ? breaks : 0)
      if breaks == 2 { out += "</p><p>".utf8 } else { out.append(byte) }
    }
    return out + "</p>".utf8
  }

  /// The bytes as they have to stand in markup to mean themselves.
  var escaped: [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    for byte in bytes {
      switch byte {
      case 0x26: out += "&amp;".utf8
      case 0x3C: out += "&lt;".utf8
      default: out.append(byte)
      }
    }
    return out
  }
}

/// What a feed says of itself.
struct FeedHead {
  var title: String?
  var language: String?
  var author: String?
  /// The address that others are relative to.
  var base: String?
}

/// One entry of a feed as it is read.
struct FeedEntry {
  /// Byte offset of the entry in the decoded file.
  var offset: Int
  var title = FeedText()
  var content = FeedText()
  var summary = FeedText()
  /// The address, relative ones made whole.
  var link: String?
  /// An identifier that may be an address.
  var identifier: String?
  var authors: [String] = []
  var published: (text: String, element: String)?
  var updated: (text: String, element: String)?
  var tags: [String] = []
  var language: String?

  init(offset: Int) { self.offset = offset }

  /// The entry as an input, or nil when it has neither content nor summary.
  func record(file: String, head: FeedHead) -> InputRecord? {
    let body = content.isEmpty ? summary : content
    guard !body.isEmpty else { return nil }
    let page =
      Array("<!doctype html><html><body><article>".utf8) + body.markup
      + "</article></body></html>".utf8
    var record = InputRecord(
      origin: Origin(file: file, offset: offset), kind: .html, bytes: page)
    record.charset = "utf-8"
    record.url = link ?? identifier.map { hasAddress($0) ? $0 : "\(file)#\($0)" }
    record.given = metadata(head, hasContent: !content.isEmpty)
    return record
  }

  private func metadata(_ head: FeedHead, hasContent: Bool) -> Metadata {
    func found(_ value: String, _ element: String, confidence: Int = 950) -> Found<String> {
      Found(value, Evidence(.feed, element, confidence: confidence))
    }
    var given = Metadata()
    let name = title.plain
    if !name.isEmpty { given.title = found(name, "title") }
    if hasContent, !summary.isEmpty {
      let deck = summary.plain
      // A summary that is the beginning of the text is no deck.
      let start = deck.utf8.prefix(60)
      if deck.utf8.count < 600, !content.plain.utf8.starts(with: start) {
        given.deck = found(deck, "summary", confidence: 800)
      }
    }
    given.authors = (authors.isEmpty ? [head.author].compactMap { $0 } : authors).map {
      found($0, "author")
    }
    if let published, let day = feedDay(published.text) {
      given.published = Found(day, Evidence(.feed, published.element, confidence: 950))
    }
    if let updated, let day = feedDay(updated.text) {
      given.modified = Found(day, Evidence(.feed, updated.element, confidence: 950))
      // Atom asks for the day of the last change alone.
      if given.published == nil, published == nil {
        given.published = Found(day, Evidence(.feed, updated.element, confidence: 600))
      }
    }
    if let title = head.title { given.publisher = found(title, "title of the feed") }
    if let language = language ?? head.language { given.language = found(language, "language") }
    given.tags = tags.map { found($0, "category") }
    return given
  }

  private func hasAddress(_ text: String) -> Bool {
    text.hasPrefix("http://") || text.hasPrefix("https://")
  }
}

/// The day of an ISO 8601 date or of one such as `Wed, 27 Aug 2025 06:00:00 GMT` (RFC 822).
func feedDay(_ text: String) -> Day? {
  let trimmed = String(text.drop { $0.isWhitespace })
  return Day(iso: trimmed) ?? visibleDate(in: trimmed)
}

/// The name in `author@host (Name)`, `Name <author@host>` or `Name`; nil for a bare address.
func feedAuthor(_ text: String) -> String? {
  var name = text[...]
  if let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close {
    name = text[text.index(after: open)..<close]
  } else if let open = text.firstIndex(of: "<") {
    name = text[..<open]
  }
  let words = name.split { $0.isWhitespace || $0 == "\"" }.joined(separator: " ")
  return words.isEmpty || words.contains("@") ? nil : words
}
