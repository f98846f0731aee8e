import Bytes
import Model
import Text

/// The words and phrases of a text that may be its keywords, forms of one taken together.
///
/// Where the parts of speech are known these are noun phrases, `(adjective | participle | noun)* noun`
/// without stop words, and the shorter noun phrases inside them; elsewhere the runs of words between
/// stop words and punctuation, and their parts.
struct KeywordCandidates {
  /// One candidate.
  struct Candidate {
    /// The stems of its words.
    var stems: [UInt32]
    /// The terms of its first form.
    var terms: [TermID]
    /// How often it occurs.
    var count = 0
    /// How often it is a whole phrase.
    var whole = 0
    /// The token where the first phrase that holds it begins.
    var first: Int
    /// Its first places.
    var places: [Range<Int>] = []
    /// Its forms, at most six, in the order they were met.
    var forms: [(text: Range<Int>, count: Int, hash: UInt64)] = []
    /// The class of its first word, of its first occurrence.
    var tag: UniversalTag
    /// Whether all of its words are proper nouns.
    var isName: Bool
  }

  /// The longest phrase, in words, that a shorter one is looked for in.
  private static let longestRun = 24

  /// In the order they were met.
  private(set) var all: [Candidate] = []
  private var index: [UInt64: Int] = [:]
  private let maxWords: Int
  private let language: String
  private var run: [Int] = []
  private var stems: [UInt32] = []

  init(maxWords: Int, language: String) {
    self.maxWords = maxWords
    self.language = language
  }

  /// The candidate that has `stems`.
  func candidate(_ stems: ArraySlice<UInt32>) -> Candidate? {
    index[KeywordCandidates.key(stems)].map { all[$0] }
  }

  static func key(_ stems: ArraySlice<UInt32>) -> UInt64 {
    var hash: UInt64 = 0
    for stem in stems { hash = mixed(hash &+ UInt64(stem) &+ 1) }
    return hash
  }

  /// Takes up the phrases of `analyzed`; without `tags`, runs of words.
  mutating func collect(
    _ analyzed: AnalyzedText, tags: [UniversalTag]?, lexicon: inout Lexicon
  ) {
    for sentence in analyzed.sentences {
      run.removeAll(keepingCapacity: true)
      for i in sentence.tokens {
        if isJoint(i, sentence.tokens, analyzed) { continue }
        if run.count < KeywordCandidates.longestRun,
          belongs(analyzed.tokens[i], tags?[i], lexicon: &lexicon, analyzed)
        {
          run.append(i)
        } else {
          finish(analyzed, tags, &lexicon)
        }
      }
      finish(analyzed, tags, &lexicon)
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
      stems.append(lexicon.stem(of: token.term, language: language).rawValue)
      add(0...0, analyzed, tags)
      run.removeAll(keepingCapacity: true)
      stems.removeAll(keepingCapacity: true)
    }
  }

  /// Whether the token is a hyphen between two words of the run.
  private func isJoint(_ i: Int, _ sentence: Range<Int>, _ analyzed: AnalyzedText) -> Bool {
    guard let last = run.last, last == i - 1, i + 1 < sentence.upperBound else { return false }
    let (before, hyphen, after) =
      (analyzed.tokens[i - 1], analyzed.tokens[i], analyzed.tokens[i + 1])
    guard hyphen.start == before.end, hyphen.end == after.start else { return false }
    let bytes = analyzed.bytes
    return hyphen.utf8.count == 1
      ? bytes[hyphen.utf8.lowerBound] == 0x2D
      : hyphen.utf8.count == 3 && bytes[hyphen.utf8.lowerBound] == 0xE2
        && bytes[hyphen.utf8.lowerBound + 1] == 0x80
        && (0x90...0x93).contains(bytes[hyphen.utf8.lowerBound + 2])
  }

