import Bytes
import Model
import Text

/// The words and phrases of a text that may be its keywords, forms of one taken together.
///
/// Where the parts of speech are known these are noun phrases, `(adjective | participle | noun)* noun`
/// without stop words, perhaps after adverbs such as "fully", and the shorter noun phrases inside them; elsewhere the runs of words between
/// stop words and punctuation, and their parts. All of it lies in a few flat arrays.
struct KeywordCandidates {
  /// One candidate.
  struct Candidate {
    /// Its words, those of its first form, in `words`.
    var words: Range<Int>
    /// The hash of its stems.
    var key: UInt64
    /// How often it occurs.
    var count = 0
    /// How often it is a whole phrase.
    var whole = 0
    /// How often "of" follows.
    var beforeOf = 0
    /// How often a preposition stands before it.
    var afterPreposition = 0
    /// The token where the first phrase that holds it begins.
    var first: Int
    /// The class of its first word, of its first occurrence.
    var tag: UniversalTag
    /// Whether all of its words are proper nouns.
    var isName: Bool
    /// Its first occurrence and its last one so far, in `occurrences`.
    fileprivate(set) var firstOccurrence: Int
    fileprivate var lastOccurrence: Int
  }

  /// A word of a candidate.
  struct Word {
    var stem: UInt32
    var term: TermID
  }

  /// A place where a candidate stands, and where the next one of the same candidate is found; 0 for none.
  private struct Occurrence {
    var start: UInt32
    var end: UInt32
    var next: Int32 = 0

    var utf8: Range<Int> { Int(start)..<Int(end) }
  }

  /// The longest phrase, in words, that a shorter one is looked for in.
  private static let longestRun = 24
  /// The most places of a keyword that are kept.
  private static let mostPlaces = 8
  /// The most forms of a keyword that are told apart.
  private static let mostForms = 6

  /// In the order they were met.
  private(set) var all: [Candidate] = []
  /// The words of all candidates, one after the other.
  private(set) var words: [Word] = []
  private var occurrences: [Occurrence] = []
  /// One more than the number of the candidate with a key.
  private var index: HashedNumbers
  private let maxWords: Int
  private let language: String
  private var run: [Int] = []
  private var runWords: [Word] = []

  /// No candidates; about `tokens` tokens will be looked at.
  init(maxWords: Int, language: String, tokens: Int) {
    self.maxWords = maxWords
    self.language = language
    index = HashedNumbers(capacity: tokens / 2)
    all.reserveCapacity(tokens / 2)
    words.reserveCapacity(tokens)
    occurrences.reserveCapacity(tokens)
  }

  /// What stems are known by together: the key of those before and one more.
  static func key(_ key: UInt64, _ stem: UInt32) -> UInt64 { mixed(key &+ UInt64(stem) &+ 1) }

  /// Takes up the phrases of `analyzed`; without `tags`, runs of words.
  mutating func collect(
    _ analyzed: AnalyzedText, tags: [UniversalTag]?, lexicon: inout Lexicon
  ) {
    for sentence in analyzed.sentences {
      run.removeAll(keepingCapacity: true)
      for i in sentence.tokens {
        if isJoint(i, sentence.tokens, analyzed) { continue }
        if run.count < KeywordCandidates.longestRun,
          belongs(i, tags, lexicon: &lexicon, analyzed)
        {
          run.append(i)
        } else if !run.isEmpty {
          finish(analyzed, tags, &lexicon)
        }
      }
      if !run.isEmpty { finish(analyzed, tags, &lexicon) }
    }
  }

  /// Takes up the single words of `analyzed`: of every class that carries content, where tags are given.
  mutating func collectWords(
    _ analyzed: AnalyzedText, tags: [UniversalTag]?, lexicon: inout Lexicon
  ) {
    for i in analyzed.tokens.indices {
      let token = analyzed.tokens[i]
      guard token.kind == .word, token.utf8.count > 1,
        !lexicon.isStopWord(token.term, language: language)
      else { continue }
      switch tags?[i] {
      case nil, .noun, .propn, .adj, .verb, .adv, .num, .intj, .x: break
      default: continue
      }
      run.append(i)
      takeWords(analyzed, &lexicon)
      add(0...0, KeywordCandidates.key(0, runWords[0].stem), analyzed, tags)
      run.removeAll(keepingCapacity: true)
    }
  }

