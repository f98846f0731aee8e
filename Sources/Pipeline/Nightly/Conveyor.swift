/// Hands out items to workers and gives their results back in the order of the items.
///
/// A worker that is far ahead waits: items are handed out as long as those between reading and writing
/// weigh less than `capacity`, so memory is bounded whatever the length of the input.
private actor Conveyor<Item: Sendable, Result: Sendable> {
  private let capacity: Int
  private let weight: @Sendable (Item) -> Int
  private var source: () throws -> Item?
  private var taken = 0
  private var given = 0
  /// Weights of the items between reading and writing, by place, and their sum.
  private var weights: [Int: Int] = [:]
  private var load = 0
  private var hasEnded = false
  private var failure: (any Error)?
  private var waiting: [Int: Result] = [:]
  private var sleepers: [CheckedContinuation<Void, Never>] = []

  init(
    capacity: Int, weight: @escaping @Sendable (Item) -> Int,
    source: sending @escaping () throws -> Item?
  ) {
    self.capacity = capacity
    self.weight = weight
    self.source = source
  }

  /// The next item and its place, or nil when there is none or something failed.
  func next() async -> (place: Int, item: Item)? {
    while !hasEnded, load >= capacity { await sleep() }
    guard !hasEnded else { return nil }
    do {
      if let item = try source() {
        let place = taken
        taken += 1
        weights[place] = weight(item)
        load += weights[place] ?? 0
        return (place, item)
      }
    } catch {
      failure = error
    }
    stop()
    return nil
  }

  /// Takes the result of the item at `place`.
  func put(_ result: Result, at place: Int) {
    waiting[place] = result
    if place == given { wake() }
  }

  /// The result of the next item in order, as soon as it is there; nil when all were given.
  ///
  /// Throws what the source threw once the results before it were given.
  func result() async throws -> Result? {
    while true {
      if let result = waiting.removeValue(forKey: given) {
        load -= weights.removeValue(forKey: given) ?? 0
        given += 1
        wake()
        return result
      }
      if hasEnded, given == taken {
        if let failure { throw failure }
        return nil
      }
      await sleep()
    }
  }

  /// Hands out no more items.
  func stop() {
    hasEnded = true
    wake()
  }

  private func sleep() async { await withCheckedContinuation { sleepers.append($0) } }

  private func wake() {
    for sleeper in sleepers { sleeper.resume() }
    sleepers.removeAll()
  }
}

/// Runs `width` workers over the items of `source`; `sink` gets the results in the order of the items, one after
/// the other and beside the workers.
///
/// Each worker has a state of its own. No more items are read while those that are not written yet weigh
/// `capacity` or more. Throws what `source` or `sink` throws, when all workers are done.
func convey<Item: Sendable, Result: Sendable, State>(
  width: Int, capacity: Int, weight: @escaping @Sendable (Item) -> Int = { _ in 1 },
  from source: sending @escaping () throws -> Item?,
  state: @escaping @Sendable () -> State,
  work: @escaping @Sendable (Item, inout State) -> Result,
  into sink: (Result) throws -> Void
) async throws {
  let conveyor = Conveyor<Item, Result>(
    capacity: capacity, weight: weight, source: source)
  try await withThrowingTaskGroup(of: Void.self) { group in
    for _ in 0..<max(1, width) {
      group.addTask { @concurrent in
        var own = state()
        while let (place, item) = await conveyor.next() {
          await conveyor.put(work(item, &own), at: place)
        }
      }
    }
    do {
      while let result = try await conveyor.result() { try sink(result) }
    } catch {
      await conveyor.stop()
      throw error
    }
  }
}
