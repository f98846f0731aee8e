/// A 64-bit hash of bytes that is the same on every machine and in every run.
///
/// - Complexity: O(*n*).
/// - Source: FNV-1a by Fowler, Noll and Vo, finished with the mixer of SplitMix64 (Steele, Lea and
///   Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014).
public func stableHash(_ bytes: borrowing Span<UInt8>, in range: Range<Int>) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for i in range {
    hash = (hash ^ UInt64(bytes[i])) &* 0x0000_0100_0000_01B3
  }
  return mixed(hash)
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
