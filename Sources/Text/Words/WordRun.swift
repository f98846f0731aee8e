import Bytes

/// A stretch of text without white space as the word segmenter sees it.
struct WordRun {
  /// What a scalar is to the segmenter; the numbers are part of the model's features.
  enum Kind: UInt8 {
    case digit = 1
    case latin = 2
    case other = 3
    case hiragana = 4
    case katakana = 5
    case han = 6
    case numeral = 7
    case mark = 10
  }

  /// The scalars: Chinese ones simplified, full-width letters and digits narrowed.
  private(set) var scalars: [UInt32] = []
  /// The kind of each scalar.
  private(set) var kinds: [Kind] = []
  /// The offset in bytes of each scalar.
  private(set) var offsets: [Int] = []

  var count: Int { scalars.count }

  mutating func removeAll() {
    scalars.removeAll(keepingCapacity: true)
    kinds.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
  }

  /// Adds the scalar `value` that begins at the byte `offset`.
  mutating func append(_ value: UInt32, at offset: Int, simplifying: Bool) {
    var folded = value
    switch value {
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: folded = value - 0xFEE0
    default: if simplifying { folded = SimplifiedForms.of(value) }
    }
    scalars.append(folded)
    kinds.append(WordRun.kind(folded))
    offsets.append(offset)
  }

  /// Whether no word ends between the scalars at `i - 1` and `i`, whatever they are.
  func holdsTogether(before i: Int) -> Bool { WordRun.holdTogether(kinds[i - 1], kinds[i]) }

  /// Whether scalars of these kinds, side by side, are in one word.
  ///
  /// Letters of the Latin script hold together, so do digits, and a mark stays with its base.
  static func holdTogether(_ left: Kind, _ right: Kind) -> Bool {
    right == .mark || right == left && (right == .latin || right == .digit)
  }

  /// The kind of the scalar `value`, which is folded already.
  static func kind(_ value: UInt32) -> Kind {
    if value < 0x80 {
      let byte = UInt8(value)
      return ASCII.isDigit(byte) ? .digit : ASCII.isLetter(byte) ? .latin : .other
    }
    switch value {
    // The digits, ten, hundred, thousand, ten thousand and a hundred million.
    case 0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341,
      0x767E, 0x5343, 0x4E07, 0x4EBF, 0x5104:
      return .numeral
    default: break
    }
    switch ScalarClass.of(value) {
    case .han: return .han
    case .hiragana: return .hiragana
    case .katakana: return .katakana
    case .letter: return .latin
    case .digit: return .digit
    case .mark, .ignorable: return .mark
    default: return .other
    }
  }
}
