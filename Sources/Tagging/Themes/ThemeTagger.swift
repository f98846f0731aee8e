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
  private struct Role {
    enum Kind {
      /// It speaks of the theme.
      case counted
      /// Its words count for nothing for the theme.
      case exclusion
      /// It matters only beside others.
      case beside
    }

    var kind: Kind
    /// The theme, and the place of the phrase among the theme's.
    var theme = 0
    var phrase = 0
    /// What one occurrence counts.
    var weight = 0.0
    /// The roles, in `companions`, of the phrases of which one must stand in the same sentence, and of
    /// those of which none may.
    var requires = 0..<0
    var excludes = 0..<0
  }

  private let themes: [Theme]
  private let matcher: PhraseMatcher
  private let roles: [Role]
  private let companions: [Int]

  /// A tagger for `taxonomy`.
  public init(taxonomy: Taxonomy) {
    themes = taxonomy.themes
    var lexicon = Lexicon()
    var patterns: [PhrasePattern] = []
    var roles: [Role] = []
    var companions: [Int] = []
    var known: [String: Int] = [:]
    func add(_ text: String, _ role: (PhrasePattern) -> Role) {
      let pattern = PhrasePattern(text, language: Taxonomy.language, lexicon: &lexicon)
      patterns.append(pattern)
      roles.append(role(pattern))
    }
    func beside(_ texts: [String]) -> Range<Int> {
      let start = companions.count
      for text in texts {
        if let number = known[text] {
          companions.append(number)
        } else {
          known[text] = roles.count
          companions.append(roles.count)
          add(text) { _ in Role(kind: .beside) }
        }
      }
      return start..<companions.count
    }
    for (index, theme) in taxonomy.themes.enumerated() {
      for (number, phrase) in theme.phrases.enumerated() {
        let (requires, excludes) = (beside(phrase.requires), beside(phrase.excludes))
        add(phrase.text) { pattern in
          Role(
            kind: .counted, theme: index, phrase: number,
            weight: phrase.weight ?? (pattern.words > 1 ? 1 : 0.6), requires: requires,
            excludes: excludes)
        }
      }
      for phrase in theme.exclusions {
        add(phrase.text) { _ in Role(kind: .exclusion, theme: index) }
      }
    }
    self.roles = roles
    self.companions = companions
    matcher = PhraseMatcher(patterns, language: Taxonomy.language) { roles[$0].kind == .beside }
  }

  /// The themes of `analyzed`, best first; `title` counts three times where it is given.
  ///
  /// O(tokens).
  public func themes(
    in analyzed: AnalyzedText, title: String?, lexicon: inout Lexicon
  ) -> [ThemeTag] {
    let found = counted(in: analyzed, lexicon: &lexicon)
    guard !found.isEmpty else { return [] }
    var inTitle: [Counted] = []
    if let title {
      let heading = analyze(title, language: analyzed.language, lexicon: &lexicon)
      inTitle = counted(in: heading, lexicon: &lexicon)
    }
    // What was found, theme by theme, in the order of the text.
    var ends = [Int](repeating: 0, count: themes.count + 1)
    for match in found { ends[match.theme + 1] += 1 }
    for theme in themes.indices { ends[theme + 1] += ends[theme] }
    var order = [Int](repeating: 0, count: found.count)
    for (number, match) in found.enumerated() {
      order[ends[match.theme]] = number
      ends[match.theme] += 1
    }
    var tags: [ThemeTag] = []
    // By phrase of one theme: how often it counts, and what it counts then.
    var phrases: [(count: Double, weight: Double)] = []
    var start = 0
    for (index, theme) in themes.enumerated() {
      let matches = order[start..<ends[index]]
      start = ends[index]
      guard !matches.isEmpty else { continue }
      phrases.removeAll(keepingCapacity: true)
      for _ in theme.phrases { phrases.append((0, 0)) }
      for number in matches {
        phrases[found[number].phrase].count += 1
        phrases[found[number].phrase].weight = found[number].weight
      }
      // Words of the title alone are no evidence in the text, so they only strengthen a theme.
      for match in inTitle where match.theme == index {
        phrases[match.phrase].count += 2
        phrases[match.phrase].weight = match.weight
      }
      var weight = 0.0
      for (count, each) in phrases where count > 0 {
        weight += count == 1 ? each : each * (1 + log(count))
      }
      let need = ThemeTagger.need(theme, words: analyzed.tokens.count)
      guard weight >= need else { continue }
      tags.append(
        ThemeTag(
          theme: theme.id, name: theme.name, score: weight / (weight + 2 * need),
          evidence: distinct(matches, found, analyzed)))
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
    var found: [Counted] = []
    for match in matches {
      switch roles[match.phrase].kind {
      case .exclusion:
        for token in match.tokens {
          barred.insert(BarredToken(theme: roles[match.phrase].theme, token: token))
        }
      case .beside: sentences[match.phrase, default: []].insert(match.sentence)
      case .counted: continue
      }
    }
    found.reserveCapacity(matches.count)
    for match in matches where roles[match.phrase].kind == .counted {
      let role = roles[match.phrase]
      func stands(_ companion: Int) -> Bool {
        sentences[companions[companion]]?.contains(match.sentence) ?? false
      }
      guard role.requires.isEmpty || role.requires.contains(where: stands),
        role.excludes.isEmpty || !role.excludes.contains(where: stands),
        barred.isEmpty
          || !match.tokens.contains(where: {
            barred.contains(BarredToken(theme: role.theme, token: $0))
          })
      else { continue }
      found.append(
        Counted(
          theme: role.theme, phrase: role.phrase, weight: role.weight, tokens: match.tokens))
    }
    return found
  }

  /// A token that counts for nothing for a theme.
  private struct BarredToken: Hashable {
    var theme: Int
    var token: Int
  }

  /// Where `matches`, which are in the order of the text, stand: ascending ranges of bytes; where two
  /// overlap, the earlier and longer one.
  private func distinct(
    _ matches: ArraySlice<Int>, _ found: [Counted], _ analyzed: AnalyzedText
  ) -> [Range<Int>] {
    var kept: [Range<Int>] = []
    for number in matches {
      let tokens = found[number].tokens
      let start = Int(analyzed.tokens[tokens.lowerBound].start)
      let range = start..<Int(analyzed.tokens[tokens.upperBound - 1].end)
      if let last = kept.last, last.lowerBound == start {
        if last.upperBound < range.upperBound { kept[kept.count - 1] = range }
      } else if kept.last.map({ $0.upperBound <= start }) ?? true {
        kept.append(range)
      }
    }
    return kept
  }
}
