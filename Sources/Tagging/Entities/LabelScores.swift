/// Sums of rows of 24 signed bytes, four labels to a 64-bit word.
///
/// Each byte is moved up by 128, so that sums of up to 256 rows stay apart in lanes of 16 bits:
/// plain integer arithmetic, which is as fast as vectors and needs none.
struct LabelScores {
  /// Lanes of even and of odd labels, in the order of the row.
  private var even: (UInt64, UInt64, UInt64) = (0, 0, 0)
  private var odd: (UInt64, UInt64, UInt64) = (0, 0, 0)
  private var rows: Int32 = 0

  /// Adds a row.
  @inline(__always)
  mutating func add(_ row: (UInt64, UInt64, UInt64)) {
    let lanes: UInt64 = 0x00FF_00FF_00FF_00FF
    let bias: UInt64 = 0x8080_8080_8080_8080
    let a = row.0 ^ bias
    let b = row.1 ^ bias
    let c = row.2 ^ bias
    even.0 &+= a & lanes
    even.1 &+= b & lanes
    even.2 &+= c & lanes
    odd.0 &+= a >> 8 & lanes
    odd.1 &+= b >> 8 & lanes
    odd.2 &+= c >> 8 & lanes
    rows += 1
  }

  /// Writes the sums of the 24 labels to `out`, which has at least as many elements.
  @inline(__always)
  func write(to out: inout [Int32]) {
    let base = rows * 128
    for (part, words) in [(even.0, odd.0), (even.1, odd.1), (even.2, odd.2)].enumerated() {
      for lane in 0..<4 {
        let shift = UInt64(16 * lane)
        out[part * 8 + 2 * lane] = Int32(words.0 >> shift & 0xFFFF) - base
        out[part * 8 + 2 * lane + 1] = Int32(words.1 >> shift & 0xFFFF) - base
      }
    }
  }
}
