/// How much something speaks for each of the seventeen tags.
///
/// Sums of the features of one word fit two bytes.
struct TagWeights {
  /// For the first sixteen tags.
  var sixteen = SIMD16<Int16>.zero
  /// For the last tag.
  var last: Int16 = 0

  @inline(__always)
  static func &+= (sum: inout TagWeights, other: TagWeights) {
    sum.sixteen &+= other.sixteen
    sum.last &+= other.last
  }

  /// The number of the tag that is spoken for most, of equal ones the first.
  @inline(__always)
  var heaviest: Int {
    let highest = sixteen.max()
    if last > highest { return 16 }
    // The lanes that reach it, as the bits of one number.
    let numbers = SIMD16<Int16>(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
    let reached = sixteen .== highest
    return Int(SIMD16<Int16>(repeating: 16).replacing(with: numbers, where: reached).min())
  }
}
