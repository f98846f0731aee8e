import Bytes
import Model
public import Text

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
    let titleStems = titleStems(title, analyzed, language, &lexicon)
    let discarded = discardedKeys(options.discarded, analyzed, language, &lexicon)
    var found = KeywordCandidates(
      maxWords: max(1, options.maxWords), language: language, tokens: analyzed.tokens.count)
    if options.maxWords == 1 {
      found.collectWords(analyzed, tags: tags, lexicon: &lexicon)
    } else {
      found.collect(analyzed, tags: tags, lexicon: &lexicon)
    }
    let scores = KeywordScores(
      scale: KeywordScores.Scale(tokens: analyzed.tokens.count), isEnglish: language == "en",
      areWords: options.maxWords == 1, hasTags: tags != nil, hasTitle: title != nil,
      titleStems: titleStems, meaning: meaning, background: background)
    var ranking = KeywordRanking(capacity: found.all.count)
    for (number, candidate) in found.all.enumerated()
    where discarded.isEmpty || !discarded.contains(candidate.key) {
      if language == "en", isDate(candidate, found, lexicon) { continue }
      let score = scores.parts(of: candidate, found, lexicon).product
      if score > 0 { ranking.add(number, first: candidate.first, score: score) }
    }
    var taken: [KeywordCandidates.Candidate] = []
    var keywords: [Keyword] = []
    let bytes = analyzed.bytes.span
    while keywords.count < options.limit, let number = ranking.popFirst() {
      let candidate = found.all[number]
      guard !isCovered(candidate, taken, found.words) else { continue }
      taken.append(candidate)
      let parts = scores.parts(of: candidate, found, lexicon)
      let places = found.places(of: candidate, in: bytes)
      keywords.append(
        Keyword(
          term: onOneLine(bytes, places.form),
          key: candidate.words.map { lexicon.string(of: TermID(rawValue: found.words[$0].stem)) }
            .joined(separator: " "), score: parts.product, count: candidate.count,
          places: places.first, parts: parts))
    }
    return keywords
  }

  /// Whether a candidate does nothing but date and count.
  private func isDate(
    _ candidate: KeywordCandidates.Candidate, _ found: KeywordCandidates, _ lexicon: Lexicon
  ) -> Bool {
    candidate.words.allSatisfy { CalendarWords.contains(lexicon.hash(of: found.words[$0].term)) }
  }

  // MARK: Titles and discarded terms

  private func titleStems(
    _ title: String?, _ analyzed: AnalyzedText, _ language: String, _ lexicon: inout Lexicon
  ) -> StemSet {
    var stems = StemSet()
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
    _ phrases: [String], _ analyzed: AnalyzedText, _ language: String, _ lexicon: inout Lexicon
  ) -> Set<UInt64> {
    var keys: Set<UInt64> = []
    for phrase in phrases {
      let words = analyze(phrase, language: analyzed.language, lexicon: &lexicon)
      var key: UInt64 = 0
      for token in words.tokens where token.kind == .word {
        key = KeywordCandidates.key(
          key, lexicon.stem(of: token.term, language: language).rawValue)
      }
      keys.insert(key)
    }
    return keys
  }

  // MARK: Choice

  /// Whether a better keyword says the same: it holds all of a candidate's words, which hardly stand
  /// anywhere else, or it is the core of a candidate that is seldom met.
  private func isCovered(
    _ candidate: KeywordCandidates.Candidate, _ taken: [KeywordCandidates.Candidate],
    _ words: [KeywordCandidates.Word]
  ) -> Bool {
    for other in taken {
      if contains(other.words, candidate.words, words) {
        if Double(candidate.count) <= 1.5 * Double(other.count) { return true }
      } else if candidate.count * 6 <= other.count, contains(candidate.words, other.words, words) {
        return true
      }
    }
    return false
  }

  /// Whether the stems at `short` stand together among those at `long`.
  private func contains(
    _ long: Range<Int>, _ short: Range<Int>, _ words: [KeywordCandidates.Word]
  ) -> Bool {
    guard short.count <= long.count else { return false }
    for start in long.lowerBound...(long.upperBound - short.count) {
      var k = 0
      while k < short.count, words[start + k].stem == words[short.lowerBound + k].stem { k += 1 }
      if k == short.count { return true }
    }
    return false
  }

  /// The text at `range` on one line, its words parted by single spaces.
  private func onOneLine(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> String {
    var line: [UInt8] = []
    line.reserveCapacity(range.count)
    for i in range {
      let isSpace = text[i] == 0x20 || (0x09...0x0D).contains(text[i])
      if !isSpace {
        line.append(text[i])
      } else if let last = line.last, last != 0x20 {
        line.append(0x20)
      }
    }
    if line.last == 0x20 { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }
}
