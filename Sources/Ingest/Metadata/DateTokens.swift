import Bytes

/// A number, a month or another word of a text in which dates are looked for.
struct DateToken {
  enum Kind {
    case number(Int, digits: Int)
    case month(Int)
    /// A word that belongs to no date: it breaks one.
    case other
  }

  var kind: Kind
  /// Byte offsets, half-open.
  var start: Int
  var end: Int
  /// What stands before it: a mark, 1 for a word that dates have inside, 0 for spaces or nothing.
  var gap: UInt8

  /// Whether the numbers of a date are set apart alike; "2020 - 12:09" is a year and a time.
  func hasSameGap(as next: DateToken) -> Bool {
    gap == next.gap && gap != 0x3A && gap != 0x2C
  }
}

/// Numbers and months of a text in order, other words as breaks; reads the first 4,000 bytes.
///
/// - Complexity: O(*n*).
func dateTokens(_ text: [UInt8]) -> [DateToken] {
  var tokens: [DateToken] = []
  let bytes = text.prefix(4_000)
  var gap: UInt8 = 0
  var i = 0
  while i < bytes.count {
    let start = i
    if var digit = digit(bytes, at: i) {
      var value = 0
      var digits = 0
      while digits < 9 {
        value = value * 10 + digit.value
        digits += 1
        i += digit.width
        guard let next = Ingest.digit(bytes, at: i) else { break }
        digit = next
      }
      if digits <= 3, let last = tokens.last, case .other = last.kind,
        let before = yearBeforeEra(bytes[last.start..<last.end])
      {
        tokens[tokens.count - 1].kind = .number(before + value, digits: 4)
        tokens[tokens.count - 1].end = i
      } else {
        tokens.append(
          DateToken(kind: .number(value, digits: digits), start: start, end: i, gap: gap))
      }
      gap = 0
    } else if let width = spaceWidth(bytes, at: i) {
      i += width
    } else if !isWordByte(bytes[i]) {
      gap = bytes[i]
      i += 1
    } else {
      while i < bytes.count, isWordByte(bytes[i]), digit(bytes, at: i) == nil,
        spaceWidth(bytes, at: i) == nil
      {
        i += 1
      }
      let word = String(decoding: bytes[start..<i], as: UTF8.self).lowercased()
      if MonthNames.fillers.contains(word) {
        gap = 1
        continue
      }
      var kind = MonthNames.month(word).map { DateToken.Kind.month($0) } ?? .other
      // The first year of a reign has a name of its own.
      if word.hasSuffix("元年"), let before = yearBeforeEra(bytes[start..<(i - 6)]) {
        kind = .number(before + 1, digits: 4)
      }
      tokens.append(DateToken(kind: kind, start: start, end: i, gap: gap))
      gap = 0
      if case .number = kind { gap = 1 }
    }
  }
  return tokens
}

/// The year before the first one of the era whose name ends a word: years of Japan and Taiwan count
/// from a reign or a founding.
private func yearBeforeEra(_ word: ArraySlice<UInt8>) -> Int? {
  for (name, year) in MonthNames.eras where word.suffix(name.utf8.count).elementsEqual(name.utf8) {
    return year
  }
  return nil
}

/// The value and width of an ASCII or full-width digit.
private func digit(_ bytes: ArraySlice<UInt8>, at i: Int) -> (value: Int, width: Int)? {
  guard i < bytes.count else { return nil }
  if ASCII.isDigit(bytes[i]) { return (Int(bytes[i] - 0x30), 1) }
  guard bytes[i] == 0xEF, i + 2 < bytes.count, bytes[i + 1] == 0xBC,
    (0x90...0x99).contains(bytes[i + 2])
  else { return nil }
  return (Int(bytes[i + 2] - 0x90), 3)
}

private func isWordByte(_ byte: UInt8) -> Bool { ASCII.isLetter(byte) || byte >= 0x80 }

/// The width of the space at `i`, the wide and the unbreakable ones included; nil elsewhere.
private func spaceWidth(_ bytes: ArraySlice<UInt8>, at i: Int) -> Int? {
  if bytes[i] <= 0x20 { return 1 }
  if bytes[i] == 0xC2 { return i + 1 < bytes.count && bytes[i + 1] == 0xA0 ? 2 : nil }
  guard bytes[i] == 0xE2 || bytes[i] == 0xE3, i + 2 < bytes.count else { return nil }
  switch (bytes[i], bytes[i + 1], bytes[i + 2]) {
  case (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xAF), (0xE3, 0x80, 0x80): return 3
  default: return nil
  }
}
