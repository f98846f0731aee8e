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
    #expect(Bucket.month.next(after: try day("2025-12-01")) == (try day("2026-01-01")))
  }
}
