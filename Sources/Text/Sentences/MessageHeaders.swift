import Bytes
import Model

/// Lines that quoted messages begin with, where they run on without a full stop.
///
/// "Kim Berg 03/21/2001 09:01 AM Dear all": the sender, the time and the message are sentences.
enum MessageHeaders {
  /// Whether a sentence ends after token `i` because a header or an address does.
  static func ends(_ text: borrowing Span<UInt8>, _ walk: SentenceWalk, after i: Int) -> Bool {
    let pieces = walk.pieces
    guard i + 1 < pieces.count, walk.hasGap(after: i) else { return false }
    switch pieces[i].kind {
    case .address:
      return isLink(text, pieces[i].range)
        && (walk.isCapitalised(text, i + 1) || isLink(text, pieces[i + 1].range)
          || isTime(text, walk, i + 1))
    case .word:
      if walk.isCapitalised(text, i), isTime(text, walk, i + 1) { return true }
      guard pieces[i].range.count == 2, text[pieces[i].range.lowerBound + 1] | 0x20 == 0x6D else {
        return false
      }
      return i >= 2 && isTime(text, walk, i - 2) && walk.beginning(text, i + 1) != .digit
    default: return false
    }
  }

  /// Whether a date with slashes and a time of day begin at token `i`.
  private static func isTime(
    _ text: borrowing Span<UInt8>, _ walk: SentenceWalk, _ i: Int
  ) -> Bool {
    let pieces = walk.pieces
    guard i + 1 < pieces.count, pieces[i].kind == .number, pieces[i + 1].kind == .number,
      pieces[i].range.count >= 6
    else { return false }
    return count(text, pieces[i].range, 0x2F) == 2 && count(text, pieces[i + 1].range, 0x3A) >= 1
  }

  private static func count(
    _ text: borrowing Span<UInt8>, _ range: Range<Int>, _ byte: UInt8
  ) -> Int {
    var count = 0
    for k in range where text[k] == byte { count += 1 }
    return count
  }

  private static func isLink(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
    text.hasBytesIgnoringCase("http", at: range.lowerBound)
      || text.hasBytesIgnoringCase("www.", at: range.lowerBound)
  }
}
