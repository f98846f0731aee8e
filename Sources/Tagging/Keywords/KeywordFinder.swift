import Bytes
import Model
public import Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

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
}

/// Finds the words and phrases that a single text is about.
public struct KeywordFinder: Sendable {
  /// A finder; it holds no model.
  public init() {}

  private struct Candidate {
    var stems: [UInt32]
    var count = 0
    var sentences = 0
    var lastSentence = -1
    var first = 0
    var places: [Range<Int>] = []
    var forms: [(text: Range<Int>, tokens: Range<Int>, count: Int, hash: UInt64)] = []
    var inTitle = false
  }

  /// The best keywords, best first.
  ///
  /// Candidates are runs of at most `maxWords` words between stop words and punctuation. A candidate
  /// counts by frequency, by how early it first stands, by its length, and by the title.
  /// O(tokens × `maxWords`).
  public func keywords(
    in analyzed: AnalyzedText, title: String?, limit: Int, maxWords: Int, lexicon: inout Lexicon
  ) -> [Keyword] {
    let language = analyzed.baseLanguage
    var titleStems: Set<UInt32> = []
    if let title {
      let heading = analyze(title, language: analyzed.language, lexicon: &lexicon)
      for token in heading.tokens where token.kind == .word {
        titleStems.insert(lexicon.stem(of: token.term, language: language).rawValue)
      }
    }
    var found: [[UInt32]: Candidate] = [:]
    var total = 0
    for (number, sentence) in analyzed.sentences.enumerated() {
      var start = sentence.tokens.lowerBound
      while start < sentence.tokens.upperBound {
        guard isContent(analyzed.tokens[start], language, &lexicon) else {
          start += 1
          continue
        }
        var end = start + 1
        while end < sentence.tokens.upperBound,
          isContent(analyzed.tokens[end], language, &lexicon)
        { end += 1 }
        total += end - start
        add(
          start..<end, number, analyzed, maxWords: max(1, maxWords), language, &lexicon, &found)
        start = end
      }
    }
    return best(found, total, titleStems, analyzed, limit, &lexicon)
  }

  private func isContent(_ token: Token, _ language: String, _ lexicon: inout Lexicon) -> Bool {
    token.kind == .word && !lexicon.isStopWord(token.term, language: language)
      && (lexicon.length(of: token.term) > 2 || token.end - token.start > 1)
  }

  private func add(
    _ run: Range<Int>, _ sentence: Int, _ analyzed: AnalyzedText, maxWords: Int,
    _ language: String, _ lexicon: inout Lexicon, _ found: inout [[UInt32]: Candidate]
  ) {
    let stems = run.map { lexicon.stem(of: analyzed.tokens[$0].term, language: language).rawValue }
    for i in run {
      var hash: UInt64 = 0
      for j in i..<min(run.upperBound, i + maxWords) {
        let token = analyzed.tokens[j]
        hash = mixed(hash &+ lexicon.hash(of: token.term))
        let key = Array(stems[(i - run.lowerBound)...(j - run.lowerBound)])
        let place = analyzed.tokens[i].utf8.lowerBound..<token.utf8.upperBound
        var candidate = found[key] ?? Candidate(stems: key, first: i)
        candidate.count += 1
        if candidate.lastSentence != sentence {
          candidate.sentences += 1
          candidate.lastSentence = sentence
        }
        if candidate.places.count < 8 { candidate.places.append(place) }
        if let known = candidate.forms.firstIndex(where: { $0.hash == hash }) {
          candidate.forms[known].count += 1
        } else if candidate.forms.count < 6 {
          candidate.forms.append((place, i..<(j + 1), 1, hash))
        }
        found[key] = candidate
      }
    }
  }

  private func best(
    _ found: [[UInt32]: Candidate], _ total: Int, _ title: Set<UInt32>, _ analyzed: AnalyzedText,
    _ limit: Int, _ lexicon: inout Lexicon
  ) -> [Keyword] {
    var scored: [(candidate: Candidate, score: Double)] = []
    let length = Double(max(1, analyzed.tokens.count))
    for candidate in found.values {
      let words = Double(candidate.stems.count)
      let position = 1 / (1 + 3 * Double(candidate.first) / length)
      let titleShare =
        Double(candidate.stems.count { title.contains($0) }) / words
      // A phrase is rarer than its words, so its frequency counts for more; a phrase met once in a
      // long text is chance.
      let frequency = Double(candidate.count)
      let score =
        frequency * (1 + 0.9 * (words - 1)) * position * (1 + titleShare)
      scored.append((candidate, score))
    }
    scored.sort {
      ($1.score, $0.candidate.first, $0.candidate.stems.count)
        < ($0.score, $1.candidate.first, $1.candidate.stems.count)
    }
    var taken: [[UInt32]] = []
    var keywords: [Keyword] = []
    for (candidate, score) in scored where keywords.count < limit {
      guard !isCovered(candidate, taken, found) else { continue }
      taken.append(candidate.stems)
      let form =
        candidate.forms.max { ($0.count, $1.text.lowerBound) < ($1.count, $0.text.lowerBound) }
      keywords.append(
        Keyword(
          term: form.map { words(analyzed.string($0.text)) } ?? "",
          key: candidate.stems.map { lexicon.string(of: TermID(rawValue: $0)) }
            .joined(separator: " "), score: score, count: candidate.count,
          places: candidate.places))
    }
    return keywords
  }

  /// Whether a better keyword holds all of a candidate's words, and the candidate hardly stands
  /// anywhere else.
  private func isCovered(
    _ candidate: Candidate, _ taken: [[UInt32]], _ found: [[UInt32]: Candidate]
  ) -> Bool {
    for other in taken {
      let isPart = contains(other, candidate.stems)
      let isWhole = contains(candidate.stems, other)
      guard isPart || isWhole else { continue }
      let count = found[other]?.count ?? 0
      if isPart, Double(candidate.count) <= 1.5 * Double(count) { return true }
      if isWhole, candidate.count * 3 <= count { return true }
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
  private func words(_ text: String) -> String {
    text.split { $0 == "\n" || $0 == " " || $0 == "\t" || $0 == "\r" }.joined(separator: " ")
  }
}
