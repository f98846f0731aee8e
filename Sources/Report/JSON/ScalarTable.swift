/// Scalar offsets of UTF-8 offsets, in any order; one number for every 64 bytes is kept.
public struct ScalarTable {
  private let bytes: [UInt8]
  private var marks: [Int] = [0]

  /// The offsets of `text`; O(*n*).
  public init(_ text: String) {
    bytes = Array(text.utf8)
    var count = 0
    for (i, byte) in bytes.enumerated() {
      // Every byte but a continuation begins a scalar.
      if byte & 0xC0 != 0x80 { count += 1 }
      if i & 63 == 63 { marks.append(count) }
    }
  }

  /// The scalars of a range of UTF-8 bytes, half-open; O(1).
  public func range(_ utf8: Range<Int>) -> Range<Int> {
    let start = scalars(utf8.lowerBound)
    return start..<max(start, scalars(utf8.upperBound))
  }

  private func scalars(_ offset: Int) -> Int {
    let end = max(0, min(offset, bytes.count))
    var count = marks[end / 64]
    for i in (end / 64 * 64)..<end where bytes[i] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}

/// Four decimals, so that a number is written the same on every machine.
func rounded(_ value: Double) -> Double {
  value.isFinite ? (value * 10_000).rounded() / 10_000 : 0
}

/// A number of eleven digits: what logarithms and exponentials of two machines agree on.
func significant(_ value: Double) -> Double {
  guard value.isFinite, value != 0 else { return 0 }
  var scale = 1.0
  while abs(value) * scale < 1e10 { scale *= 10 }
  while abs(value) * scale >= 1e11 { scale /= 10 }
  return (value * scale).rounded() / scale
}
