import Model

/// How many other years are raised in the same days of the year as `burst` is, or 0 when a season
/// does not explain it.
///
/// A season explains a burst when the same days of at least two other years are covered, most of
/// those years are above the share of the rest, the 95 % interval (Newcombe) of the difference
/// between them and the rest lies above zero, and that difference is at least half of the burst's
/// own. O(points × years).
func seasonYears(of burst: Burst, in points: [SeriesPoint]) -> Int {
  guard let first = points.first?.start.components.year,
    let last = points.last?.start.components.year, last - first >= 2,
    burst.start.distance(to: burst.end) < 200
  else { return 0 }
  let (year, month, day) = burst.start.components
  let length = burst.start.distance(to: burst.end)
  var inBurst = Tally()
  var inSeason = Tally()
  var byYear = Array(repeating: Tally(), count: last - first + 2)
  var rest = Tally()
  // The last bucket of one year's season may begin in the year before it.
  let starts = (first...(last + 1)).map { Day(year: $0, month: month, day: min(day, 28)) }
  for point in points {
    if burst.start <= point.start, point.start <= burst.end {
      inBurst.add(point)
      continue
    }
    let near = point.start.components.year - first
    let season = [near, near - 1].first { index in
      guard index >= 0, let start = starts[index], first + index != year else { return false }
      return (0...length).contains(start.distance(to: point.start))
    }
    guard let season else {
      rest.add(point)
      continue
    }
    inSeason.add(point)
    byYear[season].add(point)
  }
  let covered = byYear.filter { $0.total > 0 }
  let raised = covered.filter { $0.share > rest.share }.count
  guard covered.count >= 2, raised * 3 >= covered.count * 2, rest.total > 0,
    newcombeInterval((inSeason.documents, inSeason.total), (rest.documents, rest.total)).low > 0,
    inSeason.share - rest.share >= (inBurst.share - rest.share) / 2
  else { return 0 }
  return raised
}

/// Documents that speak of a subject, and all of them.
private struct Tally {
  var documents = 0
  var total = 0
  var share: Double { total > 0 ? Double(documents) / Double(total) : 0 }

  mutating func add(_ point: SeriesPoint) {
    documents += point.documents
    total += point.total
  }
}
