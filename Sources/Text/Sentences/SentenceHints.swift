import Bytes
import Model

/// What a token may be to sentences, told by its kind and its first and last bytes.
///
/// Nine tokens in ten are plain words within a line, at which no sentence can end; the rules are asked
/// about the others only. A hint may be given in vain but is never left out.
struct SentenceHints: OptionSet {
  let rawValue: UInt8

  /// A sentence may end here for what the token or its neighbours are.
  static let mayEnd = SentenceHints(rawValue: 1)
  /// A line ends after the token.
  static let endsLine = SentenceHints(rawValue: 2)
  /// The token may lead an item of a list.
  static let mayLead = SentenceHints(rawValue: 4)
  /// The token may be a quotation mark.
  static let mayQuote = SentenceHints(rawValue: 8)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The hints of all tokens of a block, and all hints together.
  static func of(
    _ text: borrowing Span<UInt8>, _ pieces: [Tokenizer.Piece]
  ) -> (each: [SentenceHints], all: SentenceHints) {
    var each = Array(repeating: SentenceHints(), count: pieces.count)
    var found = each.mutableSpan
    let pieces = pieces.span
    var all: SentenceHints = []
    var before = Token.Kind.punctuation
    var i = 0
    while i < pieces.count {
      let piece = pieces[i]
      let isLast = i + 1 == pieces.count
      let next = isLast ? piece : pieces[i + 1]
      if isPlain(text, piece, before, next) {
        before = piece.kind
        i += 1
        continue
      }
      let range = piece.range
      let after = range.upperBound < text.count ? text[range.upperBound] : 0
      var hints: SentenceHints
      switch piece.kind {
      case .word:
        hints = word(text, range, after)
        // The lines above a quoted message hold numbers.
        if next.kind == .number || before == .number { hints.insert(.mayEnd) }
      case .number:
        hints = text[range.upperBound - 1] == 0x2E ? .mayEnd : []
        if range.count <= 3 { hints.insert(.mayLead) }
      case .punctuation, .symbol: hints = mark(text[range.lowerBound])
      case .address: hints = .mayEnd
      }
      let gap = isLast ? 0 : next.range.lowerBound - range.upperBound
      if gap > 0, after == 0x0A || gap > 1 && hasLineEnd(text, range.upperBound, gap) {
        hints.insert(.endsLine)
      }
      all.formUnion(hints)
      found[i] = hints
      before = piece.kind
      i += 1
    }
    return (each, all)
  }

  /// Whether `piece`, one space before `next`, is a comma or a word without a full stop or number
  /// beside it, as most tokens are: it hints at nothing.
  @inline(__always)
  private static func isPlain(
    _ text: borrowing Span<UInt8>, _ piece: Tokenizer.Piece, _ before: Token.Kind,
    _ next: Tokenizer.Piece
  ) -> Bool {
    let end = Int(piece.end)
    guard next.start == piece.end &+ 1, text[end] == 0x20 else { return false }
    let last = text[end &- 1]
    if piece.kind == .word { return last != 0x2E && before != .number && next.kind != .number }
    return piece.kind == .punctuation && last == 0x2C
  }

  private static func hasLineEnd(
    _ text: borrowing Span<UInt8>, _ start: Int, _ length: Int
  ) -> Bool {
    var k = start
    while k < start + length, text[k] != 0x0A { k += 1 }
    return k < start + length
  }

  @inline(__always)
  private static func word(
    _ text: borrowing Span<UInt8>, _ range: Range<Int>, _ after: UInt8
  ) -> SentenceHints {
    let endsInStop = text[range.upperBound - 1] == 0x2E
    // A letter or a Roman number with a mark.
    guard endsInStop || after == 0x2E || after == 0x29 else { return [] }
    let first = text[range.lowerBound]
    let mayLead = range.count <= 2 || first == 0x69 || first == 0x76 || first == 0x78
    return SentenceHints(rawValue: (endsInStop ? 1 : 0) | (mayLead ? 4 : 0))
  }

  @inline(__always)
  private static func mark(_ first: UInt8) -> SentenceHints {
    switch first {
    case 0x22: return .mayQuote
    case 0x28: return .mayLead
    // "." and "?" end sentences, ":" and "<" begin smileys.
    case 0x21, 0x2E, 0x3A, 0x3B, 0x3C, 0x3D, 0x3F: return .mayEnd
    case 0x80...0xFF: return [.mayEnd, .mayLead, .mayQuote]
    default: return []
    }
  }
}
