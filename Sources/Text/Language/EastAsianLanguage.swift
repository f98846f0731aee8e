import Bytes

/// Japanese, Korean or Chinese as `ja`, `ko` or `zh`, where more than half of the letters of `text`
/// are of its scripts; nil for other texts.
///
/// Any share of kana above one tenth of the Chinese characters makes them Japanese. Reads at most the
/// first 64 KB.
public func eastAsianLanguage(of text: borrowing Span<UInt8>) -> String? {
  var (kana, han, hangul, others) = (0, 0, 0, 0)
  let end = min(text.count, 1 << 16)
  var i = 0
  while i < end {
    if text[i] < 0x80 {
      if ASCII.isLetter(text[i]) { others += 1 }
      i += 1
      continue
    }
    let (value, length) = text.scalar(at: i)
    switch value {
    case 0x3041...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: kana += 1
    case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: han += 1
    case 0xAC00...0xD7A3, 0x1100...0x11FF, 0x3130...0x318F: hangul += 1
    case 0xC0...0x2FF, 0x370...0x1FFF: others += 1
    default: break
    }
    i += length
  }
  // A letter of these scripts says as much as two or three of an alphabet.
  guard (kana + han + hangul) * 2 > others, kana + han + hangul > 0 else { return nil }
  if hangul * 2 > kana + han { return "ko" }
  return kana * 10 > han ? "ja" : "zh"
}
