/// Pairs of equal elements that stand once on each side, in an order that both sides keep.
///
/// They cut a long search into many short ones. A pair counts only with an equal neighbour: alone
/// among others, an element has moved.
///
/// - Returns: Places in `a` and `b`, both ascending; none where ids are too large for a table.
/// - Complexity: O(*n* + *m* + *k* log *k*) for *k* pairs.
/// - Source: the unique lines of B. Cohen's patience diff (2003), with the longest increasing
///   subsequence of M. Fredman, "On Computing the Length of Longest Increasing Subsequences", Discrete
///   Mathematics 11(1), 1975. Differs: the neighbour.
func anchors(_ a: [UInt32], _ b: [UInt32]) -> [(a: Int, b: Int)] {
  let largest = Int(max(a.max() ?? 0, b.max() ?? 0))
  guard largest < 64 * (a.count + b.count) + 4096 else { return [] }
  let placesA = onlyPlaces(a, largest)
  let placesB = onlyPlaces(b, largest)
  var pairs: [(a: Int, b: Int)] = []
  for i in a.indices {
    let id = Int(a[i])
    guard placesA[id] == i, placesB[id] >= 0 else { continue }
    let j = Int(placesB[id])
    let hasNeighbour =
      i > 0 && j > 0 && a[i - 1] == b[j - 1]
      || i + 1 < a.count && j + 1 < b.count && a[i + 1] == b[j + 1]
    if hasNeighbour { pairs.append((i, j)) }
  }
  return longestAscending(pairs)
}

/// Where each id stands: −1 for nowhere, −2 for more than one place.
private func onlyPlaces(_ ids: [UInt32], _ largest: Int) -> [Int32] {
  var places = [Int32](repeating: -1, count: largest + 1)
  for (place, id) in ids.enumerated() {
    places[Int(id)] = places[Int(id)] == -1 ? Int32(place) : -2
  }
  return places
}

/// The longest selection of `pairs`, which ascend in `a`, that ascends in `b` as well.
private func longestAscending(_ pairs: [(a: Int, b: Int)]) -> [(a: Int, b: Int)] {
  /// By length − 1, the pair with the smallest `b` that ends a selection of that length.
  var ends: [Int] = []
  var previous = [Int](repeating: -1, count: pairs.count)
  for k in pairs.indices {
    var low = 0
    var high = ends.count
    while low < high {
      let middle = (low + high) / 2
      if pairs[ends[middle]].b < pairs[k].b { low = middle + 1 } else { high = middle }
    }
    if low > 0 { previous[k] = ends[low - 1] }
    if low == ends.count { ends.append(k) } else { ends[low] = k }
  }
  var found: [(a: Int, b: Int)] = []
  var at = ends.last ?? -1
  while at >= 0 {
    found.append(pairs[at])
    at = previous[at]
  }
  return found.reversed()
}
