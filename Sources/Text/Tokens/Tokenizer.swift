import Bytes
import Model

/// Cuts text into words, numbers and punctuation with a single pass over the bytes.
///
/// Words follow the conventions of the Universal Dependencies treebanks of English: clitics ("n't",
/// "'s") are tokens of their own, hyphenated compounds are cut at the hyphen, an abbreviation keeps
/// its full stop.
/// - Complexity: O(*n*).
struct Tokenizer {
  /// A token before its normal form is known.
  struct Piece {
    let start: UInt32
    let end: UInt32
    let kind: Token.Kind

    init(start: Int, end: Int, kind: Token.Kind) {
      self.start = UInt32(truncatingIfNeeded: start)
      self.end = UInt32(truncatingIfNeeded: end)
      self.kind = kind
    }

    var range: Range<Int> { Int(start)..<Int(end) }
  }

  let language: String
  private(set) var pieces: [Piece] = []

  /// The abbreviations of the language.
  private let abbreviations: ShortWordSet

  /// Whether the text is in a language that is written without spaces.
  private let isEastAsian: Bool
  let isFrench: Bool
  let isGerman: Bool
  /// Whether words hold what the Unicode standard says, for want of rules of the language's own.
  private let followsStandard: Bool

  init(language: String) {
    self.language = language
    abbreviations = Abbreviations.own(language)
    isEastAsian = language == "ja" || language == "zh"
    isFrench = language == "fr"
    isGerman = language == "de"
    followsStandard = !Abbreviations.hasRules(language)
  }

  mutating func removeAll() { pieces.removeAll(keepingCapacity: true) }

  /// Appends the tokens of `text` at `range`.
  mutating func scan(_ text: borrowing Span<UInt8>, _ range: Range<Int>) {
    var i = range.lowerBound
    let end = range.upperBound
    var atChunkStart = true
    while i < end {
      let byte = text[i]
      if byte <= 0x20 || byte == 0x7F {
        i += 1
        atChunkStart = true
        continue
      }
      if atChunkStart, isEastAsian, let stop = eastAsianWords(text, i, end) {
        i = stop
        continue
      }
      if ASCII.isAlphanumeric(byte) {
        if ASCII.isLetter(byte), !isEastAsian {
          let stop = plainWords(text, i, end)
          if stop > i {
            i = stop
            atChunkStart = true
            continue
          }
        }
        let run = text.alphanumericEnd(from: i, to: end)
        if run < end, text[run] == 0x20, ASCII.isLetter(byte) {
          addWord(text, i, run)
          i = run + 1
          atChunkStart = true
          continue
        }
        if atChunkStart, let stop = address(text, i, run, end) {
          add(i..<stop, isName(text, i) ? .word : .address)
          i = stop
        } else if !ASCII.isLetter(byte) {
          i = number(text, i, end)
        } else if run == end || Tokenizer.endsWord(text[run]) {
          addWord(text, i, run)
          i = run
        } else {
          i = word(text, i, run, end)
        }
        atChunkStart = false
      } else if byte < 0x80 {
        if atChunkStart, let stop = handle(text, i, end) {
          add(i..<stop, .address)
          i = stop
          atChunkStart = false
          continue
        }
        i = punctuation(text, i, end)
        // "<name@example.org>", "(www.example.org)"
        switch byte {
        case 0x28, 0x5B, 0x3C, 0x22, 0x7B: atChunkStart = true
        default: atChunkStart = false
        }
      } else {
        atChunkStart = false
        i = beyondASCII(text, i, end, &atChunkStart)
      }
    }
  }

  /// Appends the words of ASCII letters and digits from `start` on, as long as each ends in a space
  /// or a comma and a space, which is most of a text; returns where they end, after a space.
  ///
  /// Words at the end of the text, long ones and those that are cut in two are left to `scan`.
  private mutating func plainWords(
    _ text: borrowing Span<UInt8>, _ start: Int, _ end: Int
  ) -> Int {
    // Two times eight bytes and the two marks after them are read.
    let last = min(end, text.count) - 18
    guard start < last else { return start }
    var i = start
    pieces.append(addingCapacity: Tokenizer.wordsAtATime) { found in
      while i < last, found.freeCapacity > 1 {
        let lanes = text.lanes(at: i)
        guard ASCII.isLetter(UInt8(truncatingIfNeeded: lanes)) else { break }
        var length = ASCIILanes.alphanumericCount(lanes)
        if length == 8 {
          length += ASCIILanes.alphanumericCount(text.lanes(at: i + 8))
          guard length < 16 else { break }
        } else if length == 5 || length == 6, Tokenizer.cut(text, i, length) != nil {
          break
        }
        let stop = i &+ length
        let after = text[stop]
        if after == 0x20 {
          found.append(Piece(start: i, end: stop, kind: .word))
          i = stop &+ 1
        } else if after == 0x2C, text[stop &+ 1] == 0x20 {
          found.append(Piece(start: i, end: stop, kind: .word))
          found.append(Piece(start: stop, end: stop &+ 1, kind: .punctuation))
          i = stop &+ 2
        } else {
          break
        }
      }
    }
    return i
  }

