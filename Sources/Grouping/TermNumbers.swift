/// Numbers for the hashes of terms, dense, in order of first appearance; an open-addressed table.
struct TermNumbers {
  /// The hash above one more than the number; 0 marks an empty slot.
  private var slots = [UInt64](repeating: 0, count: 1 << 12)
  private(set) var count = 0

  /// The number of the term with that hash.
  mutating func number(of hash: UInt32) -> UInt32 {
    // The hashes are well mixed, so their own bits are the place.
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      if slots[slot] >> 32 == UInt64(hash) { return UInt32(truncatingIfNeeded: slots[slot]) - 1 }
      slot = (slot + 1) & (slots.count - 1)
    }
    count += 1
    slots[slot] = UInt64(hash) << 32 | UInt64(count)
    if count * 2 > slots.count { grow() }
    return UInt32(count - 1)
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    for entry in old where entry != 0 {
      var slot = Int(entry >> 32) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entry
    }
  }
}
