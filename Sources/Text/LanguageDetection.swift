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
/// East Asian scripts) are `und`.
/// - Source: Compact Language Detector 2 by Dick Sites.
public func detectLanguage(_ text: String, minimumLetters: Int = 20) -> LanguageGuess {
  let unknown = LanguageGuess(code: "und", percent: 0, isReliable: false)
  let bytes = Array(text.utf8.prefix(1 << 16))
  var letters = 0
  var eastAsian = 0
  for byte in bytes {
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
  guard code != "un", !code.isEmpty, best.percent > 0 else { return unknown }
  let renamed = ["iw": "he", "jw": "jv", "in": "id", "no": "nb"][code] ?? code
  return LanguageGuess(code: renamed, percent: Int(best.percent), isReliable: reliable != 0)
}
