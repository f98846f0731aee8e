import Diff
import Model
import Text

/// The numbers behind the verdict.
func comparisonScores(
  _ a: Side, _ b: Side, _ alignment: Alignment, _ facts: FactComparison
) -> ComparisonScores {
  var scores = ComparisonScores()
  let total = Double(max(1, b.units.count))
  var copied = 0
  var reworded = 0
  for label in alignment.labelsB {
    switch label {
    case .verbatim, .light: copied += 1
    case .paraphrase, .merged, .split: reworded += 1
    case .new: break
    }
  }
  scores.kept = Double(copied) / total
  scores.reworded = Double(reworded) / total
  scores.new = Double(alignment.newB.count) / total
  scores.dropped = Double(alignment.droppedA.count) / Double(max(1, a.units.count))
  let wordsA = a.units.reduce(0) { $0 + $1.words.count }
  let wordsB = b.units.reduce(0) { $0 + $1.words.count }
  scores.lengthRatio = Double(wordsB) / Double(max(1, wordsA))
  let linked = b.units.count - alignment.newB.count
  scores.orderKept =
    linked == 0 ? 1 : 1 - Double(alignment.movedB.count) / Double(linked)
  scores.longestRun = longestCommonRun(
    a.units.flatMap { $0.words.map(\.rawValue) }, b.units.flatMap { $0.words.map(\.rawValue) })
  let kept = facts.kept()
  scores.namesKept = kept.names
  scores.numbersKept = kept.numbers
  return scores
}

/// Length of the longest run of elements that both sequences hold.
///
/// A suffix automaton of `a`, walked along `b`.
/// - Complexity: O(*n* + *m*) expected.
func longestCommonRun(_ a: [UInt32], _ b: [UInt32]) -> Int {
  guard !a.isEmpty, !b.isEmpty else { return 0 }
  var links: [Int32] = [-1]
  var lengths: [Int32] = [0]
  // Transitions of all states in one table, keyed by state and element.
  var transitions: [UInt64: Int32] = [:]
  var elements: [[UInt32]] = [[]]
  transitions.reserveCapacity(2 * a.count)
  func key(_ state: Int32, _ element: UInt32) -> UInt64 {
    UInt64(UInt32(bitPattern: state)) << 32 | UInt64(element)
  }
  var last: Int32 = 0
  for element in a {
    let current = Int32(links.count)
    lengths.append(lengths[Int(last)] + 1)
    links.append(0)
    elements.append([])
    var state = last
    while state >= 0, transitions[key(state, element)] == nil {
      transitions[key(state, element)] = current
      elements[Int(state)].append(element)
      state = links[Int(state)]
    }
    if state >= 0, let next = transitions[key(state, element)] {
      if lengths[Int(next)] == lengths[Int(state)] + 1 {
        links[Int(current)] = next
      } else {
        let clone = Int32(links.count)
        lengths.append(lengths[Int(state)] + 1)
        links.append(links[Int(next)])
        elements.append(elements[Int(next)])
        for e in elements[Int(next)] { transitions[key(clone, e)] = transitions[key(next, e)] }
        while state >= 0, transitions[key(state, element)] == next {
          transitions[key(state, element)] = clone
          state = links[Int(state)]
        }
        links[Int(next)] = clone
        links[Int(current)] = clone
      }
    }
    last = current
  }
  var best: Int32 = 0
  var state: Int32 = 0
  var length: Int32 = 0
  for element in b {
    while state > 0, transitions[key(state, element)] == nil {
      state = links[Int(state)]
      length = lengths[Int(state)]
    }
    if let next = transitions[key(state, element)] {
      state = next
      length += 1
    }
    best = max(best, length)
  }
  return Int(best)
}
