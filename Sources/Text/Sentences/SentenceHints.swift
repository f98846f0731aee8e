import Bytes
import Model

/// What a token may be to sentences, told by its kind and its first and last bytes.
///
/// Nine tokens in ten are plain words within a line, at which no sentence can end; the rules are asked
/// about the others only. A hint may be given in vain but is never left out.
struct SentenceHints: OptionSet {
  private(set) var rawValue: UInt8

  /// A sentence may end here for what the token or its neighbours are.
  static let mayEnd = SentenceHints(rawValue: 1)
  /// A line ends after the token.
  static let endsLine = SentenceHints(rawValue: 2)
  /// The token may lead an item of a list.
  static let mayLead = SentenceHints(rawValue: 4)
  /// The token may be a quotation mark.
  static let mayQuote = SentenceHints(rawValue: 8)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The hints of token `i` of a block.
  @inline(__always)
  init(_ text: borrowing Span<UInt8>, _ pieces: [Tokenizer.Piece], _ i: Int) {
    self = []
    let range = pieces[i].range
    let first = text[range.lowerBound]
    switch pieces[i].kind {
    case .word: self = SentenceHints.word(text, pieces, i, first, range)
    case .number:
      if text[range.upperBound - 1] == 0x2E { self = .mayEnd }
      if range.count <= 3 { insert(.mayLead) }
    case .punctuation, .symbol: self = SentenceHints.mark(first)
    case .address: self = .mayEnd
    }
    guard i + 1 < pieces.count else { return }
    var k = range.upperBound
    let next = pieces[i + 1].range.lowerBound
    while k < next {
      if text[k] == 0x0A { insert(.endsLine) }
      k += 1
    }
  }

  @inline(__always)
  private static func word(
    _ text: borrowing Span<UInt8>, _ pieces: [Tokenizer.Piece], _ i: Int, _ first: UInt8,
    _ range: Range<Int>
  ) -> SentenceHints {
    var hints: SentenceHints = []
    if text[range.upperBound - 1] == 0x2E { hints = .mayEnd }
    // A letter or a Roman number, before a full stop or not.
    if range.count <= 2 || first == 0x69 || first == 0x76 || first == 0x78 {
      hints.insert(.mayLead)
    }
    // The lines above a quoted message hold numbers.
    let isBesideNumber =
      i + 1 < pieces.count && pieces[i + 1].kind == .number
      || i > 0 && pieces[i - 1].kind == .number
    if isBesideNumber { hints.insert(.mayEnd) }
    return hints
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
