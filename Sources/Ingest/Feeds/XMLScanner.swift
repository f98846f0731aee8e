import Bytes

/// Why bytes are not well-formed XML.
struct XMLError: Error, Equatable {
  var reason: String
  /// Byte offset at which it was noticed.
  var offset: Int
}

/// Reads XML event by event, without recursion.
///
/// Document types are passed over unread: entities that one defines are not known, so nothing expands
/// and nothing is fetched, and their references stay as they are written.
/// - Source: Extensible Markup Language (XML) 1.0, fifth edition; Namespaces in XML 1.0.
struct XMLScanner {
  /// One attribute; its value has its references replaced.
  struct Attribute {
    var name: String
    var value: String
  }

  enum Event {
    /// A start tag; an empty element is followed by its end.
    case start(String, [Attribute])
    case end(String)
    /// Character data with its references replaced, or a CDATA section.
    case text([UInt8])
  }

  /// The deepest nesting that is read.
  static let maximumDepth = 512

  /// Valid UTF-8.
  let bytes: [UInt8]
  /// Where the next event begins.
  private(set) var position = 0
  /// The names of the elements that are open.
  private(set) var open: [String] = []
  private var isEmptyElement = false
  /// Usual prefixes by those that the document declares.
  private var prefixes: [String: String] = [:]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Goes on at `offset`, as if nothing were open but `elements`.
  mutating func resume(at offset: Int, open elements: [String]) {
    position = offset
    open = elements
    isEmptyElement = false
  }

  /// The next event, or nil at the end.
  mutating func next() throws(XMLError) -> Event? {
    if isEmptyElement {
      isEmptyElement = false
      return .end(open.removeLast())
    }
    while position < bytes.count {
      guard bytes[position] == 0x3C else {
        let end = bytes.span.firstIndex(of: 0x3C, from: position) ?? bytes.count
        let text = unescaped(position..<end)
        position = end
        return .text(text)
      }
      if has("<!--") {
        position = try place(after: "-->", "a comment")
      } else if has("<![CDATA[") {
        let start = position + 9
        position = try place(after: "]]>", "a CDATA section")
        return .text(Array(bytes[start..<(position - 3)]))
      } else if has("<?") {
        position = try place(after: "?>", "a processing instruction")
      } else if has("<!") {
        try passDocumentType()
      } else if has("</") {
        return try endTag()
      } else {
        return try startTag()
      }
    }
    guard let element = open.last else { return nil }
    throw XMLError(reason: "the file ends inside <\(element)>", offset: bytes.count)
  }

  private func has(_ literal: StaticString) -> Bool { bytes.span.hasBytes(literal, at: position) }

  private func place(after mark: StaticString, _ what: String) throws(XMLError) -> Int {
    guard let range = bytes.span.firstRange(of: mark, from: position + 2) else {
      throw XMLError(reason: "\(what) has no end", offset: position)
    }
    return range.upperBound
  }

  /// Passes over `<!DOCTYPE …>` with what it defines in brackets.
  private mutating func passDocumentType() throws(XMLError) {
    var quote: UInt8 = 0
    var isInside = false
    for i in position..<bytes.count {
      let byte = bytes[i]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == 0x5B {
        isInside = true
      } else if byte == 0x5D {
        isInside = false
      } else if byte == 0x3E, !isInside {
        position = i + 1
        return
      }
    }
    throw XMLError(reason: "a document type has no end", offset: position)
  }

  private mutating func endTag() throws(XMLError) -> Event {
    let start = position
    var i = start + 2
    let name = canonical(readName(&i))
    skipSpace(&i)
    guard i < bytes.count, bytes[i] == 0x3E else {
      throw XMLError(reason: "</\(name) has no end", offset: start)
    }
    guard open.last == name else {
      let expected = open.last.map { "</\($0)>" } ?? "no end tag"
      throw XMLError(reason: "</\(name)> where \(expected) should stand", offset: start)
    }
    open.removeLast()
    position = i + 1
    return .end(name)
  }

