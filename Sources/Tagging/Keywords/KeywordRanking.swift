/// Candidates by their scores, the best of which are taken one after the other.
///
/// A heap: few of many candidates are ever taken, so that sorting all would be in vain.
struct KeywordRanking {
  private struct Entry {
    var score: Double
    var first: Int
    var number: Int

    /// Equal scores are in the order of the text.
    func isBefore(_ other: Entry) -> Bool {
      score != other.score
        ? score > other.score : (first, number) < (other.first, other.number)
    }
  }

  private var heap: [Entry] = []

  init(capacity: Int) { heap.reserveCapacity(capacity) }

  /// Adds the candidate `number`, which first stands at the token `first`.
  mutating func add(_ number: Int, first: Int, score: Double) {
    let entry = Entry(score: score, first: first, number: number)
    var at = heap.count
    heap.append(entry)
    while at > 0 {
      let parent = (at - 1) / 2
      guard entry.isBefore(heap[parent]) else { break }
      heap[at] = heap[parent]
      at = parent
    }
    heap[at] = entry
  }

  /// Takes the best candidate; nil when none is left.
  mutating func popFirst() -> Int? {
    guard let best = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return best.number }
    var at = 0
    while true {
      var child = 2 * at + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, heap[child + 1].isBefore(heap[child]) { child += 1 }
      guard heap[child].isBefore(last) else { break }
      heap[at] = heap[child]
      at = child
    }
    heap[at] = last
    return best.number
  }
}
