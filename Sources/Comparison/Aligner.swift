import Model
import Tagging
import Text

/// Aligns the sentences of two analysed texts.
struct Aligner {
  var table: MeaningTable?
  var strictness = 0.0

  /// The pairs with the features of each, which is also what the link model learns from.
  func features(_ a: Side, _ b: Side, lexicon: inout Lexicon) -> [(a: Int, b: Int, [Float])] {
    let vectors = SentenceVectors(a, b, table: table, lexicon: &lexicon)
    let candidates = Candidates(a, b, vectors)
    let features = LinkFeatures(a, b, candidates, vectors)
    return candidates.pairs.indices.map {
      var row = [Float](repeating: 0, count: LinkFeatures.count)
      features.write($0, to: &row)
      return (candidates.pairs[$0].a, candidates.pairs[$0].b, row)
    }
  }

  func align(_ a: Side, _ b: Side, lexicon: inout Lexicon) -> Alignment {
    let vectors = SentenceVectors(a, b, table: table, lexicon: &lexicon)
    let candidates = Candidates(a, b, vectors)
    let features = LinkFeatures(a, b, candidates, vectors)
    let model = table == nil ? LinkModel.words : LinkModel.meaning
    var row = [Float](repeating: 0, count: LinkFeatures.count)
    let sameTaken = sameSentences(a, b)
    let bound = 0.5 + strictness
    let floor = features.leastScore
    var links: [SentenceLink] = []
    for k in candidates.pairs.indices {
      let pair = candidates.pairs[k]
      // A sentence that stands word for word on the other side needs no guess.
      let partner = sameTaken.a[pair.a]
      if partner >= 0 || sameTaken.b[pair.b] >= 0 {
        guard partner == pair.b else { continue }
        links.append(link(pair, 1))
        continue
      }
      // Far behind the best of both its sentences, no pair was ever a link.
      guard features.isContender(k), pair.score >= floor else { continue }
      features.write(k, to: &row)
      let probability = model.probability(row)
      guard probability >= max(bound, leastOfHeading(pair, a, b)) else { continue }
      links.append(link(pair, probability))
    }
    // One sentence against one is a pair that somebody chose.
    if links.isEmpty, a.units.count == 1, b.units.count == 1, let pair = candidates.pairs.first {
      links.append(link(pair, 0.5))
    }
    return Labeller(a, b).alignment(links)
  }

  /// The least probability at which a heading and a sentence are linked; 0 for any other pair.
  ///
  /// A heading names the subject of many sentences, so it is like each of them; it is restated where
  /// nearly all its words are. What the page marks as a heading is linked for nothing less, what only
  /// looks like one may be a sentence.
  private func leastOfHeading(_ pair: Candidates.Pair, _ a: Side, _ b: Side) -> Double {
    let isHeading = (a: a.isHeading(pair.a), b: b.isHeading(pair.b))
    guard isHeading.a != isHeading.b else { return 0 }
    guard (isHeading.a ? pair.ofA : pair.ofB) < 0.8 else { return 0 }
    let isMarked =
      isHeading.a ? a.units[pair.a].isMarkedHeading : b.units[pair.b].isMarkedHeading
    return isMarked ? 2 : 0.85
  }

  private func link(_ pair: Candidates.Pair, _ probability: Double) -> SentenceLink {
    SentenceLink(
      a: pair.a, b: pair.b, similarity: pair.isSame ? 1 : Double(min(pair.score, 0.999)),
      parts: [
        .init("terms", Double(pair.cosine)), .init("meaning", Double(max(0, pair.meaning))),
        .init("ofA", Double(pair.ofA)), .init("ofB", Double(pair.ofB)),
        .init("probability", probability),
      ])
  }

  /// Partners of the sentences that stand word for word on both sides; −1 without one.
  ///
  /// Equal sentences are paired in order; so many as both sides hold.
  private func sameSentences(_ a: Side, _ b: Side) -> (a: [Int], b: [Int]) {
    let equals = EqualSentences(a, b)
    var partnersA = [Int](repeating: -1, count: a.units.count)
    var partnersB = [Int](repeating: -1, count: b.units.count)
    for (i, unit) in a.units.enumerated() where unit.words.count > 3 {
      guard let j = equals.partner(i), b.units[j].words == unit.words else { continue }
      partnersA[i] = j
      partnersB[j] = i
    }
    return (partnersA, partnersB)
  }
}

/// The trained link models: with the table of meanings, and with words alone.
enum LinkModel {
  static let meaning = TreeModel(LinkTrees.meaning)
  static let words = TreeModel(LinkTrees.words)
}
