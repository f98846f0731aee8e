import Bytes
import CLibXML2

// libxml2 calls back with C strings that live as long as the call; they are copied into the arena.

/// Parses valid UTF-8 into an arena with libxml2's HTML parser.
///
/// The parser's own tree is not built: its SAX events fill flat arrays, which takes less than half
/// of the memory.
func parsePage(_ html: [UInt8]) -> PageArena {
  initialiseParser
  var builder = ArenaBuilder(bytes: html.count)
  guard !html.isEmpty else { return builder.finished() }
  var handler = unsafe xmlSAXHandler()
  unsafe handler.startElement = { context, name, attributes in
    unsafe arenaBuilder(context)?.pointee.start(name, attributes)
  }
  unsafe handler.endElement = { context, name in
    unsafe arenaBuilder(context)?.pointee.end(name)
  }
  unsafe handler.characters = { context, text, count in
    unsafe arenaBuilder(context)?.pointee.characters(text, Int(count))
  }
  unsafe handler.cdataBlock = { context, text, count in
    unsafe arenaBuilder(context)?.pointee.characters(text, Int(count))
  }
  unsafe handler.ignorableWhitespace = { context, text, count in
    unsafe arenaBuilder(context)?.pointee.characters(text, Int(count))
  }
  unsafe html.withUnsafeBytes { raw in
    let start = unsafe raw.baseAddress?.assumingMemoryBound(to: CChar.self)
    guard let context = unsafe htmlCreateMemoryParserCtxt(start, CInt(raw.count)) else { return }
    let own = unsafe context.pointee.sax
    unsafe withUnsafeMutablePointers(&handler, &builder) { pointer, builder in
      unsafe context.pointee.sax = pointer
      unsafe context.pointee.userData = UnsafeMutableRawPointer(builder)
      let options =
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
      unsafe htmlCtxtUseOptions(context, CInt(options))
      unsafe context.pointee.options |= CInt(XML_PARSE_HUGE.rawValue)
      // The bytes are UTF-8 whatever the page says of itself.
      unsafe context.pointee.charset = CInt(XML_CHAR_ENCODING_UTF8.rawValue)
      unsafe htmlParseDocument(context)
    }
    unsafe context.pointee.sax = own
    unsafe htmlFreeParserCtxt(context)
  }
  return builder.finished()
}

private let initialiseParser: Void = xmlInitParser()

private func withUnsafeMutablePointers<A, B>(
  _ a: inout A, _ b: inout B, _ body: (UnsafeMutablePointer<A>, UnsafeMutablePointer<B>) -> Void
) {
  unsafe withUnsafeMutablePointer(to: &a) { first in
    unsafe withUnsafeMutablePointer(to: &b) { second in unsafe body(first, second) }
  }
}

private func arenaBuilder(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<
  ArenaBuilder
>? {
  unsafe context?.assumingMemoryBound(to: ArenaBuilder.self)
}

/// Fills an arena from the events of the parser.
///
/// The parser gets a pointer to it for the time of one parse: an object would be checked for overlapping
/// access at every event.
private struct ArenaBuilder {
  private var arena = PageArena()
  private var open: [Int32] = []

  /// A builder for a page of so many bytes.
  init(bytes: Int) { arena.text.reserveCapacity(bytes) }

  mutating func start(
    _ element: UnsafePointer<xmlChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    let tag = unsafe tag(of: element)
    let first = Int32(arena.attributes.count)
    if var pair = unsafe attributes {
      while let key = unsafe pair.pointee {
        if let known = unsafe AttributeName(hash: hash(ofName: key)) {
          let start = Int32(arena.text.count)
          if let value = unsafe pair.advanced(by: 1).pointee {
            unsafe append(value, Int(xmlStrlen(value)))
          }
          arena.attributes.append((known, start..<Int32(arena.text.count)))
        }
        unsafe pair += 2
      }
    }
    let index = Int32(arena.count)
    add(tag, text: 0..<0, attributes: first..<Int32(arena.attributes.count))
    open.append(index)
  }

  mutating func end(_ element: UnsafePointer<xmlChar>?) {
    let tag = unsafe tag(of: element)
    guard let at = open.lastIndex(where: { arena.tags[Int($0)] == tag }) else { return }
    for node in open[at...] { arena.ends[Int(node)] = Int32(arena.count) }
    open.removeSubrange(at...)
  }

  mutating func characters(_ text: UnsafePointer<xmlChar>?, _ count: Int) {
    guard let text = unsafe text, count > 0 else { return }
    let start = Int32(arena.text.count)
    unsafe append(text, count)
    // The parser gives long text in pieces.
    if let last = arena.tags.last, last == .text, arena.parents.last == (open.last ?? -1),
      arena.textRanges[arena.count - 1].upperBound == start
    {
      let index = arena.count - 1
      arena.textRanges[index] =
        arena.textRanges[index].lowerBound..<Int32(arena.text.count)
      return
    }
    add(.text, text: start..<Int32(arena.text.count), attributes: 0..<0)
    arena.ends[arena.count - 1] = Int32(arena.count)
  }

  mutating func finished() -> PageArena {
    for node in open { arena.ends[Int(node)] = Int32(arena.count) }
    open.removeAll()
    return arena
  }

  private mutating func add(_ tag: Tag, text: Range<Int32>, attributes: Range<Int32>) {
    arena.tags.append(tag)
    arena.parents.append(open.last ?? -1)
    arena.ends.append(Int32(arena.count))
    arena.textRanges.append(text)
    arena.attributeRanges.append(attributes)
  }

  private mutating func append(_ text: UnsafePointer<xmlChar>, _ count: Int) {
    unsafe arena.text.append(contentsOf: UnsafeBufferPointer(start: text, count: count))
  }

  private func tag(of element: UnsafePointer<xmlChar>?) -> Tag {
    guard let element = unsafe element else { return .other }
    return unsafe Tag(hash: hash(ofName: element))
  }

  /// The `stableHash` of a C string.
  private func hash(ofName text: UnsafePointer<xmlChar>) -> UInt64 {
    var hash = stableHashSeed
    var at = unsafe text
    while unsafe at.pointee != 0 {
      hash = unsafe stableHashStep(hash, at.pointee)
      unsafe at += 1
    }
    return mixed(hash)
  }
}
