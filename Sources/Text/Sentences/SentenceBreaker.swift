import Bytes
import Model

/// Finds where sentences end in the tokens of a block.
///
/// A full stop, exclamation or question mark ends a sentence when what follows looks like a
/// beginning; abbreviations, initials, decimals and the numbers of lists do not end one. Items of a
/// list and lines that do not run on are sentences too.
/// - Complexity: O(*n*).
struct SentenceBreaker {
  /// The most closing marks that go with the end of a sentence.
  private static let mostClosing = 24

  private let walk: SentenceWalk
  private let markers: ListMarkers
  private let lines: LineStructure
  private let quotations: Quotations

  /// A breaker for `pieces`, all tokens of one block of `text`.
  init(_ text: borrowing Span<UInt8>, _ pieces: [Tokenizer.Piece], _ rules: SentenceRules) {
    walk = SentenceWalk(text, pieces, rules)
    markers = ListMarkers(text, walk)
    lines = LineStructure(text, walk)
    quotations = Quotations(text, walk)
  }

  /// The tokens of each sentence, in order; every token is in one.
  func sentences(_ text: borrowing Span<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    var i = 0
    let count = walk.pieces.count
    while i < count {
      // Most tokens are passed over here.
      guard mayEnd(i), let last = end(text, i, start) else {
        i += 1
        continue
      }
      found.append(start..<(last + 1))
      start = last + 1
      i = start
    }
    if start < walk.pieces.count { found.append(start..<walk.pieces.count) }
    return found
  }

  @inline(__always)
  private func mayEnd(_ i: Int) -> Bool {
    !walk.hints[i].isDisjoint(with: [.mayEnd, .endsLine])
      || i + 1 < walk.pieces.count && markers.begins(i + 1)
  }

  /// The last token of the sentence that ends at token `i`, or nil when none ends there.
  private func end(_ text: borrowing Span<UInt8>, _ i: Int, _ start: Int) -> Int? {
    guard i + 1 < walk.pieces.count else { return nil }
    if markers.begins(i + 1) || lines.ends(text, walk, after: i, isItem: markers.begins(start)) {
      return i
    }
    if walk.mark(text, i) == 0x3B, endsAtSemicolon(text, i) { return i }
    if MessageHeaders.ends(text, walk, after: i) { return i }
    if walk.isEmoticon(text, i) { return walk.beginning(text, i + 1) == .upper ? i : nil }
    guard !markers.isMarker(i), let mark = mark(text, i) else { return nil }
    if mark == .stop, walk.isStop(text, i + 1) || walk.isStop(text, i - 1) {
      return endOfDots(text, i)
    }
    if quotations.isInside(i) { return nil }
    let last = closed(text, i)
    guard last + 1 < walk.pieces.count else { return last }
    if mark == .certain { return isWithin(text, i) ? nil : last }
    if last > i, walk.isEmoticon(text, last) { return last }
    guard walk.hasGap(after: last) else { return endsWithoutGap(text, i, last, mark) ? last : nil }
    let next = walk.beginning(text, last + 1)
    // In a bracket that is still open only a clear beginning counts.
    if mark == .question, next == .digit, isInBracket(text, i, start) { return nil }
    switch mark {
    case .certain: return last
    case .exclamation, .question:
      if next == .dash { return nil }
      if next == .lower { return mark == .question && last == i && isWord(last + 1) ? last : nil }
      // ":?" is a broken character rather than a question.
      return walk.mark(text, i - 1) == 0x3A && next == .digit ? nil : last
    case .ellipsis:
      if SentenceMark.opens(walk.mark(text, i - 1)), last > i { return nil }
      return next == .upper || next == .quote ? last : nil
    case .stop: return endsAtStop(text, i, last, next, start) ? last : nil
    }
  }

  private func isWord(_ i: Int) -> Bool { walk.pieces[i].kind == .word }

  private func mark(_ text: borrowing Span<UInt8>, _ i: Int) -> SentenceMark? {
    let piece = walk.pieces[i]
    if piece.kind == .word || piece.kind == .number {
      return text[piece.range.upperBound - 1] == 0x2E ? .stop : nil
    }
    guard piece.kind == .punctuation else { return nil }
    let (value, length) = text.scalar(at: piece.range.lowerBound)
    if length == piece.range.count { return SentenceMark.of(value, walk.rules) }
    if value == 0x2E { return .ellipsis }
    // "?!", "!!!"
    return SentenceMark.of(value, walk.rules)
  }

  /// The last of the closing marks and references that go with the token `i`.
  private func closed(_ text: borrowing Span<UInt8>, _ i: Int) -> Int {
    var last = i
    while last + 1 < walk.pieces.count, last - i < Self.mostClosing {
      if isClosing(text, last + 1) {
        last += 1
      } else if let reference = endOfReference(text, last + 1) {
        last = reference
      } else if walk.isEmoticon(text, last + 1) {
        return last + 1
      } else {
        break
      }
    }
    return last
  }

