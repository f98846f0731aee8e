import Bytes
import Model

/// The connected groups of linked sentences; a sentence without a link is a group of its own.
struct LinkGroups {
  private(set) var ofA: [Int]
  private(set) var ofB: [Int]
  private(set) var count = 0
  /// Whether a group holds a link.
  private(set) var isLinked: [Bool]
  /// Whether all links of a group are word for word.
  private(set) var isSame: [Bool]

  init(_ n: Int, _ m: Int, _ links: [SentenceLink]) {
    var sets = DisjointSets(count: n + m)
    for link in links { sets.join(link.a, n + link.b) }
    var numbers = [Int](repeating: -1, count: n + m)
    ofA = []
    ofB = []
    for node in 0..<(n + m) {
      let top = sets.root(node)
      if numbers[top] < 0 {
        numbers[top] = count
        count += 1
      }
      if node < n { ofA.append(numbers[top]) } else { ofB.append(numbers[top]) }
    }
    isLinked = Array(repeating: false, count: count)
    isSame = Array(repeating: true, count: count)
    for link in links {
      isLinked[ofA[link.a]] = true
      if link.similarity < 1 { isSame[ofA[link.a]] = false }
    }
  }
}
