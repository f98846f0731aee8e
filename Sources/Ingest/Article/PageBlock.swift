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
  /// Whether an ancestor belongs to the frame of the site, or is hidden.
  var isFrame: Bool
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
