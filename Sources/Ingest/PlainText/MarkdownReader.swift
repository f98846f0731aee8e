import Bytes
import Model

/// Reads Markdown: headings, lists, quotes, code, tables, and the front matter as metadata.
///
/// - Source: CommonMark 0.31 for the block forms that commentaries use; inline marks are removed.
func extractMarkdown(_ page: PageInput) -> ExtractedPage {
  var reader = MarkdownReader()
  let lines = page.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
    String(decoding: $0.last == 0x0D ? $0.dropLast() : $0, as: UTF8.self)
  }
  reader.run(lines)
  return ExtractedPage(
    text: reader.builder.text, passages: reader.builder.passages, metadata: reader.metadata,
    pageKind: .article, issues: [], extractor: "markdown")
}

private struct MarkdownReader {
  var metadata = Metadata()
  var builder = PassageBuilder()
  private var pending: [String] = []
  private var pendingKind = PassageKind.paragraph

  mutating func run(_ lines: [String]) {
    var index = frontMatter(lines)
    var isCode = false
    while index < lines.count {
      let line = lines[index]
      let trimmed = String(line.drop { $0 == " " || $0 == "\t" })
      index += 1
      if trimmed.hasPrefix("```") || trimmed.hasPrefix("~~~") {
        flush()
        isCode.toggle()
        continue
      }
      if isCode {
        pendingKind = .code
        pending.append(line)
        continue
      }
      if trimmed.isEmpty {
        flush()
      } else if let level = headingLevel(trimmed) {
        flush()
        heading(level, String(trimmed.dropFirst(level).drop { $0 == " " }))
      } else if isRule(trimmed) {
        // A line of "=" or "-" below text makes it a heading.
        if pending.count == 1, trimmed.first == "=" || trimmed.first == "-" {
          let text = pending[0]
          pending.removeAll()
          heading(trimmed.first == "=" ? 1 : 2, text)
        } else {
          flush()
        }
      } else if trimmed.hasPrefix(">") {
        start(.quote)
        pending.append(String(trimmed.dropFirst().drop { $0 == " " }))
      } else if let item = listItem(trimmed) {
        flush()
        pendingKind = .listItem
        pending.append(item)
      } else if trimmed.hasPrefix("|") {
        flush()
        let cells = trimmed.split(separator: "|").map { inline(String($0).trimmedSpaces) }
        if !cells.allSatisfy({ $0.allSatisfy { "-: ".contains($0) } }) {
          builder.add(Array(cells.joined(separator: "\t").utf8), .table)
        }
      } else {
        if pendingKind != .listItem && pendingKind != .quote { start(.paragraph) }
        pending.append(trimmed)
      }
    }
    flush()
    if metadata.published == nil {
      metadata.undatedReason = "no date in the front matter or below the title"
    }
  }

  private mutating func start(_ kind: PassageKind) {
    if kind != pendingKind { flush() }
    pendingKind = kind
  }

  private mutating func flush() {
    defer {
      pending.removeAll()
      pendingKind = .paragraph
    }
    guard !pending.isEmpty else { return }
    if pendingKind == .code {
      return builder.add(Array(pending.joined(separator: "\n").utf8), .code)
    }
    let text = inline(pending.joined(separator: " "))
    let lower = text.lowercased()
    // Byline and date stand between the title and the text.
    if builder.passages.count <= 2, text.utf8.count < 120, pendingKind == .paragraph {
      var isFurniture = false
      if metadata.authors.isEmpty, lower.hasPrefix("by ") {
        metadata.authors = Bylines.names(in: text).map { Found($0, Evidence(.visible, "byline")) }
        isFurniture = true
      }
      if metadata.published == nil, let day = visibleDate(in: text) {
        metadata.published = Found(day, Evidence(.visible, "date line"))
        isFurniture = true
      }
      if isFurniture { return builder.add(Array(text.utf8), .boilerplate) }
    }
    let bytes = Array(text.utf8)
    builder.add(bytes, isNote(bytes) ? .note : pendingKind)
  }

  private mutating func heading(_ level: Int, _ text: String) {
    var text = inline(text)
    while text.last == "#" || text.last == " " { text.removeLast() }
    guard !text.isEmpty else { return }
    if level == 1, metadata.title == nil {
      metadata.title = Found(text, Evidence(.markup, "# heading"))
    }
    let isTitle = level == 1 && builder.passages.isEmpty
    builder.add(Array(text.utf8), isTitle ? .title : .heading)
  }

