public import Model

/// The tokens of a text column by column, without its sentences: what a comparison word by word needs.
public struct TokenColumns: Sendable {
  /// The numbers of the terms in the lexicon.
  public private(set) var terms: [UInt32] = []
  private var starts: [UInt32] = []
  private var ends: [UInt32] = []
  private var kinds: [Token.Kind] = []

  /// Number of tokens.
  public var count: Int { terms.count }

  /// The bytes of the token at `index`.
  public func utf8(_ index: Int) -> Range<Int> { Int(starts[index])..<Int(ends[index]) }

  /// The kind of the token at `index`.
  public func kind(_ index: Int) -> Token.Kind { kinds[index] }

  /// The tokens of `text`, which is valid UTF-8; they are those of `analyze` without passages.
  ///
  /// - Complexity: O(*n*).
  public init(_ text: borrowing Span<UInt8>, language: String, lexicon: inout Lexicon) {
    var tokenizer = Tokenizer(language: String(language.prefix { $0 != "-" }))
    let likely = text.count / 4
    terms.reserveCapacity(likely)
    starts.reserveCapacity(likely)
    ends.reserveCapacity(likely)
    kinds.reserveCapacity(likely)
    var form: [UInt8] = []
    for block in paragraphs(text) {
      tokenizer.removeAll()
      tokenizer.scan(text, block)
      let pieces = tokenizer.pieces
      terms.append(addingCapacity: pieces.count) { found in
        for piece in pieces {
          found.append(lexicon.intern(normalFormOf: text, piece.range, &form).rawValue)
        }
      }
      starts.append(addingCapacity: pieces.count) { for piece in pieces { $0.append(piece.start) } }
      ends.append(addingCapacity: pieces.count) { for piece in pieces { $0.append(piece.end) } }
      kinds.append(addingCapacity: pieces.count) { for piece in pieces { $0.append(piece.kind) } }
    }
  }
}
