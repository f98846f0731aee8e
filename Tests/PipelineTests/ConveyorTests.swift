import Synchronization
import Testing

@testable import Pipeline

@Suite struct ConveyorTests {
  private struct Broken: Error, Equatable { var place: Int }

  private final class Counter: Sendable {
    private let value = Mutex(0)
    var count: Int { value.withLock { $0 } }
    func next() -> Int {
      value.withLock {
        $0 += 1
        return $0
      }
    }
  }

  /// Work whose length differs from item to item.
  private static func work(_ item: Int) -> Int {
    var sum = item
    for step in 0..<(item % 7 * 1_000) { sum = (sum &* 31 &+ step) % 1_000_003 }
    return sum
  }

  @Test("results come in the order of the items, at any number of workers", arguments: [1, 2, 5])
  func order(width: Int) async throws {
    var rest = (0..<500)[...]
    var results: [Int] = []
    try await convey(
      width: width, capacity: 8, from: { rest.popFirst() }, state: {},
      work: { item, _ in ConveyorTests.work(item) }, into: { results.append($0) })
    #expect(results == (0..<500).map(ConveyorTests.work))
  }

  @Test("no more items are taken than the capacity allows for those that are not given yet")
  func window() async throws {
    let taken = Mutex(0)
    var rest = (0..<200)[...]
    var most = 0
    var given = 0
    try await convey(
      width: 4, capacity: 10,
      from: {
        guard let item = rest.popFirst() else { return nil }
        taken.withLock { $0 += 1 }
        return item
      }, state: {}, work: { (item: Int, _) in item },
      into: { _ in
        most = max(most, taken.withLock { $0 } - given)
        given += 1
      })
    #expect(given == 200)
    #expect(most <= 11)
  }

  @Test("an error of the source comes after the results before it")
  func brokenSource() async {
    var results: [Int] = []
    await #expect(throws: Broken(place: 20)) {
      var next = 0
      try await convey(
        width: 3, capacity: 6,
        from: {
          next += 1
          if next > 20 { throw Broken(place: 20) }
          return next
        }, state: {}, work: { (item: Int, _) in item }, into: { results.append($0) })
    }
    #expect(results == Array(1...20))
  }

  @Test("an error of the sink ends the work; the source is not read to its end")
  func brokenSink() async {
    let taken = Counter()
    await #expect(throws: Broken(place: 3)) {
      try await convey(
        width: 3, capacity: 6,
        from: { taken.next() }, state: {}, work: { (item: Int, _) in item },
        into: { if $0 == 3 { throw Broken(place: 3) } })
    }
    #expect(taken.count <= 10)
  }
}
