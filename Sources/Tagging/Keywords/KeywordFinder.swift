import Bytes
import Model
public import Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Finds the words and phrases that a single text is about.
///
/// English noun phrases by their parts of speech, other languages by what stands between stop words.
/// The score is a product whose factors a keyword carries (`KeywordParts`): frequency, number of
/// words, first place, title, and how rare the words are in general, as term weighting has it since
/// Spärck Jones (1972). A long text asks for more: the further it is from an abstract, the more place
/// and title count, and the more a phrase inside longer phrases counts as met.
public struct KeywordFinder: Sendable {
  private let tagger: PartOfSpeechTagger?
  private let meaning: MeaningTable?
  /// What the corpus is made of; empty where a text is taken for itself.
  public var background = CorpusBackground()

  /// A finder; without the models it takes English as it takes other languages.
  public init(partOfSpeech: PartOfSpeechTagger? = nil, meaning: MeaningTable? = nil) {
    self.tagger = partOfSpeech
    self.meaning = meaning
  }

  /// The best keywords, best first; O(tokens × `maxWords`).
  ///
  /// The title is `title`, or else a first line of at most 250 bytes.
  public func keywords(
    in analyzed: AnalyzedText, title: String? = nil, options: KeywordOptions = KeywordOptions(),
    lexicon: inout Lexicon
  ) -> [Keyword] {
    let language = analyzed.baseLanguage
    let tags = language == "en" ? tagger?.tags(of: analyzed) : nil
    let titleStems = titleStems(title, analyzed, &lexicon)
    let discarded = discardedKeys(options.discarded, analyzed, &lexicon)
    var scored: [(candidate: KeywordCandidates.Candidate, parts: KeywordParts)] = []
    var found = KeywordCandidates(maxWords: max(1, options.maxWords), language: language)
    if options.maxWords == 1 {
      found.collectWords(analyzed, tags: tags, lexicon: &lexicon)
    } else {
      found.collect(analyzed, tags: tags, lexicon: &lexicon)
    }
    let scale = Scale(tokens: analyzed.tokens.count)
    // The first line of a short text is more often its first sentence than its title.
    let titleWeight = title == nil ? scale.mix(0.1, 1) : 1
    var ranks: [TermID: Double] = [:]
    var documents: [TermID: Int] = [:]
    for candidate in found.all
    where discarded.isEmpty || !discarded.contains(KeywordCandidates.key(candidate.stems[...])) {
      if language == "en",
        candidate.terms.allSatisfy({ CalendarWords.contains(lexicon.string(of: $0)) })
      {
        continue
      }
      let rarity = language == "en" ? rarity(candidate.terms, &ranks, lexicon) : 1
      let inTitle =
        Double(candidate.stems.count { titleStems.contains($0) }) / Double(candidate.stems.count)
      var parts =
        options.maxWords == 1
        ? wordParts(candidate, rarity, scale, lexicon, hasTags: tags != nil)
        : phraseParts(candidate, rarity, inTitle, titleWeight, scale)
      if background.documents > 1 {
        parts.corpus = unusualness(candidate.terms, &documents, lexicon)
      }
      scored.append((candidate, parts))
    }
    let order = scored.indices.filter { scored[$0].parts.product > 0 }.sorted {
      let (a, b) = (scored[$0], scored[$1])
      return (b.parts.product, a.candidate.first, $0) < (a.parts.product, b.candidate.first, $1)
    }
    return best(order.lazy.map { scored[$0] }, analyzed, options.limit, lexicon)
  }

  // MARK: Scores

  /// How far a text is from an abstract (0) towards a long paper (1), and its tokens.
  private struct Scale {
    var tokens: Double
    var long: Double

    init(tokens: Int) {
      self.tokens = Double(max(1, tokens))
      long = min(1, max(0, log(self.tokens / 250) / log(20)))
    }

    func mix(_ short: Double, _ long: Double) -> Double {
      short + (long - short) * self.long
    }
  }

  private func phraseParts(
    _ candidate: KeywordCandidates.Candidate, _ rarity: Double, _ inTitle: Double,
    _ titleWeight: Double, _ scale: Scale
  ) -> KeywordParts {
    let inside = Double(candidate.count - candidate.whole)
    // A phrase that only ever stands inside longer ones is met in long texts alone.
    let frequency = Double(candidate.whole) + scale.mix(0, 0.4) * inside
    let words = Double(candidate.stems.count)
    return KeywordParts(
      frequency: pow(frequency, scale.mix(0.7, 0.85)),
      length: pow(words > 3 ? 3 + 0.2 * (words - 3) : words, scale.mix(1, 0.8)),
      position: 1 / (1 + scale.mix(0.25, 6) * Double(candidate.first) / scale.tokens),
      rarity: pow(rarity, 1.5), title: 1 + titleWeight * inTitle,
      kind: candidate.isName ? 1.4 : 1)
  }

