/// Numbers by hashes, as an open-addressed table that is at most half full.
///
/// Hashes have to be well spread; no number is 0.
struct HashedNumbers: Sendable {
  private struct Slot {
    var key: UInt64 = 0
    var number: Int32 = 0
  }

  private var slots: [Slot]
  private(set) var count = 0

  /// No numbers, with room for `capacity` before the table has to grow.
  init(capacity: Int = 32) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
  }

  /// The number of `key`; 0 when it has none.
  @inline(__always)
  func number(of key: UInt64) -> Int32 {
    var at = Int(truncatingIfNeeded: key) & (slots.count - 1)
    while slots[at].number != 0 {
      if slots[at].key == key { return slots[at].number }
      at = (at + 1) & (slots.count - 1)
    }
    return 0
  }

  /// The number of `key`, which is `fresh` from now on when it had none.
  mutating func number(of key: UInt64, orAdd fresh: Int32) -> Int32 {
    let known = number(of: key)
    if known != 0 { return known }
    count += 1
    if count * 2 > slots.count { grow() }
    put(Slot(key: key, number: fresh))
    return fresh
  }

  private mutating func put(_ slot: Slot) {
    var at = Int(truncatingIfNeeded: slot.key) & (slots.count - 1)
    while slots[at].number != 0 { at = (at + 1) & (slots.count - 1) }
    slots[at] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    for slot in old where slot.number != 0 { put(slot) }
  }
}
