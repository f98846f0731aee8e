import Bytes
import Model

/// Finds where sentences end in a list of tokens.
///
/// A full stop, exclamation or question mark ends a sentence when what follows looks like a
/// beginning; abbreviations, initials, decimals and list numbers do not end one.
struct SentenceBreaker {
  let language: String

  /// The tokens of each sentence among `range` of `pieces`, in order; every token is in one.
  func sentences(
    _ text: borrowing Span<UInt8>, _ pieces: [Tokenizer.Piece], _ range: Range<Int>
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = range.lowerBound
    var i = range.lowerBound
    while i < range.upperBound {
      guard let last = end(text, pieces, i, start, range.upperBound) else {
        i += 1
        continue
      }
      found.append(start..<(last + 1))
      start = last + 1
      i = start
    }
    if start < range.upperBound { found.append(start..<range.upperBound) }
    return found
  }

  private enum Mark {
    case stop, ellipsis, exclamation, eastAsian, abbreviation
  }

  /// The last token of the sentence that ends at token `i`, or nil when none ends there.
  private func end(
    _ text: borrowing Span<UInt8>, _ pieces: [Tokenizer.Piece], _ i: Int, _ start: Int, _ limit: Int
  ) -> Int? {
    guard let mark = mark(text, pieces[i]) else {
      return lineEnds(text, pieces, i, limit) ? i : nil
    }
    var last = i
    while last + 1 < limit, isClosing(text, pieces, last + 1, limit) { last += 1 }
    guard last + 1 < limit else { return last }
    let next = pieces[last + 1]
    if mark == .eastAsian { return last }
    let hasGap = next.range.lowerBound > pieces[last].range.upperBound
    guard hasGap else { return nil }
    let begin = beginning(text, pieces, last + 1, limit)
    if begin == .lower { return nil }
    switch mark {
    case .exclamation: return last
    case .ellipsis: return begin == .upper || begin == .quote ? last : nil
    case .eastAsian: return last
    case .abbreviation:
      return last > i || endsAfterAbbreviation(text, pieces, i, last + 1) ? last : nil
    case .stop:
      if last == i, i > start, isListNumber(text, pieces, i, start) { return nil }
      return last
    }
  }

  private func mark(_ text: borrowing Span<UInt8>, _ piece: Tokenizer.Piece) -> Mark? {
    let first = text[piece.range.lowerBound]
    if piece.kind == .word || piece.kind == .number {
      return text[piece.range.upperBound - 1] == 0x2E ? .abbreviation : nil
    }
    guard piece.kind == .punctuation else { return nil }
    switch first {
    case 0x2E: return piece.range.count == 1 ? .stop : .ellipsis
    case 0x21, 0x3F: return .exclamation
    case 0..<0x80: return nil
    default:
      switch text.scalar(at: piece.range.lowerBound).value {
      case 0x2026: return .ellipsis
      case 0x3002, 0xFF01, 0xFF1F, 0xFF61: return .eastAsian
      case 0x203C...0x203D, 0x2047...0x2049, 0x061F, 0x06D4, 0x0964, 0x0965, 0x1362, 0x1367,
        0x104A, 0x104B, 0x0589:
        return .exclamation
      default: return nil
      }
    }
  }

  /// A quotation mark or bracket that closes and stands directly after the token before it.
  private func isClosing(
    _ text: borrowing Span<UInt8>, _ pieces: [Tokenizer.Piece], _ i: Int, _ limit: Int
  ) -> Bool {
    let piece = pieces[i]
    guard piece.kind == .punctuation, piece.range.lowerBound == pieces[i - 1].range.upperBound
    else { return false }
    switch text.scalar(at: piece.range.lowerBound).value {
    case 0x29, 0x5D, 0x201D, 0x2019, 0x00BB, 0x203A, 0x300D, 0x300F, 0xFF09, 0x3011, 0x300B:
      return true
    case 0x21, 0x3F, 0xFF01, 0xFF1F: return true
    case 0x22, 0x27:
      return i + 1 >= limit || pieces[i + 1].range.lowerBound > piece.range.upperBound
        || isClosing(text, pieces, i + 1, limit)
    default: return false
    }
  }

  private enum Beginning {
    case upper, lower, digit, quote, other
  }

