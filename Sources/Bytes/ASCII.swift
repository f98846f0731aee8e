/// Classes of ASCII bytes; bytes from 0x80 belong to none.
public enum ASCII {
  /// A–Z or a–z.
  @inline(__always)
  public static func isLetter(_ b: UInt8) -> Bool { (b | 0x20) &- 0x61 < 26 }

  /// A–Z.
  @inline(__always)
  public static func isUpper(_ b: UInt8) -> Bool { b &- 0x41 < 26 }

  /// a–z.
  @inline(__always)
  public static func isLower(_ b: UInt8) -> Bool { b &- 0x61 < 26 }

  /// 0–9.
  @inline(__always)
  public static func isDigit(_ b: UInt8) -> Bool { b &- 0x30 < 10 }

  /// Letter or digit.
  @inline(__always)
  public static func isAlphanumeric(_ b: UInt8) -> Bool { isLetter(b) || isDigit(b) }

  /// Space, tab, line feed, form feed or carriage return, as HTML defines white space.
  @inline(__always)
  public static func isSpace(_ b: UInt8) -> Bool {
    b == 0x20 || b == 0x0A || b == 0x09 || b == 0x0D || b == 0x0C
  }

  /// The small letter of A–Z, every other byte itself.
  @inline(__always)
  public static func lowercased(_ b: UInt8) -> UInt8 { isUpper(b) ? b | 0x20 : b }

  /// The value of a hexadecimal digit, or nil.
  @inline(__always)
  public static func hexValue(_ b: UInt8) -> UInt8? {
    if isDigit(b) { return b - 0x30 }
    let l = b | 0x20
    return l &- 0x61 < 6 ? l - 0x61 + 10 : nil
  }
}