  private mutating func startTag() throws(XMLError) -> Event {
    let start = position
    var i = start + 1
    let name = readName(&i)
    guard !name.isEmpty else {
      throw XMLError(reason: "a < that begins no tag", offset: start)
    }
    var attributes: [Attribute] = []
    var isEmpty = false
    while true {
      skipSpace(&i)
      guard i < bytes.count else {
        throw XMLError(reason: "<\(name) has no end", offset: start)
      }
      if bytes[i] == 0x3E { break }
      if bytes[i] == 0x2F {
        isEmpty = true
        i += 1
        continue
      }
      isEmpty = false
      let key = readName(&i)
      skipSpace(&i)
      guard !key.isEmpty, i < bytes.count, bytes[i] == 0x3D else {
        throw XMLError(reason: "<\(name) holds what is no attribute", offset: start)
      }
      i += 1
      skipSpace(&i)
      guard i < bytes.count, bytes[i] == 0x22 || bytes[i] == 0x27,
        let end = bytes.span.firstIndex(of: bytes[i], from: i + 1)
      else {
        throw XMLError(reason: "an attribute of <\(name) is not in quotation marks", offset: start)
      }
      let value = String(decoding: unescaped((i + 1)..<end), as: UTF8.self)
      i = end + 1
      if key.hasPrefix("xmlns:") {
        prefixes[String(key.dropFirst(6))] = XMLScanner.usualPrefixes[value]
      }
      attributes.append(Attribute(name: key, value: value))
    }
    guard open.count < XMLScanner.maximumDepth else {
      throw XMLError(
        reason: "elements nested deeper than \(XMLScanner.maximumDepth)", offset: start)
    }
    position = i + 1
    isEmptyElement = isEmpty
    let element = canonical(name)
    open.append(element)
    return .start(element, attributes)
  }

  private mutating func skipSpace(_ i: inout Int) {
    while i < bytes.count, ASCII.isSpace(bytes[i]) { i += 1 }
  }

  private func readName(_ i: inout Int) -> String {
    let start = i
    while i < bytes.count, isNameByte(bytes[i]) { i += 1 }
    return String(decoding: bytes[start..<i], as: UTF8.self)
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || byte >= 0x80 || byte == 0x3A || byte == 0x2D || byte == 0x5F
      || byte == 0x2E
  }

  /// A name with the usual prefix of its name space; Atom and XHTML have none.
  private func canonical(_ name: String) -> String {
    guard let colon = name.firstIndex(of: ":") else { return name }
    let prefix = String(name[..<colon])
    let usual = prefixes[prefix] ?? prefix
    let local = name[name.index(after: colon)...]
    return usual.isEmpty ? String(local) : "\(usual):\(local)"
  }

  private static let usualPrefixes = [
    "http://www.w3.org/2005/Atom": "atom", "http://www.w3.org/1999/xhtml": "",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/dc/elements/1.1/": "dc", "http://purl.org/rss/1.0/": "",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
  ]

  /// Character data with its references replaced; unknown ones stay.
  private func unescaped(_ range: Range<Int>) -> [UInt8] {
    guard bytes[range].contains(0x26) else { return Array(bytes[range]) }
    var out: [UInt8] = []
    out.reserveCapacity(range.count)
    var i = range.lowerBound
    while i < range.upperBound {
      guard bytes[i] == 0x26 else {
        out.append(bytes[i])
        i += 1
        continue
      }
      var end = i + 1
      while end < range.upperBound, end - i < 34, bytes[end] != 0x3B, bytes[end] != 0x26 {
        end += 1
      }
      if end < range.upperBound, bytes[end] == 0x3B,
        let scalar = scalar(ofReference: bytes[(i + 1)..<end])
      {
        out.appendScalar(scalar)
        i = end + 1
      } else {
        out.append(0x26)
        i += 1
      }
    }
    return out
  }
}

/// The scalar that a reference such as `amp`, `nbsp`, `#8217` or `#x2019` stands for, or nil.
private func scalar(ofReference name: ArraySlice<UInt8>) -> UInt32? {
  guard name.first == 0x23 else {
    return namedScalar(String(decoding: name, as: UTF8.self))
  }
  var digits = name.dropFirst()
  let isHex = digits.first == 0x78 || digits.first == 0x58
  if isHex { digits = digits.dropFirst() }
  guard !digits.isEmpty, digits.count < 9 else { return nil }
  var value: UInt32 = 0
  for byte in digits {
    guard let digit = ASCII.hexValue(byte), isHex || digit < 10 else { return nil }
    value = value &* (isHex ? 16 : 10) &+ UInt32(digit)
  }
  return value == 0 ? 0xFFFD : value
}
