import Bytes
import Model

extension Tokenizer {
  /// Appends the number that begins at `start`; returns its end.
  mutating func number(_ text: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    let digits = digitsEnd(text, start, end)
    var i = digits
    while i < end {
      let byte = text[i]
      if ASCII.isAlphanumeric(byte) {
        i += 1
      } else if byte >= 0x80,
        [.letter, .digit, .mark].contains(ScalarClass.of(text.scalar(at: i).value))
      {
        i += text.scalar(at: i).length
      } else {
        break
      }
    }
    if isFrench, i > digits, text[digits] | 0x20 == 0x68,
      i == digits + 1 || ASCII.isDigit(text[digits + 1])
    {
      // "20h30"
      add(start..<digits, .number)
      add(digits..<(digits + 1), .word)
      if i > digits + 1 { add((digits + 1)..<i, .number) }
      return i
    }
    if i - digits == 2,
      text.hasBytesIgnoringCase("am", at: digits) || text.hasBytesIgnoringCase("pm", at: digits)
    {
      add(start..<digits, .number)
      add(digits..<i, .word)
      return i
    }
    if i == digits, i < end, text[i] == 0x2E, isGerman, ordinalFollows(text, i + 1, end) {
      i += 1
    }
    let stop = max(i, start + text.scalar(at: start).length)
    add(start..<stop, .number)
    return stop
  }

  /// The end of digits with the marks that stand within numbers, dates, times and telephone numbers.
  private func digitsEnd(_ text: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var i = start
    while i < end {
      let byte = text[i]
      if ASCII.isDigit(byte) {
        i += 1
        continue
      }
      guard i + 1 < end, ASCII.isDigit(text[i + 1]), i > start else { break }
      if byte == 0x2D {
        guard isTelephone(text, start, i, end) else { break }
      } else if byte != 0x2E, byte != 0x2C, byte != 0x3A, byte != 0x2F {
        break
      }
      i += 2
    }
    return i
  }

  /// Whether the hyphen at `i` is within "555-1234" or "212-555-1234".
  private func isTelephone(
    _ text: borrowing Span<UInt8>, _ start: Int, _ i: Int, _ end: Int
  ) -> Bool {
    func digits(_ from: Int) -> Int {
      var k = from
      while k < end, ASCII.isDigit(text[k]) { k += 1 }
      return k - from
    }
    let next = digits(i + 1)
    if i - start == 3 {
      if next == 4 { return true }
      return next == 3 && i + 4 < end && text[i + 4] == 0x2D && digits(i + 5) == 4
    }
    return i - start == 7 && text[start + 3] == 0x2D && next == 4
  }

  /// Whether a month follows, so that a number with a full stop is an ordinal in German.
  private func ordinalFollows(_ text: borrowing Span<UInt8>, _ at: Int, _ end: Int) -> Bool {
    guard at + 1 < end, text[at] == 0x20 else { return false }
    let months: [StaticString] = [
      "jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez",
    ]
    return months.contains { text.hasBytesIgnoringCase($0, at: at + 1) }
  }
}
