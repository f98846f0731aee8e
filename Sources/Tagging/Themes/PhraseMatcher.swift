import Bytes
import Model
import Text

/// Finds many phrases in a text at once, by the stems of their words.
///
/// A trie over stem hashes: each token costs one look-up for every phrase that is open at it.
struct PhraseMatcher: Sendable {
  /// A phrase that was found: which one, and the tokens it covers.
  struct Match {
    var phrase: Int
    var tokens: Range<Int>
  }

  private struct Edge: Hashable, Sendable {
    var node: Int32
    var stem: UInt64
  }

  private var edges: [Edge: Int32] = [:]
  private var phraseAt: [[Int]] = [[]]
  private let language: String

  /// A matcher for `phrases` of `language`; the same words may stand for several phrases.
  init(_ phrases: [String], language: String) {
    self.language = language
    var lexicon = Lexicon()
    for (number, phrase) in phrases.enumerated() {
      let analyzed = analyze(phrase, language: language, lexicon: &lexicon)
      var node: Int32 = 0
      // Punctuation counts as in texts, so that "start-up" is found where it is written so.
      for token in analyzed.tokens {
        let stem =
          token.kind == .punctuation
          ? token.term : lexicon.stem(of: token.term, language: language)
        let edge = Edge(node: node, stem: lexicon.hash(of: stem))
        if let next = edges[edge] {
          node = next
        } else {
          node = Int32(phraseAt.count)
          edges[edge] = node
          phraseAt.append([])
        }
      }
      if node != 0 { phraseAt[Int(node)].append(number) }
    }
  }

  /// All matches in the order of their first tokens; at one place the longest only.
  func matches(in analyzed: AnalyzedText, lexicon: inout Lexicon) -> [Match] {
    var found: [Match] = []
    var stems: [UInt64] = []
    stems.reserveCapacity(analyzed.tokens.count)
    for token in analyzed.tokens {
      let term =
        token.kind == .punctuation ? token.term : lexicon.stem(of: token.term, language: language)
      stems.append(lexicon.hash(of: term))
    }
    for sentence in analyzed.sentences {
      for first in sentence.tokens {
        var node: Int32 = 0
        var best: (node: Int32, end: Int)?
        var at = first
        while at < sentence.tokens.upperBound,
          let next = edges[Edge(node: node, stem: stems[at])]
        {
          node = next
          at += 1
          if !phraseAt[Int(node)].isEmpty { best = (node, at) }
        }
        guard let best else { continue }
        for phrase in phraseAt[Int(best.node)] {
          found.append(Match(phrase: phrase, tokens: first..<best.end))
        }
      }
    }
    return found
  }
}
