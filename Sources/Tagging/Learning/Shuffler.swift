import Bytes

/// The same sequence of numbers in every run (SplitMix64 from a fixed seed).
struct Shuffler {
  private var state: UInt64 = 0x5EED

  /// A number below `count`, which is positive.
  mutating func below(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Int((mixed(state) >> 32) &* UInt64(count) >> 32)
  }
}
