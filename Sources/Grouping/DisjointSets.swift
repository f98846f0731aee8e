/// Sets of numbers that are joined step by step.
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  /// The number that stands for the set of `x`.
  mutating func root(_ x: Int) -> Int {
    var x = x
    while parents[x] != x {
      parents[x] = parents[parents[x]]
      x = parents[x]
    }
    return x
  }

  mutating func areJoined(_ a: Int, _ b: Int) -> Bool { root(a) == root(b) }

  mutating func join(_ a: Int, _ b: Int) {
    let (x, y) = (root(a), root(b))
    parents[max(x, y)] = min(x, y)
  }

  /// The sets of two or more, each ascending, by their smallest number.
  var groups: [[Int]] {
    var copy = self
    var members: [Int: [Int]] = [:]
    for x in parents.indices { members[copy.root(x), default: []].append(x) }
    return members.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map(\.value)
  }
}