  /// What the token at `i` begins with, opening brackets and quotation marks passed over.
  private func beginning(
    _ text: borrowing Span<UInt8>, _ pieces: [Tokenizer.Piece], _ i: Int, _ limit: Int
  ) -> Beginning {
    var k = i
    var sawQuote = false
    while k < limit, k < i + 3, pieces[k].kind == .punctuation {
      switch text.scalar(at: pieces[k].range.lowerBound).value {
      case 0x22, 0x27, 0x201C, 0x2018, 0x00AB, 0x201E, 0x28, 0x5B, 0xBF, 0xA1: sawQuote = true
      case 0x2C, 0x3B, 0x3A, 0x29: return .lower
      default: return .other
      }
      k += 1
    }
    guard k < limit else { return .other }
    let (value, _) = text.scalar(at: pieces[k].range.lowerBound)
    if value < 0x80 {
      let byte = UInt8(value)
      if ASCII.isLower(byte) {
        // "iPhone": a small letter before a capital is a name.
        let second = pieces[k].range.lowerBound + 1
        if second < pieces[k].range.upperBound, ASCII.isUpper(text[second]) { return .upper }
        return .lower
      }
      if ASCII.isUpper(byte) { return .upper }
      if ASCII.isDigit(byte) { return .digit }
      return sawQuote ? .quote : .other
    }
    guard let scalar = Unicode.Scalar(value) else { return .other }
    return scalar.properties.isLowercase ? .lower : .upper
  }

  private func endsAfterAbbreviation(
    _ text: borrowing Span<UInt8>, _ pieces: [Tokenizer.Piece], _ i: Int, _ next: Int
  ) -> Bool {
    let word = form(text, pieces[i].range.lowerBound..<(pieces[i].range.upperBound - 1))
    if pieces[i].kind == .number { return false }
    let isInitial = word.utf8.count == 1
    let kind = Abbreviations.kind(of: word, language: language)
    if kind == .leading { return false }
    guard pieces[next].kind == .word || pieces[next].kind == .punctuation else { return false }
    var follower = next
    while follower + 1 < pieces.count, follower < next + 2, pieces[follower].kind == .punctuation {
      follower += 1
    }
    let starts = Abbreviations.sentenceStarters.contains(form(text, pieces[follower].range))
    if isInitial { return starts && !isAfterName(text, pieces, i) }
    return starts
  }

  /// Whether the token before is a capitalised word, as a first name before an initial is.
  private func isAfterName(
    _ text: borrowing Span<UInt8>, _ pieces: [Tokenizer.Piece], _ i: Int
  ) -> Bool {
    i > 0 && pieces[i - 1].kind == .word && ASCII.isUpper(text[pieces[i - 1].range.lowerBound])
  }

  /// "1." or "a." at the beginning of a line or sentence.
  private func isListNumber(
    _ text: borrowing Span<UInt8>, _ pieces: [Tokenizer.Piece], _ i: Int, _ start: Int
  ) -> Bool {
    i == start + 1 && pieces[start].kind == .number && pieces[start].range.count <= 3
  }

  /// A line that ends in the middle of a block and does not look wrapped ends a sentence.
  private func lineEnds(
    _ text: borrowing Span<UInt8>, _ pieces: [Tokenizer.Piece], _ i: Int, _ limit: Int
  ) -> Bool {
    guard i + 1 < limit else { return false }
    let gap = pieces[i].range.upperBound..<pieces[i + 1].range.lowerBound
    var breaks = 0
    for k in gap where text[k] == 0x0A { breaks += 1 }
    if breaks == 0 { return false }
    if breaks > 1 { return true }
    let begin = beginning(text, pieces, i + 1, limit)
    if begin == .lower { return false }
    if begin == .other { return true }
    var lineStart = pieces[i].range.lowerBound
    while lineStart > 0, text[lineStart - 1] != 0x0A, pieces[i].range.upperBound - lineStart < 45 {
      lineStart -= 1
    }
    return pieces[i].range.upperBound - lineStart < 45
  }

  private func form(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> String {
    var out: [UInt8] = []
    if range.count <= 24 { appendNormalForm(text, range, to: &out) }
    return String(decoding: out, as: UTF8.self)
  }
}
