/// The themes that earlier runs found, by which a theme found again keeps its identifier.
public struct ThemeMemory: Hashable, Sendable {
  /// A theme of an earlier run.
  public struct Known: Hashable, Sendable {
    /// Its identifier, such as `t7`, never given twice.
    public var id: String
    /// Its name in the last run that had it.
    public var name: String
    /// The stems that it is known by with their weights, heaviest first.
    public var signature: [Weighted]
    /// Whether the last run had it.
    public var isCurrent: Bool

    /// A known theme.
    public init(id: String, name: String, signature: [Weighted], isCurrent: Bool) {
      self.id = id
      self.name = name
      self.signature = signature
      self.isCurrent = isCurrent
    }
  }

  /// A stem and its weight.
  public struct Weighted: Hashable, Sendable {
    /// The stem.
    public var stem: String
    /// Millionths of the heaviest one's.
    public var weight: Int

    /// A stem with its weight.
    public init(stem: String, weight: Int) {
      self.stem = stem
      self.weight = weight
    }
  }

  /// How the themes of a run follow from those before.
  public struct Change: Hashable, Sendable {
    /// The identifier of each theme, in the order that they were given.
    public var ids: [String] = []
    /// A theme of the last run whose words now belong to several, and those.
    public var splits: [(from: String, into: [String])] { splitPairs.map { ($0.one, $0.several) } }
    /// A theme that now has the words of several, and those.
    public var merges: [(into: String, from: [String])] { mergePairs.map { ($0.one, $0.several) } }
    /// Themes of the last run that were not found again.
    public var ended: [String] = []
    var splitPairs: [Pair] = []
    var mergePairs: [Pair] = []

    struct Pair: Hashable, Sendable {
      var one: String
      var several: [String]
    }
  }

  /// All themes that were ever found, oldest first.
  public var themes: [Known]
  /// The number of the next identifier.
  public var next: Int

  /// Likeness from which on two themes are the same, or one came from the other.
  private static let likeness = 0.3

  /// No theme yet, or what an earlier run left.
  public init(themes: [Known] = [], next: Int = 1) {
    self.themes = themes
    self.next = next
  }

  /// Gives each theme of a run its identifier and remembers them.
  ///
  /// Themes are paired by the cosine of their words, the most alike first; from .3 on they are the
  /// same. A theme that an earlier run had and the last one missed is taken up again.
  /// - Complexity: O(themes found × themes known).
  public mutating func follow(_ found: [DiscoveredTheme]) -> Change {
    let signatures = found.map { theme in
      theme.signature.map {
        Weighted(stem: $0.stem, weight: Int(($0.weight * 1_000_000).rounded()))
      }
    }
    let before = themes
    var alike: [(new: Int, old: Int, likeness: Double)] = []
    for (old, known) in before.enumerated() {
      let weights = Dictionary(
        known.signature.map { ($0.stem, Double($0.weight)) }, uniquingKeysWith: max)
      for (new, signature) in signatures.enumerated() {
        let value = ThemeMemory.cosine(signature, weights)
        if value >= ThemeMemory.likeness { alike.append((new, old, value)) }
      }
    }
    alike.sort { ($1.likeness, $0.new, $0.old) < ($0.likeness, $1.new, $1.old) }
    var oldOf = [Int?](repeating: nil, count: found.count)
    var isTaken = [Bool](repeating: false, count: before.count)
    for pair in alike where oldOf[pair.new] == nil && !isTaken[pair.old] {
      oldOf[pair.new] = pair.old
      isTaken[pair.old] = true
    }
    for old in themes.indices { themes[old].isCurrent = false }
    var change = Change()
    for (new, theme) in found.enumerated() {
      let known = Known(
        id: oldOf[new].map { before[$0].id } ?? "t\(next)", name: theme.name,
        signature: signatures[new], isCurrent: true)
      if let old = oldOf[new] {
        themes[old] = known
      } else {
        themes.append(known)
        next += 1
      }
      change.ids.append(known.id)
    }
    for (old, known) in before.enumerated() where known.isCurrent {
      let heirs = alike.filter { $0.old == old }.map { change.ids[$0.new] }
      if heirs.count > 1 { change.splitPairs.append(.init(one: known.id, several: heirs)) }
      if !isTaken[old] { change.ended.append(known.id) }
    }
    for new in found.indices {
      let origins = alike.filter { $0.new == new && before[$0.old].isCurrent }
        .map { before[$0.old].id }
      if origins.count > 1 {
        change.mergePairs.append(.init(one: change.ids[new], several: origins))
      }
    }
    return change
  }

  private static func cosine(_ a: [Weighted], _ b: [String: Double]) -> Double {
    var (both, own, other) = (0.0, 0.0, 0.0)
    for word in a {
      let weight = Double(word.weight)
      own += weight * weight
      both += weight * (b[word.stem] ?? 0)
    }
    // Whole numbers, so the order of the sum does not show.
    for weight in b.values { other += weight * weight }
    return own > 0 && other > 0 ? both / (own * other).squareRoot() : 0
  }
}
