/// Hands out items to workers and takes their results back in the order of the items.
///
/// The sink gets every result and then nil.
///
/// At most `window` items are between reading and writing, so memory is bounded whatever the length
/// of the input; a worker that is far ahead waits.
actor Conveyor<Item: Sendable, Result: Sendable> {
  private let window: Int
  private var source: () throws -> Item?
  private var sink: (Result?) throws -> Void
  private var taken = 0
  private var written = 0
  private var ended = false
  private var failure: (any Error)?
  private var waiting: [Int: Result] = [:]
  private var sleepers: [CheckedContinuation<Void, Never>] = []

  init(
    window: Int, source: sending @escaping () throws -> Item?,
    sink: sending @escaping (Result?) throws -> Void
  ) {
    self.window = window
    self.source = source
    self.sink = sink
  }

  /// The next item and its place, or nil when there is none or something failed.
  func next() async -> (place: Int, item: Item)? {
    while !ended, failure == nil, taken >= written + window {
      await withCheckedContinuation { sleepers.append($0) }
    }
    guard !ended, failure == nil else { return nil }
    do {
      guard let item = try source() else {
        ended = true
        wake()
        return nil
      }
      taken += 1
      return (taken - 1, item)
    } catch {
      stop(error)
      return nil
    }
  }

  /// Takes the result of the item at `place`, and writes as many as are in order.
  func put(_ result: Result, at place: Int) {
    guard failure == nil else { return }
    waiting[place] = result
    while let ready = waiting.removeValue(forKey: written) {
      do {
        try sink(ready)
      } catch {
        return stop(error)
      }
      written += 1
    }
    wake()
  }

  /// Tells the sink that there is no more, or throws what went wrong.
  func finish() throws {
    if let failure { throw failure }
    try sink(nil)
  }

  private func stop(_ error: any Error) {
    if failure == nil { failure = error }
    waiting.removeAll()
    wake()
  }

  private func wake() {
    for sleeper in sleepers { sleeper.resume() }
    sleepers.removeAll()
  }
}

/// Runs `width` workers over the items of `conveyor`; each has a state of its own.
func convey<Item, Result, State>(
  _ conveyor: Conveyor<Item, Result>, width: Int,
  state: @escaping @Sendable () -> State,
  work: @escaping @Sendable (Item, inout State) -> Result
) async throws {
  await withTaskGroup(of: Void.self) { group in
    for _ in 0..<max(1, width) {
      group.addTask {
        var own = state()
        while let (place, item) = await conveyor.next() {
          await conveyor.put(work(item, &own), at: place)
        }
      }
    }
  }
  try await conveyor.finish()
}