  private func headingLevel(_ line: String) -> Int? {
    let level = line.prefix { $0 == "#" }.count
    guard (1...6).contains(level), line.dropFirst(level).first == " " else { return nil }
    return level
  }

  private func isRule(_ line: String) -> Bool {
    let marks = line.filter { $0 != " " }
    guard marks.count >= 3, let first = marks.first, "-*_=".contains(first) else { return false }
    return marks.allSatisfy { $0 == first }
  }

  private func listItem(_ line: String) -> String? {
    if let first = line.first, "-*+".contains(first), line.dropFirst().first == " " {
      return String(line.dropFirst(2))
    }
    let digits = line.prefix { $0.isNumber }
    guard !digits.isEmpty, digits.count <= 4 else { return nil }
    let rest = line.dropFirst(digits.count)
    guard rest.first == "." || rest.first == ")", rest.dropFirst().first == " " else { return nil }
    return String(rest.dropFirst(2))
  }

  /// Reads `key: value` lines between two lines of `---`; returns the first line after them.
  private mutating func frontMatter(_ lines: [String]) -> Int {
    guard lines.first == "---", let end = lines.dropFirst().prefix(100).firstIndex(of: "---") else {
      return 0
    }
    for line in lines[1..<end] {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let key = line[..<colon].lowercased().trimmedSpaces
      var value = String(line[line.index(after: colon)...]).trimmedSpaces
      if value.count >= 2, let first = value.first, first == value.last,
        first == "\"" || first == "'"
      {
        value = String(value.dropFirst().dropLast())
      }
      guard !value.isEmpty else { continue }
      let found = Found(value, Evidence(.given, "front matter: \(key)"))
      switch key {
      case "title": metadata.title = found
      case "subtitle", "deck", "description", "summary": metadata.deck = found
      case "author", "authors", "byline":
        let names = value.filter { $0 != "[" && $0 != "]" && $0 != "\"" }
        metadata.authors = Bylines.names(in: names).map { Found($0, found.evidence) }
      case "date", "published":
        metadata.published = machineDate(value).map { Found($0, found.evidence) }
      case "updated", "modified", "lastmod":
        metadata.modified = machineDate(value).map { Found($0, found.evidence) }
      case "publisher", "source", "site": metadata.publisher = found
      case "url", "link", "canonical", "canonical_url": metadata.canonicalURL = found
      case "lang", "language": metadata.language = found
      case "section", "category": metadata.section = found
      default: break
      }
    }
    return end + 1
  }

  /// A line without the marks of emphasis, links, pictures and code.
  private func inline(_ text: String) -> String {
    let bytes = Array(text.utf8)
    // Only up to here can the address of a link end.
    let lastClosing = bytes.lastIndex(of: 0x29) ?? 0
    var out: [UInt8] = []
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      switch byte {
      case 0x5C where i + 1 < bytes.count && !ASCII.isAlphanumeric(bytes[i + 1]):
        out.append(bytes[i + 1])
        i += 2
        continue
      case 0x2A, 0x60: break
      case 0x5F:
        // An underscore inside a word is a letter.
        let inWord =
          i > 0 && ASCII.isAlphanumeric(bytes[i - 1]) && i + 1 < bytes.count
          && ASCII.isAlphanumeric(bytes[i + 1])
        if inWord { out.append(byte) }
      case 0x21 where i + 1 < bytes.count && bytes[i + 1] == 0x5B: break
      case 0x5B: break
      case 0x5D:
        if i < lastClosing, bytes[i + 1] == 0x28,
          let close = bytes[(i + 1)...].firstIndex(of: 0x29)
        {
          i = close + 1
          continue
        }
      default: out.append(byte)
      }
      i += 1
    }
    return String(decoding: out, as: UTF8.self)
  }
}

extension String {
  /// The string without spaces and tabs at both ends.
  fileprivate var trimmedSpaces: String {
    var part = self[...]
    while let first = part.first, first == " " || first == "\t" { part.removeFirst() }
    while let last = part.last, last == " " || last == "\t" { part.removeLast() }
    return String(part)
  }
}
