import Bytes
import Model

/// The numbers, letters and bullets that lead the items of a list.
///
/// A marker is taken for one where it stands at the beginning of a line or sentence, or where it
/// goes on from the marker before: "1." after nothing, "2." after "1.", "b)" after "a)".
struct ListMarkers {
  /// For each token what it is to a list; empty where no token can lead an item.
  private var parts: [Part] = []

  private struct Part: OptionSet {
    let rawValue: UInt8
    static let begins = Part(rawValue: 1)
    static let isMarker = Part(rawValue: 2)
  }

  /// Whether an item of a list begins at token `i`.
  func begins(_ i: Int) -> Bool { !parts.isEmpty && parts[i].contains(.begins) }

  /// Whether token `i` belongs to a marker, so that its full stop ends nothing.
  func isMarker(_ i: Int) -> Bool { !parts.isEmpty && parts[i].contains(.isMarker) }

  private struct Marker {
    /// The first token after the marker.
    var end: Int
    /// Digits 0, letters 1; with a bracket before 2 more, "." 4, ")" 8 and ".)" 12 more.
    var style: Int
    var number: Int
    /// The value as a Roman number, 0 for none.
    var roman: Int
  }

  /// Goes over all tokens once.
  init(_ text: borrowing Span<UInt8>, _ walk: SentenceWalk) {
    guard walk.allHints.contains(.mayLead) else { return }
    let count = walk.pieces.count
    var last: [Int: Marker] = [:]
    var i = 0
    while i < count {
      guard walk.hints[i].contains(.mayLead) else {
        i += 1
        continue
      }
      guard i == 0 || walk.hasGap(after: i - 1) || ListMarkers.isBullet(text, walk, i - 1) else {
        i += 1
        continue
      }
      let isBullet = ListMarkers.isBullet(text, walk, i)
      if isBullet { mark(i, .begins, of: count) }
      let first = isBullet ? i + 1 : i
      guard let marker = ListMarkers.marker(text, walk, first) else {
        i = first == i ? i + 1 : first
        continue
      }
      let opensSentence = isBullet || ListMarkers.opensSentence(text, walk, first)
      let before = last[marker.style]
      let goesOn =
        before.map {
          marker.number == $0.number + 1 || $0.roman > 0 && marker.roman == $0.roman + 1
        } ?? false
      let isBracketed = marker.style & 2 != 0
      if opensSentence || goesOn && !isBracketed {
        if goesOn || isBullet || isBracketed || ListMarkers.opensLine(text, walk, first) {
          mark(i, .begins, of: count)
        }
        for k in first..<marker.end { mark(k, .isMarker, of: count) }
        last[marker.style] = marker
      }
      i = marker.end
    }
  }

  private mutating func mark(_ i: Int, _ part: Part, of count: Int) {
    if parts.isEmpty { parts = Array(repeating: [], count: count) }
    parts[i].insert(part)
  }

  private static func isBullet(
    _ text: borrowing Span<UInt8>, _ walk: SentenceWalk, _ i: Int
  ) -> Bool {
    switch walk.mark(text, i) {
    case 0x2022, 0x2023, 0x2043, 0x25E6, 0x25AA, 0x25CF, 0x25CB, 0x25A0, 0x25BA, 0x2219: return true
    default: return false
    }
  }

  /// The marker that begins at token `i`, or nil.
  private static func marker(
    _ text: borrowing Span<UInt8>, _ walk: SentenceWalk, _ i: Int
  ) -> Marker? {
    guard i < walk.pieces.count, mayBeMarker(text, walk.pieces[i].range) else { return nil }
    let isBracketed = walk.mark(text, i) == 0x28
    var k = isBracketed ? i + 1 : i
    guard k < walk.pieces.count else { return nil }
    var range = walk.pieces[k].range
    var style = isBracketed ? 2 : 0
    if walk.pieces[k].kind == .word, range.count > 1, text[range.upperBound - 1] == 0x2E {
      range = range.lowerBound..<(range.upperBound - 1)
      style += 4
    }
    var (number, roman) = (0, 0)
    switch walk.pieces[k].kind {
    case .number:
      guard range.count <= 3 else { return nil }
      for at in range {
        guard ASCII.isDigit(text[at]) else { return nil }
        number = number * 10 + Int(text[at] - 0x30)
      }
    case .word:
      style += 1
      roman = romanNumber(text, range)
      if range.count == 1, ASCII.isLetter(text[range.lowerBound]) {
        number = Int(ASCII.lowercased(text[range.lowerBound])) - 0x60
        // "A. Smith": a capital with a full stop is an initial.
        if ASCII.isUpper(text[range.lowerBound]) {
          if style & 4 != 0 || walk.isStop(text, k + 1) { return nil }
          style += 16
        }
      }
      guard number > 0 || roman > 0 else { return nil }
    default: return nil
    }
    func adjacent(_ at: Int) -> Bool { at < walk.pieces.count && !walk.hasGap(after: at - 1) }
    k += 1
    if style & 4 == 0, adjacent(k), walk.isStop(text, k) {
      style += 4
      k += 1
    }
    if adjacent(k), walk.mark(text, k) == 0x29 {
      style += 8
      k += 1
    }
    guard style & 12 != 0, !isBracketed || style & 8 != 0, k < walk.pieces.count,
      walk.hasGap(after: k - 1)
    else { return nil }
    return Marker(end: k, style: style, number: number, roman: roman)
  }

  /// Whether the token at `range` is short and a full stop or bracket is in it or follows it.
  private static func mayBeMarker(
    _ text: borrowing Span<UInt8>, _ range: Range<Int>
  ) -> Bool {
    if text[range.lowerBound] == 0x28 { return true }
    guard range.count <= 6 else { return false }
    let last = text[range.upperBound - 1]
    let next = range.upperBound < text.count ? text[range.upperBound] : 0
    return last == 0x2E || next == 0x2E || next == 0x29
  }

  private static func romanNumber(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Int {
    guard range.count <= 5 else { return 0 }
    var total = 0
    var previous = 0
    for at in range.reversed() {
      let value: Int
      switch text[at] {
      case 0x69: value = 1
      case 0x76: value = 5
      case 0x78: value = 10
      default: return 0
      }
      total += value < previous ? -value : value
      previous = max(previous, value)
    }
    return total
  }

  private static func opensLine(
    _ text: borrowing Span<UInt8>, _ walk: SentenceWalk, _ i: Int
  ) -> Bool {
    guard i > 0 else { return true }
    let gap = walk.pieces[i - 1].range.upperBound..<walk.pieces[i].range.lowerBound
    return gap.contains { text[$0] == 0x0A }
  }

  /// Whether a line begins at token `i`, or a mark before it ends a sentence.
  private static func opensSentence(
    _ text: borrowing Span<UInt8>, _ walk: SentenceWalk, _ i: Int
  ) -> Bool {
    if opensLine(text, walk, i) { return true }
    var k = i - 1
    while k > 0, SentenceMark.closes(walk.mark(text, k)), !walk.hasGap(after: k - 1) { k -= 1 }
    return walk.sentenceMark(text, k) != nil
  }
}
