import Model
public import Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A theme that a text speaks of.
public struct ThemeTag: Hashable, Sendable {
  /// The identifier of the theme.
  public var theme: String
  /// Its name.
  public var name: String
  /// How much of the text speaks of it, 0–1.
  public var score: Double
  /// The words that do, UTF-8 byte offsets into the text, ascending.
  public var evidence: [Range<Int>]
}

/// Tags texts with the themes of a taxonomy, by the phrases that occur in them.
///
/// A theme needs weight, not one passing word: each phrase counts with the logarithm of its
/// frequency, a phrase of several words more than a single one, in the title more than in the text,
/// and a long text needs more of them.
public struct ThemeTagger: Sendable {
  /// What a phrase of the matcher is looked for.
  private enum Role {
    /// It speaks of the theme: the place among its phrases, what it counts, and the roles' numbers of
    /// the phrases of which one must stand and none may stand in the same sentence.
    case counted(theme: Int, phrase: Int, weight: Double, requires: [Int], excludes: [Int])
    /// Its words count for nothing for the theme.
    case exclusion(theme: Int)
    /// It matters only beside others.
    case beside
  }

  private let themes: [Theme]
  private let matcher: PhraseMatcher
  private let roles: [Role]

  /// A tagger for `taxonomy`.
  public init(taxonomy: Taxonomy) {
    themes = taxonomy.themes
    var lexicon = Lexicon()
    var patterns: [PhrasePattern] = []
    var roles: [Role] = []
    var known: [String: Int] = [:]
    func add(_ text: String, _ role: (PhrasePattern) -> Role) {
      let pattern = PhrasePattern(text, language: Taxonomy.language, lexicon: &lexicon)
      patterns.append(pattern)
      roles.append(role(pattern))
    }
    func beside(_ texts: [String]) -> [Int] {
      texts.map { text in
        if let number = known[text] { return number }
        known[text] = roles.count
        add(text) { _ in .beside }
        return roles.count - 1
      }
    }
    for (index, theme) in taxonomy.themes.enumerated() {
      for (number, phrase) in theme.phrases.enumerated() {
        let (requires, excludes) = (beside(phrase.requires), beside(phrase.excludes))
        add(phrase.text) { pattern in
          .counted(
            theme: index, phrase: number, weight: phrase.weight ?? (pattern.words > 1 ? 1 : 0.6),
            requires: requires, excludes: excludes)
        }
      }
      for phrase in theme.exclusions { add(phrase.text) { _ in .exclusion(theme: index) } }
    }
    self.roles = roles
    matcher = PhraseMatcher(patterns, language: Taxonomy.language) { number in
      if case .beside = roles[number] { true } else { false }
    }
  }

  /// The themes of `analyzed`, best first; `title` counts three times where it is given.
  ///
  /// O(tokens).
  public func themes(
    in analyzed: AnalyzedText, title: String?, lexicon: inout Lexicon
  ) -> [ThemeTag] {
    var places: [Int: [Range<Int>]] = [:]
    // By theme and phrase, in the order of both.
    var counts: [Int: [Int: (count: Double, weight: Double)]] = [:]
    for match in counted(in: analyzed, lexicon: &lexicon) {
      counts[match.theme, default: [:]][match.phrase, default: (0, match.weight)].count += 1
      let first = analyzed.tokens[match.tokens.lowerBound].utf8.lowerBound
      let last = analyzed.tokens[match.tokens.upperBound - 1].utf8.upperBound
      places[match.theme, default: []].append(first..<last)
    }
    guard !places.isEmpty else { return [] }
    if let title {
      let heading = analyze(title, language: analyzed.language, lexicon: &lexicon)
      for match in counted(in: heading, lexicon: &lexicon) {
        // Words of the title alone are no evidence in the text, so they only strengthen a theme.
        counts[match.theme, default: [:]][match.phrase, default: (0, match.weight)].count += 2
      }
    }
    var tags: [ThemeTag] = []
    for (theme, evidence) in places {
      var weight = 0.0
      for (_, phrase) in (counts[theme] ?? [:]).sorted(by: { $0.key < $1.key }) {
        weight += phrase.weight * (1 + log(phrase.count))
      }
      let need = ThemeTagger.need(themes[theme], words: analyzed.tokens.count)
      guard weight >= need else { continue }
      tags.append(
        ThemeTag(
          theme: themes[theme].id, name: themes[theme].name, score: weight / (weight + 2 * need),
          evidence: distinct(evidence)))
    }
    return tags.sorted { ($1.score, $0.theme) < ($0.score, $1.theme) }
  }

  /// The weight that a theme needs in a text of so many tokens.
  ///
  /// Different words, and so the phrases that are met by chance, grow about with the root of the length
  /// (Heaps, 1978).
  private static func need(_ theme: Theme, words: Int) -> Double {
    theme.threshold + 0.5 * max(0, log(Double(max(1, words)) / 400))
  }

  /// A phrase of a theme that counts where it was met.
  struct Counted {
    /// The place of the theme in the taxonomy, and of the phrase in the theme.
    var theme: Int
    var phrase: Int
    var weight: Double
    var tokens: Range<Int>
  }

  /// What counts: phrases that no exclusion of their theme covers, in sentences that have what they
  /// require and nothing that they exclude.
  func counted(in analyzed: AnalyzedText, lexicon: inout Lexicon) -> [Counted] {
    let matches = matcher.matches(in: analyzed, lexicon: &lexicon)
    var barred: Set<BarredToken> = []
    // The sentences that hold a phrase which matters beside others.
    var sentences: [Int: Set<Int>] = [:]
    for match in matches {
      switch roles[match.phrase] {
      case .exclusion(let theme):
        for token in match.tokens { barred.insert(BarredToken(theme: theme, token: token)) }
      case .beside: sentences[match.phrase, default: []].insert(match.sentence)
      case .counted: continue
      }
    }
    var found: [Counted] = []
    for match in matches {
      guard
        case .counted(let theme, let phrase, let weight, let requires, let excludes) =
          roles[match.phrase]
      else { continue }
      func stands(_ number: Int) -> Bool { sentences[number]?.contains(match.sentence) ?? false }
      guard requires.isEmpty || requires.contains(where: stands), !excludes.contains(where: stands),
        barred.isEmpty
          || !match.tokens.contains(where: {
            barred.contains(BarredToken(theme: theme, token: $0))
          })
      else { continue }
      found.append(Counted(theme: theme, phrase: phrase, weight: weight, tokens: match.tokens))
    }
    return found
  }

  /// A token that counts for nothing for a theme.
  private struct BarredToken: Hashable {
    var theme: Int
    var token: Int
  }

  /// Ascending ranges; where two overlap, the earlier and longer one.
  private func distinct(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var kept: [Range<Int>] = []
    for range in ranges.sorted(by: {
      ($0.lowerBound, -$0.upperBound) < ($1.lowerBound, -$1.upperBound)
    }) where kept.last.map({ $0.upperBound <= range.lowerBound }) ?? true {
      kept.append(range)
    }
    return kept
  }
}
