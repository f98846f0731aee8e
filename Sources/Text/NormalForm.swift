import Bytes

/// Appends the normal form of the bytes at `range` of `text` to `out`.
///
/// Case is folded, typographic apostrophes, quotation marks and dashes become ASCII, ligatures,
/// full-width letters and half-width kana are spelled out, a letter and the mark after it become one
/// letter, invisible controls are dropped; accents stay, and so does "ß", by which German tells words
/// apart.
/// - Complexity: O(*n*).
public func appendNormalForm(
  _ text: borrowing Span<UInt8>, _ range: Range<Int>, to out: inout [UInt8]
) {
  let first = out.count
  var i = range.lowerBound
  while i < range.upperBound {
    let byte = text[i]
    if byte < 0x80 {
      out.append(ASCII.lowercased(byte))
      i += 1
      continue
    }
    let (value, length) = text.scalar(at: i)
    i += length
    switch value {
    case 0xC0...0xDE where value != 0xD7: out.appendScalar(value + 0x20)
    case 0xDF...0xFF: out.appendScalar(value)
    case 0x2018...0x201B, 0x2039, 0x203A, 0x02BC: out.append(0x27)
    case 0x2010...0x2015, 0x2212: out.append(0x2D)
    case 0x201C...0x201F, 0x00AB, 0x00BB: out.append(0x22)
    case 0x3000: out.append(0x20)
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFE00...0xFE0F: break
    // Turkish: the only capital whose small form is two scalars.
    case 0x130: out.append(contentsOf: "i\u{307}".utf8)
    case 0x300...0x36F, 0x1161...0x11C2, 0x3099, 0x309A: out.appendMark(value, from: first)
    case 0x132, 0x133, 0x13F, 0x140, 0x149, 0x1C4...0x1CC, 0x1F1...0x1F3, 0xFB00...0xFB17,
      0xFF01...0xFFEE:
      guard let spelling = LetterForms.spelling(value) else {
        out.appendScalar(LetterForms.folding(value))
        continue
      }
      for scalar in spelling { out.appendMark(LetterForms.folding(scalar), from: first) }
    default: out.appendScalar(LetterForms.folding(value))
    }
  }
}

/// The normal form of `text`: case folded, quotes and dashes unified, accents kept.
public func normalForm(_ text: String) -> String {
  var out: [UInt8] = []
  let bytes = text.utf8Span.span
  appendNormalForm(bytes, 0..<bytes.count, to: &out)
  return String(decoding: out, as: UTF8.self)
}

/// The normal form of `text` without accents, by which a word is found that is typed without them.
///
/// "Erdoğan" and "Erdogan" have the same; "Łódź" is "lodz", "Straße" "strasse", "Ærø" "aero". Letters
/// that only look like others with accents stay, as "й" and "が".
/// - Complexity: O(*n*).
public func unaccentedForm(_ text: String) -> String {
  var out: [UInt8] = []
  for scalar in normalForm(text).unicodeScalars where !LetterForms.isAccent(scalar.value) {
    switch scalar.value {
    case 0..<0x80: out.append(UInt8(scalar.value))
    case 0xDF: out.append(contentsOf: "ss".utf8)
    case 0xE6, 0x1FD, 0x1E3: out.append(contentsOf: "ae".utf8)
    case 0x153: out.append(contentsOf: "oe".utf8)
    case 0xFE: out.append(contentsOf: "th".utf8)
    case 0xF0, 0x111: out.append(0x64)
    case 0xF8, 0x1FF: out.append(0x6F)
    case 0x127: out.append(0x68)
    case 0x131: out.append(0x69)
    case 0x142: out.append(0x6C)
    case 0x167: out.append(0x74)
    default: out.appendScalar(LetterForms.base(scalar.value))
    }
  }
  return String(decoding: out, as: UTF8.self)
}

extension [UInt8] {
  /// Appends `mark`, or puts the letter that it makes with the last scalar in that one's place;
  /// scalars before the byte `first` are left alone.
  fileprivate mutating func appendMark(_ mark: UInt32, from first: Int) {
    if count > first, mark >= 0x300 {
      let start = span.indexOfScalar(before: count)
      if start >= first, let letter = LetterForms.composition(span.scalar(at: start).value, mark) {
        removeLast(count - start)
        return appendScalar(letter)
      }
    }
    appendScalar(mark)
  }
}
