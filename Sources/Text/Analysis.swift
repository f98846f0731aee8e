import Bytes
public import Model

/// A text with its tokens and sentences.
public struct AnalyzedText: Sendable {
  /// The text.
  public var text: String
  /// Its UTF-8 bytes.
  public var bytes: [UInt8]
  /// Language as a BCP 47 code; `und` when it is unknown.
  public var language: String
  /// All tokens, in order, with terms of the lexicon that was given.
  public var tokens: [Token]
  /// All sentences, in order; every token is in exactly one.
  public var sentences: [Sentence]

  /// The language without script and region, as stemmers and word lists know it.
  public var baseLanguage: String { String(language.prefix { $0 != "-" }) }

  /// The text of a token.
  public func string(_ token: Token) -> String { string(token.utf8) }

  /// The text at a range of UTF-8 bytes.
  public func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The number of words and numbers.
  public var wordCount: Int {
    tokens.reduce(0) { $0 + ($1.kind == .word || $1.kind == .number ? 1 : 0) }
  }
}

/// Finds the tokens and sentences of `text`; words are interned in `lexicon`.
///
/// The bounds of `passages` always end a sentence, and so do blank lines where none are given. The
/// language is detected when it is nil.
/// - Complexity: O(*n*).
public func analyze(
  _ text: String, passages: [Passage]? = nil, language: String? = nil, lexicon: inout Lexicon
) -> AnalyzedText {
  let bytes = Array(text.utf8)
  let code = language ?? detectLanguage(text).code
  let base = String(code.prefix { $0 != "-" })
  let span = bytes.span
  let blocks = passages?.map(\.utf8) ?? paragraphs(span)
  let rules = SentenceRules(language: base)
  var tokenizer = Tokenizer(language: base)
  var tokens: [Token] = []
  var sentences: [Sentence] = []
  tokens.reserveCapacity(bytes.count / 4)
  var form: [UInt8] = []
  for block in blocks {
    let range = max(0, block.lowerBound)..<min(bytes.count, block.upperBound)
    tokenizer.removeAll()
    tokenizer.scan(span, range)
    let pieces = tokenizer.pieces
    let firstToken = tokens.count
    tokens.append(addingCapacity: pieces.count) { found in
      for piece in pieces {
        let term = lexicon.intern(normalFormOf: span, piece.range, &form)
        found.append(Token(start: piece.start, end: piece.end, term: term, kind: piece.kind))
      }
    }
    let breaker = SentenceBreaker(span, pieces, rules)
    for sentence in breaker.sentences(span) {
      let first = pieces[sentence.lowerBound].range.lowerBound
      let last = pieces[sentence.upperBound - 1].range.upperBound
      sentences.append(
        Sentence(
          utf8: first..<last,
          tokens: (firstToken + sentence.lowerBound)..<(firstToken + sentence.upperBound)))
    }
  }
  return AnalyzedText(
    text: text, bytes: bytes, language: code, tokens: tokens, sentences: sentences)
}

/// The stretches of `text` between blank lines.
func paragraphs(_ text: borrowing Span<UInt8>) -> [Range<Int>] {
  var found: [Range<Int>] = []
  var start = 0
  var i = 0
  while let line = text.firstIndex(of: 0x0A, from: i) {
    i = line
    var k = i + 1
    while k < text.count, text[k] == 0x20 || text[k] == 0x09 || text[k] == 0x0D { k += 1 }
    guard k < text.count, text[k] == 0x0A else {
      i += 1
      continue
    }
    if i > start { found.append(start..<i) }
    start = k + 1
    i = start
  }
  if start < text.count { found.append(start..<text.count) }
  return found
}
