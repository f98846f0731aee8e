public import Text

/// What a taxonomy would tag in a corpus, counted text by text.
public struct TaxonomyUse: Sendable {
  /// How many examples are kept of each theme.
  private static let examples = 3

  /// What became of one theme.
  public struct ThemeUse: Hashable, Sendable {
    /// The number of texts that it would be given to.
    public var texts = 0
    /// The titles of the first of them, at most three.
    public var examples: [String] = []
    /// How often each of its phrases counted, in their order.
    public var phrases: [Int]

    /// The use of a theme.
    public init(texts: Int = 0, examples: [String] = [], phrases: [Int]) {
      self.texts = texts
      self.examples = examples
      self.phrases = phrases
    }
  }

  /// The taxonomy.
  public let taxonomy: Taxonomy
  private let tagger: ThemeTagger
  /// One for each theme, in the order of the taxonomy.
  public private(set) var themes: [ThemeUse]
  /// The number of texts.
  public private(set) var texts = 0
  private let places: [String: Int]

  /// Nothing counted yet.
  public init(taxonomy: Taxonomy) {
    self.taxonomy = taxonomy
    tagger = ThemeTagger(taxonomy: taxonomy)
    themes = taxonomy.themes.map {
      ThemeUse(phrases: Array(repeating: 0, count: $0.phrases.count))
    }
    places = Dictionary(
      taxonomy.themes.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { a, _ in a })
  }

  /// Counts one text.
  public mutating func add(_ analyzed: AnalyzedText, title: String?, lexicon: inout Lexicon) {
    texts += 1
    for match in tagger.counted(in: analyzed, lexicon: &lexicon) {
      themes[match.theme].phrases[match.phrase] += 1
    }
    for tag in tagger.themes(in: analyzed, title: title, lexicon: &lexicon) {
      guard let place = places[tag.theme] else { continue }
      themes[place].texts += 1
      if themes[place].examples.count < TaxonomyUse.examples, let title {
        themes[place].examples.append(title)
      }
    }
  }
}
