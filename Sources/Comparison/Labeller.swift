import Diff
import Model

/// Labels the sentences of B and finds those that moved.
struct Labeller {
  private let a: Side
  private let b: Side

  init(_ a: Side, _ b: Side) {
    self.a = a
    self.b = b
  }

  func alignment(_ links: [SentenceLink]) -> Alignment {
    let links = links.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
    var ofB = [[Int]](repeating: [], count: b.units.count)
    var ofA = [[Int]](repeating: [], count: a.units.count)
    for link in links {
      ofB[link.b].append(link.a)
      ofA[link.a].append(link.b)
    }
    var labels: [LinkLabel] = []
    for j in b.units.indices {
      if ofB[j].isEmpty {
        labels.append(.new)
      } else if ofB[j].count > 1 {
        labels.append(.merged)
      } else if ofA[ofB[j][0]].count > 1 {
        labels.append(.split)
      } else {
        labels.append(label(ofB[j][0], j))
      }
    }
    return Alignment(
      links: links, labelsB: labels, movedB: moved(ofB),
      droppedA: ofA.indices.filter { ofA[$0].isEmpty },
      newB: ofB.indices.filter { ofB[$0].isEmpty })
  }

  private func label(_ i: Int, _ j: Int) -> LinkLabel {
    let x = a.units[i].words
    let y = b.units[j].words
    if x == y { return .verbatim }
    let edits = diff(x.map(\.rawValue), y.map(\.rawValue))
    let changed = edits.reduce(0) { $0 + max($1.a.count, $1.b.count) }
    let longest = max(1, max(x.count, y.count))
    return Double(changed) <= max(1, 0.34 * Double(longest)) ? .light : .paraphrase
  }

  /// Linked sentences of B outside the longest run that keeps A's order.
  private func moved(_ ofB: [[Int]]) -> [Int] {
    var tails: [(place: Int, j: Int)] = []
    var previous = [Int](repeating: -1, count: ofB.count)
    for j in ofB.indices {
      guard let place = ofB[j].first else { continue }
      // The longest run that does not descend; two parts of one sentence stand at one place.
      var low = 0
      var high = tails.count
      while low < high {
        let middle = (low + high) / 2
        if tails[middle].place <= place { low = middle + 1 } else { high = middle }
      }
      previous[j] = low > 0 ? tails[low - 1].j : -1
      if low < tails.count { tails[low] = (place, j) } else { tails.append((place, j)) }
    }
    var inOrder = [Bool](repeating: false, count: ofB.count)
    var j = tails.last?.j ?? -1
    while j >= 0 {
      inOrder[j] = true
      j = previous[j]
    }
    return ofB.indices.filter { !ofB[$0].isEmpty && !inOrder[$0] }
  }
}
