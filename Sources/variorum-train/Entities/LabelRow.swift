/// One number for each label, in three vectors of eight, which the compiler keeps in registers.
struct LabelRow {
  private var a: SIMD8<Float>
  private var b: SIMD8<Float>
  private var c: SIMD8<Float>

  static let zero = LabelRow(repeating: 0)

  @inline(__always)
  init(repeating value: Float) {
    a = SIMD8(repeating: value)
    b = SIMD8(repeating: value)
    c = SIMD8(repeating: value)
  }

  @inline(__always)
  private init(_ a: SIMD8<Float>, _ b: SIMD8<Float>, _ c: SIMD8<Float>) {
    self.a = a
    self.b = b
    self.c = c
  }

  @inline(__always)
  subscript(_ label: Int) -> Float {
    get { label < 8 ? a[label] : label < 16 ? b[label - 8] : c[label - 16] }
    set {
      if label < 8 {
        a[label] = newValue
      } else if label < 16 {
        b[label - 8] = newValue
      } else {
        c[label - 16] = newValue
      }
    }
  }

  @inline(__always)
  static func + (x: LabelRow, y: LabelRow) -> LabelRow {
    LabelRow(x.a + y.a, x.b + y.b, x.c + y.c)
  }

  @inline(__always)
  static func - (x: LabelRow, y: LabelRow) -> LabelRow {
    LabelRow(x.a - y.a, x.b - y.b, x.c - y.c)
  }

  @inline(__always)
  static func * (x: LabelRow, y: LabelRow) -> LabelRow {
    LabelRow(x.a * y.a, x.b * y.b, x.c * y.c)
  }

  @inline(__always)
  static func * (x: LabelRow, y: Float) -> LabelRow {
    let v = SIMD8<Float>(repeating: y)
    return LabelRow(x.a * v, x.b * v, x.c * v)
  }

  @inline(__always)
  static func += (x: inout LabelRow, y: LabelRow) { x = x + y }

  /// The sum of all numbers.
  @inline(__always)
  func sum() -> Float {
    let eight = a + b + c
    let four = eight.lowHalf + eight.highHalf
    return four[0] + four[1] + four[2] + four[3]
  }

  /// The greatest number.
  func max() -> Float {
    var top = self[0]
    for label in 1..<24 where self[label] > top { top = self[label] }
    return top
  }

  /// The greatest magnitude.
  func magnitude() -> Float {
    var top: Float = 0
    for label in 0..<24 where abs(self[label]) > top { top = abs(self[label]) }
    return top
  }
}
