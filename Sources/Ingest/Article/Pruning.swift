import Bytes
import Model

/// The labels of an element: those of its class, id and role, and whether it is hidden.
func elementLabel(_ node: Int, in arena: PageArena) -> Label {
  var label: Label = []
  for index in arena.attributeRanges[node] {
    let (name, value) = arena.attributes[Int(index)]
    let range = Int(value.lowerBound)..<Int(value.upperBound)
    switch name {
    case .className:
      label.formUnion(Label.of(arena.text.span, range))
      if isHiddenByClass(arena.text.span, range) { label.insert(.hidden) }
    case .id, .role, .dataTestID: label.formUnion(Label.of(arena.text.span, range))
    case .hidden: label.insert(.hidden)
    case .style:
      let style = arena.string(value).filter { $0 != " " }.lowercased()
      if style.contains("display:none") || style.contains("visibility:hidden") {
        label.insert(.hidden)
      }
    case .ariaHidden: if arena.string(value) == "true" { label.insert(.hidden) }
    default: break
    }
  }
  return label
}

/// Whether a list of classes hides an element on every screen.
///
/// Only whole classes count ("overflow-hidden" hides nothing), and a class that shows the element on
/// some screens ("md:block", "d-lg-flex") takes it back.
private func isHiddenByClass(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
  var isHidden = false
  var isShown = false
  var start = range.lowerBound
  for end in range.lowerBound...range.upperBound {
    guard end == range.upperBound || ASCII.isSpace(text[end]) else { continue }
    if end > start {
      if hidingClasses.contains(stableHash(text, in: start..<end)) {
        isHidden = true
      } else if end - start > 5, let last = lastPart(text, start..<end),
        showingParts.contains(stableHash(text, in: last))
      {
        isShown = true
      }
    }
    start = end + 1
  }
  return isHidden && !isShown
}

/// What follows the last ":" or "-" of a class that has one.
private func lastPart(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
  var at = range.upperBound - 1
  while at > range.lowerBound {
    if text[at] == 0x3A || text[at] == 0x2D { return (at + 1)..<range.upperBound }
    at -= 1
  }
  return nil
}

private let hidingClasses = Set(
  """
  hidden hide d-none is-hidden u-hidden invisible sr-only screen-reader-text visually-hidden
  visuallyhidden offscreen element-invisible screenreader display-none dn noshow no-display
  hidden-text screen-reader-only hiddenaccessibly
  """
  .split(whereSeparator: \.isWhitespace).map { stableHash(String($0)) })

private let showingParts = Set(
  ["block", "flex", "grid", "inline", "visible", "initial", "table"].map { stableHash($0) })

extension PageOutline {
  /// Marks the blocks that are no main text by what their elements are called.
  ///
  /// Names are only hints: an element that holds a good share of the page's paragraphs, or its main
  /// heading, is no navigation whatever it is called.
  mutating func prune(_ arena: PageArena) {
    var marks = [Marks](repeating: [], count: arena.count)
    let shares = paragraphShares(arena)
    for node in 0..<arena.count where arena.tags[node] != .text {
      let parent = Int(arena.parents[node])
      marks[node] = parent >= 0 ? marks[parent] : []
      marks[node].formUnion(own(node, arena, share: shares[node]))
    }
    for index in blocks.indices {
      let mark = marks[blocks[index].node]
      blocks[index].isPruned = mark.contains(.pruned)
      blocks[index].isComment = mark.contains(.comment)
      blocks[index].isFurniture = mark.contains(.furniture)
    }
  }

  private struct Marks: OptionSet {
    let rawValue: UInt8
    static let pruned = Marks(rawValue: 1)
    static let comment = Marks(rawValue: 2)
    static let furniture = Marks(rawValue: 4)
  }

  /// The share of the page's paragraph text below each node, links left out.
  private func paragraphShares(_ arena: PageArena) -> [Double] {
    var sums = [0]
    sums.reserveCapacity(blocks.count + 1)
    for block in blocks {
      let isParagraph =
        block.text.count >= 50 && block.linkBytes * 5 < block.text.count * 2
        && block.kind != .caption
      sums.append(sums[sums.count - 1] + (isParagraph ? block.text.count - block.linkBytes : 0))
    }
    let total = Double(max(300, sums[sums.count - 1]))
    return (0..<arena.count).map { node in
      let range = blocks(of: node)
      return Double(sums[range.upperBound] - sums[range.lowerBound]) / total
    }
  }

  private func own(_ node: Int, _ arena: PageArena, share: Double) -> Marks {
    let tag = arena.tags[node]
    let label = labels[node]
    switch tag {
    case .html, .body: return []
    case .head, .title: return .pruned
    case .nav, .aside, .footer, .button, .dialog, .menu, .label, .fieldset:
      if share < 0.5 { return .pruned }
    case .header, .time, .address:
      if share < 0.3 { return .furniture }
    default: break
    }
    var marks: Marks = []
    let isText = label.contains(.content) || label.contains(.body) || tag == .article
    if label.contains(.hidden), share < 0.3 { marks.insert(.pruned) }
    if label.contains(.comments), share < 0.9, tag != .article, tag != .main {
      marks.insert(.comment)
    }
    if label.contains(.boilerplate), share < (isText ? 0.2 : 0.4) { marks.insert(.pruned) }
    if label.contains(.suspect), share < (isText ? 0.05 : 0.12) { marks.insert(.pruned) }
    if label.contains(.furniture), !isText, share < 0.3 { marks.insert(.furniture) }
    return marks
  }
}
