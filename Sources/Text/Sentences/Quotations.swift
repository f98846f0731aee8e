import Bytes
import Model

/// Quotations that stand within a sentence which goes on after them.
///
/// `He wrote that "it was late. Nobody came" and left.` is one sentence.
struct Quotations {
  /// The longest quotation that is looked at, in tokens.
  private static let longest = 120

  /// For each token whether it is inside such a quotation, its closing mark left out; empty where
  /// there is none.
  private var inside: [Bool] = []

  /// Whether token `i` is inside such a quotation.
  func isInside(_ i: Int) -> Bool { !inside.isEmpty && inside[i] }

  /// Goes over all tokens once.
  init(_ text: borrowing Span<UInt8>, _ walk: SentenceWalk) {
    guard walk.allHints.contains(.mayQuote) else { return }
    var open: [UInt32: Int] = [:]
    for i in walk.pieces.indices where walk.hints[i].contains(.mayQuote) {
      let value = walk.mark(text, i)
      switch value {
      case 0x201C, 0x2018: open[value] = i
      case 0x201D, 0x2019: close(text, walk, &open, value - 1, at: i)
      case 0x22:
        if open[value] != nil { close(text, walk, &open, value, at: i) } else { open[value] = i }
      default: break
      }
    }
  }

  private mutating func close(
    _ text: borrowing Span<UInt8>, _ walk: SentenceWalk, _ open: inout [UInt32: Int],
    _ opening: UInt32, at i: Int
  ) {
    guard let start = open.removeValue(forKey: opening), i - start <= Self.longest, start > 0,
      i + 1 < walk.pieces.count, walk.hasGap(after: i), walk.hasGap(after: start - 1)
    else { return }
    let before = walk.pieces[start - 1].kind
    let isEmbedded = before == .word || [0x2C, 0x3A].contains(walk.mark(text, start - 1))
    let next = walk.beginning(text, i + 1)
    guard isEmbedded, next == .lower || walk.mark(text, i + 1) == 0x28 else { return }
    // The mark before the closing one ends nothing either way.
    if inside.isEmpty { inside = Array(repeating: false, count: walk.pieces.count) }
    for k in start..<max(start, i - 1) { inside[k] = true }
  }
}
