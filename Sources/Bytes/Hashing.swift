/// A 64-bit hash of bytes that is the same on every machine and in every run.
///
/// - Complexity: O(*n*).
/// - Source: FNV-1a by Fowler, Noll and Vo, finished with the mixer of SplitMix64 (Steele, Lea and
///   Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014).
public func stableHash(_ bytes: borrowing Span<UInt8>, in range: Range<Int>) -> UInt64 {
  var hash = stableHashSeed
  for i in range { hash = stableHashStep(hash, bytes[i]) }
  return mixed(hash)
}

/// What `stableHash` begins with.
public let stableHashSeed: UInt64 = 0xCBF2_9CE4_8422_2325

/// The state of `stableHash` after one more byte; `mixed` of the last state is the hash.
@inline(__always)
public func stableHashStep(_ state: UInt64, _ byte: UInt8) -> UInt64 {
  (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
}

/// A 64-bit hash of the UTF-8 bytes of `text` that is the same on every machine.
public func stableHash(_ text: String) -> UInt64 {
  let bytes = text.utf8Span.span
  return stableHash(bytes, in: 0..<bytes.count)
}

/// Spreads the bits of `value`: a bijection of 64-bit numbers (SplitMix64's finaliser).
@inline(__always)
public func mixed(_ value: UInt64) -> UInt64 {
  var z = value
  z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
  z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
  return z ^ (z >> 31)
}
