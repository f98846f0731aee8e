import Bytes

/// A set of stems of one lexicon.
struct StemSet {
  private var stems = HashedNumbers(capacity: 0)

  var isEmpty: Bool { stems.count == 0 }

  mutating func insert(_ stem: UInt32) { _ = stems.number(of: mixed(UInt64(stem)), orAdd: 1) }

  func contains(_ stem: UInt32) -> Bool { stems.number(of: mixed(UInt64(stem))) != 0 }
}
