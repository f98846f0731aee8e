import Bytes
import Model

/// The tokens of one block, and what can be asked about a place among them.
struct SentenceWalk {
  let pieces: [Tokenizer.Piece]
  /// What the language asks for.
  let rules: SentenceRules
  /// For each token what it may be to sentences.
  let hints: [SentenceHints]
  /// The hints of all tokens together.
  let allHints: SentenceHints

  init(_ text: borrowing Span<UInt8>, _ pieces: [Tokenizer.Piece], _ rules: SentenceRules) {
    self.pieces = pieces
    self.rules = rules
    (hints, allHints) = SentenceHints.of(text, pieces)
  }

  /// What a token begins with.
  enum Beginning {
    case upper, lower, digit, quote, dash, other
  }

  /// Whether white space follows token `i`; before the first token it does, after the last not.
  func hasGap(after i: Int) -> Bool {
    guard i >= 0 else { return true }
    return i + 1 < pieces.count && pieces[i + 1].range.lowerBound > pieces[i].range.upperBound
  }

  /// The only scalar of the punctuation token `i`; 0 for other tokens.
  func mark(_ text: borrowing Span<UInt8>, _ i: Int) -> UInt32 {
    guard i >= 0, i < pieces.count, pieces[i].kind == .punctuation || pieces[i].kind == .symbol
    else { return 0 }
    let (value, length) = text.scalar(at: pieces[i].range.lowerBound)
    return length == pieces[i].range.count ? value : 0
  }

  /// Whether token `i` begins with a capital letter of ASCII or another script.
  func isCapitalised(_ text: borrowing Span<UInt8>, _ i: Int) -> Bool {
    guard i >= 0, i < pieces.count, pieces[i].kind == .word else { return false }
    let (value, _) = text.scalar(at: pieces[i].range.lowerBound)
    if value < 0x80 { return ASCII.isUpper(UInt8(value)) }
    return Unicode.Scalar(value)?.properties.isUppercase ?? false
  }

  /// Whether token `i` is a smiley.
  func isEmoticon(_ text: borrowing Span<UInt8>, _ i: Int) -> Bool {
    guard i < pieces.count, pieces[i].kind == .symbol, pieces[i].range.count > 1 else {
      return false
    }
    let start = pieces[i].range.lowerBound
    switch text[start] {
    case 0x3A, 0x3B, 0x3D: return true
    case 0x3C: return text[start + 1] == 0x33
    default: return false
    }
  }

  /// What the token at `i` begins with, opening brackets and quotation marks passed over.
  func beginning(_ text: borrowing Span<UInt8>, _ i: Int) -> Beginning {
    var k = i
    var sawQuote = false
    while k < pieces.count, k < i + 3, pieces[k].kind == .punctuation {
      let value = text.scalar(at: pieces[k].range.lowerBound).value
      if SentenceMark.opens(value) {
        sawQuote = true
      } else {
        switch value {
        case 0x2C, 0x3B, 0x3A, 0x29: return .lower
        case 0x2D, 0x2013, 0x2014:
          return k + 1 < pieces.count && beginning(text, k + 1) == .lower ? .dash : .other
        default: return .other
        }
      }
      k += 1
    }
    guard k < pieces.count else { return .other }
    let start = pieces[k].range.lowerBound
    let (value, _) = text.scalar(at: start)
    if value < 0x80 {
      let byte = UInt8(value)
      if ASCII.isLower(byte) {
        // "iPhone": a small letter before a capital is a name.
        let isName = pieces[k].range.count > 1 && ASCII.isUpper(text[start + 1])
        return isName ? .upper : .lower
      }
      if ASCII.isUpper(byte) { return .upper }
      if ASCII.isDigit(byte) { return .digit }
      return sawQuote ? .quote : .other
    }
    guard let scalar = Unicode.Scalar(value) else { return .other }
    return scalar.properties.isLowercase ? .lower : .upper
  }

  /// The word at token `i`; none where there is no token or it is long.
  func word(_ text: borrowing Span<UInt8>, _ i: Int) -> ShortWord {
    guard i >= 0, i < pieces.count else { return .none }
    return ShortWord(normalFormOf: text, pieces[i].range)
  }

  /// What the single mark at token `i` does to sentences; nil where it does nothing.
  func sentenceMark(_ text: borrowing Span<UInt8>, _ i: Int) -> SentenceMark? {
    SentenceMark.of(mark(text, i), rules)
  }

  /// Whether token `i` is a single letter.
  func isSingleLetter(_ text: borrowing Span<UInt8>, _ i: Int) -> Bool {
    guard i >= 0, i < pieces.count, pieces[i].kind == .word else { return false }
    return text.scalar(at: pieces[i].range.lowerBound).length == pieces[i].range.count
  }

  /// Whether token `i` is a full stop, alone.
  func isStop(_ text: borrowing Span<UInt8>, _ i: Int) -> Bool { mark(text, i) == 0x2E }
}
