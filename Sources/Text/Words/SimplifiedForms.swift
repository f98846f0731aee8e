/// Chinese characters of the basic plane with their simplified forms.
package enum SimplifiedForms {
  private static let first: UInt32 = 0x3400
  private static let end: UInt32 = 0xA000

  private static let table: [UInt16] = {
    var table = (first..<end).map { UInt16($0) }
    var traditional: UInt32?
    for scalar in pairs.unicodeScalars where scalar.value >= first && scalar.value < end {
      if let known = traditional {
        table[Int(known - first)] = UInt16(scalar.value)
        traditional = nil
      } else {
        traditional = scalar.value
      }
    }
    return table
  }()

  /// The simplified form of `value`, or `value` where there is none.
  package static func of(_ value: UInt32) -> UInt32 {
    value >= first && value < end ? UInt32(table[Int(value - first)]) : value
  }
}