  // MARK: What was found

  /// Where a candidate stands first, UTF-8 byte offsets into the text.
  func firstPlace(of candidate: Candidate) -> Range<Int> {
    occurrences[candidate.firstOccurrence].utf8
  }

  /// The first places of a candidate, eight at most, and that of its most frequent form, of equally
  /// frequent ones the first.
  func places(
    of candidate: Candidate, in text: borrowing Span<UInt8>
  ) -> (first: [Range<Int>], form: Range<Int>) {
    var places: [Range<Int>] = []
    var forms: [(text: Range<Int>, count: Int, hash: UInt64)] = []
    var at = candidate.firstOccurrence
    repeat {
      let place = occurrences[at].utf8
      if places.count < KeywordCandidates.mostPlaces { places.append(place) }
      let hash = stableHash(text, in: place)
      if let known = forms.firstIndex(where: { $0.hash == hash }) {
        forms[known].count += 1
      } else if forms.count < KeywordCandidates.mostForms {
        forms.append((place, 1, hash))
      }
      at = Int(occurrences[at].next)
    } while at != 0
    var best = forms[0]
    for form in forms where form.count > best.count { best = form }
    return (places, best.text)
  }

  // MARK: Phrases

  /// Whether the token is a hyphen between two words of the run.
  private func isJoint(_ i: Int, _ sentence: Range<Int>, _ analyzed: AnalyzedText) -> Bool {
    guard let last = run.last, last == i - 1, i + 1 < sentence.upperBound else { return false }
    let (before, hyphen, after) =
      (analyzed.tokens[i - 1], analyzed.tokens[i], analyzed.tokens[i + 1])
    guard hyphen.start == before.end, hyphen.end == after.start else { return false }
    let at = hyphen.utf8.lowerBound
    return hyphen.utf8.count == 1
      ? analyzed.bytes[at] == 0x2D
      : hyphen.utf8.count == 3 && analyzed.bytes[at] == 0xE2 && analyzed.bytes[at + 1] == 0x80
        && (0x90...0x93).contains(analyzed.bytes[at + 2])
  }

  /// Whether the token at `i` can go on the run.
  private func belongs(
    _ i: Int, _ tags: [UniversalTag]?, lexicon: inout Lexicon, _ analyzed: AnalyzedText
  ) -> Bool {
    let (token, tag) = (analyzed.tokens[i], tags?[i])
    let isNumber = token.kind == .number
    guard token.kind == .word || isNumber && tag != nil && isNumberedName(token, analyzed) else {
      return false
    }
    switch tag {
    case nil:
      guard lexicon.length(of: token.term) > 2 || token.utf8.count > 1 else { return false }
    case .noun, .propn, .adj: break
    case .num, .x: guard isNumber else { return false }
    case .verb: guard isParticiple(token, analyzed) else { return false }
    case .adv:
      // "fully automatic control", but nothing after a noun.
      if let tags, let last = run.last, isNoun(tags[last]) { return false }
      guard ends(token, "ly", analyzed) else { return false }
    default: return false
    }
    return !lexicon.isStopWord(token.term, language: language)
  }

  private func isNoun(_ tag: UniversalTag) -> Bool { tag == .noun || tag == .propn }

  /// Whether the token ends in -ed or -ing.
  private func isParticiple(_ token: Token, _ analyzed: AnalyzedText) -> Bool {
    ends(token, "ed", analyzed) || ends(token, "ing", analyzed)
  }

  /// Whether the token is longer than three bytes and ends in `ending`.
  private func ends(_ token: Token, _ ending: StaticString, _ analyzed: AnalyzedText) -> Bool {
    guard token.utf8.count > 3 else { return false }
    let span = analyzed.bytes.span
    return span.hasBytes(ending, at: token.utf8.upperBound - ending.utf8CodeUnitCount)
  }