  /// A quotation mark or bracket that closes and stands directly after the token before it.
  private func isClosing(_ text: borrowing Span<UInt8>, _ i: Int) -> Bool {
    let pieces = walk.pieces
    guard pieces[i].kind == .punctuation else { return false }
    let value = text.scalar(at: pieces[i].range.lowerBound).value
    if value == 0xBB || value == 0xAB {
      // French sets a space before it.
      return walk.rules.opensByRight ? value == 0xAB && !walk.hasGap(after: i - 1) : value == 0xBB
    }
    guard !walk.hasGap(after: i - 1) else { return false }
    if SentenceMark.closes(value) { return true }
    switch value {
    case 0x21, 0x3F, 0xFF01, 0xFF1F: return true
    // Straight ones open and close alike; German closes with what English opens with.
    case 0x22, 0x27, 0x201C, 0x2018:
      var k = i
      while !walk.hasGap(after: k), isStraightQuote(walk.mark(text, k + 1)) { k += 1 }
      return k + 1 >= pieces.count || walk.hasGap(after: k)
        || SentenceMark.closes(walk.mark(text, k + 1))
    default: return false
    }
  }

  private func isStraightQuote(_ value: UInt32) -> Bool { value == 0x22 || value == 0x27 }

  /// The end of a reference to a note, "[12]" or "11 12", or of an omission, "[…]", which begins at token `i` after the end of a
  /// sentence; nil when there is none.
  private func endOfReference(_ text: borrowing Span<UInt8>, _ i: Int) -> Int? {
    if isNoteNumber(i), !walk.hasGap(after: i - 1), walk.isStop(text, i - 1),
      !isNumbering(text, i - 2)
    {
      var last = i
      while isNoteNumber(last + 1), walk.hasGap(after: last) { last += 1 }
      return walk.hasGap(after: last) && walk.beginning(text, last + 1) == .upper ? last : nil
    }
    guard i + 2 < walk.pieces.count, walk.mark(text, i) == 0x5B,
      isNoteNumber(i + 1) || walk.mark(text, i + 1) == 0x2026, walk.mark(text, i + 2) == 0x5D,
      !walk.hasGap(after: i), !walk.hasGap(after: i + 1)
    else { return nil }
    return i + 2
  }

  private func isNoteNumber(_ i: Int) -> Bool {
    i < walk.pieces.count && walk.pieces[i].kind == .number && walk.pieces[i].range.count <= 3
  }

  /// Whether token `i`, before a full stop and a number, leads that number as in "p.5".
  private func isNumbering(_ text: borrowing Span<UInt8>, _ i: Int) -> Bool {
    guard i >= 0, walk.pieces[i].kind == .word else { return i < 0 || walk.mark(text, i) != 0x29 }
    return walk.isSingleLetter(text, i)
      || Abbreviations.kind(of: walk.word(text, i), own: walk.rules.abbreviations) != nil
  }

  /// Whether the mark at token `i` is a decimal point or part of a title in Chinese brackets.
  private func isWithin(_ text: borrowing Span<UInt8>, _ i: Int) -> Bool {
    if walk.mark(text, i) == 0xFF0E { return walk.pieces[i + 1].kind == .number }
    var k = i
    while k > 0, i - k < 12 {
      k -= 1
      let value = walk.mark(text, k)
      if value == 0x300A { return true }
      if value == 0x300B || value == 0x3002 { return false }
    }
    return false
  }

  private func isInBracket(_ text: borrowing Span<UInt8>, _ i: Int, _ start: Int) -> Bool {
    var k = i
    while k > start, i - k < 12 {
      k -= 1
      let value = walk.mark(text, k)
      if value == 0x28 || value == 0x5B { return true }
      if value == 0x29 || value == 0x5D { return false }
    }
    return false
  }

  /// The end of a sentence in a row of full stops with spaces between them.
  private func endOfDots(_ text: borrowing Span<UInt8>, _ i: Int) -> Int? {
    // The first of the row decides for all.
    guard !walk.isStop(text, i - 1) else { return nil }
    var last = i
    while walk.isStop(text, last + 1) { last += 1 }
    let closed = closed(text, last)
    guard closed + 1 < walk.pieces.count else { return closed }
    guard last - i >= 3 else { return nil }
    // Three dots and a stop: the stop is the one at the word, or else the last.
    return i > 0 && !walk.hasGap(after: i - 1) ? i : closed
  }

