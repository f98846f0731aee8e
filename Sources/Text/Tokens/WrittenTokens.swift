import Bytes
import Model

extension AnalyzedText {
  /// The tokens as they are written, in order, in UTF-8 bytes.
  ///
  /// What `tokens` cuts for the taggers is joined again: "don't", "Lee's", "cannot" and "non-profit"
  /// are one each. Units, "5km", fractions, "1/2", and single letters, "x-ray", are parted from what
  /// they are written with. An abbreviation that ends a sentence gives its full stop away, and German
  /// counts each mark of "!!!". So the treebanks of Universal Dependencies have it.
  /// - Complexity: O(*n*).
  public var writtenTokens: [Range<Int>] {
    var writer = TokenWriter(language: baseLanguage)
    let text = bytes.span
    for sentence in sentences {
      for i in sentence.tokens { writer.add(text, tokens[i]) }
      let last = tokens[sentence.tokens.upperBound - 1]
      if sentence.tokens.count > 1, last.kind == .word { writer.partFullStop(text) }
    }
    return writer.found
  }
}

/// Joins and parts tokens as they are written.
private struct TokenWriter {
  /// Letters after a number that are a word of their own.
  private static let units = ShortWordSet(
    """
    m k b mm cm km kg mg ml ft lb lbs hz mhz ghz kb mb gb tb bn hr hrs min mins sec mph kw mw
    """)

  private let language: String
  private let isEnglish: Bool
  private let partsFullStops: Bool
  private var lastKind = Token.Kind.punctuation
  /// Whether the last token is a hyphen that holds on to what follows.
  private var holdsOn = false
  private(set) var found: [Range<Int>] = []

  init(language: String) {
    self.language = language
    isEnglish = language == "en" || language == "und"
    partsFullStops = isEnglish || language == "fr" || language == "de"
  }

  mutating func add(_ text: borrowing Span<UInt8>, _ token: Token) {
    let range = token.utf8
    let isAdjacent = found.last?.upperBound == range.lowerBound
    defer { lastKind = token.kind }
    if holdsOn {
      holdsOn = false
      if isAdjacent, token.kind == .word { return join(range) }
      if let last = found.popLast() {
        found.append(last.lowerBound..<(last.upperBound - 1))
        found.append((last.upperBound - 1)..<last.upperBound)
      }
    }
    if isAdjacent, let last = found.last {
      if token.kind == .word, joins(text, last, range) { return join(range) }
      if isEnglish, range.count == 1, text[range.lowerBound] == 0x2D, lastKind == .word,
        last.count <= 7, Clitics.prefixes.contains(ShortWord(normalFormOf: text, last))
      {
        holdsOn = true
        return join(range)
      }
    }
    switch token.kind {
    case .number: addNumber(text, range)
    case .punctuation
    where language == "de" && range.count > 1
      && (text[range.lowerBound] == 0x21 || text[range.lowerBound] == 0x3F):
      for k in range { found.append(k..<(k + 1)) }
    case .word
    where isEnglish && range.count > 2 && text[range.lowerBound + 1] == 0x2D
      && text[range.lowerBound] | 0x20 != 0x65:
      part(range, at: [range.lowerBound + 1, range.lowerBound + 2])
    default: found.append(range)
    }
  }

  /// Parts the full stop of an abbreviation that is the last word of a sentence.
  mutating func partFullStop(_ text: borrowing Span<UInt8>) {
    guard partsFullStops, let last = found.last, last.count > 1,
      text[last.upperBound - 1] == 0x2E
    else { return }
    part(last, at: [last.upperBound - 1], replacingLast: true)
  }

  private mutating func join(_ range: Range<Int>) {
    guard let last = found.popLast() else { return found.append(range) }
    found.append(last.lowerBound..<range.upperBound)
  }

  private mutating func part(_ range: Range<Int>, at cuts: [Int], replacingLast: Bool = false) {
    if replacingLast { found.removeLast() }
    var start = range.lowerBound
    for cut in cuts + [range.upperBound] where cut > start {
      found.append(start..<cut)
      start = cut
    }
  }

  private mutating func addNumber(_ text: borrowing Span<UInt8>, _ range: Range<Int>) {
    var slash = -1
    var slashes = 0
    var letters = range.upperBound
    for k in range {
      if text[k] == 0x2F {
        slash = k
        slashes += 1
      }
      if letters == range.upperBound, ASCII.isLetter(text[k]) { letters = k }
    }
    var cuts: [Int] = []
    // "03/21/2001" is one number, "24/7" is two.
    if slashes == 1 { cuts += [slash, slash + 1] }
    if isEnglish || language == "fr", letters > slash,
      TokenWriter.units.contains(ShortWord(normalFormOf: text, letters..<range.upperBound))
    {
      cuts.append(letters)
    }
    part(range, at: cuts)
  }

  /// Whether a clitic at `range` follows the word at `last`.
  private func joins(_ text: borrowing Span<UInt8>, _ last: Range<Int>, _ range: Range<Int>) -> Bool
  {
    let first = text[range.lowerBound]
    if first == 0x27 || first == 0xE2 { return true }
    switch range.count {
    case 2:
      // "gonna", "gotta", "wanna"
      return text[range.lowerBound + 1] | 0x20 == 0x61 && last.count == 3
        && text[last.lowerBound + 2] | 0x20 == first | 0x20
    case 3:
      return text.hasBytesIgnoringCase("n't", at: range.lowerBound)
        || last.count == 3 && text.hasBytesIgnoringCase("cannot", at: last.lowerBound)
    case 5: return first | 0x20 == 0x6E && text[range.lowerBound + 1] == 0xE2
    default: return false
    }
  }
}
