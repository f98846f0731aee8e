public import Model
public import Tagging
public import Text

/// Compares two texts.
///
/// Holds its models and nothing else, so one serves any number of comparisons.
public struct Comparer: Sendable {
  private let meaning: MeaningTable?
  private let tagger: EntityTagger?

  /// A comparer; without a table of meanings, words alone link the sentences, and without a
  /// tagger, words with capitals are the names.
  public init(meaning: MeaningTable? = nil, tagger: EntityTagger? = nil) {
    self.meaning = meaning
    self.tagger = tagger
  }

  /// Aligns sentences that are given already split.
  ///
  /// - Returns: Links, labels and moves; indices count the strings given.
  /// - Complexity: All pairs of up to some 500 × 500 sentences; beyond that those that share a rare
  ///   stem, so the time grows with the length of the texts.
  public func align(
    a: [String], b: [String], language: String? = nil, lexicon: inout Lexicon
  ) -> Alignment {
    let sideA = Side(sentences: a, language: language, lexicon: &lexicon)
    let sideB = Side(
      sentences: b, language: language ?? sideA.analyzed.language, lexicon: &lexicon)
    return Aligner(table: meaning).align(sideA, sideB, lexicon: &lexicon)
  }

  /// Everything that tells `b` from `a`.
  ///
  /// The lexicon takes up the words of both texts.
  public func compare(
    _ a: ComparisonInput, _ b: ComparisonInput, options: ComparisonOptions = .init(),
    lexicon: inout Lexicon
  ) -> ComparisonResult {
    let sideA = Side(a, lexicon: &lexicon)
    let sideB = Side(b, lexicon: &lexicon)
    let alignment = Aligner(table: meaning, strictness: options.strictness).align(
      sideA, sideB, lexicon: &lexicon)
    let edits = options.findsEdits ? wordEdits(sideA, sideB, alignment, &lexicon) : []
    let facts = FactComparison(sideA, sideB, alignment, tagger: tagger, &lexicon)
    let languages = TwoLanguages(sideA, sideB, alignment)
    // Across languages every name and date would seem to be another one.
    let changes = options.findsFacts && languages == nil ? facts.changes() : []
    let scores = comparisonScores(sideA, sideB, alignment, facts)
    let verdict = Verdicts(sideA, sideB, alignment, scores, changes, languages).verdict()
    return ComparisonResult(
      verdict: verdict, scores: scores, a: Self.compared(a, sideA), b: Self.compared(b, sideB),
      alignment: alignment, edits: edits, changes: changes)
  }

  /// The features of every candidate link, from which the link model is trained.
  ///
  /// - Returns: Index in `a`, index in `b`, and 26 numbers, by `a`, then `b`.
  public func linkFeatures(
    a: [String], b: [String], lexicon: inout Lexicon
  ) -> [(a: Int, b: Int, [Float])] {
    let sideA = Side(sentences: a, language: nil, lexicon: &lexicon)
    let sideB = Side(sentences: b, language: sideA.analyzed.language, lexicon: &lexicon)
    return Aligner(table: meaning).features(sideA, sideB, lexicon: &lexicon)
  }

  private static func compared(_ input: ComparisonInput, _ side: Side) -> ComparedText {
    ComparedText(
      metadata: input.metadata,
      language: side.analyzed.language == "und" ? nil : side.analyzed.language,
      text: input.text, sentences: side.units.map(\.utf8), passages: input.passages ?? [])
  }
}
