import Bytes
import Model

/// Reads RSS (0.9x, 1.0, 2.0) and Atom files: one document an entry.
///
/// An entry that is not well-formed gives one failure, and reading goes on at the next one.
/// - Source: RSS 2.0 Specification (RSS Advisory Board); RFC 4287, The Atom Syndication Format; RSS
///   modules `content` and Dublin Core.
struct FeedReader {
  private let name: String
  private var scanner: XMLScanner
  private var head = FeedHead()
  private let captured: Found<Day>?
  private var hasEntries = false
  /// The elements around the entries.
  private var enclosing: [String] = []
  private var ended = false
  private var failures = 0

  /// Entries that are reported one by one when they are malformed; a file with more is given up, as each
  /// may make the rest of the file be looked through.
  private static let maximumFailures = 100

  /// A reader of `bytes`, valid UTF-8 whose root `isFeed` has found to be that of a feed.
  init(_ bytes: [UInt8], name: String, captured: Found<Day>?) {
    self.name = name
    self.captured = captured
    scanner = XMLScanner(bytes)
  }

  /// The next entry, or nil at the end of the feed.
  mutating func next() -> ReaderOutcome? {
    var place = scanner.position
    while !ended {
      do {
        place = scanner.position
        guard let event = try scanner.next() else { break }
        guard case .start(let element, let attributes) = event else { continue }
        switch element {
        case "item", "entry", "atom:entry":
          hasEntries = true
          enclosing = scanner.open.dropLast()
          let entry = try entry(at: place, element, attributes)
          return outcome(entry)
        case "rss", "feed", "atom:feed", "rdf:RDF", "channel":
          if let base = attributes.value("xml:base") { head.base = base }
          if let language = attributes.value("xml:lang") { head.language = language }
        case "title", "atom:title":
          let title = try text(element, type: attributes.value("type") ?? "html").plain
          if !title.isEmpty, head.title == nil { head.title = title }
        case "language", "dc:language":
          let language = try text(element, type: "text").plain
          if !language.isEmpty { head.language = language }
        case "author", "atom:author":
          head.author = feedAuthor(try person(element))
        case "image", "textInput", "atom:source": _ = try text(element, type: "text")
        default: break
        }
      } catch {
        return malformed(error, from: place)
      }
    }
    guard !ended else { return nil }
    ended = true
    return hasEntries
      ? nil : .skipped(Origin(file: name), reason: "a feed without entries")
  }

  private func outcome(_ entry: FeedEntry) -> ReaderOutcome {
    guard var record = entry.record(file: name, head: head) else {
      return .skipped(
        Origin(file: name, offset: entry.offset), reason: "an entry without content or summary")
    }
    record.captured = captured
    return .document(record)
  }

  /// One failure for what is not well-formed; goes on at the next entry.
  private mutating func malformed(_ error: XMLError, from place: Int) -> ReaderOutcome {
    hasEntries = true
    failures += 1
    let bytes = scanner.bytes
    var i = place + 1
    ended = true
    let goesOn = failures < FeedReader.maximumFailures
    while goesOn, let found = bytes.span.firstIndex(of: 0x3C, from: i) {
      if isEntry(bytes.span, found) {
        scanner.resume(at: found, open: enclosing)
        ended = false
        break
      }
      i = found + 1
    }
    return .failure(
      Failure(
        origin: Origin(file: name, offset: place), code: "malformed",
        message: "\(name): an entry of the feed is no well-formed XML: \(error.reason) (byte "
          + "\(error.offset)). " + (goesOn ? "Later entries are read." : "The rest is not read.")))
  }

  private func isEntry(_ bytes: borrowing Span<UInt8>, _ at: Int) -> Bool {
    let length: Int
    if bytes.hasBytes("<item", at: at) {
      length = 5
    } else if bytes.hasBytes("<entry", at: at) {
      length = 6
    } else if bytes.hasBytes("<atom:entry", at: at) {
      length = 11
    } else {
      return false
    }
    return at + length < bytes.count
      && (ASCII.isSpace(bytes[at + length]) || bytes[at + length] == 0x3E)
  }

  // MARK: Elements

  private mutating func entry(
    at offset: Int, _ element: String, _ attributes: [XMLScanner.Attribute]
  ) throws(XMLError) -> FeedEntry {
    var entry = FeedEntry(offset: offset)
    let base = resolved(attributes.value("xml:base"), head.base)
    entry.language = attributes.value("xml:lang")
    entry.identifier = attributes.value("rdf:about")
    while let event = try scanner.next() {
      switch event {
      case .end(element): return entry
      case .start(element, _):
        throw XMLError(reason: "<\(element)> inside <\(element)>", offset: offset)
      case .start(let name, let attributes): try read(name, attributes, base, into: &entry)
      default: continue
      }
    }
    return entry
  }

