import Bytes

/// A word, figure or sign as the grammar of values sees it.
struct ValueWord {
  var start: Int32
  var end: Int32
  var kind: WordClass
  /// The value of the entry, or the coefficient of figures.
  var value: Int64
  /// The power of ten of figures.
  var exponent: Int16 = 0
  /// The number of figures, zero when they are grouped or have a decimal part.
  var digits: UInt8 = 0
  /// Whether white space stands before it.
  var isSpaced: Bool
  /// Whether it begins with a capital.
  var isCapital = false
  /// Whether it is a word of letters.
  var isWord = false
  /// Whether white space before it has a line break.
  var startsLine = false
}

/// Cuts `text` at `range` into words, figures and signs.
func lexValues(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> [ValueWord] {
  let table = ValueWords.table
  var words: [ValueWord] = []
  words.reserveCapacity(range.count / 5)
  let end = range.upperBound
  var i = range.lowerBound
  var spaced = true
  var line = true
  var form: [UInt8] = []
  while i < end {
    let byte = text[i]
    if byte <= 0x20 {
      spaced = true
      if byte == 0x0A { line = true }
      i += 1
      continue
    }
    var word = ValueWord(
      start: Int32(i), end: 0, kind: .other, value: 0, isSpaced: spaced, startsLine: line)
    spaced = false
    line = false
    if ASCII.isLetter(byte) || byte >= 0xC3 && byte < 0xE2 && !isBaht(text, i) {
      form.removeAll(keepingCapacity: true)
      word.isCapital = ASCII.isUpper(byte) || byte >= 0x80
      word.isWord = true
      while i < end, ASCII.isLetter(text[i]) || text[i] >= 0xC3 && text[i] < 0xE2 {
        if form.count <= table.longest { form.append(ASCII.lowercased(text[i])) }
        i += 1
        // Bytes that continue a scalar of two or three bytes.
        while i < end, text[i] & 0xC0 == 0x80 {
          if form.count <= table.longest { form.append(text[i]) }
          i += 1
        }
      }
      if form.count <= table.longest {
        let span = form.span
        if let entry = table.entry(stableHash(span, in: 0..<span.count)) {
          word.kind = entry.kind
          word.value = Int64(entry.value)
        }
      }
      // "A$" and "S$" are words of their own without the sign.
      let isCurrency = i < end && text[i] == 0x24 && i - Int(word.start) <= 3
      if word.kind == .other || word.kind == .currencyCode || isCurrency, word.isCapital {
        if let code = currencyCode(text, Int(word.start)..<i) {
          word.kind = .currencyCode
          word.value = Int64(code)
        } else if word.kind == .currencyCode, form.count == 1, ASCII.isLower(byte) {
          word.kind = .other
        }
      }
    } else if ASCII.isDigit(byte) {
      i = figures(text, i, end, &word)
    } else {
      let (scalar, length) = text.scalar(at: i)
      i += length
      sign(scalar, &word)
      if scalar == 0xA0 || scalar == 0x202F || scalar == 0x2009 {
        spaced = true
        continue
      }
    }
    word.end = Int32(i)
    words.append(word)
  }
  return words
}

/// Whether the sign of the Thai currency, which lies among letters, stands at `i`.
private func isBaht(_ text: borrowing Span<UInt8>, _ i: Int) -> Bool {
  text.hasBytes("฿", at: i)
}

/// The index of an ISO 4217 code in capitals, also of "US" before a dollar sign.
private func currencyCode(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Int? {
  let next = range.upperBound
  let beforeDollar = next < text.count && text[next] == 0x24
  if beforeDollar, range.count <= 3 {
    let name = String(decoding: (range).map { text[$0] }, as: UTF8.self)
    let known: [String: Int] = [
      "US": 0, "A": 8, "AU": 8, "C": 9, "CA": 9, "NZ": 10, "HK": 11, "S": 12, "NT": 13, "R": 21,
      "MX": 22, "AUD": 8, "USD": 0,
    ]
    return known[name]
  }
  guard range.count == 3, ASCII.isUpper(text[range.lowerBound]),
    ASCII.isUpper(text[range.lowerBound + 1]), ASCII.isUpper(text[range.lowerBound + 2])
  else { return nil }
  let name = String(decoding: range.map { text[$0] }, as: UTF8.self)
  return ValueWords.currencies.firstIndex(of: name)
}

private func sign(_ scalar: UInt32, _ word: inout ValueWord) {
  switch scalar {
  case 0x2D, 0x2010, 0x2011, 0x2212: word.kind = .hyphen
  case 0x2012, 0x2013: word.kind = .dash
  case 0x2E: word.kind = .stop
  case 0x2C: word.kind = .comma
  case 0x2F, 0x2044: word.kind = .slash
  case 0x3A: word.kind = .colon
  case 0x27, 0x2019: word.kind = .quote
  case 0x25, 0xFF05: word.kind = .percent
  case 0x24: word.kind = .currencySign
  case 0x20AC: (word.kind, word.value) = (.currencySign, 1)
  case 0xA3: (word.kind, word.value) = (.currencySign, 2)
  case 0xA5, 0xFFE5: (word.kind, word.value) = (.currencySign, 3)
  case 0x20A9: (word.kind, word.value) = (.currencySign, 5)
  case 0x20B9, 0x20A8: (word.kind, word.value) = (.currencySign, 6)
  case 0x20BD: (word.kind, word.value) = (.currencySign, 14)
  case 0x20B4: (word.kind, word.value) = (.currencySign, 15)
  case 0x20BA: (word.kind, word.value) = (.currencySign, 20)
  case 0x20A6: (word.kind, word.value) = (.currencySign, 28)
  case 0x20B5: (word.kind, word.value) = (.currencySign, 30)
  case 0x20AA: (word.kind, word.value) = (.currencySign, 33)
  case 0x0E3F: (word.kind, word.value) = (.currencySign, 37)
  case 0x20B1: (word.kind, word.value) = (.currencySign, 40)
  case 0x20AB: (word.kind, word.value) = (.currencySign, 41)
  case 0x20B8: (word.kind, word.value) = (.currencySign, 53)
  case 0xA2: word.kind = .cent
  case 0xBC: (word.kind, word.value, word.exponent) = (.glyph, 25, -2)
  case 0xBD: (word.kind, word.value, word.exponent) = (.glyph, 5, -1)
  case 0xBE: (word.kind, word.value, word.exponent) = (.glyph, 75, -2)
  case 0x2153: (word.kind, word.value, word.exponent) = (.glyph, 333_333, -6)
  case 0x2154: (word.kind, word.value, word.exponent) = (.glyph, 666_667, -6)
  // Year, month and day after figures in Chinese, Japanese and Korean.
  case 0x5E74, 0xB144: (word.kind, word.value) = (.dateSign, 1)
  case 0x6708, 0xC6D4: (word.kind, word.value) = (.dateSign, 2)
  case 0x65E5, 0x53F7, 0xC77C: (word.kind, word.value) = (.dateSign, 3)
  default: break
  }
}

/// Reads "1,234.5", "12" or "10 000" with narrow spaces; more than 18 figures have no value.
private func figures(
  _ text: borrowing Span<UInt8>, _ start: Int, _ end: Int, _ word: inout ValueWord
) -> Int {
  var i = start
  var value: Int64 = 0
  var count = 0
  var grouped = false
  while i < end {
    let byte = text[i]
    if ASCII.isDigit(byte) {
      count += 1
      if count <= 18 { value = value * 10 + Int64(byte - 0x30) }
      i += 1
      continue
    }
    let gap = separator(text, i, end)
    guard gap > 0, count <= 3 || grouped, i + gap + 3 <= end,
      ASCII.isDigit(text[i + gap]), ASCII.isDigit(text[i + gap + 1]),
      ASCII.isDigit(text[i + gap + 2]),
      i + gap + 3 == end || !ASCII.isDigit(text[i + gap + 3])
    else {
      // The Indian grouping "1,25,000" has groups of two before the last.
      guard byte == 0x2C, count <= 2 || grouped, i + 6 < end, ASCII.isDigit(text[i + 1]),
        ASCII.isDigit(text[i + 2]), text[i + 3] == 0x2C, ASCII.isDigit(text[i + 4]),
        ASCII.isDigit(text[i + 5]), ASCII.isDigit(text[i + 6])
      else { break }
      grouped = true
      i += 1
      continue
    }
    grouped = true
    i += gap
  }
  var decimals = 0
  if i + 1 < end, text[i] == 0x2E, ASCII.isDigit(text[i + 1]), !isVersion(text, i + 1, end) {
    i += 1
    while i < end, ASCII.isDigit(text[i]) {
      if count + decimals < 18 {
        value = value * 10 + Int64(text[i] - 0x30)
        decimals += 1
      }
      i += 1
    }
  } else if !grouped {
    word.digits = UInt8(min(count, 255))
  }
  word.kind = .digits
  word.value = count <= 18 ? value : -1
  word.exponent = Int16(-decimals)
  return i
}

/// Bytes of a separator of thousands at `i`: a comma, a no-break or a thin space; 0 for none.
private func separator(_ text: borrowing Span<UInt8>, _ i: Int, _ end: Int) -> Int {
  if text[i] == 0x2C { return 1 }
  if text[i] == 0xC2, i + 1 < end, text[i + 1] == 0xA0 { return 2 }
  if text[i] == 0xE2, i + 2 < end, text[i + 1] == 0x80, text[i + 2] == 0xAF || text[i + 2] == 0x89 {
    return 3
  }
  return 0
}

/// Whether the figures at `i` are followed by a further full stop and figures, as in "1.2.3".
private func isVersion(_ text: borrowing Span<UInt8>, _ i: Int, _ end: Int) -> Bool {
  var k = i
  while k < end, ASCII.isDigit(text[k]) { k += 1 }
  return k + 1 < end && text[k] == 0x2E && ASCII.isDigit(text[k + 1])
}
