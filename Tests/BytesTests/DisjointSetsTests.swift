import Bytes
import TestSupport
import Testing

@Suite struct DisjointSetsTests {
  @Test func `numbers that were joined are in one set, and the smallest stands for it`() {
    var sets = DisjointSets(count: 6)
    sets.join(5, 3)
    sets.join(3, 1)
    let root = sets.root(5)
    #expect(root == 1)
    let joined = (sets.areJoined(1, 5), sets.areJoined(0, 5))
    #expect(joined == (true, false))
    #expect(sets.groups == [[1, 3, 5]])
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `sets are those of a search from number to number, in any order of joining`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let count = 30
    let pairs = (0..<25).map { _ in
      (Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random))
    }
    // Every number takes the smallest label of its neighbours until nothing changes.
    var labels = Array(0..<count)
    var isChanged = true
    while isChanged {
      isChanged = false
      for (x, y) in pairs where labels[x] != labels[y] {
        labels[x] = min(labels[x], labels[y])
        labels[y] = labels[x]
        isChanged = true
      }
    }
    for order in [pairs, pairs.reversed(), pairs.shuffled(using: &random)] {
      var sets = DisjointSets(count: count)
      for (x, y) in order { sets.join(x, y) }
      let roots = (0..<count).map { sets.root($0) }
      #expect(roots == labels)
    }
  }
}
