import Bytes
import Model
import Text

/// Finds many phrases in a text at once, by the stems of their words.
///
/// A trie over numbers of stems. Most tokens begin no phrase, which one look-up tells; each further
/// token costs one look-up for every phrase that is open at it.
struct PhraseMatcher: Sendable {
  /// A phrase that was found: which one, the tokens it covers and the sentence they are in.
  struct Match {
    var phrase: Int
    var tokens: Range<Int>
    var sentence: Int
  }

  /// What is known of a place in the trie while it is built.
  private struct Node {
    var phrases: [Int32] = []
    var always: [Int32] = []
    var anyWord: Int32 = 0
    var gap: Int32 = 0
    var hasEdges = false
  }

  /// The same, laid out flat: where its phrases begin in `ends`, those that are always reported, and
  /// the end of both.
  private struct Place: Sendable {
    var phrases: Int32
    var always: Int32
    var end: Int32
    /// Where any word leads, and where a gap does; 0 for nowhere.
    var anyWord: Int32
    var gap: Int32
    /// Whether another token can follow.
    var hasEdges: Bool
  }

  private let language: String
  private var symbols = HashedNumbers()
  private var edges = HashedNumbers()
  private var places: [Place] = []
  /// Numbers of phrases.
  ///
  /// Those that end at a place: at one start only those of the longest end are
  /// reported; then those that are reported whatever else is found: with gaps or wildcards, and those
  /// that are only looked for beside others.
  private var ends: [Int32] = []
  /// The place that each symbol leads to from the root; 0 for none.
  private var roots: [Int32] = []
  /// The lengths of the beginnings of words that are asked for, ascending.
  private var prefixLengths: [Int] = []
  /// Whether words are asked for in one form alone.
  private var hasForms = false

  /// A matcher for `patterns` of `language`; equal ones are told apart by their numbers.
  ///
  /// Patterns with a problem are never found. Those that `areBeside` says are found at any place.
  init(_ patterns: [PhrasePattern], language: String, areBeside: (Int) -> Bool) {
    self.language = language
    var nodes = [Node()]
    for (number, pattern) in patterns.enumerated() where pattern.problem == nil {
      var node: Int32 = 0
      for step in pattern.steps { node = next(node, step, &nodes) }
      if pattern.isOpen || areBeside(number) {
        nodes[Int(node)].always.append(Int32(number))
      } else {
        nodes[Int(node)].phrases.append(Int32(number))
      }
    }
    for node in nodes {
      let first = Int32(ends.count)
      ends += node.phrases
      let always = Int32(ends.count)
      ends += node.always
      places.append(
        Place(
          phrases: first, always: always, end: Int32(ends.count), anyWord: node.anyWord,
          gap: node.gap, hasEdges: node.hasEdges))
    }
    roots = (0...Int32(symbols.count)).map { edges.number(of: PhraseMatcher.edgeKey(0, $0)) }
  }

  private mutating func next(
    _ node: Int32, _ step: PhrasePattern.Step, _ nodes: inout [Node]
  ) -> Int32 {
    let fresh = Int32(nodes.count)
    let known: Int32
    switch step {
    case .stem(let hash):
      let symbol = symbol(hash)
      known = edge(node, symbol, fresh)
    case .form(let hash):
      hasForms = true
      known = edge(node, symbol(PhraseMatcher.formKey(hash)), fresh)
    case .prefix(let bytes):
      if !prefixLengths.contains(bytes.count) {
        prefixLengths.append(bytes.count)
        prefixLengths.sort()
      }
      let span = bytes.span
      let symbol = symbol(PhraseMatcher.prefixKey(stableHash(span, in: 0..<span.count)))
      known = edge(node, symbol, fresh)
    case .anyWord:
      if nodes[Int(node)].anyWord == 0 { nodes[Int(node)].anyWord = fresh }
      known = nodes[Int(node)].anyWord
    case .gap:
      if nodes[Int(node)].gap == 0 { nodes[Int(node)].gap = fresh }
      known = nodes[Int(node)].gap
    }
    if known == fresh { nodes.append(Node()) }
    nodes[Int(node)].hasEdges = true
    return known
  }

  private mutating func symbol(_ hash: UInt64) -> Int32 {
    let fresh = Int32(symbols.count + 1)
    return symbols.number(of: hash, orAdd: fresh)
  }

  private mutating func edge(_ node: Int32, _ symbol: Int32, _ fresh: Int32) -> Int32 {
    edges.number(of: PhraseMatcher.edgeKey(node, symbol), orAdd: fresh)
  }

