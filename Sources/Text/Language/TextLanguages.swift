import Model

/// The languages of a text: of each passage, and how much of the whole each language has.
public struct TextLanguages: Hashable, Sendable {
  /// A language and how much of a text is in it.
  public struct Share: Hashable, Sendable {
    /// BCP 47 code.
    public var code: String
    /// Bytes of the passages in it.
    public var bytes: Int
    /// Bytes of these in hundredths of all passages whose language is known (1–100).
    public var percent: Int
  }

  /// The language of each passage as a BCP 47 code; nil where there is too little text to tell, or
  /// where nothing speaks clearly for one.
  public var passages: [String?]
  /// The languages from the largest share to the smallest; those below one per cent are left out.
  public var shares: [Share]

  /// Whether languages other than the first have a tenth of the text, and more than a short quotation.
  public var isMixed: Bool {
    let others = shares.dropFirst().reduce((bytes: 0, percent: 0)) {
      ($0.bytes + $1.bytes, $0.percent + $1.percent)
    }
    return others.percent >= 10 && others.bytes >= TextLanguages.fewestBytes
  }

  /// The least bytes in other languages in a mixed text, about two sentences.
  private static let fewestBytes = 160
}

extension AnalyzedText {
  /// The languages of `passages` of this text, which are in order and do not overlap.
  ///
  /// A passage of an English text in which a quarter of the words are English stop words is English;
  /// of others the first 256 bytes are looked at. Where languages are as near to each other as Danish
  /// and Norwegian, a passage is taken to be in that of the text.
  /// - Complexity: O(*n*).
  public func languages(of passages: [Range<Int>], lexicon: inout Lexicon) -> TextLanguages {
    var found: [String?] = []
    var token = 0
    for passage in passages {
      while token < tokens.count, tokens[token].utf8.lowerBound < passage.lowerBound { token += 1 }
      let first = token
      while token < tokens.count, tokens[token].utf8.lowerBound < passage.upperBound { token += 1 }
      found.append(
        isPlainEnglish(first..<token, &lexicon) ? language : passageLanguage(passage))
    }
    return TextLanguages(passages: found, shares: shares(of: found, passages))
  }

  /// Whether the text is English and these tokens are without doubt.
  private func isPlainEnglish(_ range: Range<Int>, _ lexicon: inout Lexicon) -> Bool {
    guard baseLanguage == "en" else { return false }
    var words = 0
    var stops = 0
    for token in tokens[range] where token.kind == .word {
      words += 1
      if lexicon.isStopWord(token.term, language: "en") { stops += 1 }
    }
    return words >= 8 && stops * 4 >= words
  }

  private func passageLanguage(_ passage: Range<Int>) -> String? {
    let start = passage.lowerBound
    var end = min(passage.upperBound, start + 256)
    while end > start, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    let guess = detectLanguage(string(start..<end), minimumLetters: 40)
    // Function words and scripts that only one language has give a hundred per cent.
    guard guess.code != "und", guess.percent == 100 || guess.isReliable && guess.percent >= 80
    else {
      return nil
    }
    return areKindred(guess.code, language) ? language : guess.code
  }

  private func shares(of found: [String?], _ passages: [Range<Int>]) -> [TextLanguages.Share] {
    var sizes: [String: Int] = [:]
    for (code, passage) in zip(found, passages) {
      if let code { sizes[code, default: 0] += passage.count }
    }
    let all = sizes.values.reduce(0, +)
    return sizes.map { code, bytes in
      TextLanguages.Share(code: code, bytes: bytes, percent: (bytes * 200 + all) / (all * 2))
    }
    .filter { $0.percent > 0 }.sorted { ($1.bytes, $0.code) < ($0.bytes, $1.code) }
  }
}

/// Languages that a passage does not tell apart with certainty, as data.
private let kindredLanguages: [Set<String>] = [
  ["no", "nb", "nn", "da"], ["hr", "sr", "bs", "sh"], ["id", "ms", "jv"], ["gl", "pt"],
  ["cs", "sk"], ["af", "nl"], ["ca", "oc"],
]

/// Whether the languages of two BCP 47 codes are the same or too near to be told apart in a passage.
public func areKindred(_ a: String, _ b: String) -> Bool {
  let x = String(a.prefix { $0 != "-" })
  let y = String(b.prefix { $0 != "-" })
  return x == y || kindredLanguages.contains { $0.contains(x) && $0.contains(y) }
}
