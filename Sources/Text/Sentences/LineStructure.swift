import Bytes
import Model

/// What the ends of lines within a block mean.
///
/// A line that looks wrapped runs on; one that is short and followed by a capital, or that stands in
/// a list of short lines without full stops, ends a sentence.
struct LineStructure {
  /// A line shorter than this many bytes was not ended for want of room.
  private static let shortLine = 45

  /// Whether all lines of the block are short and none of them ends like a sentence.
  private let isList: Bool

  init(_ text: borrowing Span<UInt8>, _ walk: SentenceWalk) {
    guard walk.allHints.contains(.endsLine), let first = walk.pieces.first,
      let last = walk.pieces.last
    else {
      isList = false
      return
    }
    var lines = 1
    var lineStart = first.range.lowerBound
    var isList = true
    for i in walk.pieces.indices {
      let isLast = i + 1 == walk.pieces.count
      guard isLast || walk.hints[i].contains(.endsLine) else { continue }
      let end = walk.pieces[i].range.upperBound
      isList = isList && end - lineStart < LineStructure.shortLine
      isList = isList && walk.pieces[i].kind != .punctuation
      if !isLast {
        lines += 1
        lineStart = walk.pieces[i + 1].range.lowerBound
      }
      if !isList { break }
    }
    self.isList = isList && lines >= 3 && last.kind != .punctuation
  }

  /// Whether the line that ends after token `i`, if one does, ends a sentence.
  ///
  /// `isItem` says whether the sentence so far is an item of a list.
  func ends(
    _ text: borrowing Span<UInt8>, _ walk: SentenceWalk, after i: Int, isItem: Bool
  ) -> Bool {
    guard walk.hints[i].contains(.endsLine) else { return false }
    let breaks = LineStructure.breaks(text, walk, after: i)
    if breaks > 1 || isList { return true }
    if walk.sentenceMark(text, i + 1) != nil { return false }
    let begin = walk.beginning(text, i + 1)
    if begin == .lower { return false }
    if begin == .other || isItem && begin == .upper { return true }
    let end = walk.pieces[i].range.upperBound
    var lineStart = walk.pieces[i].range.lowerBound
    while lineStart > 0, text[lineStart - 1] != 0x0A, end - lineStart < 200 { lineStart -= 1 }
    // A whole line in brackets.
    if text[lineStart] == 0x28, text[end - 1] == 0x29 { return true }
    if end - lineStart >= LineStructure.shortLine { return false }
    return !isHiragana(text, walk, i)
  }

  /// A Japanese line that ends in hiragana, as in a particle, runs on.
  private func isHiragana(
    _ text: borrowing Span<UInt8>, _ walk: SentenceWalk, _ i: Int
  ) -> Bool {
    let value = text.scalar(at: text.indexOfScalar(before: walk.pieces[i].range.upperBound)).value
    return value >= 0x80 && ScalarClass.of(value) == .hiragana
  }

  private static func breaks(
    _ text: borrowing Span<UInt8>, _ walk: SentenceWalk, after i: Int
  ) -> Int {
    guard i + 1 < walk.pieces.count else { return 0 }
    var breaks = 0
    for k in walk.pieces[i].range.upperBound..<walk.pieces[i + 1].range.lowerBound
    where text[k] == 0x0A { breaks += 1 }
    return breaks
  }
}
