/// Sets of numbers that are joined step by step; the smallest member stands for its set.
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

  mutating func join(_ a: Int, _ b: Int) {
    let (x, y) = (root(a), root(b))
    parents[max(x, y)] = min(x, y)
  }
}