  /// Whether the token is a digit and letters, such as "3D", and no ordinal.
  private func isNumberedName(_ token: Token, _ analyzed: AnalyzedText) -> Bool {
    let place = token.utf8
    guard (2...4).contains(place.count), ASCII.isDigit(analyzed.bytes[place.lowerBound]),
      analyzed.bytes[place].dropFirst().allSatisfy(ASCII.isLetter)
    else { return false }
    let span = analyzed.bytes.span
    return place.count != 3
      || !["st", "nd", "rd", "th"].contains { span.hasBytes($0, at: place.lowerBound + 1) }
  }

  /// Takes up the phrases of the run, which is forgotten.
  private mutating func finish(
    _ analyzed: AnalyzedText, _ tags: [UniversalTag]?, _ lexicon: inout Lexicon
  ) {
    defer { run.removeAll(keepingCapacity: true) }
    if let tags {
      while let last = run.last, !isNoun(tags[last]) { run.removeLast() }
    }
    guard !run.isEmpty else { return }
    takeWords(analyzed, &lexicon)
    for i in run.indices where i == 0 || !isGlued(i - 1) {
      if let tags, tags[run[i]] == .adv {
        guard i + 1 < run.count, tags[run[i + 1]] == .adj || tags[run[i + 1]] == .verb else {
          continue
        }
      }
      var key: UInt64 = 0
      for j in i..<min(run.count, i + maxWords) {
        key = KeywordCandidates.key(key, runWords[j].stem)
        let last = run[j]
        if j + 1 < run.count, isGlued(j) { continue }
        if let tags {
          guard isNoun(tags[last]) else { continue }
          if i == j, isShort(analyzed.tokens[last], analyzed) { continue }
        }
        add(i...j, key, analyzed, tags)
      }
    }
  }

  private mutating func takeWords(_ analyzed: AnalyzedText, _ lexicon: inout Lexicon) {
    runWords.removeAll(keepingCapacity: true)
    for i in run {
      let term = analyzed.tokens[i].term
      runWords.append(
        Word(stem: lexicon.stem(of: term, language: language).rawValue, term: term))
    }
  }

  /// Whether a hyphen joins the words at `i` and `i + 1` of the run.
  private func isGlued(_ i: Int) -> Bool { run[i + 1] == run[i] + 2 }

  /// Whether a single word is too short to say anything: one or two bytes that are no capitals.
  private func isShort(_ token: Token, _ analyzed: AnalyzedText) -> Bool {
    guard token.utf8.count < 3 else { return false }
    return !analyzed.bytes[token.utf8].allSatisfy { (0x41...0x5A).contains($0) || $0 >= 0x80 }
  }

  private func isOf(_ token: Token, _ analyzed: AnalyzedText) -> Bool {
    let span = analyzed.bytes.span
    return token.utf8.count == 2 && span.hasBytesIgnoringCase("of", at: token.utf8.lowerBound)
  }

  /// Takes up the words at `part` of the run, whose key is `key`.
  private mutating func add(
    _ part: ClosedRange<Int>, _ key: UInt64, _ analyzed: AnalyzedText, _ tags: [UniversalTag]?
  ) {
    let (first, last) = (run[part.lowerBound], run[part.upperBound])
    let occurrence = occurrences.count
    occurrences.append(
      Occurrence(start: analyzed.tokens[first].start, end: analyzed.tokens[last].end))
    let number = Int(index.number(of: key, orAdd: Int32(all.count + 1))) - 1
    if number == all.count {
      let start = words.count
      var isName = tags != nil
      for k in part {
        words.append(runWords[k])
        if let tags, tags[run[k]] != .propn { isName = false }
      }
      all.append(
        Candidate(
          words: start..<words.count, key: key, first: run[0], tag: tags?[first] ?? .noun,
          isName: isName, firstOccurrence: occurrence, lastOccurrence: occurrence))
    } else {
      occurrences[all[number].lastOccurrence].next = Int32(occurrence)
      all[number].lastOccurrence = occurrence
    }
    all[number].count += 1
    if let tags {
      if last + 1 < tags.count, tags[last + 1] == .adp, isOf(analyzed.tokens[last + 1], analyzed) {
        all[number].beforeOf += 1
      }
      if first > 0, tags[first - 1] == .adp { all[number].afterPreposition += 1 }
    }
    if part.count == run.count { all[number].whole += 1 }
  }
}
