/// The words that name the themes of a factorisation.
struct ThemeWords {
  /// The words of a theme that are looked at.
  private static let candidates = 40
  /// How much a word's weight counts against its nearness to the words chosen so far.
  private static let weightShare = 0.1

  /// A word, as a number in `CorpusTerms.terms`, and its weight against the first, 0–1.
  struct Word {
    var term: Int
    var weight: Double
  }

  /// For each theme its candidates, heaviest first.
  let candidates: [[Word]]
  /// For each theme the words that were chosen, heaviest first, and how coherent they are.
  let chosen: [(words: [Word], coherence: Double)]

  /// Chooses at most `limit` words for each theme of `factors`.
  ///
  /// A word belongs to the theme in which it has the greatest share, and counts by its weight there
  /// times how much of it the theme has; so no two themes share a word. From the heaviest on, the
  /// word is taken that stands nearest to those taken before.
  init(_ factors: Factorization, _ matrix: TermMatrix, _ corpus: CorpusTerms, limit: Int) {
    let themes = factors.terms.columns
    var sums = [Float](repeating: 0, count: themes)
    for row in 0..<factors.terms.rows {
      for theme in 0..<themes { sums[theme] += factors.terms[row, theme] }
    }
    var owned: [[Word]] = Array(repeating: [], count: themes)
    for row in 0..<factors.terms.rows {
      var (best, share, total) = (0, Float(0), Float(0))
      for theme in 0..<themes where sums[theme] > 0 {
        let own = factors.terms[row, theme] / sums[theme]
        total += own
        if own > share { (best, share) = (theme, own) }
      }
      guard total > 0 else { continue }
      owned[best].append(Word(term: matrix.terms[row], weight: Double(share * share / total)))
    }
    let candidates = owned.map { words in
      let order = words.sorted {
        ($1.weight, corpus.terms[$0.term].stem) < ($0.weight, corpus.terms[$1.term].stem)
      }
      let top = order.first?.weight ?? 1
      return order.prefix(ThemeWords.candidates).map {
        Word(term: $0.term, weight: $0.weight / top)
      }
    }
    self.candidates = candidates
    let coherence = Coherence(corpus, candidates: candidates.map { $0.map(\.term) })
    chosen = candidates.indices.map { theme in
      let words = candidates[theme]
      let places = ThemeWords.chosen(words, theme, coherence, limit)
      return (places.map { words[$0] }, coherence.mean(theme, places))
    }
  }

  private static func chosen(
    _ words: [Word], _ theme: Int, _ coherence: Coherence, _ limit: Int
  ) -> [Int] {
    guard !words.isEmpty else { return [] }
    var taken = [0]
    var nearness = [Double](repeating: 0, count: words.count)
    var isTaken = [Bool](repeating: false, count: words.count)
    isTaken[0] = true
    while taken.count < min(limit, words.count) {
      var best: (place: Int, value: Double)?
      for place in words.indices where !isTaken[place] {
        nearness[place] += coherence.between(theme, place, taken[taken.count - 1])
        let value =
          nearness[place] / Double(taken.count)
          + weightShare * naturalLogarithm(max(1e-9, words[place].weight))
        if best.map({ value > $0.value }) ?? true { best = (place, value) }
      }
      guard let best else { break }
      isTaken[best.place] = true
      taken.append(best.place)
    }
    return taken.sorted()
  }
}
