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
  private let themes: [Theme]
  private let matcher: PhraseMatcher
  /// The theme of each phrase; nil for an exclusion.
  private let owners: [(theme: Int, weight: Double, isExclusion: Bool)]

  /// A tagger for `taxonomy`.
  public init(taxonomy: Taxonomy) {
    themes = taxonomy.themes
    var phrases: [String] = []
    var owners: [(theme: Int, weight: Double, isExclusion: Bool)] = []
    for (index, theme) in taxonomy.themes.enumerated() {
      for phrase in theme.phrases {
        let words = phrase.split(separator: " ").count
        phrases.append(phrase)
        owners.append((index, words > 1 ? 1 : 0.6, false))
      }
      for phrase in theme.exclusions {
        phrases.append(phrase)
        owners.append((index, 0, true))
      }
    }
    self.owners = owners
    matcher = PhraseMatcher(phrases, language: "en")
  }

  /// The themes of `analyzed`, best first; `title` counts three times where it is given.
  ///
  /// O(tokens).
  public func themes(
    in analyzed: AnalyzedText, title: String?, lexicon: inout Lexicon
  ) -> [ThemeTag] {
    var places: [Int: [Range<Int>]] = [:]
    var counts: [Int: [Int: Double]] = [:]
    for match in counted(matcher.matches(in: analyzed, lexicon: &lexicon)) {
      let theme = owners[match.phrase].theme
      counts[theme, default: [:]][match.phrase, default: 0] += 1
      let first = analyzed.tokens[match.tokens.lowerBound].utf8.lowerBound
      let last = analyzed.tokens[match.tokens.upperBound - 1].utf8.upperBound
      places[theme, default: []].append(first..<last)
    }
    if let title {
      let heading = analyze(title, language: analyzed.language, lexicon: &lexicon)
      for match in counted(matcher.matches(in: heading, lexicon: &lexicon)) {
        // Words of the title alone are no evidence in the text, so they only strengthen a theme.
        counts[owners[match.phrase].theme, default: [:]][match.phrase, default: 0] += 2
      }
    }
    let need = ThemeTagger.need(words: analyzed.tokens.count)
    var tags: [ThemeTag] = []
    for (theme, evidence) in places {
      let phrases = counts[theme] ?? [:]
      var weight = 0.0
      for (phrase, count) in phrases.sorted(by: { $0.key < $1.key }) {
        weight += owners[phrase].weight * (1 + log(count))
      }
      guard weight >= need else { continue }
      tags.append(
        ThemeTag(
          theme: themes[theme].id, name: themes[theme].name, score: weight / (weight + 2 * need),
          evidence: distinct(evidence)))
    }
    return tags.sorted { ($1.score, $0.theme) < ($0.score, $1.theme) }
  }

  /// The weight that a theme needs in a text of so many tokens.
  private static func need(words: Int) -> Double { 1.5 + max(0, log(Double(max(1, words)) / 400)) }

  /// Matches of phrases that no exclusion of their theme covers.
  private func counted(_ matches: [PhraseMatcher.Match]) -> [PhraseMatcher.Match] {
    let barred = matches.filter { owners[$0.phrase].isExclusion }
    return matches.filter { match in
      !owners[match.phrase].isExclusion
        && !barred.contains {
          owners[$0.phrase].theme == owners[match.phrase].theme && $0.tokens.overlaps(match.tokens)
        }
    }
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
