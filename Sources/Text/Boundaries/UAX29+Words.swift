import Bytes

extension UAX29 {
  /// The end of the word, space, mark or other segment that begins at the boundary `start`, which is
  /// before the end of `text`.
  public static func wordEnd(_ text: borrowing Span<UInt8>, from start: Int) -> Int {
    var end = start
    let byte = text[start]
    if ASCIIWords.isJoined(byte) {
      end = ASCIIWords.end(text, start)
      if end == text.count || text[end] < 0x80 && !ASCIIWords.isUndecided(text, end) { return end }
    } else if byte == 0x20 {
      end = start + 1
      while end < text.count, text[end] == 0x20 { end += 1 }
      if end == text.count || text[end] < 0x80 { return end }
    } else if byte < 0x80, byte != 0x0D, start + 1 == text.count || text[start + 1] < 0x80 {
      return start + 1
    }
    // What is passed over already ends in one scalar of ASCII.
    var rule = WordRule(text, from: end > start ? end - 1 : start)
    rule.run(text)
    return rule.end
  }
}

/// Runs of ASCII that no rule cuts.
private enum ASCIIWords {
  /// A letter, a digit or "_".
  @inline(__always)
  static func isJoined(_ byte: UInt8) -> Bool { ASCII.isAlphanumeric(byte) || byte == 0x5F }

  /// The end of letters and digits with the marks that stand within: WB5 to WB13b for ASCII.
  @inline(__always)
  static func end(_ text: borrowing Span<UInt8>, _ start: Int) -> Int {
    var i = start + 1
    while i < text.count {
      i = text.alphanumericEnd(from: i, to: text.count)
      guard i < text.count else { break }
      let byte = text[i]
      // The lanes stop at a "_".
      if byte == 0x5F {
        i += 1
        continue
      }
      guard byte < 0x80, i + 1 < text.count, isWithin(byte, text[i - 1], text[i + 1]) else { break }
      i += 2
    }
    return i
  }

  /// Whether `mark` joins what stands before and after it.
  @inline(__always)
  private static func isWithin(_ mark: UInt8, _ before: UInt8, _ after: UInt8) -> Bool {
    switch mark {
    case 0x27, 0x2E:
      ASCII.isLetter(before) && ASCII.isLetter(after)
        || ASCII.isDigit(before) && ASCII.isDigit(after)
    case 0x3A: ASCII.isLetter(before) && ASCII.isLetter(after)
    case 0x2C, 0x3B: ASCII.isDigit(before) && ASCII.isDigit(after)
    default: false
    }
  }

  /// Whether the byte at `index` is a mark and what follows it is beyond ASCII.
  @inline(__always)
  static func isUndecided(_ text: borrowing Span<UInt8>, _ index: Int) -> Bool {
    index + 1 < text.count && text[index + 1] >= 0x80
  }
}

/// The rules of words from one scalar on.
private struct WordRule {
  /// Where the segment ends as far as it is known.
  private(set) var end: Int
  /// The last scalar that is not ignored by WB4.
  private var last: WordBreak
  /// The last scalar of all.
  private var lastOfAll: WordBreak
  /// Whether the last regional indicator waits for a second one.
  private var isHalfFlag: Bool

  init(_ text: borrowing Span<UInt8>, from start: Int) {
    let (found, next) = text.breakClass(at: start)
    last = found.word
    lastOfAll = last
    isHalfFlag = last == .regionalIndicator
    end = next
  }

  mutating func run(_ text: borrowing Span<UInt8>) {
    if last == .cr {
      if end < text.count, text[end] == 0x0A { end += 1 }
      return
    }
    if last == .newline || last == .lf { return }
    while end < text.count, step(text) {}
  }

  /// Takes the next scalar in; false when there is a boundary before it.
  private mutating func step(_ text: borrowing Span<UInt8>) -> Bool {
    let (found, next) = text.breakClass(at: end)
    let kind = found.word
    switch kind {
    case .newline, .cr, .lf: return false  // WB3b
    case .extend, .format, .zwj:  // WB4
      lastOfAll = kind
      end = next
      return true
    default: break
    }
    if lastOfAll == .zwj && found.grapheme == .extendedPictographic  // WB3c
      || lastOfAll == .wSegSpace && kind == .wSegSpace  // WB3d
      || joins(kind)
    {
      take(kind, next)
      return true
    }
    guard WordRule.isMark(kind) else { return false }
    if let (letter, after) = WordRule.letter(text, next), isWithin(kind, letter) {
      take(letter, after)
      return true
    }
    // WB7a
    guard last == .hebrewLetter, kind == .singleQuote else { return false }
    take(kind, next)
    return true
  }

  private mutating func take(_ kind: WordBreak, _ next: Int) {
    isHalfFlag = kind == .regionalIndicator && !isHalfFlag
    last = kind
    lastOfAll = kind
    end = next
  }

  /// Whether `right` goes with the last scalar: WB5, WB8 to WB10 and WB13 to WB16.
  private func joins(_ right: WordBreak) -> Bool {
    switch right {
    case .aLetter, .hebrewLetter, .numeric:
      isLetter(last) || last == .numeric || last == .extendNumLet
    case .katakana: last == .katakana || last == .extendNumLet
    case .extendNumLet:
      isLetter(last) || last == .numeric || last == .katakana || last == .extendNumLet
    case .regionalIndicator: isHalfFlag
    default: false
    }
  }

  /// Whether `mark` stands within letters or digits: WB6 and WB7, WB7b and WB7c, WB11 and WB12.
  private func isWithin(_ mark: WordBreak, _ after: WordBreak) -> Bool {
    switch mark {
    case .midLetter: isLetter(last) && isLetter(after)
    case .midNum: last == .numeric && after == .numeric
    case .doubleQuote: last == .hebrewLetter && after == .hebrewLetter
    default: isLetter(last) && isLetter(after) || last == .numeric && after == .numeric
    }
  }

  private static func isMark(_ kind: WordBreak) -> Bool {
    kind == .midLetter || kind == .midNum || kind == .midNumLet || kind == .singleQuote
      || kind == .doubleQuote
  }

  private func isLetter(_ kind: WordBreak) -> Bool {
    kind == .aLetter || kind == .hebrewLetter
  }

  /// The first scalar from `start` on that WB4 does not ignore, and the index after it.
  private static func letter(
    _ text: borrowing Span<UInt8>, _ start: Int
  ) -> (WordBreak, Int)? {
    var i = start
    while i < text.count {
      let (found, next) = text.breakClass(at: i)
      let kind = found.word
      if kind != .extend, kind != .format, kind != .zwj { return (kind, next) }
      i = next
    }
    return nil
  }
}
