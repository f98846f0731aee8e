import Model
import Report
import Testing

@Suite struct ReadingTests {
  private func series(_ shares: [Int]) throws -> ThemeSeries {
    let points = try shares.enumerated().map { index, documents in
      SeriesPoint(
        start: try #require(Day(year: 2024, month: index + 1, day: 1)), documents: documents,
        mentions: documents, total: 100, share: Double(documents) / 100, low: 0, high: 1,
        complete: true)
    }
    return ThemeSeries(subject: Subject(.theme, "t"), name: "T", bucket: .month, points: points)
  }

  @Test func `a burst is told by its days, its share and how far it stands out`() throws {
    var course = try series([2, 2, 10, 10, 2, 2])
    let burst = Burst(
      start: try #require(Day(iso: "2024-03-01")), end: try #require(Day(iso: "2024-04-30")),
      level: 1, weight: 9)
    var inner = burst
    inner.level = 2
    course.bursts = [burst, inner]
    let found = findings(of: course)
    #expect(found.map(\.kind) == [.burst])
    let plain = found[0].reading.replacing("\u{A0}", with: " ")
    #expect(
      plain
        == "From 1 March 2024 to 30 April 2024, 20 of 200 articles speak of it (10.0 %), 5.0 times "
        + "as often as otherwise (2.0 %).")
  }

  @Test func `a season is told as a warning behind the burst`() throws {
    var course = try series([2, 10, 2])
    course.bursts = [
      Burst(
        start: try #require(Day(iso: "2024-02-01")), end: try #require(Day(iso: "2024-02-29")),
        level: 1, weight: 3, seasonYears: 3)
    ]
    let found = findings(of: course)
    #expect(found.map(\.kind) == [.burst, .season])
    #expect(found[1].reading.contains("3\u{A0}other years"))
  }

  @Test func `a change says until when its level lasts`() throws {
    var course = try series([1, 1, 4, 4, 2, 2])
    course.changes = [
      ChangePoint(start: try #require(Day(iso: "2024-03-01")), before: 0.01, after: 0.04),
      ChangePoint(start: try #require(Day(iso: "2024-05-01")), before: 0.04, after: 0.02),
    ]
    let plain = findings(of: course).map { $0.reading.replacing("\u{A0}", with: " ") }
    #expect(
      plain == [
        "With Mar 2024 the level rises from 1.0 % to 4.0 % of all articles (4.0 times as much) and "
          + "stays there until May 2024.",
        "With May 2024 the level falls from 4.0 % to 2.0 % of all articles (2.0 times as little) and "
          + "stays there to the end.",
      ])
  }

  @Test func `a trend that chance explains is told as none`() throws {
    var course = try series([1, 2, 1])
    course.trend = SeriesTrend(
      slope: 0.001, low: -0.01, high: 0.01, tau: 0.1, probability: 0.4, buckets: 12)
    #expect(findings(of: course)[0].reading.hasPrefix("No steady rise or fall"))
    course.trend?.probability = 0.0001
    #expect(findings(of: course)[0].reading.contains("rises steadily"))
  }

  @Test func `fields of a table are quoted and never taken for formulas`() throws {
    var course = try series([1])
    course.name = "=cmd, \"x\""
    #expect(
      seriesCSV(course).hasPrefix("theme,t,\"'=cmd, \"\"x\"\"\",,month,2024-01-01,1,1,100,0.01,"))
  }
}
