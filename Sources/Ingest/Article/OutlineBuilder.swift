import Bytes
import Model

/// The runs of text of a page and what its elements say about them.
///
/// In a forum the articles in a row are what its members wrote; elsewhere they announce other texts.
/// - Complexity: O(*n*) in nodes and bytes.
func outline(_ arena: PageArena, isForum: Bool = false) -> PageOutline {
  var builder = OutlineBuilder(arena)
  builder.run()
  builder.outline.prune(arena, isForum: isForum)
  return builder.outline
}

/// Cuts the text of a page into blocks; what is no main text is marked afterwards.
private struct OutlineBuilder {
  let arena: PageArena
  var outline = PageOutline()
  private var blockOf: [Int32]
  private var flags: [Flags]
  private var text: [UInt8] = []
  private var linkBytes = 0
  private var current: Int32 = -1
  private var breaks = 0
  /// The text node before the one at hand in the same block; -1 at its beginning.
  private var before = -1

  /// What a run of text stands in.
  private struct Flags: OptionSet {
    let rawValue: UInt8
    static let link = Flags(rawValue: 1)
    static let quote = Flags(rawValue: 2)
    static let caption = Flags(rawValue: 4)
    static let code = Flags(rawValue: 8)
    static let list = Flags(rawValue: 16)
  }

  init(_ arena: PageArena) {
    self.arena = arena
    blockOf = Array(repeating: 0, count: arena.count)
    flags = Array(repeating: [], count: arena.count)
  }

  mutating func run() {
    let count = arena.count
    outline.labels = Array(repeating: [], count: count)
    outline.blockStarts = Array(repeating: 0, count: count)
    outline.blockEnds = Array(repeating: 0, count: count)
    for node in 0..<count {
      let parent = Int(arena.parents[node])
      let tag = arena.tags[node]
      var own: Flags = parent >= 0 ? flags[parent] : []
      if tag == .text {
        flags[node] = own
        blockOf[node] = parent >= 0 ? blockOf[parent] : 0
        append(node)
        continue
      }
      let label = elementLabel(node, in: arena)
      outline.labels[node] = label
      switch tag {
      case .a: if isLink(node, parent) { own.insert(.link) }
      case .blockquote: own.insert(.quote)
      case .figcaption: own.insert(.caption)
      case .pre: own.insert(.code)
      case .li, .dd, .dt: own.insert(.list)
      default: if label.contains(.caption), isCaption(node, tag) { own.insert(.caption) }
      }
      flags[node] = own
      let isBlock = !tag.isInline && !isPlainCell(node, tag)
      blockOf[node] = isBlock || parent < 0 ? Int32(node) : blockOf[parent]
      if tag == .br {
        breaks += 1
        if breaks > 1 { flush() } else if !text.isEmpty { text.append(0x0A) }
      } else if isBlock {
        flush()
      } else if tag == .td || tag == .th, !text.isEmpty {
        text.append(0x09)
      }
    }
    flush()
    closeRanges()
  }

  /// Whether an anchor leads elsewhere; a heading that is the anchor of itself does not.
  private func isLink(_ node: Int, _ parent: Int) -> Bool {
    guard let address = arena.attribute(.href, of: node) else { return false }
    guard address.utf8.first == 0x23, parent >= 0 else { return true }
    return !arena.tags[Int(blockOf[parent])].isHeading
  }

  /// A table cell without blocks in it belongs to the line of its row.
  private func isPlainCell(_ node: Int, _ tag: Tag) -> Bool {
    guard tag == .td || tag == .th else { return false }
    for below in arena.descendants(of: node).prefix(40)
    where !arena.tags[below].isInline && arena.tags[below] != .br {
      return false
    }
    return true
  }

  /// Whether an element that is called a caption is one: short, and not the frame of picture and text.
  private func isCaption(_ node: Int, _ tag: Tag) -> Bool {
    guard !tag.isHeading, tag != .article, tag != .main, tag != .body else { return false }
    var bytes = 0
    for below in arena.descendants(of: node) where arena.tags[below] == .text {
      bytes += arena.textRanges[below].count
      if bytes > 600 { return false }
    }
    return true
  }

