import Bytes

/// Other ways to write a letter of the basic plane, as the Unicode standard has them.
///
/// - Source: Unicode 15.0: simple case folding, canonical decompositions into a letter and one mark, and
///   compatibility decompositions of ligatures and of full-width and half-width forms.
enum LetterForms {
  /// What a scalar of the basic plane becomes when case is folded; most stay what they are.
  private static let folded: [UInt16] = {
    var table = Array(0...UInt16.max)
    for k in stride(from: 0, to: count(folds), by: 2) {
      table[Int(number(folds, k))] = UInt16(number(folds, k + 1))
    }
    return table
  }()

  /// The letter that a base and a mark make, by both.
  private static let composed: [UInt32: UInt32] = {
    var table: [UInt32: UInt32] = [:]
    for k in stride(from: 0, to: count(compositions), by: 3) {
      let pair = number(compositions, k + 1) << 16 | number(compositions, k + 2)
      table[pair] = number(compositions, k)
    }
    return table
  }()

  /// The base of each letter that carries an accent.
  private static let bases: [UInt32: UInt32] = {
    var table: [UInt32: UInt32] = [:]
    for (pair, letter) in composed where isAccent(pair & 0xFFFF) { table[letter] = pair >> 16 }
    return table
  }()

  /// What each ligature, full-width or half-width form stands for.
  private static let spelled: [UInt32: [UInt32]] = {
    var table: [UInt32: [UInt32]] = [:]
    for k in stride(from: 0, to: count(variants), by: variantWidth) {
      table[number(variants, k)] = (1..<variantWidth).map { number(variants, k + $0) }
        .filter { $0 != 0 }
    }
    return table
  }()

  /// `value` with its case folded, one scalar for one.
  static func folding(_ value: UInt32) -> UInt32 {
    if value < 0x10000 { return UInt32(folded[Int(value)]) }
    // Beyond the basic plane the small letters of a script follow its capitals one by one.
    guard let scalar = Unicode.Scalar(value), scalar.properties.isUppercase else { return value }
    return scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? value
  }

  /// The scalars that `value` is only another way to write; nil for most.
  static func spelling(_ value: UInt32) -> [UInt32]? { spelled[value] }

  /// The letter that `base` and the `mark` after it make; nil where the standard has none.
  static func composition(_ base: UInt32, _ mark: UInt32) -> UInt32? {
    // The parts of Hangul syllables are composed by number.
    if mark >= 0x1161, mark <= 0x1175, base >= 0x1100, base <= 0x1112 {
      return 0xAC00 + ((base - 0x1100) * 21 + (mark - 0x1161)) * 28
    }
    if mark >= 0x11A8, mark <= 0x11C2, base >= 0xAC00, base <= 0xD7A3, (base - 0xAC00) % 28 == 0 {
      return base + (mark - 0x11A7)
    }
    return base < 0x10000 && mark < 0x10000 ? composed[base << 16 | mark] : nil
  }

  /// The letter under the accents of `value`, which is in small letters.
  ///
  /// Of Cyrillic letters only "ё" is taken for one with an accent: "й" and "ї" are letters of their
  /// own, as are the voiced kana.
  static func base(_ value: UInt32) -> UInt32 {
    if value >= 0x400, value < 0x530 { return value == 0x451 ? 0x435 : value }
    var base = value
    while let next = bases[base] { base = next }
    return base
  }

  /// Whether `value` is a mark that a letter may carry as an accent.
  static func isAccent(_ value: UInt32) -> Bool { value >= 0x300 && value < 0x370 }

  private static func count(_ table: LiteralBytes) -> Int { table.count / 4 }

  /// The number at `index` of a table of four hexadecimal digits each.
  private static func number(_ table: LiteralBytes, _ index: Int) -> UInt32 {
    var number: UInt32 = 0
    for k in (index * 4)..<(index * 4 + 4) {
      number = number << 4 | UInt32(table[k] < 0x41 ? table[k] - 0x30 : table[k] - 0x41 + 10)
    }
    return number
  }
}
