/// What a scalar is to the tokenizer.
enum ScalarClass: UInt8 {
  case letter
  case digit
  case mark
  case space
  case apostrophe
  case dash
  case han
  case hiragana
  case katakana
  case currency
  case punctuation
  case symbol
  case ignorable

  /// The class of a scalar from U+0080 on; ASCII is told by the byte.
  static func of(_ value: UInt32) -> ScalarClass {
    switch value {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F, 0xFEFF,
      0xFE00...0xFE0F:
      return .ignorable
    case 0x2018, 0x2019, 0x02BC, 0xFF07: return .apostrophe
    case 0x2010...0x2015, 0x2212: return .dash
    case 0x201A...0x2027, 0xAB, 0xBB: return .punctuation
    case 0xC0...0x24F where value != 0xD7 && value != 0xF7: return .letter
    case 0x370...0x3FF, 0x400...0x52F: return .letter
    case 0x3041...0x309F: return .hiragana
    case 0x30A0...0x30FF where value != 0x30FB, 0x31F0...0x31FF, 0xFF66...0xFF9F: return .katakana
    case 0x3005...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF:
      return .han
    case 0xAC00...0xD7A3: return .letter
    default: break
    }
    guard let scalar = Unicode.Scalar(value) else { return .symbol }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return .letter
    case .decimalNumber, .letterNumber, .otherNumber: return .digit
    case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: return .space
    case .currencySymbol: return .currency
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return .punctuation
    case .format: return .ignorable
    default: return .symbol
    }
  }
}