  private mutating func append(_ node: Int) {
    let range = arena.textRanges[node]
    if blockOf[node] != current {
      flush()
      current = blockOf[node]
    }
    let isCode = flags[node].contains(.code)
    if !isCode, isApart(node, from: before) { text.append(0x20) }
    before = node
    let start = text.count
    for index in Int(range.lowerBound)..<Int(range.upperBound) {
      let byte = arena.text[index]
      if byte == 0xC2, index + 1 < Int(range.upperBound), arena.text[index + 1] == 0xA0 {
        if let last = text.last, last > 0x20 { text.append(0x20) }
      } else if byte == 0xA0, index > Int(range.lowerBound), arena.text[index - 1] == 0xC2 {
        continue
      } else if byte > 0x20 {
        text.append(byte)
        breaks = 0
      } else if isCode {
        text.append(byte == 0x0D ? 0x20 : byte)
      } else if let last = text.last, last > 0x20 {
        text.append(0x20)
      }
    }
    if flags[node].contains(.link) { linkBytes += text.count - start }
  }

  /// Whether two pieces of a line without a space between them are set apart by their styles: labels,
  /// names of fields and their types, and the like, each an element of its own.
  private func isApart(_ node: Int, from before: Int) -> Bool {
    guard before >= 0, let last = text.last, last >= 0x80 || ASCII.isAlphanumeric(last),
      arena.textRanges[node].count > 1, arena.textRanges[before].count > 1
    else { return false }
    let first = arena.text[Int(arena.textRanges[node].lowerBound)]
    guard first >= 0x80 || ASCII.isAlphanumeric(first) else { return false }
    let (own, other) = (Int(arena.parents[node]), Int(arena.parents[before]))
    guard arena.tags[own].isBox, arena.tags[other].isBox, Int(arena.ends[other]) <= own else {
      return false
    }
    return arena.tags[own] != arena.tags[other]
      || arena.attribute(.className, of: own) != arena.attribute(.className, of: other)
  }

  private mutating func flush() {
    defer {
      text.removeAll(keepingCapacity: true)
      linkBytes = 0
      current = -1
      breaks = 0
      before = -1
    }
    var end = text.count
    while end > 0, text[end - 1] <= 0x20 { end -= 1 }
    guard end > 0, current >= 0 else { return }
    let node = Int(current)
    let own = flags[node]
    let tag = arena.tags[node]
    var kind = PassageKind.paragraph
    var level = 0
    if tag.isHeading {
      kind = .heading
      level = Int(tag.rawValue - Tag.h1.rawValue) + 1
    } else if own.contains(.caption) {
      kind = .caption
    } else if own.contains(.quote) {
      kind = .quote
    } else if own.contains(.code) {
      kind = .code
    } else if own.contains(.list) {
      kind = .listItem
    } else if tag == .tr || tag == .td || tag == .th {
      kind = .table
    }
    outline.blocks.append(
      PageBlock(
        node: node, text: Array(text[..<end]), linkBytes: min(linkBytes, end), kind: kind,
        isPruned: false, isFrame: false, isComment: false, isFurniture: false, level: level))
  }

  /// Finds the blocks of every subtree from those of its nodes.
  private mutating func closeRanges() {
    var starts = [Int32](repeating: Int32.max, count: arena.count)
    var ends = [Int32](repeating: 0, count: arena.count)
    for (index, block) in outline.blocks.enumerated() {
      starts[block.node] = min(starts[block.node], Int32(index))
      ends[block.node] = max(ends[block.node], Int32(index + 1))
    }
    for node in stride(from: arena.count - 1, to: 0, by: -1) {
      let parent = Int(arena.parents[node])
      guard parent >= 0, starts[node] != .max else { continue }
      starts[parent] = min(starts[parent], starts[node])
      ends[parent] = max(ends[parent], ends[node])
    }
    for node in 0..<arena.count {
      outline.blockStarts[node] = starts[node] == .max ? 0 : starts[node]
      outline.blockEnds[node] = starts[node] == .max ? 0 : ends[node]
    }
  }
}
