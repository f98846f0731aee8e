/// The edits that turn `a` into `b`, ascending.
///
/// Minimal for sequences that differ in a few hundred places; beyond that a box of the search is
/// cut where most progress was made, so that hostile input costs no quadratic time. Thousands of
/// elements are cut first at those that stand once on each side.
/// - Complexity: O((*n* + *m*) × *d*) with *d* at most about the square root of the length;
///   O(*n* + *m*) memory.
/// - Source: E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1, 1986,
///   linear-space variant. Differs: the cut, and elements of one side only never enter the search.
public func diff(_ a: [UInt32], _ b: [UInt32]) -> [Edit] {
  var start = 0
  let shorter = min(a.count, b.count)
  while start < shorter, a[start] == b[start] { start += 1 }
  var tail = 0
  while tail < shorter - start, a[a.count - 1 - tail] == b[b.count - 1 - tail] { tail += 1 }
  var changedA = [Bool](repeating: false, count: a.count)
  var changedB = [Bool](repeating: false, count: b.count)

  // What only one side holds is changed in any case and would only slow the search.
  let middleA = start..<(a.count - tail)
  let middleB = start..<(b.count - tail)
  let inA = presence(a, middleA)
  let inB = presence(b, middleB)
  let keptA = elements(of: a, middleA, in: inB, others: &changedA)
  let keptB = elements(of: b, middleB, in: inA, others: &changedB)
  var search = MiddleSearch(keptA, keptB)
  let isLong = keptA.count + keptB.count >= longSearch
  search.run(between: isLong ? anchors(keptA, keptB) : [])
  mark(search.changedA, &changedA, middleA)
  mark(search.changedB, &changedB, middleB)
  return edits(changedA, changedB)
}

/// The elements at `range` that the other side has as well; those that it has not are marked.
private func elements(
  of ids: [UInt32], _ range: Range<Int>, in other: Presence, others: inout [Bool]
) -> [UInt32] {
  var kept: [UInt32] = []
  kept.reserveCapacity(range.count)
  for i in range {
    if other.contains(ids[i]) { kept.append(ids[i]) } else { others[i] = true }
  }
  return kept
}

/// Marks what the search found changed; elements of `range` that are marked did not take part in it.
private func mark(_ found: [Bool], _ changed: inout [Bool], _ range: Range<Int>) {
  var next = range.lowerBound
  for isChanged in found {
    while changed[next] { next += 1 }
    if isChanged { changed[next] = true }
    next += 1
  }
}

/// Elements of both sides from which a search is cut at anchors; shorter ones stay minimal.
private let longSearch = 8192

/// A set of dense ids: a bit map where ids are small, else a hash set.
private enum Presence {
  case bits([Bool])
  case set(Set<UInt32>)

  func contains(_ id: UInt32) -> Bool {
    switch self {
    case .bits(let bits): Int(id) < bits.count && bits[Int(id)]
    case .set(let set): set.contains(id)
    }
  }
}

private func presence(_ ids: [UInt32], _ range: Range<Int>) -> Presence {
  var largest: UInt32 = 0
  for i in range { largest = max(largest, ids[i]) }
  guard Int(largest) < 64 * range.count + 4096 else { return .set(Set(ids[range])) }
  var bits = [Bool](repeating: false, count: Int(largest) + 1)
  for i in range { bits[Int(ids[i])] = true }
  return .bits(bits)
}

private func edits(_ changedA: [Bool], _ changedB: [Bool]) -> [Edit] {
  var found: [Edit] = []
  var i = 0
  var j = 0
  while i < changedA.count || j < changedB.count {
    let startA = i
    let startB = j
    while i < changedA.count, changedA[i] { i += 1 }
    while j < changedB.count, changedB[j] { j += 1 }
    if i > startA || j > startB { found.append(Edit(a: startA..<i, b: startB..<j)) }
    // Both stand on an equal element now, or both are at their end.
    if i < changedA.count { i += 1 }
    if j < changedB.count { j += 1 }
  }
  return found
}
