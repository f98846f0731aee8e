import Bytes
import Model

/// A page without what carries no text, and what was set aside.
struct ScannedPage {
  /// The bytes to parse; none once they are parsed.
  var bytes: [UInt8] = []
  /// How many bytes there were to parse.
  var byteCount = 0
  /// The contents of JSON-LD blocks.
  var jsonLD: [[UInt8]] = []
  /// What was capped.
  var issues: [Issue] = []
  /// The bytes of `noscript` elements and templates of scripts, which were dropped or, when asked for,
  /// kept.
  var fallbackBytes = 0
}

/// Limits of markup; real pages stay far below them.
enum MarkupLimits {
  /// The deepest nesting of elements that is kept.
  static let depth = 400
  /// The longest tag, in bytes.
  static let tag = 1 << 17
  /// The most attributes of one tag.
  static let attributes = 1_000
  /// The most bytes of JSON-LD that are kept.
  static let jsonLD = 4 << 20
}

/// Drops scripts, styles, drawings and comments, and caps depth, before the page is parsed.
///
/// More than half of the bytes of a real page go here, at the speed of memory; the parser then never
/// sees what makes it slow. With `keepingFallbacks` stays what a page shows when its scripts do not run:
/// `noscript` and templates of scripts.
/// - Complexity: O(*n*).
func scanMarkup(
  _ page: borrowing Span<UInt8>, keepingFallbacks: Bool = false
) -> ScannedPage {
  var scan = MarkupScan(keepsFallbacks: keepingFallbacks)
  scan.run(page)
  return scan.result
}

private struct MarkupScan {
  var result = ScannedPage()
  private let keepsFallbacks: Bool
  /// Elements that no end follows any more, so that it is looked for once.
  private var unclosed: Set<Tag> = []
  private var jsonLDBytes = 0
  private var depth = 0
  private var dropped = 0
  private var isCapped = false
  private var isTagCapped = false
  private var hasZeros = false
  /// What the page ends in the middle of.
  private var unfinished: String?

  init(keepsFallbacks: Bool) { self.keepsFallbacks = keepsFallbacks }

  mutating func run(_ page: borrowing Span<UInt8>) {
    result.bytes.reserveCapacity(page.count / 2)
    hasZeros = page.firstIndex(of: 0) != nil
    var i = 0
    while i < page.count {
      let open = page.firstIndex(of: 0x3C, from: i) ?? page.count
      keep(page, i..<open)
      guard open < page.count else { break }
      i = markup(page, open)
    }
    result.byteCount = result.bytes.count
    if let unfinished {
      result.issues.append(Issue("cut-off", "the page is cut off in \(unfinished)"))
    }
    if isCapped {
      result.issues.append(
        Issue("depth-capped", "elements nested deeper than \(MarkupLimits.depth) were flattened"))
    }
    if isTagCapped {
      result.issues.append(
        Issue(
          "tag-capped",
          "a tag of more than \(MarkupLimits.tag) bytes or \(MarkupLimits.attributes) attributes "
            + "was dropped"))
    }
  }

  /// Takes over a part of the page; the parser would stop at a zero byte.
  private mutating func keep(_ page: borrowing Span<UInt8>, _ range: Range<Int>) {
    let start = result.bytes.count
    result.bytes.append(page, range)
    guard hasZeros else { return }
    for k in start..<result.bytes.count where result.bytes[k] == 0 { result.bytes[k] = 0x20 }
  }

  /// The end of the page, where something that should end before does not.
  private mutating func cutOff(_ page: borrowing Span<UInt8>, in what: String) -> Int {
    unfinished = what
    return page.count
  }

