import Bytes
public import Model
public import Text

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
    add(id, published: published, maker.fingerprint(analyzed, &lexicon))
  }

  /// Takes up a document of whose text the fingerprint was kept.
  public mutating func add(_ id: DocumentID, published: Day?, _ print: Fingerprint) {
    entries.append(Entry(id: id, published: published, print: print))
  }

  /// All groups of two or more documents, by hub.
  ///
  /// About O(*n* log *n*): runs and stems that many texts have lead to no candidates.
  public func groups() -> [Group] { result().groups }

  /// The groups with what it took to find them.
  public func result() -> GroupingResult {
    var examined = 0
    let order = entries.indices.sorted { entries[$0].id < entries[$1].id }
    let sorted = order.map { entries[$0] }
    let prints = sorted.map(\.print)
    let vectors = TermVectors(prints)
    var sets = DisjointSets(count: sorted.count)
    for pair in exactPairs(prints) { sets.join(pair.0, pair.1) }
    joinOverlapping(prints, &sets, &examined)
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

  /// Texts that may have a run of words in common.
  ///
  /// What more have is a phrase of the language or of a site's frame. Neighbours are looked at all the
  /// same, so that hundreds of copies are one group.
  private static let mostTexts = 40

  /// Joins texts that share at least two sampled runs of words that few texts have, where they overlap.
  private func joinOverlapping(
    _ prints: [Fingerprint], _ sets: inout DisjointSets, _ examined: inout Int
  ) {
    var postings: [UInt64] = []
    postings.reserveCapacity(prints.reduce(0) { $0 + $1.shingles.count })
    for (index, print) in prints.enumerated() {
      for hash in print.shingles { postings.append(UInt64(hash) << 32 | UInt64(index)) }
    }
    let sharing = KeySharing(
      postings, count: prints.count, most: Grouper.mostTexts, joinsNeighbours: true)
    let reaches = prints.map { Reach($0) }
    examined += sharing.forEachText(sharing: 2) { a, others in
      for other in others {
        let b = other.text
        // Common runs are not counted, so there may be as many more as the one with fewer has.
        let most = Double(other.shared + Int(min(sharing.common[a], sharing.common[b])))
        let (own, its) = (reaches[a], reaches[b])
        let limit = min(own.bound, its.bound)
        // All of the sample that ends first counts, and so both have at least as many together.
        let least = own.bound <= its.bound ? own.size : its.size
        guard
          most >= options.overlap * Double(least)
            || most >= options.excerpt
              * Double(
                (own.words <= its.words ? own : its).least(upTo: limit)),
          !sets.areJoined(a, b)
        else { continue }
        let overlap = prints[a].overlap(prints[b])
        if overlap.jaccard >= options.overlap || overlap.containment >= options.excerpt {
          sets.join(a, b)
        }
      }
    }
  }

  /// How far the sample of a text goes, in one place for a look at many.
  private struct Reach {
    let bound: UInt32
    let size: Int32
    let words: UInt32
    /// The last of the sample's first half.
    let middle: UInt32

    init(_ print: Fingerprint) {
      bound = print.bound
      size = Int32(print.shingles.count)
      words = UInt32(clamping: print.words)
      middle = print.shingles.isEmpty ? .max : print.shingles[(print.shingles.count - 1) / 2]
    }

    /// A number of sampled hashes of which at least so many are no larger than `limit`.
    func least(upTo limit: UInt32) -> Int32 {
      bound <= limit ? size : middle <= limit ? (size + 1) / 2 : 0
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
    var neighbours = [[(set: Int, cosine: Double)]](repeating: [], count: prints.count)
    for pair in pairs {
      neighbours[pair.a].append((sets.root(pair.b), pair.cosine))
      neighbours[pair.b].append((sets.root(pair.a), pair.cosine))
    }
    return pairs.compactMap { pair in
      let (x, y) = (sets.root(pair.a), sets.root(pair.b))
      guard pair.cosine >= options.rewrite, x != y else { return nil }
      // The lists are sorted by cosine, as the pairs are.
      let others = [pair.a, pair.b].compactMap { text in
        neighbours[text].first { $0.set != x && $0.set != y }?.cosine
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