  @inline(__always)
  private static func edgeKey(_ node: Int32, _ symbol: Int32) -> UInt64 {
    mixed(UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: symbol)))
  }

  /// Beginnings of words must not meet stems of the same letters.
  private static func prefixKey(_ hash: UInt64) -> UInt64 { mixed(hash ^ 0x7072_6566_6978) }

  /// Forms of words must not meet stems of the same letters either.
  private static func formKey(_ hash: UInt64) -> UInt64 { mixed(hash ^ 0x666F_726D) }

  /// All matches, sentence by sentence in the order of their first tokens.
  ///
  /// O(tokens), times the number of phrases that are open at a place.
  func matches(in analyzed: AnalyzedText, lexicon: inout Lexicon) -> [Match] {
    var found: [Match] = []
    let numbers = symbols(of: analyzed, lexicon: &lexicon)
    let hasPrefixes = !prefixLengths.isEmpty
    var walk = Walk()
    for (index, sentence) in analyzed.sentences.enumerated() {
      for first in sentence.tokens {
        let root = roots[Int(numbers[first].stem)]
        let formRoot = roots[Int(numbers[first].form)]
        guard root != 0 || formRoot != 0 || hasPrefixes else { continue }
        walk.begin()
        if root != 0 { follow(root, first, &walk) }
        if formRoot != 0 { follow(formRoot, first, &walk) }
        if hasPrefixes { followPrefixes(0, first, analyzed, lexicon, &walk) }
        while let (node, at) = walk.open.popLast() {
          guard at < sentence.tokens.upperBound else { continue }
          step(node, at, analyzed, numbers, lexicon, &walk)
        }
        report(walk, first, index, &found)
      }
    }
    return found
  }

  /// What a token is to the trie: the symbols of its stem and of its form, 0 where no phrase asks.
  private struct TokenSymbols {
    var stem: Int32
    var form: Int32
  }

  private func symbols(of analyzed: AnalyzedText, lexicon: inout Lexicon) -> [TokenSymbols] {
    var result: [TokenSymbols] = []
    result.reserveCapacity(analyzed.tokens.count)
    for token in analyzed.tokens {
      let stem = PhrasePattern.stem(token, language: language, lexicon: &lexicon)
      let form =
        hasForms ? symbols.number(of: PhraseMatcher.formKey(lexicon.hash(of: token.term))) : 0
      result.append(
        TokenSymbols(stem: symbols.number(of: lexicon.hash(of: stem)), form: form))
    }
    return result
  }

  /// What is open and found of the phrases that begin at one token.
  private struct Walk {
    var open: [(node: Int32, at: Int)] = []
    var longest: (node: Int32, end: Int)?
    var always: [(phrase: Int32, end: Int)] = []

    mutating func begin() {
      longest = nil
      always.removeAll(keepingCapacity: true)
    }
  }

  private func report(_ walk: Walk, _ first: Int, _ sentence: Int, _ found: inout [Match]) {
    if let (node, end) = walk.longest {
      for k in places[Int(node)].phrases..<places[Int(node)].always {
        found.append(Match(phrase: Int(ends[Int(k)]), tokens: first..<end, sentence: sentence))
      }
    }
    for (phrase, end) in walk.always {
      found.append(Match(phrase: Int(phrase), tokens: first..<end, sentence: sentence))
    }
  }

  private func step(
    _ node: Int32, _ at: Int, _ analyzed: AnalyzedText, _ numbers: [TokenSymbols],
    _ lexicon: borrowing Lexicon, _ walk: inout Walk
  ) {
    let (stem, form) = (numbers[at].stem, numbers[at].form)
    if stem != 0 { follow(edges.number(of: PhraseMatcher.edgeKey(node, stem)), at, &walk) }
    if form != 0 { follow(edges.number(of: PhraseMatcher.edgeKey(node, form)), at, &walk) }
    if !prefixLengths.isEmpty { followPrefixes(node, at, analyzed, lexicon, &walk) }
    if analyzed.tokens[at].kind != .punctuation { follow(places[Int(node)].anyWord, at, &walk) }
    let gap = places[Int(node)].gap
    if gap != 0 {
      for skipped in 0...PhrasePattern.gapWords { walk.open.append((gap, at + skipped)) }
    }
  }

  private func followPrefixes(
    _ node: Int32, _ at: Int, _ analyzed: AnalyzedText, _ lexicon: borrowing Lexicon,
    _ walk: inout Walk
  ) {
    let token = analyzed.tokens[at]
    guard token.kind == .word else { return }
    for length in prefixLengths {
      guard let hash = lexicon.hash(of: token.term, first: length) else { return }
      let symbol = symbols.number(of: PhraseMatcher.prefixKey(hash))
      if symbol != 0 { follow(edges.number(of: PhraseMatcher.edgeKey(node, symbol)), at, &walk) }
    }
  }

  /// Takes up what ends at `node`, which the token at `at` led to, and leaves open what can follow.
  @inline(__always)
  private func follow(_ node: Int32, _ at: Int, _ walk: inout Walk) {
    guard node != 0 else { return }
    let place = places[Int(node)]
    if place.phrases < place.always, walk.longest.map({ $0.end <= at }) ?? true {
      walk.longest = (node, at + 1)
    }
    for k in place.always..<place.end {
      let phrase = ends[Int(k)]
      if let index = walk.always.firstIndex(where: { $0.phrase == phrase }) {
        walk.always[index].end = min(walk.always[index].end, at + 1)
      } else {
        walk.always.append((phrase, at + 1))
      }
    }
    if place.hasEdges { walk.open.append((node, at + 1)) }
  }
}