  private mutating func markup(_ page: borrowing Span<UInt8>, _ i: Int) -> Int {
    guard i + 1 < page.count else { return i + 1 }
    let next = page[i + 1]
    if next == 0x21 {
      if page.hasBytes("<!--", at: i) {
        return page.firstRange(of: "-->", from: i + 4)?.upperBound ?? cutOff(page, in: "a comment")
      }
      return page.firstIndex(of: 0x3E, from: i).map { $0 + 1 } ?? cutOff(page, in: "a declaration")
    }
    if next == 0x3F {
      return page.firstIndex(of: 0x3E, from: i).map { $0 + 1 } ?? cutOff(page, in: "a declaration")
    }
    let isEnd = next == 0x2F
    let nameStart = isEnd ? i + 2 : i + 1
    guard nameStart < page.count, ASCII.isLetter(page[nameStart]) else {
      // A bare "<" is text; escaped, so that the parser takes it for nothing else.
      if !isEnd { result.bytes.append(contentsOf: "&lt;".utf8) }
      return i + 1
    }
    var nameEnd = nameStart
    var hash = stableHashSeed
    while nameEnd < page.count, ASCII.isAlphanumeric(page[nameEnd]) || page[nameEnd] == 0x2D {
      hash = stableHashStep(hash, ASCII.lowercased(page[nameEnd]))
      nameEnd += 1
    }
    let tag = Tag(hash: mixed(hash))
    guard let end = tagEnd(page, nameEnd) else { return cutOff(page, in: "a tag") }
    if tag == .noscript, keepsFallbacks { return end }
    let isFallback = !isEnd && (tag == .noscript || (tag == .script && isTemplate(page, i, end)))
    if isFallback, keepsFallbacks { return template(page, end) }
    if !isEnd, isDropped(tag), page[end - 2] != 0x2F || tag != .svg {
      let next = dropElement(page, i, end, nameStart..<nameEnd, tag)
      if isFallback { result.fallbackBytes += next - end }
      return next
    }
    guard end - i <= MarkupLimits.tag, attributeCount(page, nameEnd, end) <= MarkupLimits.attributes
    else {
      isTagCapped = true
      return end
    }
    if isEnd, isDropped(tag) { return end }
    if countsForDepth(tag) {
      if isEnd {
        if dropped > 0 {
          dropped -= 1
          return end
        }
        depth = max(0, depth - 1)
      } else if page[end - 2] != 0x2F {
        guard depth < MarkupLimits.depth else {
          dropped += 1
          isCapped = true
          return end
        }
        depth += 1
      }
    }
    if isEnd || end - nameEnd < 3 {
      keep(page, i..<end)
    } else {
      keepTag(page, i..<nameEnd, end)
    }
    return end
  }

  /// Takes over a start tag without the attributes that nothing looks at, which are most of them.
  ///
  /// A tag that is not well-formed is taken over as it is: the parser knows what to make of it.
  private mutating func keepTag(
    _ page: borrowing Span<UInt8>, _ name: Range<Int>, _ end: Int
  ) {
    let start = result.bytes.count
    result.bytes.append(page, name)
    var i = name.upperBound
    let close = page[end - 2] == 0x2F ? end - 2 : end - 1
    while true {
      let gap = i
      while i < close, ASCII.isSpace(page[i]) { i += 1 }
      if i == close { break }
      let attribute = i
      var hash = stableHashSeed
      while i < close, isNameByte(page[i]) {
        hash = stableHashStep(hash, ASCII.lowercased(page[i]))
        i += 1
      }
      var isSound = i > attribute && gap < attribute
      if i < close, page[i] == 0x3D {
        i += 1
        if i < close, page[i] == 0x22 || page[i] == 0x27 {
          let stop = page.firstIndex(of: page[i], from: i + 1) ?? close
          isSound = isSound && stop < close
          i = stop + 1
        } else {
          let value = i
          while i < close, isUnquoted(page[i]) { i += 1 }
          isSound = isSound && i > value
        }
      }
      guard isSound else {
        result.bytes.removeLast(result.bytes.count - start)
        return keep(page, name.lowerBound..<end)
      }
      if AttributeName(hash: mixed(hash)) != nil {
        result.bytes.append(0x20)
        keep(page, attribute..<i)
      }
    }
    result.bytes.append(page, close..<end)
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || byte == 0x2D || byte == 0x5F || byte == 0x3A || byte == 0x2E
      || byte == 0x40
  }

  private func isUnquoted(_ byte: UInt8) -> Bool {
    !ASCII.isSpace(byte) && byte != 0x22 && byte != 0x27 && byte != 0x60 && byte != 0x3D
      && byte != 0x3C && byte != 0x3E && byte != 0
  }

