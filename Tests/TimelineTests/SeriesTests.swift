import Model
import Testing
import Timeline

struct SeriesTests {
  private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

  @Test func `every bucket becomes a point and cut ones are incomplete`() throws {
    let days = [
      DayCount(day: try day("2025-01-10"), documents: 1, mentions: 2, total: 4),
      DayCount(day: try day("2025-03-31"), documents: 2, mentions: 2, total: 2),
    ]
    let found = series(
      of: Subject(.theme, "t"), name: "T", days: days, bucket: .month,
      covering: try day("2025-01-10")...day("2025-03-31"))
    #expect(found.points.map(\.documents) == [1, 0, 2])
    #expect(found.points.map(\.complete) == [false, true, true])
    #expect(found.points[0].share == 0.25)
  }

  @Test func `a corpus without dated documents has no points`() {
    let found = series(of: Subject(.theme, "t"), name: "T", days: [], bucket: .week)
    #expect(found.points.isEmpty)
  }

  @Test func `weeks begin on Monday and quarters in January`() throws {
    #expect(Bucket.week.start(of: try day("2025-08-27")) == (try day("2025-08-25")))
    #expect(Bucket.quarter.start(of: try day("2025-12-31")) == (try day("2025-10-01")))
    #expect(Bucket.decade.start(of: try day("1789-04-30")) == (try day("1780-01-01")))
    #expect(Bucket.decade.next(after: try day("1780-01-01")) == (try day("1790-01-01")))
    #expect(Bucket.month.next(after: try day("2025-12-01")) == (try day("2026-01-01")))
  }
}

struct FindingTests {
  private let start = Day(rawValue: 0)

  /// One day after another from 1970-01-01, `total` documents each.
  private func days(_ documents: [Int], total: Int = 100) -> [DayCount] {
    documents.enumerated().map {
      DayCount(
        day: start.advanced(by: $0.offset), documents: $0.element, mentions: $0.element,
        total: total, words: 1000)
    }
  }

  private func course(_ days: [DayCount], _ bucket: Bucket = .day) -> ThemeSeries {
    series(of: Subject(.theme, "t"), name: "T", days: days, bucket: bucket)
  }

  @Test func `a burst inside a burst has the next level`() {
    let quiet = Array(repeating: 2, count: 40)
    let found = course(
      days(quiet + Array(repeating: 9, count: 5) + Array(repeating: 40, count: 4) + quiet))
    let levels = found.bursts.map(\.level)
    #expect(levels == [1, 2, 3])
    let outer = found.bursts[0]
    #expect(found.bursts.allSatisfy { outer.start <= $0.start && $0.end <= outer.end })
    #expect(found.bursts.allSatisfy { $0.weight > 0 })
    #expect(found.burstLevel(at: start.advanced(by: 46)) == 3)
    #expect(found.burstLevel(at: start) == 0)
  }

  @Test func `what only an incomplete bucket shows is neither a burst nor a change`() throws {
    // Twelve months; of the last only three days are there, in which everything speaks of it.
    func months(_ last: Int) throws -> [DayCount] {
      var found: [DayCount] = []
      for month in 1...12 {
        for number in 1...(month == 12 ? last : 28) {
          found.append(
            DayCount(
              day: try #require(Day(year: 2024, month: month, day: number)),
              documents: month == 12 ? 40 : 1, mentions: 1, total: 40))
        }
      }
      return found
    }
    let cut = course(try months(3), .month)
    #expect(cut.points.last?.complete == false)
    #expect(cut.points.last?.share == 1)
    #expect(cut.bursts.isEmpty)
    #expect(cut.changes.isEmpty)
    let whole = course(try months(31), .month)
    #expect(whole.points.last?.complete == true)
    #expect(whole.bursts.contains { $0.start.components.month == 12 })
  }

  @Test func `one level alone finds the bursts of the two-state model`() {
    let matches = [0, 1, 0, 8, 9, 7, 0, 1, 0, 0]
    let totals = Array(repeating: 20, count: 10)
    let found = kleinbergBursts(matches: matches, totals: totals)
    #expect(found.map(\.buckets) == [3..<6])
    #expect(found.map(\.level) == [1])
  }

  @Test func `a burst that comes every year is explained by the season`() throws {
    func year(_ number: Int) throws -> [DayCount] {
      try (1...12).flatMap { month in
        try (1...28).map { day in
          DayCount(
            day: try #require(Day(year: number, month: month, day: day)),
            documents: month == 12 ? 12 : 2, mentions: 2, total: 100)
        }
      }
    }
    let yearly = course(try (2001...2004).flatMap(year), .month)
    #expect(!yearly.bursts.isEmpty)
    #expect(yearly.bursts.allSatisfy { $0.seasonYears >= 2 })
    var once = try (2001...2004).flatMap(year).map { day in
      var day = day
      if day.documents == 12, day.day.components.year != 2003 { day.documents = 2 }
      return day
    }
    once.sort { $0.day < $1.day }
    let single = course(once, .month)
    #expect(single.bursts.count >= 1)
    #expect(single.bursts.allSatisfy { $0.seasonYears == 0 })
  }

  @Test func `a rising share has a trend and a flat one has none`() throws {
    let rising = try #require(course(days((0..<30).map { 10 + $0 })).trend)
    #expect(rising.isSteady)
    #expect(abs(rising.slope - 0.01) < 1e-12)
    #expect(rising.buckets == 30)
    let flat = try #require(course(days((0..<30).map { 10 + $0 % 2 })).trend)
    #expect(!flat.isSteady)
    #expect(course(days([1, 2, 3])).trend == nil)
  }

  @Test func `a trend is told by the day even where days hold no document`() throws {
    let gaps = days((0..<60).map { 10 + $0 }).filter { $0.day.rawValue % 3 == 0 }
    #expect(abs(try #require(course(gaps).trend).slope - 0.01) < 1e-12)
  }

  @Test func `rates and moving averages come with every bucket that bears them`() throws {
    let found = course(days([1, 2, 3, 4, 5, 6, 7]))
    #expect(
      found.points.map { $0.average != nil } == [false, false, false, true, false, false, false])
    #expect(found.points[3].average == 0.04)
    #expect(found.points[1].rate == 2000)
    #expect(found.points[1].rateLow < 2000 && found.points[1].rateHigh > 2000)
    let empty = course(days([0, 0], total: 0))
    #expect(empty.points.allSatisfy { $0.isEmpty && $0.average == nil })
  }
}