  /// The most tokens for which `plainWords` makes room at once.
  private static let wordsAtATime = 64

  /// Whether no word goes on at `byte`, which follows its letters.
  @inline(__always)
  private static func endsWord(_ byte: UInt8) -> Bool {
    if byte <= 0x20 { return true }
    switch byte {
    case 0x24, 0x26, 0x27, 0x2D, 0x2E, 0x3A, 0x5F, 0x80...0xFF: return false
    default: return true
    }
  }

  /// Appends the word of letters and digits from `start` to `end`, cut in two where it is so written.
  @inline(__always)
  private mutating func addWord(_ text: borrowing Span<UInt8>, _ start: Int, _ end: Int) {
    let length = end - start
    guard length == 5 || length == 6, let cut = Tokenizer.cut(text, start, length) else {
      return add(start..<end, .word)
    }
    add(start..<cut, .word)
    add(cut..<end, .word)
  }

  /// Where "cannot", "gonna", "wanna" and "gotta" are cut.
  @inline(__always)
  private static func cut(_ text: borrowing Span<UInt8>, _ start: Int, _ length: Int) -> Int? {
    // Of the words of this length few have such a third letter and end in "a" or "t".
    let third = text[start + 2] | 0x20
    let last = text[start + length - 1] | 0x20
    guard third == 0x6E || third == 0x74, last == 0x61 || last == 0x74 else { return nil }
    let isCut =
      length == 6
      ? text.hasBytesIgnoringCase("cannot", at: start)
      : text.hasBytesIgnoringCase("gonna", at: start)
        || text.hasBytesIgnoringCase("wanna", at: start)
        || text.hasBytesIgnoringCase("gotta", at: start)
    return isCut ? start + 3 : nil
  }

  private mutating func beyondASCII(
    _ text: borrowing Span<UInt8>, _ start: Int, _ end: Int, _ atChunkStart: inout Bool
  ) -> Int {
    let (value, length) = text.scalar(at: start)
    switch ScalarClass.of(value) {
    case .letter: return word(text, start, start + length, end)
    case .digit: return number(text, start, end)
    case .space:
      atChunkStart = true
      return start + length
    case .ignorable: return start + length
    case .han, .hiragana, .katakana:
      if let stop = eastAsianWords(text, start, end) { return stop }
      add(start..<(start + length), .word)
      return start + length
    case .apostrophe: return apostrophe(text, start, start + length, end)
    case .currency, .symbol, .mark:
      // A flag, a family or a tinted thumb is one; so are marks without a base, as after a number.
      let stop = min(UAX29.graphemeEnd(text, from: start), end)
      add(start..<stop, .symbol)
      return stop
    case .punctuation, .dash: return repeated(text, start, length, end)
    }
  }

  mutating func add(_ range: Range<Int>, _ kind: Token.Kind) {
    guard !range.isEmpty else { return }
    pieces.append(Piece(start: range.lowerBound, end: range.upperBound, kind: kind))
  }

  // MARK: Words

