import Testing
import Timeline

@Suite struct TrendTests {
  @Test func `a straight line has its own slope and the strongest correlation`() throws {
    let found = try #require(trend(of: [1, 3, 5, 7, 9, 11]))
    #expect(found.slope == 2)
    #expect(found.intercept == 1)
    #expect(found.tau == 1)
    #expect(found.score == 15)
    #expect(found.probability < 0.01)
  }

  @Test func `equal values have no trend, and two values are too few for one`() throws {
    let found = try #require(trend(of: [4, 4, 4, 4]))
    #expect(found.slope == 0 && found.tau == 0 && found.z == 0 && found.probability == 1)
    #expect(trend(of: [1, 2]) == nil)
  }

  @Test func `a series and its mirror image have opposite trends`() throws {
    let values = [3.0, 1, 4, 1, 5, 9, 2, 6]
    let a = try #require(trend(of: values))
    let b = try #require(trend(of: values.reversed()))
    #expect(a.score == -b.score && abs(a.slope + b.slope) < 1e-12)
  }

  @Test func `bursts of events lie inside one another`() throws {
    let times = [0.0, 10, 20, 30, 31, 32, 33, 34, 35, 45, 55, 65]
    let found = try #require(eventBursts(at: times))
    #expect(found.bursts.first == EventBurst(level: 0, start: 0, end: 65))
    #expect(found.bursts.contains { $0.level >= 1 && $0.start == 30 && $0.end == 35 })
  }

  @Test func `events of one time, and one event, have no bursts of events`() {
    #expect(eventBursts(at: [1, 1, 2]) == nil)
    #expect(eventBursts(at: [1]) == nil)
    #expect(eventBursts(at: [1, 2], scale: 1) == nil)
  }
}
