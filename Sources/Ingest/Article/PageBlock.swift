import Bytes
import Model

/// A run of text that a page sets apart: the unit that is kept or dropped.
struct PageBlock {
  /// The block element that holds it.
  var node: Int
  /// The text with white space collapsed.
  var text: [UInt8]
  /// Bytes of the text inside links.
  var linkBytes: Int
  /// What it would be as a passage.
  var kind: PassageKind
  /// Whether an ancestor says that it is no main text.
  var isPruned: Bool
  /// Whether an ancestor says that readers wrote it.
  var isComment: Bool
  /// Whether an ancestor holds byline, date or tags.
  var isFurniture: Bool
  /// Level of a heading, 1 to 6; 0 for anything else.
  var level = 0

  /// Share of the text inside links.
  var linkDensity: Double { text.isEmpty ? 0 : Double(linkBytes) / Double(text.count) }
}

/// What the elements of a page are, found once and used by all extractors.
struct PageOutline {
  /// All runs of text in page order.
  var blocks: [PageBlock] = []
  /// The labels of each node's class, id and role.
  var labels: [Label] = []
  /// The first block of each node's subtree; with `blockEnds` a range of `blocks`.
  var blockStarts: [Int32] = []
  /// One past the last block of each node's subtree.
  var blockEnds: [Int32] = []

  /// The blocks below `node`.
  func blocks(of node: Int) -> Range<Int> { Int(blockStarts[node])..<Int(blockEnds[node]) }
}

/// The runs of text of a page and what its elements say about them.
func outline(_ arena: PageArena) -> PageOutline {
  var builder = OutlineBuilder(arena)
  builder.run()
  return builder.outline
}

private struct OutlineBuilder {
  let arena: PageArena
  var outline = PageOutline()
  private var blockOf: [Int32]
  private var flags: [UInt8]
  private var text: [UInt8] = []
  private var linkBytes = 0
  private var current: Int32 = -1
  private var breaks = 0

  private static let pruned: UInt8 = 1
  private static let comment: UInt8 = 2
  private static let furniture: UInt8 = 4
  private static let link: UInt8 = 8
  private static let quote: UInt8 = 16
  private static let caption: UInt8 = 32
  private static let code: UInt8 = 64
  private static let list: UInt8 = 128

  init(_ arena: PageArena) {
    self.arena = arena
    blockOf = Array(repeating: 0, count: arena.count)
    flags = Array(repeating: 0, count: arena.count)
  }

  mutating func run() {
    let count = arena.count
    outline.labels = Array(repeating: [], count: count)
    outline.blockStarts = Array(repeating: 0, count: count)
    outline.blockEnds = Array(repeating: 0, count: count)
    let weights = paragraphWeights()
    let total = max(1, weights.first ?? 1)
    for node in 0..<count {
      let parent = Int(arena.parents[node])
      let tag = arena.tags[node]
      var own: UInt8 = parent >= 0 ? flags[parent] : 0
      if tag == .text {
        flags[node] = own
        blockOf[node] = parent >= 0 ? blockOf[parent] : 0
        append(node)
        continue
      }
      let label = label(of: node)
      outline.labels[node] = label
      // What holds most of the page's paragraphs is no boilerplate whatever it is called.
      let isMost = weights[node] * 2 > total
      if !isMost { own |= pruning(node, tag, label) }
      switch tag {
      case .a: own |= arena.attribute(.href, of: node) == nil ? 0 : Self.link
      case .blockquote: own |= Self.quote
      case .figcaption, .caption: own |= Self.caption
      case .pre: own |= Self.code
      case .li, .dd, .dt: own |= Self.list
      default: break
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

  /// Bytes of text directly in paragraphs, summed over each subtree.
  private func paragraphWeights() -> [Int] {
    var weights = [Int](repeating: 0, count: arena.count)
    for node in stride(from: arena.count - 1, through: 0, by: -1) {
      let parent = Int(arena.parents[node])
      if arena.tags[node] == .text, parent >= 0, arena.tags[parent] != .a {
        let count = arena.textRanges[node].count
        if count >= 40 { weights[node] += count }
      }
      if parent >= 0 { weights[parent] += weights[node] }
    }
    return weights
  }

  private func label(of node: Int) -> Label {
    var label: Label = []
    for index in arena.attributeRanges[node] {
      let (name, value) = arena.attributes[Int(index)]
      switch name {
      case .className, .id, .role, .dataTestID:
        let span = arena.text.span
        label.formUnion(Label.of(span, Int(value.lowerBound)..<Int(value.upperBound)))
      case .hidden: label.insert(.hidden)
      case .style:
        if arena.string(value).filter({ $0 != " " }).lowercased().contains("display:none") {
          label.insert(.hidden)
        }
      case .ariaHidden: if arena.string(value) == "true" { label.insert(.hidden) }
      default: break
      }
    }
    return label
  }

  private func pruning(_ node: Int, _ tag: Tag, _ label: Label) -> UInt8 {
    switch tag {
    case .nav, .aside, .footer, .form, .button, .dialog, .menu, .label, .fieldset:
      return tag == .form ? 0 : Self.pruned
    case .head, .title: return Self.pruned
    case .header: return Self.furniture
    case .time, .address: return Self.furniture
    default: break
    }
    var own: UInt8 = 0
    if label.contains(.hidden) { own |= Self.pruned }
    if label.contains(.comments) { own |= Self.comment }
    if label.contains(.boilerplate), !label.contains(.body) { own |= Self.pruned }
    if label.contains(.furniture), !label.contains(.content), !label.contains(.body) {
      own |= Self.furniture
    }
    return own
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

  private mutating func append(_ node: Int) {
    let range = arena.textRanges[node]
    if blockOf[node] != current {
      flush()
      current = blockOf[node]
    }
    let isLink = flags[node] & Self.link != 0
    let isCode = flags[node] & Self.code != 0
    let before = text.count
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
    if isLink { linkBytes += text.count - before }
  }

  private mutating func flush() {
    defer {
      text.removeAll(keepingCapacity: true)
      linkBytes = 0
      current = -1
      breaks = 0
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
    } else if own & Self.caption != 0 {
      kind = .caption
    } else if own & Self.quote != 0 {
      kind = .quote
    } else if own & Self.code != 0 {
      kind = .code
    } else if own & Self.list != 0 {
      kind = .listItem
    } else if tag == .tr || tag == .td || tag == .th {
      kind = .table
    }
    outline.blocks.append(
      PageBlock(
        node: node, text: Array(text[..<end]), linkBytes: min(linkBytes, end), kind: kind,
        isPruned: own & Self.pruned != 0, isComment: own & Self.comment != 0,
        isFurniture: own & Self.furniture != 0, level: level))
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