  /// "world.Today": an end without a space between two sentences.
  private func endsWithoutGap(
    _ text: borrowing Span<UInt8>, _ i: Int, _ last: Int, _ mark: SentenceMark
  ) -> Bool {
    let pieces = walk.pieces
    guard i > 0, last == i, pieces[i].kind == .punctuation else { return false }
    let next = pieces[i + 1]
    guard next.kind == .word else { return false }
    let start = next.range.lowerBound
    let before = pieces[i - 1]
    guard before.kind == .word || before.kind == .number else { return false }
    if mark == .question { return before.kind == .word && before.range.count > 1 }
    let isPlainEnd = before.kind == .number || ASCII.isLower(text[before.range.upperBound - 1])
    return isPlainEnd && before.range.count > 1 && ASCII.isUpper(text[start])
      && (next.range.count == 1 || ASCII.isLower(text[start + 1]))
      && (i + 2 >= pieces.count || !walk.isStop(text, i + 2) || walk.hasGap(after: i + 2))
  }

  /// "…; El río": in Romance languages a function word with a capital begins a sentence.
  private func endsAtSemicolon(_ text: borrowing Span<UInt8>, _ i: Int) -> Bool {
    walk.hasGap(after: i) && walk.isCapitalised(text, i + 1)
      && walk.rules.functionWords?.contains(walk.word(text, i + 1)) ?? false
  }

  // MARK: Full stops

  private func endsAtStop(
    _ text: borrowing Span<UInt8>, _ i: Int, _ last: Int, _ next: SentenceWalk.Beginning,
    _ start: Int
  ) -> Bool {
    let piece = walk.pieces[i]
    if piece.kind == .word || piece.kind == .number {
      return last > i && next != .lower || endsAfterAbbreviation(text, i, last + 1, next, start)
    }
    if walk.hasGap(after: i - 1), i > start { return next != .lower }
    if walk.isSingleLetter(text, i - 1), last == i {
      return endsAfterLetter(text, i - 1, last + 1, next, start)
    }
    guard next == .lower else {
      // "N°. 12"
      if next == .digit, i > 0, walk.pieces[i - 1].kind == .symbol { return false }
      return !isOrdinal(text, i)
    }
    // "for 1. above": a number that counts something.
    return last == i && i > start && isWord(last + 1) && isWord(i - 1)
  }

  /// Whether a number before the stop at token `i` is an ordinal, which German writes so.
  ///
  /// "im 6. Stock": the word before asks for one.
  private func isOrdinal(_ text: borrowing Span<UInt8>, _ i: Int) -> Bool {
    guard walk.rules.isGerman, i > 1, walk.pieces[i - 1].kind == .number,
      walk.pieces[i - 1].range.count <= 2
    else { return false }
    return Abbreviations.beforeOrdinals.contains(walk.word(text, i - 2))
  }

  /// Whether a sentence ends after the single letter `i` and its stop.
  ///
  /// Not after the first letter of "z. B." nor in "Albert I. Jones", but after "vitamin C.".
  private func endsAfterLetter(
    _ text: borrowing Span<UInt8>, _ i: Int, _ next: Int, _ begin: SentenceWalk.Beginning,
    _ start: Int
  ) -> Bool {
    if isDottedLetter(text, next) { return false }
    if begin == .lower { return false }
    if Abbreviations.sentenceStarters.contains(walk.word(text, next)) { return true }
    if begin == .digit { return false }
    guard begin == .upper else { return true }
    return !(i > start && walk.isCapitalised(text, i - 1) && walk.isCapitalised(text, i))
  }

  private func isDottedLetter(_ text: borrowing Span<UInt8>, _ i: Int) -> Bool {
    if walk.isSingleLetter(text, i) { return walk.isStop(text, i + 1) }
    let range = walk.pieces[i].range
    return range.count == 2 && text[range.lowerBound + 1] == 0x2E
      && ASCII.isLetter(text[range.lowerBound])
  }

  private func endsAfterAbbreviation(
    _ text: borrowing Span<UInt8>, _ i: Int, _ next: Int, _ begin: SentenceWalk.Beginning,
    _ start: Int
  ) -> Bool {
    guard walk.pieces[i].kind == .word, begin == .upper || begin == .quote || begin == .other else {
      return false
    }
    let range = walk.pieces[i].range
    let word = ShortWord(normalFormOf: text, range.lowerBound..<(range.upperBound - 1))
    let kind = Abbreviations.kind(of: word, own: walk.rules.abbreviations)
    if kind == .leading { return false }
    if begin == .other { return kind == .final }
    var follower = next
    while follower + 1 < walk.pieces.count, follower < next + 2,
      walk.pieces[follower].kind == .punctuation
    {
      follower += 1
    }
    let form = walk.word(text, follower)
    let starts = Abbreviations.sentenceStarters.contains(form)
    switch kind {
    case .final: return true
    case .time:
      return !Abbreviations.afterTime.contains(form) && !isTimePhrase(text, start, i)
    default: break
    }
    guard word.isOneByte else { return starts }
    return starts && !(i > 0 && walk.isCapitalised(text, i - 1))
  }

  /// "At 5 a.m.": a preposition and a time are no sentence.
  private func isTimePhrase(_ text: borrowing Span<UInt8>, _ start: Int, _ i: Int) -> Bool {
    i - start <= 3 && Abbreviations.timePrepositions.contains(walk.word(text, start))
  }
}
