import Bytes
import Model

/// The labels of an element: those of its class, id and role, and whether it is hidden.
func elementLabel(_ node: Int, in arena: PageArena) -> Label {
  var label: Label = []
  var isTab = false
  for index in arena.attributeRanges[node] {
    let (name, value) = arena.attributes[Int(index)]
    let range = Int(value.lowerBound)..<Int(value.upperBound)
    switch name {
    case .className:
      label.formUnion(classLabel(arena.text.span, range))
      if isHiddenByClass(arena.text.span, range) { label.insert(.hidden) }
    case .id, .dataTestID: label.formUnion(Label.of(arena.text.span, range))
    case .role:
      label.formUnion(Label.of(arena.text.span, range))
      // The tabs that are not in front belong to the text as well.
      isTab = arena.string(value).lowercased() == "tabpanel"
    case .hidden: if !isStreamed(node, arena) { label.insert(.hidden) }
    case .style:
      let style = arena.string(value).filter { $0 != " " }.lowercased()
      if style.contains("display:none") || style.contains("visibility:hidden") {
        label.insert(.hidden)
      }
    case .ariaHidden: if arena.string(value) == "true" { label.insert(.hidden) }
    default: break
    }
  }
  if isTab { label.remove(.hidden) }
  return label
}

/// The labels of a list of classes.
///
/// WordPress gives a post the classes "tag-…" and "category-…" of all its terms, which say nothing of
/// the element.
private func classLabel(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Label {
  var isPost = false
  for at in range where text[at] == 0x68 || text[at] == 0x74 {
    isPost = isPost || text.hasBytes("hentry", at: at) || text.hasBytes("type-post", at: at)
  }
  guard isPost else { return Label.of(text, range) }
  var label: Label = []
  var start = range.lowerBound
  for end in range.lowerBound...range.upperBound
  where end == range.upperBound || ASCII.isSpace(text[end]) {
    if !text.hasBytes("tag-", at: start), !text.hasBytes("category-", at: start) {
      label.formUnion(Label.of(text, start..<end))
    }
    start = end + 1
  }
  return label
}

/// Whether a hidden element is a part of the page that a script moves to its place.
///
/// React streams pages in pieces: hidden elements with the ids S:0, S:1 and so on.
private func isStreamed(_ node: Int, _ arena: PageArena) -> Bool {
  guard let id = arena.attribute(.id, of: node)?.utf8, id.starts(with: "S:".utf8) else {
    return false
  }
  return id.count > 2 && id.dropFirst(2).allSatisfy { ASCII.isDigit($0) || ASCII.isLetter($0) }
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
      if hidingClasses[stableHash(text, in: start..<end)] == true {
        isHidden = true
      } else if end - start > 5, let last = lastPart(text, start..<end),
        showingParts[stableHash(text, in: last)] == true
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

private let hidingClasses = NameTable(
  """
  hidden hide d-none is-hidden u-hidden invisible sr-only screen-reader-text visually-hidden
  visuallyhidden offscreen element-invisible screenreader display-none dn noshow no-display
  hidden-text screen-reader-only hiddenaccessibly
  """
  .split(whereSeparator: \.isWhitespace).map { (stableHash(String($0)), true) })

private let showingParts = NameTable(
  ["block", "flex", "grid", "inline", "visible", "initial", "table"].map { (stableHash($0), true) })

extension PageOutline {
  /// Marks the blocks that are no main text by what their elements are called.
  ///
  /// Names are only hints: an element that holds a good share of the page's paragraphs, or its main
  /// heading, is no navigation whatever it is called.
  mutating func prune(_ arena: PageArena, isForum: Bool) {
    let paragraphs = ParagraphSums(self)
    let shares = (0..<arena.count).map { paragraphs.share(of: blocks(of: $0)) }
    let suspectsCount = suspectShare(shares) < 0.4
    let teasers = teaserArticles(arena, paragraphs)
    var marks = [Marks](repeating: [], count: arena.count)
    for node in 0..<arena.count where arena.tags[node] != .text {
      let parent = Int(arena.parents[node])
      marks[node] = parent >= 0 ? marks[parent] : []
      marks[node].formUnion(own(node, arena, share: shares[node], suspectsCount: suspectsCount))
      if !isForum, teasers[node] { marks[node].insert(.pruned) }
    }
    for index in blocks.indices {
      let mark = marks[blocks[index].node]
      blocks[index].isPruned = mark.contains(.pruned)
      blocks[index].isFrame = mark.contains(.frame)
      blocks[index].isComment = mark.contains(.comment)
      blocks[index].isFurniture = mark.contains(.furniture)
    }
  }

  private struct Marks: OptionSet {
    let rawValue: UInt8
    static let pruned = Marks(rawValue: 1)
    static let comment = Marks(rawValue: 2)
    static let furniture = Marks(rawValue: 4)
    static let frame = Marks(rawValue: 8)
  }

  /// The share of the page's paragraphs in elements with suspect names that are small on their own.
  ///
  /// A page builder calls every piece of a text a "widget"; where such names cover much of the page
  /// they tell nothing.
  private func suspectShare(_ shares: [Double]) -> Double {
    var sum = 0.0
    var count = 0
    var end: Int32 = 0
    for node in labels.indices where labels[node].contains(.suspect) && shares[node] < 0.35 {
      guard blockStarts[node] >= end else { continue }
      end = blockEnds[node]
      sum += shares[node]
      if shares[node] > 0 { count += 1 }
    }
    return count < 5 ? 0 : sum
  }

  /// Articles inside articles, and rows of articles beside a text: announcements of other texts.
  private func teaserArticles(_ arena: PageArena, _ paragraphs: ParagraphSums) -> [Bool] {
    var isTeaser = [Bool](repeating: false, count: arena.count)
    var rows: [Int32: [Int]] = [:]
    for node in 0..<arena.count where arena.tags[node] == .article {
      rows[arena.parents[node], default: []].append(node)
    }
    for parent in rows.keys.sorted() {
      let row = rows[parent] ?? []
      let isNested =
        parent >= 0
        && (arena.tags[Int(parent)] == .article
          || arena.ancestor(of: Int(parent)) { arena.tags[$0] == .article } != nil)
      guard row.count >= (isNested ? 2 : 3) else { continue }
      let inside = row.reduce(0.0) { $0 + paragraphs.share(of: blocks(of: $1)) }
      let largest = row.map { paragraphs.share(of: blocks(of: $0)) }.max() ?? 0
      let outside = (1 - inside) * paragraphs.total
      guard outside > 400, largest * paragraphs.total < 700 else { continue }
      for node in row { isTeaser[node] = true }
    }
    return isTeaser
  }

  private func own(
    _ node: Int, _ arena: PageArena, share: Double, suspectsCount: Bool
  ) -> Marks {
    let tag = arena.tags[node]
    let label = labels[node]
    switch tag {
    // The parser leaves what it does not know, as "main", in the head of a page without "body".
    case .html, .body, .head: return []
    case .title: return [.pruned, .frame]
    case .nav, .aside, .footer, .button, .dialog, .menu, .label, .fieldset:
      if share < 0.5 { return [.pruned, .frame] }
    case .header, .time, .address:
      if share < 0.3 { return .furniture }
    default: break
    }
    var marks: Marks = []
    let isText = label.contains(.content) || label.contains(.body) || tag == .article
    if label.contains(.hidden), share < 0.3 { marks.formUnion([.pruned, .frame]) }
    if label.contains(.comments), share < 0.9, tag != .article, tag != .main {
      marks.insert(.comment)
    }
    if label.contains(.boilerplate), share < (isText ? 0.2 : 0.4) { marks.insert(.pruned) }
    if label.contains(.frame), share < (isText ? 0.2 : 0.4) { marks.formUnion([.pruned, .frame]) }
    if label.contains(.suspect), suspectsCount, share < (isText ? 0.05 : 0.35) {
      marks.insert(.pruned)
    }
    if label.contains(.furniture), !isText, share < 0.3 { marks.insert(.furniture) }
    return marks
  }
}

/// How much paragraph text, links left out, stands in a range of blocks.
struct ParagraphSums {
  private var sums = [0]
  /// All of it, in bytes; at least 300, so that a few words do not count as most of a page.
  let total: Double

  init(_ outline: PageOutline) {
    sums.reserveCapacity(outline.blocks.count + 1)
    for block in outline.blocks {
      let isParagraph =
        block.text.count >= 50 && block.linkBytes * 5 < block.text.count * 2
        && block.kind != .caption
      sums.append(sums[sums.count - 1] + (isParagraph ? block.text.count - block.linkBytes : 0))
    }
    total = Double(max(300, sums[sums.count - 1]))
  }

  /// The share of `range` in all of it, 0 to 1.
  func share(of range: Range<Int>) -> Double {
    Double(sums[range.upperBound] - sums[range.lowerBound]) / total
  }
}