  /// Appends the word at `start`, whose letters go to `run` at least; returns its end.
  private mutating func word(
    _ text: borrowing Span<UInt8>, _ start: Int, _ run: Int, _ end: Int
  ) -> Int {
    var i = run
    var firstApostrophe = -1
    var afterApostrophe = -1
    var hasDot = false
    scan: while i < end {
      let byte = text[i]
      if ASCII.isAlphanumeric(byte) || byte == 0x5F {
        i += 1
        continue
      }
      switch byte {
      case 0x27:
        guard letterFollows(text, i + 1, end) else { break scan }
        if firstApostrophe < 0 { firstApostrophe = i }
        i += 1
        afterApostrophe = i
      case 0x2E:
        // "U.S.", "e.g.": single letters with full stops between them.
        guard firstApostrophe < 0, isSingleLetterRun(text, start, i), i + 1 < end,
          ASCII.isLetter(text[i + 1])
        else { break scan }
        hasDot = true
        i += 1
      case 0x26:
        // "AT&T", "R&D".
        guard i - start <= 3, i + 1 < end, ASCII.isUpper(text[i + 1]), ASCII.isUpper(text[i - 1])
        else { break scan }
        i += 1
      case 0x2D:
        guard letterFollows(text, i + 1, end), holdsAfterHyphen(text, start, i, end) else {
          break scan
        }
        i += 1
      case 0x24:
        // "US$", "A$".
        guard i - start <= 3, ASCII.isUpper(text[start]), ASCII.isUpper(text[i - 1]) else {
          break scan
        }
        i += 1
        add(start..<i, .symbol)
        return i
      case 0x22, 0x3A:
        guard let next = standardEnd(text, start, i, end) else { break scan }
        i = next
      case 0..<0x80: break scan
      default:
        let (value, length) = text.scalar(at: i)
        switch ScalarClass.of(value) {
        case .letter, .mark, .ignorable, .digit: i += length
        case .apostrophe:
          guard letterFollows(text, i + length, end) else { break scan }
          if firstApostrophe < 0 { firstApostrophe = i }
          i += length
          afterApostrophe = i
        default:
          guard let next = standardEnd(text, start, i, end) else { break scan }
          i = next
        }
      }
    }
    if i < end, text[i] == 0x2E {
      if hasDot {
        if isSingleLetterRun(text, start, i) { i += 1 }
      } else if firstApostrophe < 0, isAbbreviation(text, start, i, end) {
        i += 1
      }
    }
    if firstApostrophe >= 0 {
      addContraction(text, start, firstApostrophe, afterApostrophe, i)
    } else {
      addWord(text, start, i)
    }
    return i
  }

  /// The end of the word at `start` by the Unicode standard, where it goes on at the mark at `i`.
  ///
  /// So it does in Swedish "EU:s", Catalan "col·lecció" and Hebrew "צה״ל".
  private func standardEnd(
    _ text: borrowing Span<UInt8>, _ start: Int, _ i: Int, _ end: Int
  ) -> Int? {
    guard followsStandard else { return nil }
    let next = min(UAX29.wordEnd(text, from: start), end)
    return next > i ? next : nil
  }

  /// Cuts "don't" into "do" and "n't", "Lee's" into "Lee" and "'s"; "O'Neil" stays whole.
  private mutating func addContraction(
    _ text: borrowing Span<UInt8>, _ start: Int, _ first: Int, _ after: Int, _ end: Int
  ) {
    if Clitics.wholeWords.contains(ShortWord(normalFormOf: text, start..<end)) {
      return add(start..<end, .word)
    }
    if isFrench || language == "it" {
      // "l'homme", "dell'arte": the article keeps its apostrophe.
      add(start..<after, .word)
      add(after..<end, .word)
      return
    }
    let tail = end - after
    if tail == 1, text[after] | 0x20 == 0x74, first > start, text[first - 1] | 0x20 == 0x6E {
      let cut = first - 1
      if cut > start {
        add(start..<cut, .word)
        add(cut..<end, .word)
        return
      }
    }
    let isClitic =
      tail == 1
      ? [0x73, 0x6D, 0x64].contains(text[after] | 0x20)
      : tail == 2
        && (text.hasBytesIgnoringCase("re", at: after) || text.hasBytesIgnoringCase("ve", at: after)
          || text.hasBytesIgnoringCase("ll", at: after))
    guard isClitic else { return add(start..<end, .word) }
    // The clitic begins at the last apostrophe, one or three bytes long.
    let mark = text[after - 1] == 0x27 ? after - 1 : text.indexOfScalar(before: after)
    add(start..<mark, .word)
    add(mark..<end, .word)
  }

  /// Whether a word that began at `start` goes on after the hyphen at `i`.
  ///
  /// A single letter holds on to what follows, "e-mail"; so does any word of French unless a
  /// pronoun follows.
  private func holdsAfterHyphen(
    _ text: borrowing Span<UInt8>, _ start: Int, _ i: Int, _ end: Int
  ) -> Bool {
    if isFrench { return !Clitics.isFrench(text, after: i, end) }
    return i - start == 1 && ASCII.isLetter(text[start])
  }

  private func letterFollows(_ text: borrowing Span<UInt8>, _ at: Int, _ end: Int) -> Bool {
    guard at < end else { return false }
    let byte = text[at]
    if byte < 0x80 { return ASCII.isLetter(byte) }
    return ScalarClass.of(text.scalar(at: at).value) == .letter
  }

  private func isSingleLetterRun(_ text: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end - start <= 16, (end - start) % 2 == 1 else { return false }
    for i in start..<end {
      let wanted = (i - start) % 2 == 0 ? ASCII.isLetter(text[i]) : text[i] == 0x2E
      if !wanted { return false }
    }
    return true
  }