  private mutating func read(
    _ element: String, _ attributes: [XMLScanner.Attribute], _ base: String?,
    into entry: inout FeedEntry
  ) throws(XMLError) {
    let base = resolved(attributes.value("xml:base"), base)
    let type = attributes.value("type")
    func plain(_ text: FeedText) -> String? {
      let plain = text.plain
      return plain.isEmpty ? nil : plain
    }
    switch element.hasPrefix("atom:") ? String(element.dropFirst(5)) : element {
    case "title": entry.title = try text(element, type: type ?? "html")
    case "content:encoded": entry.content = try text(element, type: "html")
    case "content":
      let content = try text(element, type: type ?? "text")
      // What is no text, or lies elsewhere, is no content that can be read here.
      if attributes.value("src") == nil, isText(type) { entry.content = content }
    case "description": entry.summary = try text(element, type: "html")
    case "summary": entry.summary = try text(element, type: type ?? "text")
    case "link":
      let written = try text(element, type: "text").plain
      let relation = attributes.value("rel") ?? "alternate"
      let link = attributes.value("href") ?? written
      if relation == "alternate", !link.isEmpty, entry.link == nil {
        entry.link = resolvedAddress(link, base: base)
      }
    case "guid", "id":
      let identifier = plain(try text(element, type: "text"))
      if attributes.value("isPermaLink") == "true", entry.link == nil { entry.link = identifier }
      entry.identifier = identifier
    case "author":
      if let name = feedAuthor(try person(element)) { entry.authors.append(name) }
    case "dc:creator":
      if let name = feedAuthor(try text(element, type: "text").plain) {
        entry.authors.append(name)
      }
    case "pubDate", "published", "dc:date", "issued":
      let date = try text(element, type: "text").plain
      if entry.published == nil { entry.published = (date, element) }
    case "updated", "modified": entry.updated = (try text(element, type: "text").plain, element)
    case "category":
      let written = plain(try text(element, type: "text"))
      if let tag = attributes.value("label") ?? attributes.value("term") ?? written {
        entry.tags.append(tag)
      }
    default: _ = try text(element, type: "text")
    }
  }

  private func isText(_ type: String?) -> Bool {
    guard let type = type?.lowercased(), type.contains("/") else { return true }
    return type.hasPrefix("text/") || type == "application/xhtml+xml"
  }

  /// Everything up to the end of `element`; elements inside become markup.
  private mutating func text(_ element: String, type: String) throws(XMLError) -> FeedText {
    let depth = scanner.open.count
    var found = FeedText()
    found.isMarkup = type != "text" && type != "text/plain"
    let isXHTML = type == "xhtml" || type == "application/xhtml+xml"
    while scanner.open.count >= depth, let event = try scanner.next() {
      switch event {
      case .text(let bytes) where isXHTML:
        found.bytes += FeedText(bytes: bytes, isMarkup: false).escaped
      case .text(let bytes): found.bytes += bytes
      case .start(let name, _): if found.isMarkup { found.bytes += "<\(name)>".utf8 }
      case .end(let name):
        if scanner.open.count >= depth, found.isMarkup, name != "br", name != "img", name != "hr" {
          found.bytes += "</\(name)>".utf8
        }
      }
    }
    return found
  }

  /// The name inside an Atom person, or the text of an author of RSS.
  private mutating func person(_ element: String) throws(XMLError) -> String {
    let depth = scanner.open.count
    var all: [UInt8] = []
    var name: [UInt8]?
    var path: [String] = []
    while scanner.open.count >= depth, let event = try scanner.next() {
      switch event {
      case .text(let bytes):
        if path.isEmpty { all += bytes }
        if path.last == "name" || path.last == "atom:name" { name = (name ?? []) + bytes }
      case .start(let inner, _): path.append(inner)
      case .end: _ = path.popLast()
      }
    }
    return FeedText(bytes: name ?? all, isMarkup: false).plain
  }

  private func resolved(_ reference: String?, _ base: String?) -> String? {
    reference.map { resolvedAddress($0, base: base) } ?? base
  }
}

extension [XMLScanner.Attribute] {
  fileprivate func value(_ name: String) -> String? { first { $0.name == name }?.value }
}

/// What the root of an XML file says that it is.
enum XMLRoot {
  case feed
  case page
  case other(String)
}

/// The root of `bytes`, valid UTF-8, or nil when they do not begin like XML.
func xmlRoot(_ bytes: [UInt8]) -> XMLRoot? {
  guard let first = bytes.first(where: { !ASCII.isSpace($0) }), first == 0x3C else { return nil }
  var scanner = XMLScanner(bytes)
  while let event = try? scanner.next() {
    guard case .start(let name, _) = event else { continue }
    switch name {
    case "rss", "feed", "atom:feed", "rdf:RDF": return .feed
    case "html": return .page
    default: return .other(name)
    }
  }
  return nil
}