  private func wordParts(
    _ candidate: KeywordCandidates.Candidate, _ rarity: Double, _ scale: Scale, _ lexicon: Lexicon,
    hasTags: Bool
  ) -> KeywordParts {
    let kind: Double =
      switch candidate.tag {
      case .noun, .propn: 1
      case .verb: 0.9
      case .adj: 0.85
      default: 0.5
      }
    let length = min(12, candidate.places[0].count)
    return KeywordParts(
      frequency: Double(candidate.count), length: pow(Double(length), 1.5),
      position: 1 / (1 + 0.3 * Double(candidate.first) / scale.tokens), rarity: pow(rarity, 0.3),
      title: 1, kind: hasTags ? kind : 1)
  }

  /// How rare the words are in general English: the mean over the words of the logarithm of their
  /// rank, which runs inversely to their frequency (Zipf), 0 to 1.
  private func rarity(
    _ terms: [TermID], _ known: inout [TermID: Double], _ lexicon: Lexicon
  ) -> Double {
    guard let meaning else { return 1 }
    var sum = 0.0
    for term in terms {
      if let value = known[term] {
        sum += value
        continue
      }
      let form = lexicon.string(of: term)
      let rank = meaning.rank(of: form.utf8Span.span) ?? 40_000
      let value = log(Double(rank + 30) / 30) / log(40_030.0 / 30)
      known[term] = value
      sum += value
    }
    return 0.02 + sum / Double(terms.count)
  }

  /// How unusual the words are in the corpus.
  private func unusualness(
    _ terms: [TermID], _ known: inout [TermID: Int], _ lexicon: Lexicon
  ) -> Double {
    var counts: [Int] = []
    for term in terms {
      let count = known[term] ?? background.documents(with: lexicon.string(of: term))
      known[term] = count
      counts.append(count)
    }
    return background.unusualness(counts)
  }

  // MARK: Titles and discarded terms

  private func titleStems(
    _ title: String?, _ analyzed: AnalyzedText, _ lexicon: inout Lexicon
  ) -> Set<UInt32> {
    let language = analyzed.baseLanguage
    var stems: Set<UInt32> = []
    if let title {
      let heading = analyze(title, language: analyzed.language, lexicon: &lexicon)
      for token in heading.tokens where token.kind == .word {
        stems.insert(lexicon.stem(of: token.term, language: language).rawValue)
      }
    } else if let end = analyzed.bytes.prefix(251).firstIndex(of: 0x0A) {
      for token in analyzed.tokens where token.kind == .word {
        guard token.utf8.upperBound <= end else { break }
        stems.insert(lexicon.stem(of: token.term, language: language).rawValue)
      }
    }
    return stems
  }

  private func discardedKeys(
    _ phrases: [String], _ analyzed: AnalyzedText, _ lexicon: inout Lexicon
  ) -> Set<UInt64> {
    var keys: Set<UInt64> = []
    for phrase in phrases {
      let words = analyze(phrase, language: analyzed.language, lexicon: &lexicon)
      var stems: [UInt32] = []
      for token in words.tokens where token.kind == .word {
        stems.append(lexicon.stem(of: token.term, language: analyzed.baseLanguage).rawValue)
      }
      keys.insert(KeywordCandidates.key(stems[...]))
    }
    return keys
  }

  // MARK: Choice

  private func best(
    _ scored: some Sequence<(candidate: KeywordCandidates.Candidate, parts: KeywordParts)>,
    _ analyzed: AnalyzedText, _ limit: Int, _ lexicon: Lexicon
  ) -> [Keyword] {
    var taken: [(stems: [UInt32], count: Int)] = []
    var keywords: [Keyword] = []
    for (candidate, parts) in scored {
      guard keywords.count < limit else { break }
      guard !isCovered(candidate, taken) else { continue }
      taken.append((candidate.stems, candidate.count))
      let form = candidate.forms.max {
        ($0.count, $1.text.lowerBound) < ($1.count, $0.text.lowerBound)
      }
      keywords.append(
        Keyword(
          term: form.map { onOneLine(analyzed.string($0.text)) } ?? "",
          key: candidate.stems.map { lexicon.string(of: TermID(rawValue: $0)) }
            .joined(separator: " "), score: parts.product, count: candidate.count,
          places: candidate.places, parts: parts))
    }
    return keywords
  }

  /// Whether a better keyword says the same: it holds all of a candidate's words, which hardly stand
  /// anywhere else, or it is the core of a candidate that is seldom met.
  private func isCovered(
    _ candidate: KeywordCandidates.Candidate, _ taken: [(stems: [UInt32], count: Int)]
  ) -> Bool {
    for other in taken {
      if contains(other.stems, candidate.stems) {
        if Double(candidate.count) <= 1.5 * Double(other.count) { return true }
      } else if contains(candidate.stems, other.stems), candidate.count * 6 <= other.count {
        return true
      }
    }
    return false
  }

  private func contains(_ long: [UInt32], _ short: [UInt32]) -> Bool {
    guard short.count <= long.count else { return false }
    for start in 0...(long.count - short.count)
    where long[start..<(start + short.count)].elementsEqual(short) {
      return true
    }
    return false
  }

  /// Text on one line.
  private func onOneLine(_ text: String) -> String {
    text.split { $0 == "\n" || $0 == " " || $0 == "\t" || $0 == "\r" }.joined(separator: " ")
  }
}
