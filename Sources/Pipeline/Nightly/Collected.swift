import Synchronization

/// Values that are appended from one place and read from another.
final class Collected<Value: Sendable>: Sendable {
  private let values = Mutex<[Value]>([])

  /// Appends `value`.
  func append(_ value: Value) { values.withLock { $0.append(value) } }

  /// All values in the order in which they came.
  var all: [Value] { values.withLock { $0 } }
}
