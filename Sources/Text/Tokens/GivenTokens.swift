import Model

/// A text that is given as sentences of tokens.
///
/// The tokens are joined by spaces into one text; they are not cut again.
public struct GivenTokens: Sendable {
  /// The text with one token for each token that was given; empty ones are left out.
  public let analyzed: AnalyzedText
  private let starts: [Int]
  private let indices: [Int]

  /// The tokens of `sentences`, counted through; words are interned in `lexicon`.
  ///
  /// A language that is nil is told by the script: Japanese, Korean, Chinese, else English.
  public init(_ sentences: [[String]], language: String? = nil, lexicon: inout Lexicon) {
    var text = ""
    var tokens: [Token] = []
    var found: [Sentence] = []
    var starts: [Int] = []
    var indices: [Int] = []
    var index = 0
    var form: [UInt8] = []
    for sentence in sentences {
      let first = tokens.count
      for word in sentence {
        defer { index += 1 }
        guard !word.utf8.isEmpty else { continue }
        if !text.isEmpty { text += " " }
        let start = text.utf8.count
        text += word
        form.removeAll(keepingCapacity: true)
        let span = word.utf8Span.span
        appendNormalForm(span, 0..<span.count, to: &form)
        let formSpan = form.span
        tokens.append(
          Token(
            start: UInt32(start), end: UInt32(text.utf8.count),
            term: lexicon.intern(formSpan, 0..<formSpan.count), kind: GivenTokens.kind(word)))
        starts.append(start)
        indices.append(index)
      }
      if tokens.count > first {
        let range = Int(tokens[first].start)..<Int(tokens[tokens.count - 1].end)
        found.append(Sentence(utf8: range, tokens: first..<tokens.count))
      }
    }
    self.starts = starts
    self.indices = indices
    let bytes = Array(text.utf8)
    analyzed = AnalyzedText(
      text: text, bytes: bytes, language: language ?? eastAsianLanguage(of: bytes.span) ?? "en",
      tokens: tokens, sentences: found)
  }

  /// The given tokens that a range of the text touches; nil when it touches none.
  public func tokens(of utf8: Range<Int>) -> Range<Int>? {
    guard !utf8.isEmpty else { return nil }
    let first = lastStart(atOrBefore: utf8.lowerBound)
    let last = lastStart(atOrBefore: utf8.upperBound - 1)
    guard first >= 0, last >= first else { return nil }
    return indices[first]..<(indices[last] + 1)
  }

  private func lastStart(atOrBefore offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }

  private static func kind(_ word: String) -> Token.Kind {
    guard let scalar = word.unicodeScalars.first else { return .symbol }
    if scalar.properties.numericType == .decimal { return .number }
    if scalar.properties.isAlphabetic { return .word }
    switch scalar.properties.generalCategory {
    case .currencySymbol, .mathSymbol, .otherSymbol, .modifierSymbol: return .symbol
    default: return .punctuation
    }
  }
}
