import Bytes
public import Model
public import Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Finds documents that are variants of one text: copies, near copies, excerpts and rewrites.
///
/// Texts are added one by one; a sketch of at most about 3 KB is kept of each. The groups do not
/// depend on the order of adding.
///
/// Candidates are pairs that share rare runs of three words (a bottom-*k* sketch; Broder 1997) or
/// several of their weightiest stems; each is then verified by the shares that `GroupingOptions` names.
public struct Grouper: Sendable {
  private struct Entry: Sendable {
    let id: DocumentID
    let published: Day?
    let print: Fingerprint
  }

  private let options: GroupingOptions
  private var entries: [Entry] = []
  private var maker = FingerprintMaker()

  /// A grouper without texts.
  public init(options: GroupingOptions = GroupingOptions()) { self.options = options }

  /// Takes up the text of a document; the lexicon is the one that `analyzed` was made with.
  public mutating func add(
    _ id: DocumentID, published: Day?, analyzed: AnalyzedText, lexicon: inout Lexicon
  ) {
    let print = maker.fingerprint(analyzed, &lexicon)
    entries.append(Entry(id: id, published: published, print: print))
  }

  /// All groups of two or more documents, by hub.
  ///
  /// About O(*n* log *n*): runs and stems that many texts have lead to no candidates.
  public func groups() -> [Group] { result().groups }

  /// The groups with what it took to find them.
  public func result() -> GroupingResult {
    var examined = 0
    let sorted = entries.sorted { $0.id < $1.id }
    let prints = sorted.map(\.print)
    let vectors = TermVectors(prints)
    var sets = DisjointSets(count: sorted.count)
    for pair in exactPairs(prints) { sets.join(pair.0, pair.1) }
    for (a, b) in sharedRunPairs(prints, &examined) where !sets.areJoined(a, b) {
      let overlap = prints[a].overlap(prints[b])
      if overlap.jaccard >= options.overlap || overlap.containment >= options.excerpt {
        sets.join(a, b)
      }
    }
    // Joined strongest first, and only to a text that is alike itself: chains of weak links would
    // gather whole topics.
    for pair in rewrites(prints, vectors, sets, &examined) { sets.join(pair.0, pair.1) }
    let groups = sets.groups.map { group(of: $0, sorted, vectors) }.sorted { $0.hub < $1.hub }
    return GroupingResult(groups: groups, examined: examined)
  }

  private func exactPairs(_ prints: [Fingerprint]) -> [(Int, Int)] {
    var first: [UInt64: Int] = [:]
    var pairs: [(Int, Int)] = []
    for (index, print) in prints.enumerated() where print.words > 0 {
      if let known = first[print.exact] {
        pairs.append((known, index))
      } else {
        first[print.exact] = index
      }
    }
    return pairs
  }

  /// Pairs that share at least two sampled runs of words that few texts have.
  private func sharedRunPairs(
    _ prints: [Fingerprint], _ examined: inout Int
  ) -> [(Int, Int)] {
    // The hash above the number of the text: sorted so in one pass over plain numbers.
    var postings: [UInt64] = []
    postings.reserveCapacity(prints.reduce(0) { $0 + $1.shingles.count })
    for (index, print) in prints.enumerated() {
      for hash in print.shingles { postings.append(UInt64(hash) << 32 | UInt64(index)) }
    }
    postings.sort()
    var shared: [UInt64: UInt8] = [:]
    forEachRun(postings.count, { postings[$0] >> 32 == postings[$1] >> 32 }) { run in
      // A run that many texts have is a phrase of the language or of a site's frame. Neighbours in
      // the list are joined all the same, so that a text with hundreds of copies is one group.
      let reach = run.count <= 40 ? run.count : 2
      for i in run {
        for j in (i + 1)..<max(i + 1, min(run.upperBound, i + reach)) {
          let key = postings[i] << 32 | postings[j] & 0xFFFF_FFFF
          let count = shared[key, default: 0]
          if count < 255 { shared[key] = count + 1 }
        }
      }
    }
    examined += shared.count
    return shared.filter { $0.value >= 2 }.keys.sorted().map {
      (Int($0 >> 32), Int($0 & 0xFFFF_FFFF))
    }
  }

  /// Pairs of which each is clearly nearer to the other than to any text of another set.
  ///
  /// Articles on one topic are alike as well, but then there are several of them about equally near.
  private func rewrites(
    _ prints: [Fingerprint], _ vectors: TermVectors, _ sets: DisjointSets,
    _ examined: inout Int
  ) -> [(Int, Int)] {
    var sets = sets
    let pairs = vectors.pairs(atLeast: options.rewrite / options.margin, &examined)
    var neighbours: [Int: [(set: Int, cosine: Double)]] = [:]
    for pair in pairs {
      neighbours[pair.a, default: []].append((sets.root(pair.b), pair.cosine))
      neighbours[pair.b, default: []].append((sets.root(pair.a), pair.cosine))
    }
    return pairs.compactMap { pair in
      let (x, y) = (sets.root(pair.a), sets.root(pair.b))
      guard pair.cosine >= options.rewrite, x != y else { return nil }
      // The lists are sorted by cosine, as the pairs are.
      let others = [pair.a, pair.b].compactMap { text in
        neighbours[text]?.first { $0.set != x && $0.set != y }?.cosine
      }
      guard pair.cosine >= options.margin * (others.max() ?? 0),
        prints[pair.a].overlap(prints[pair.b]).jaccard >= options.leastOverlap
      else { return nil }
      return (pair.a, pair.b)
    }
  }

  private func group(of members: [Int], _ entries: [Entry], _ vectors: TermVectors) -> Group {
    // The earliest, then the longest, then by identifier; undated ones come last.
    let hub =
      members.min { a, b in
        let x = (entries[a].published?.rawValue ?? .max, -entries[a].print.words)
        let y = (entries[b].published?.rawValue ?? .max, -entries[b].print.words)
        return x == y ? entries[a].id < entries[b].id : x < y
      } ?? members[0]
    let all = members.map { member -> Group.Member in
      let id = entries[member].id
      guard member != hub else {
        return Group.Member(document: id, relation: .hub, score: 1_000_000)
      }
      let own = entries[member].print
      let first = entries[hub].print
      if own.exact == first.exact {
        return Group.Member(document: id, relation: .copy, score: 1_000_000)
      }
      let overlap = own.overlap(first)
      let cosine = vectors.cosine(member, hub)
      let relation: Group.Relation
      let score: Double
      if overlap.jaccard >= options.nearCopy {
        (relation, score) = (.nearCopy, overlap.jaccard)
      } else if overlap.containment >= options.excerpt {
        (relation, score) = (.excerpt, overlap.containment)
      } else {
        (relation, score) = (.rewrite, max(cosine, overlap.jaccard))
      }
      return Group.Member(
        document: id, relation: relation, score: Int((score * 1_000_000).rounded()))
    }
    let ordered = all.sorted {
      ($0.relation == .hub ? 0 : 1, $0.document.rawValue)
        < ($1.relation == .hub ? 0 : 1, $1.document.rawValue)
    }
    return Group(hub: entries[hub].id, members: ordered)
  }
}

/// Calls `body` with every maximal stretch of two or more neighbours that `isSame` joins.
func forEachRun(_ count: Int, _ isSame: (Int, Int) -> Bool, _ body: (Range<Int>) -> Void) {
  var start = 0
  while start < count {
    var end = start + 1
    while end < count, isSame(start, end) { end += 1 }
    if end - start > 1 { body(start..<end) }
    start = end
  }
}
