import Bytes
public import Model

/// A word of a text as it is counted: an unbroken run of letters, or a number.
public struct CountedWord: Hashable, Sendable {
  /// Its normal form.
  public var term: TermID
  /// UTF-8 byte offsets, half-open.
  public var utf8: Range<Int>
  /// Whether it is a run of digits, which can be looked for but is not counted as a word.
  public var isNumber: Bool
}

/// The words of `text` as corpora count them: maximal runs of letters with their marks, case folded.
///
/// Digits are runs of their own, so `covid19` is `covid` and `19`, and `don't` is `don` and `t`: the
/// least that all ways of counting words agree on, which is what makes rates comparable. Chinese and
/// Japanese, which write no blanks, are split into words by their models. O(*n*).
public func countedWords(in text: String, language: String?, lexicon: inout Lexicon)
  -> [CountedWord]
{
  let base = language.map { String($0.prefix { $0 != "-" }) }
  if base == "zh" || base == "ja" {
    return analyze(text, language: base, lexicon: &lexicon).tokens.compactMap { token in
      guard token.kind == .word || token.kind == .number else { return nil }
      return CountedWord(term: token.term, utf8: token.utf8, isNumber: token.kind == .number)
    }
  }
  let bytes = text.utf8Span.span
  var words: [CountedWord] = []
  words.reserveCapacity(bytes.count / 6)
  var form: [UInt8] = []
  var i = 0
  while i < bytes.count {
    let (first, length) = runClass(bytes, i)
    guard first == .letter || first == .digit else {
      i += length
      continue
    }
    let start = i
    i += length
    while i < bytes.count {
      let (next, length) = runClass(bytes, i)
      guard next == first || next == .joined else { break }
      i += length
    }
    words.append(
      CountedWord(
        term: lexicon.intern(normalFormOf: bytes, start..<i, &form), utf8: start..<i,
        isNumber: first == .digit))
  }
  return words
}

/// What a scalar is to a run.
private enum RunClass {
  case letter
  case digit
  /// Belongs to whatever run it stands in.
  case joined
  case other
}

private func runClass(_ text: borrowing Span<UInt8>, _ i: Int) -> (RunClass, length: Int) {
  let byte = text[i]
  if byte < 0x80 {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A: return (.letter, 1)
    case 0x30...0x39: return (.digit, 1)
    default: return (.other, 1)
    }
  }
  let (value, length) = text.scalar(at: i)
  switch ScalarClass.of(value) {
  case .letter, .han, .hiragana, .katakana: return (.letter, length)
  case .digit: return (.digit, length)
  case .mark, .ignorable: return (.joined, length)
  default: return (.other, length)
  }
}
