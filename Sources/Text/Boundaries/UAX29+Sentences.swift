import Bytes

extension UAX29 {
  /// The end of the sentence that begins at the boundary `start`, which is before the end of `text`;
  /// the white space after a sentence belongs to it.
  public static func sentenceEnd(_ text: borrowing Span<UInt8>, from start: Int) -> Int {
    var i = start
    var last = SentenceBreak.other
    while i < text.count {
      let word = text.alphanumericEnd(from: i, to: text.count)
      if word > i {
        // All but the last letter of a word are passed over unseen.
        last = sentenceClass(text, word - 1).0
        i = word
        continue
      }
      let (kind, next) = sentenceClass(text, i)
      switch kind {
      case .sep, .cr, .lf: return separatorEnd(text, i)
      case .aTerm, .sTerm:
        i = passed(text, next)
        guard kind == .aTerm, goesOn(text, i, after: last) else {
          let (end, isEnd) = endOfTerm(text, i, isFullStop: kind == .aTerm)
          if isEnd { return end }
          i = end
          last = .other
          continue
        }
        last = kind
      case .extend, .format: i = next
      default:
        last = kind
        i = next
      }
    }
    return i
  }

  @inline(__always)
  private static func sentenceClass(
    _ text: borrowing Span<UInt8>, _ i: Int
  ) -> (SentenceBreak, Int) {
    let (found, next) = text.breakClass(at: i)
    return (found.sentence, next)
  }

  /// SB3 and SB4.
  private static func separatorEnd(_ text: borrowing Span<UInt8>, _ i: Int) -> Int {
    if text[i] == 0x0D, i + 1 < text.count, text[i + 1] == 0x0A { return i + 2 }
    return i + text.scalar(at: i).length
  }

  /// The index after what SB5 ignores from `i` on.
  private static func passed(_ text: borrowing Span<UInt8>, _ start: Int) -> Int {
    var i = start
    while i < text.count {
      let (kind, next) = sentenceClass(text, i)
      guard kind == .extend || kind == .format else { break }
      i = next
    }
    return i
  }

  /// Whether what follows a full stop directly goes on: SB6 and SB7.
  private static func goesOn(
    _ text: borrowing Span<UInt8>, _ i: Int, after last: SentenceBreak
  ) -> Bool {
    guard i < text.count else { return false }
    let (kind, _) = sentenceClass(text, i)
    return kind == .numeric || kind == .upper && (last == .upper || last == .lower)
  }

  /// The place up to which the closing marks and spaces after a sentence's mark go, and whether the
  /// sentence ends there: SB8 to SB11.
  private static func endOfTerm(
    _ text: borrowing Span<UInt8>, _ start: Int, isFullStop: Bool
  ) -> (end: Int, isEnd: Bool) {
    var i = start
    var sawSpace = false
    while i < text.count {
      let (kind, next) = sentenceClass(text, i)
      switch kind {
      case .extend, .format: i = next
      case .close where !sawSpace: i = next
      case .sp:
        sawSpace = true
        i = next
      case .sep, .cr, .lf: return (separatorEnd(text, i), true)
      case .sContinue, .aTerm, .sTerm: return (i, false)
      default: return (i, !(isFullStop && smallLetterFollows(text, i)))
      }
    }
    return (i, true)
  }

  /// SB8.
  private static func smallLetterFollows(_ text: borrowing Span<UInt8>, _ start: Int) -> Bool {
    var i = start
    while i < text.count {
      let (kind, next) = sentenceClass(text, i)
      switch kind {
      case .lower: return true
      case .oLetter, .upper, .sep, .cr, .lf, .sTerm, .aTerm: return false
      default: i = next
      }
    }
    return false
  }
}