  /// One past the ">" that ends a tag, quotation marks heeded; nil when the page ends inside it.
  private func tagEnd(_ page: borrowing Span<UInt8>, _ start: Int) -> Int? {
    var i = start
    var quote: UInt8 = 0
    var afterEquals = false
    while i < page.count {
      let byte = page[i]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x3E {
        return i + 1
      } else if byte == 0x22 || byte == 0x27, afterEquals {
        quote = byte
      }
      if byte == 0x3D {
        afterEquals = true
      } else if !ASCII.isSpace(byte) {
        afterEquals = false
      }
      i += 1
    }
    // An open quotation mark would swallow the page: end at the next ">" instead.
    return page.firstIndex(of: 0x3E, from: start).map { $0 + 1 }
  }

  /// Attributes of a tag; white space in quotation marks divides none.
  private func attributeCount(_ page: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    guard end - start > MarkupLimits.attributes * 2 else { return 0 }
    var count = 0
    var quote: UInt8 = 0
    for i in start..<end {
      let byte = page[i]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x22 || byte == 0x27, page[i - 1] == 0x3D {
        quote = byte
      } else if ASCII.isSpace(byte), !ASCII.isSpace(page[i - 1]) {
        count += 1
      }
    }
    return count
  }

  private func isTemplate(_ page: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    for i in start..<end where page.hasBytesIgnoringCase("text/template", at: i) { return true }
    return false
  }

  /// Takes over the markup in a script element and passes over its end.
  private mutating func template(_ page: borrowing Span<UInt8>, _ start: Int) -> Int {
    let end = page.firstRange(of: "</script", from: start)?.lowerBound ?? page.count
    keep(page, start..<end)
    return page.firstIndex(of: 0x3E, from: end).map { $0 + 1 } ?? page.count
  }

  private func isDropped(_ tag: Tag) -> Bool {
    switch tag {
    case .script, .style, .svg, .noscript, .template, .iframe, .textarea, .select, .canvas, .object:
      return true
    default: return false
    }
  }

  private func countsForDepth(_ tag: Tag) -> Bool {
    switch tag {
    case .p, .li, .dt, .dd, .option, .tr, .td, .th, .thead, .tbody, .tfoot, .br, .hr, .img, .meta,
      .link, .input, .base, .html, .head, .body:
      return false
    default: return true
    }
  }

  /// Passes over an element with its content; keeps JSON-LD aside.
  private mutating func dropElement(
    _ page: borrowing Span<UInt8>, _ start: Int, _ contentStart: Int, _ name: Range<Int>,
    _ tag: Tag
  ) -> Int {
    var i = unclosed.contains(tag) ? page.count : contentStart
    while let open = page.firstIndex(of: 0x3C, from: i) {
      if open + 2 + name.count <= page.count, page[open + 1] == 0x2F {
        var k = 0
        while k < name.count,
          ASCII.lowercased(page[open + 2 + k]) == ASCII.lowercased(page[name.lowerBound + k])
        { k += 1 }
        let after = open + 2 + k
        if k == name.count, after >= page.count || !ASCII.isAlphanumeric(page[after]) {
          if tag == .script { keepJSONLD(page, start, contentStart, open) }
          return page.firstIndex(of: 0x3E, from: after).map { $0 + 1 } ?? page.count
        }
      }
      i = open + 1
    }
    unclosed.insert(tag)
    // Never closed: scripts and styles run to the end, anything else is passed over alone.
    guard tag == .script || tag == .style else { return contentStart }
    return cutOff(page, in: tag == .script ? "a script" : "a style sheet")
  }

  private mutating func keepJSONLD(
    _ page: borrowing Span<UInt8>, _ start: Int, _ contentStart: Int, _ end: Int
  ) {
    var isLD = false
    var i = start
    while i < contentStart, !isLD {
      isLD = page.hasBytesIgnoringCase("ld+json", at: i)
      i += 1
    }
    let size = end - contentStart
    guard isLD, jsonLDBytes + size <= MarkupLimits.jsonLD else { return }
    jsonLDBytes += size
    var block: [UInt8] = []
    block.reserveCapacity(end - contentStart)
    block.append(page, contentStart..<end)
    result.jsonLD.append(block)
  }
}
