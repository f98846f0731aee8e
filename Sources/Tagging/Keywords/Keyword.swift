/// A word or phrase that a text is about.
public struct Keyword: Hashable, Sendable {
  /// Its most frequent form in the text.
  public var term: String
  /// Its stems, by which forms of one keyword are the same.
  public var key: String
  /// The larger, the better; only the order within one text means something.
  public var score: Double
  /// How often it occurs.
  public var count: Int
  /// Its first places, at most eight, UTF-8 byte offsets into the text, ascending.
  public var places: [Range<Int>]
  /// What the score is the product of.
  public var parts: KeywordParts
}

/// The factors of a keyword's score, which explain it.
public struct KeywordParts: Hashable, Sendable {
  /// How often it stands as a phrase of its own and, for less, inside a longer one.
  public var frequency: Double
  /// More for phrases of several words.
  public var length: Double
  /// 1 at the start of the text and less the later it first stands.
  public var position: Double
  /// How rare its words are in general English, 0 to 1.
  public var rarity: Double
  /// More when its words stand in the title.
  public var title: Double
  /// More for names, less for words that seldom name a subject.
  public var kind: Double
  /// Less where "of" follows, more where a preposition stands before it.
  public var context = 1.0
  /// How unusual its words are in the corpus, 0 to 1; 1 where there is none.
  public var corpus = 1.0

  var product: Double { frequency * length * position * rarity * title * kind * context * corpus }
}

/// What is asked of a keyword finder.
public struct KeywordOptions: Hashable, Sendable {
  /// The most keywords.
  public var limit: Int
  /// The most words of one; with 1, words of any class take part, not nouns alone.
  public var maxWords: Int
  /// Words and phrases that are never keywords, in any of their forms.
  public var discarded: [String]

  /// Options for at most `limit` keywords of at most `maxWords` words.
  public init(limit: Int = 15, maxWords: Int = 4, discarded: [String] = []) {
    self.limit = limit
    self.maxWords = maxWords
    self.discarded = discarded
  }
}
