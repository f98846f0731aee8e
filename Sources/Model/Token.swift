/// A word form held by a lexicon.
///
/// Dense: ids count up from 0 in order of first appearance.
///
/// Ids belong to one lexicon: they are never stored, compared across lexicons, or used as an order
/// of output.
public struct TermID: RawRepresentable, Hashable, Sendable {
  /// The index in the lexicon.
  public let rawValue: UInt32
  /// A term by its index.
  public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// A word, number or punctuation mark of a text.
public struct Token: Hashable, Sendable {
  /// What a token is made of.
  public enum Kind: UInt8, Hashable, Sendable {
    /// Letters, perhaps with apostrophes, hyphens or digits.
    case word
    /// Begins with a digit and is a number.
    case number
    /// Punctuation.
    case punctuation
    /// A symbol such as a currency sign, or an emoji.
    case symbol
    /// A URL, e-mail address, handle or hashtag.
    case address
  }

  /// First UTF-8 byte in the text.
  public var start: UInt32
  /// One past the last UTF-8 byte.
  public var end: UInt32
  /// The normal form (case folded, quotes and dashes unified) in the lexicon.
  public var term: TermID
  /// What it is made of.
  public var kind: Kind

  /// A token of the bytes `start`..<`end`.
  public init(start: UInt32, end: UInt32, term: TermID, kind: Kind) {
    self.start = start
    self.end = end
    self.term = term
    self.kind = kind
  }

  /// UTF-8 byte offsets into the text, half-open.
  public var utf8: Range<Int> { Int(start)..<Int(end) }
}

/// A sentence of a text.
public struct Sentence: Hashable, Sendable {
  /// UTF-8 byte offsets into the text, half-open, white space at the ends left out.
  public var utf8: Range<Int>
  /// Indices of its tokens, half-open.
  public var tokens: Range<Int>

  /// A sentence at `utf8` holding `tokens`.
  public init(utf8: Range<Int>, tokens: Range<Int>) {
    self.utf8 = utf8
    self.tokens = tokens
  }
}