  private func belongs(
    _ token: Token, _ tag: UniversalTag?, lexicon: inout Lexicon, _ analyzed: AnalyzedText
  ) -> Bool {
    guard token.kind == .word, !lexicon.isStopWord(token.term, language: language) else {
      return false
    }
    switch tag {
    case nil: return lexicon.length(of: token.term) > 2 || token.utf8.count > 1
    case .noun, .propn, .adj: return true
    case .verb: return isParticiple(token, analyzed)
    default: return false
    }
  }

  /// Whether the token ends in -ed or -ing.
  private func isParticiple(_ token: Token, _ analyzed: AnalyzedText) -> Bool {
    let (bytes, end) = (analyzed.bytes, token.utf8.upperBound)
    guard token.utf8.count > 3 else { return false }
    return bytes[end - 2] == 0x65 && bytes[end - 1] == 0x64
      || bytes[end - 3] == 0x69 && bytes[end - 2] == 0x6E && bytes[end - 1] == 0x67
  }

  private mutating func finish(
    _ analyzed: AnalyzedText, _ tags: [UniversalTag]?, _ lexicon: inout Lexicon
  ) {
    defer { run.removeAll(keepingCapacity: true) }
    if let tags {
      while let last = run.last, tags[last] != .noun, tags[last] != .propn { run.removeLast() }
    }
    guard !run.isEmpty else { return }
    stems.removeAll(keepingCapacity: true)
    for i in run {
      stems.append(lexicon.stem(of: analyzed.tokens[i].term, language: language).rawValue)
    }
    for i in run.indices where !isGlued(run[i], after: false) {
      for j in i..<min(run.count, i + maxWords) {
        let last = run[j]
        guard !isGlued(last, after: true) else { continue }
        if let tags {
          guard tags[last] == .noun || tags[last] == .propn else { continue }
          if i == j, isShort(analyzed.tokens[last], analyzed) { continue }
        }
        add(i...j, analyzed, tags)
      }
    }
  }

  /// Whether a hyphen joins the token to the word of the run before or after it.
  private func isGlued(_ token: Int, after: Bool) -> Bool {
    let step = after ? 1 : -1
    return !run.contains(token + step) && run.contains(token + 2 * step)
  }

  /// Whether a single word is too short to say anything: one or two bytes that are no capitals.
  private func isShort(_ token: Token, _ analyzed: AnalyzedText) -> Bool {
    guard token.utf8.count < 3 else { return false }
    return !analyzed.bytes[token.utf8].allSatisfy { (0x41...0x5A).contains($0) || $0 >= 0x80 }
  }

  private mutating func add(
    _ part: ClosedRange<Int>, _ analyzed: AnalyzedText, _ tags: [UniversalTag]?
  ) {
    let key = KeywordCandidates.key(stems[part])
    let tokens = run[part]
    let (first, last) = (run[part.lowerBound], run[part.upperBound])
    let place = Int(analyzed.tokens[first].start)..<Int(analyzed.tokens[last].end)
    var form: UInt64 = 0
    for i in place { form = (form ^ UInt64(analyzed.bytes[i])) &* 0x0000_0100_0000_01B3 }
    let number: Int
    if let known = index[key] {
      number = known
    } else {
      number = all.count
      index[key] = number
      all.append(
        Candidate(
          stems: Array(stems[part]), terms: tokens.map { analyzed.tokens[$0].term },
          first: run[0], tag: tags?[first] ?? .noun,
          isName: tags.map { tags in tokens.allSatisfy { tags[$0] == .propn } } ?? false))
    }
    all[number].count += 1
    if part == run.indices.lowerBound...(run.count - 1) { all[number].whole += 1 }
    if all[number].places.count < 8 { all[number].places.append(place) }
    if let known = all[number].forms.firstIndex(where: { $0.hash == form }) {
      all[number].forms[known].count += 1
    } else if all[number].forms.count < 6 {
      all[number].forms.append((place, 1, form))
    }
  }
}
