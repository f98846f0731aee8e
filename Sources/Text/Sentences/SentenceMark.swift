/// What the punctuation of a language does to sentences, as data.
enum SentenceMark {
  /// A full stop.
  case stop
  /// Two or more full stops in a row, or the character for them.
  case ellipsis
  /// A question mark of a script with capitals.
  case question
  /// An exclamation mark of such a script.
  case exclamation
  /// A mark that ends a sentence whatever follows.
  case certain

  /// What `value`, a punctuation scalar that stands alone, is by the rules of a language; nil when it
  /// ends nothing.
  static func of(_ value: UInt32, _ rules: SentenceRules) -> SentenceMark? {
    switch value {
    case 0x2E: return rules.stopEnds ? .stop : nil
    case 0x21: return .exclamation
    case 0x3F, 0x203D: return .question
    case 0x2026: return .ellipsis
    case 0x3A: return rules.colonEnds ? .question : nil
    case 0x3B, 0x37E: return rules.semicolonEnds ? .question : nil
    case 0x203C, 0x2047...0x2049, 0x061F, 0x06D4: return .question
    // Khmer and Tibetan, which the standard leaves out, and a full stop of full width.
    case 0x17D4, 0x0F0D, 0xFF0E: return .certain
    // Burmese "little section" is a comma.
    case 0..<0x80, 0x104A: return nil
    default: return BreakClass(value).sentence == .sTerm ? .certain : nil
    }
  }

  /// Whether `value` closes what a quotation mark or bracket has opened.
  static func closes(_ value: UInt32) -> Bool {
    switch value {
    case 0x29, 0x5D, 0x7D, 0x201D, 0x2019, 0x203A, 0x300D, 0x300F, 0xFF09, 0x3011, 0x300B:
      return true
    default: return false
    }
  }

  /// Whether `value` opens a quotation or bracket, or stands before a question as in Spanish.
  static func opens(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x27, 0x201C, 0x2018, 0x00AB, 0x201E, 0x28, 0x5B, 0xBF, 0xA1, 0x5F: return true
    default: return false
    }
  }
}
