/// A theme that was found in a corpus.
public struct DiscoveredTheme: Hashable, Sendable {
  /// A word that belongs to it.
  public struct Word: Hashable, Sendable {
    /// The most frequent form, in lower case.
    public var surface: String
    /// The stem.
    public var stem: String
    /// Its weight against the heaviest word, 0–1.
    public var weight: Double

    /// A word.
    public init(surface: String, stem: String, weight: Double) {
      self.surface = surface
      self.stem = stem
      self.weight = weight
    }
  }

  /// The words that name it, at most ten, heaviest first; no two themes share one.
  public var words: [Word]
  /// Heavy words that it is known by from run to run, heaviest first.
  public var signature: [Word]
  /// Mean nearness of the words that name it, −1–1: normalised pointwise mutual information within
  /// ten words of the corpus.
  public var coherence: Double
  /// Texts of which it is the strongest theme.
  public var texts: Int

  /// A theme.
  public init(words: [Word], signature: [Word], coherence: Double, texts: Int) {
    self.words = words
    self.signature = signature
    self.coherence = coherence
    self.texts = texts
  }

  /// Its three heaviest words.
  public var name: String { words.prefix(3).map(\.surface).joined(separator: ", ") }
}

/// The most themes that can be asked for.
public let maximumDiscoveredThemes = 500

/// What `corpus` is about: at most `count` themes, those of most texts first.
///
/// Fewer come back where there are not enough texts or words. The same texts in the same order give
/// the same themes.
/// - Complexity: see `Factorization`; some seconds for 10,000 articles and 50 themes.
public func discoverThemes(in corpus: CorpusTerms, count: Int) -> [DiscoveredTheme] {
  let matrix = TermMatrix(corpus)
  let possible = min(count, maximumDiscoveredThemes, matrix.rows, matrix.terms.count)
  guard possible > 0 else { return [] }
  let factors = Factorization(matrix, count: possible)
  let words = ThemeWords(factors, matrix, corpus, limit: 10)
  let texts = strongest(factors)
  func shown(_ word: ThemeWords.Word) -> DiscoveredTheme.Word {
    let term = corpus.terms[word.term]
    return DiscoveredTheme.Word(surface: term.surface, stem: term.stem, weight: word.weight)
  }
  let found = words.chosen.indices.filter { !words.chosen[$0].words.isEmpty }.map { theme in
    DiscoveredTheme(
      words: words.chosen[theme].words.map(shown), signature: words.candidates[theme].map(shown),
      coherence: words.chosen[theme].coherence, texts: texts[theme])
  }
  return found.enumerated().sorted {
    ($1.element.texts, $0.offset) < ($0.element.texts, $1.offset)
  }.map(\.element)
}

/// For each theme the texts that have most of it, its own scale aside.
private func strongest(_ factors: Factorization) -> [Int] {
  let themes = factors.terms.columns
  var sums = [Float](repeating: 0, count: themes)
  for row in 0..<factors.terms.rows {
    for theme in 0..<themes { sums[theme] += factors.terms[row, theme] }
  }
  var texts = [Int](repeating: 0, count: themes)
  for row in 0..<factors.texts.rows {
    var (best, most) = (-1, Float(0))
    for theme in 0..<themes {
      let share = factors.texts[row, theme] * sums[theme]
      if share > most { (best, most) = (theme, share) }
    }
    if best >= 0 { texts[best] += 1 }
  }
  return texts
}
