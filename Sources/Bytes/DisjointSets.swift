/// Sets of the numbers from 0 that are joined step by step; the smallest member stands for its set.
///
/// Source: Tarjan & van Leeuwen, "Worst-case Analysis of Set Union Algorithms", Journal of the ACM
/// 31(2), 1984: path halving. Differs: sets are linked by their smallest member, not by rank, so that
/// no order of joining shows.
public struct DisjointSets: Sendable {
  private var parents: [Int]

  /// `count` sets of one number each.
  public init(count: Int) { parents = Array(0..<count) }

  /// The smallest number of the set of `x`.
  public mutating func root(_ x: Int) -> Int {
    var x = x
    while parents[x] != x {
      parents[x] = parents[parents[x]]
      x = parents[x]
    }
    return x
  }

  /// Whether two numbers are in one set.
  public mutating func areJoined(_ a: Int, _ b: Int) -> Bool { root(a) == root(b) }

  /// Makes the sets of two numbers one.
  public mutating func join(_ a: Int, _ b: Int) {
    let (x, y) = (root(a), root(b))
    parents[max(x, y)] = min(x, y)
  }

  /// The sets of two or more, each ascending, by their smallest number.
  public var groups: [[Int]] {
    var copy = self
    var members: [Int: [Int]] = [:]
    for x in parents.indices { members[copy.root(x), default: []].append(x) }
    return members.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map(\.value)
  }
}
