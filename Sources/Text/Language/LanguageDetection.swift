import Bytes
import CLanguageDetector

/// The language of a text as far as it can be told.
public struct LanguageGuess: Hashable, Sendable {
  /// BCP 47 code such as `en` or `zh-Hant`; `und` when it cannot be told.
  public var code: String
  /// Share of the text in that language, in per cent (0–100).
  public var percent: Int
  /// Whether the detector is sure of it.
  public var isReliable: Bool
}

/// The language that most of `text` is written in.
///
/// Reads at most the first 64 KB. Texts with fewer than `minimumLetters` letters (a third of it for
/// East Asian scripts) are `und`. Long texts are told by a sample of them where it is clearly of one
/// language. Short texts in the Latin script are also judged by their function words.
/// - Source: Compact Language Detector 2 by Dick Sites.
public func detectLanguage(_ text: String, minimumLetters: Int = 20) -> LanguageGuess {
  detectLanguage(text.utf8Span.span, minimumLetters: minimumLetters)
}

/// The language that most of `all`, which is valid UTF-8, is written in.
public func detectLanguage(
  _ all: borrowing Span<UInt8>, minimumLetters: Int = 20
) -> LanguageGuess {
  var end = min(all.count, 1 << 16)
  while end < all.count, end > 0, all[end] & 0xC0 == 0x80 { end -= 1 }
  let bytes = all.extracting(0..<end)
  if bytes.count >= LanguageSample.shortestText {
    let sample = LanguageSample.of(bytes)
    let guess = detectLanguage(sample.span, minimumLetters, isWhole: false)
    if guess.isReliable, guess.percent >= LanguageSample.clearShare { return guess }
  }
  return detectLanguage(bytes, minimumLetters, isWhole: true)
}

/// Pieces of a long text that are enough to tell its language by.
private enum LanguageSample {
  /// The least bytes of a text that is sampled.
  static let shortestText = 1_536
  /// The least share of one language, in per cent, with which a sample speaks for the text.
  static let clearShare = 95
  private static let pieces = 4
  private static let pieceLength = 128

  /// Pieces from the beginning to the end at equal distances, cut between words where there are any.
  static func of(_ text: borrowing Span<UInt8>) -> [UInt8] {
    var sample: [UInt8] = []
    sample.reserveCapacity(pieces * (pieceLength + 1))
    for piece in 0..<pieces {
      var start = (text.count - pieceLength) / (pieces - 1) * piece
      var end = start + pieceLength
      let near = start + 32
      while piece > 0, start < near, text[start] > 0x20 { start += 1 }
      if piece > 0, start == near { start -= 32 }
      while start < end, text[start] & 0xC0 == 0x80 { start += 1 }
      while end > start, end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
      for i in start..<end { sample.append(text[i]) }
      sample.append(0x20)
    }
    return sample
  }
}

/// The language of `bytes`, the whole of a text or a sample of it.
private func detectLanguage(
  _ bytes: borrowing Span<UInt8>, _ minimumLetters: Int, isWhole: Bool
) -> LanguageGuess {
  let unknown = LanguageGuess(code: "und", percent: 0, isReliable: false)
  var letters = 0
  var eastAsian = 0
  for i in bytes.indices {
    let byte = bytes[i]
    if (byte | 0x20) &- 0x61 < 26 || byte >= 0xC3 && byte < 0xE3 {
      letters += 1
    } else if byte >= 0xE3 && byte < 0xF0 {
      eastAsian += 1
    }
  }
  guard letters >= minimumLetters || eastAsian * 3 >= minimumLetters else { return unknown }
  var found = [variorum_language](repeating: variorum_language(), count: 3)
  // libcld2 reads `count` bytes and writes three answers; nothing outlives the call.
  let reliable = unsafe bytes.withUnsafeBytes { raw in
    unsafe found.withUnsafeMutableBufferPointer { out in
      unsafe variorum_detect_language(
        raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(raw.count), out.baseAddress)
    }
  }
  let best = found[0]
  let code = unsafe withUnsafeBytes(of: best.code) { raw in
    unsafe String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
  }
  let isKnown = code != "un" && !code.isEmpty && best.percent > 0
  if isWhole, eastAsian == 0,
    let spoken = FunctionWords.language(of: bytes, found: isKnown ? code : nil)
  {
    return LanguageGuess(code: spoken, percent: 100, isReliable: reliable != 0)
  }
  if !isKnown, eastAsian > letters, let chinese = chinese(bytes) { return chinese }
  guard isKnown else { return unknown }
  let renamed = ["iw": "he", "jw": "jv", "in": "id", "no": "nb"][code] ?? code
  return LanguageGuess(code: renamed, percent: Int(best.percent), isReliable: reliable != 0)
}

/// Chinese, where most letters of `text` are Chinese characters and none is kana or Hangul.
private func chinese(_ text: borrowing Span<UInt8>) -> LanguageGuess? {
  var han = 0
  var traditional = 0
  var i = 0
  while i < text.count {
    let (value, length) = text.scalar(at: i)
    i += length
    guard value >= 0x80 else { continue }
    switch ScalarClass.of(value) {
    case .han:
      han += 1
      if SimplifiedForms.of(value) != value { traditional += 1 }
    case .hiragana, .katakana, .letter: return nil
    default: break
    }
  }
  guard han > 0 else { return nil }
  return LanguageGuess(
    code: traditional * 10 > han ? "zh-Hant" : "zh", percent: 100, isReliable: false)
}