  /// Whether the word at `start`, before a full stop at `end`, takes it as an abbreviation does.
  private func isAbbreviation(
    _ text: borrowing Span<UInt8>, _ start: Int, _ end: Int, _ limit: Int
  ) -> Bool {
    guard end - start <= 8 else { return false }
    if end - start == 1, ASCII.isUpper(text[start]) { return text[start] != 0x49 }
    let word = ShortWord(normalFormOf: text, start..<end)
    guard Abbreviations.kind(of: word, own: abbreviations) != nil else { return false }
    if Abbreviations.isUnit(word), pieces.last?.kind != .number { return false }
    guard Abbreviations.needsNumber(word) else { return true }
    return end + 2 < limit && text[end + 1] == 0x20 && ASCII.isDigit(text[end + 2])
  }

  // MARK: Punctuation

  private mutating func punctuation(_ text: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Int
  {
    let byte = text[start]
    if byte == 0x3A || byte == 0x3B || byte == 0x3D || byte == 0x3C,
      let stop = emoticon(text, start, end)
    {
      add(start..<stop, .symbol)
      return stop
    }
    switch byte {
    case 0x27: return apostrophe(text, start, start + 1, end)
    case 0x60 where start + 1 < end && text[start + 1] == 0x60:
      add(start..<(start + 2), .punctuation)
      return start + 2
    case 0x3C, 0x3E, 0x24:
      var i = start + 1
      while i < end, text[i] == byte { i += 1 }
      add(start..<i, .symbol)
      return i
    case 0x2D
    where isFrench && Clitics.isFrench(text, after: start, end)
      && pieces.last?.range.upperBound == start:
      let stop = Clitics.end(text, start + 1, end)
      add(start..<stop, .word)
      return stop
    case 0x2E, 0x2D, 0x21, 0x3F, 0x2A, 0x3D, 0x5F, 0x7E: return repeated(text, start, 1, end)
    case 0x2B, 0x5E, 0x60, 0x7C:
      add(start..<(start + 1), .symbol)
      return start + 1
    default:
      add(start..<(start + 1), .punctuation)
      return start + 1
    }
  }

  /// A clitic whose word ended before it ("workers' "), a decade ("'90s"), or a quotation mark.
  private mutating func apostrophe(
    _ text: borrowing Span<UInt8>, _ start: Int, _ after: Int, _ end: Int
  ) -> Int {
    let follows =
      start > 0 && pieces.last?.range.upperBound == start && pieces.last?.kind != .punctuation
    if follows, after < end, text[after] | 0x20 == 0x73,
      after + 1 == end || !ASCII.isAlphanumeric(text[after + 1])
    {
      add(start..<(after + 1), .word)
      return after + 1
    }
    if !follows, after + 2 < end, ASCII.isDigit(text[after]), ASCII.isDigit(text[after + 1]) {
      let stop = text[after + 2] == 0x73 ? after + 3 : after + 2
      add(start..<stop, .number)
      return stop
    }
    // "''" stands for a quotation mark.
    let isDouble = after == start + 1 && after < end && text[after] == 0x27
    add(start..<(isDouble ? after + 1 : after), .punctuation)
    return isDouble ? after + 1 : after
  }

  /// The end of a smiley that begins with its eyes at `start`, or nil.
  private func emoticon(_ text: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    if text[start] == 0x3C {
      guard start + 1 < end, text[start + 1] == 0x33 else { return nil }
      return isFree(text, start + 2, end) ? start + 2 : nil
    }
    var i = start + 1
    if i < end, text[i] == 0x2D || text[i] == 0x6F { i += 1 }
    guard i < end else { return nil }
    let isFreeBefore = start == 0 || text[start - 1] <= 0x20
    switch text[i] {
    case 0x29, 0x28:
      let mouth = text[i]
      while i < end, text[i] == mouth { i += 1 }
    case 0x44, 0x50, 0x70, 0x4F, 0x2F, 0x7C, 0x2A, 0x5D, 0x33:
      guard isFreeBefore else { return nil }
      i += 1
    default: return nil
    }
    return isFree(text, i, end) ? i : nil
  }

  private func isFree(_ text: borrowing Span<UInt8>, _ i: Int, _ end: Int) -> Bool {
    i >= end || text[i] < 0x80 && !ASCII.isAlphanumeric(text[i])
  }

  /// One token for "...", "--", "!!".
  private mutating func repeated(
    _ text: borrowing Span<UInt8>, _ start: Int, _ length: Int, _ end: Int
  ) -> Int {
    var i = start + length
    let isMark = text[start] == 0x21 || text[start] == 0x3F
    repeating: while i + length <= end {
      if isMark, text[i] == 0x21 || text[i] == 0x3F {
        i += 1
        continue
      }
      for k in 0..<length where text[i + k] != text[start + k] { break repeating }
      i += length
    }
    add(start..<i, .punctuation)
    return i
  }
}
