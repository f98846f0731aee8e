import Bytes

/// A word of up to 16 bytes of normal form, as two numbers; `none` for longer ones.
struct ShortWord: Hashable {
  /// The word that is in no list.
  static let none = ShortWord(low: 0, high: 0)
  /// The most bytes that fit.
  static let longest = 16

  private var low: UInt64
  private var high: UInt64

  private init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// The normal form of the bytes at `range` of `text`.
  init(normalFormOf text: borrowing Span<UInt8>, _ range: Range<Int>) {
    self = ShortWord.none
    if range.count <= ShortWord.longest {
      let word = ShortWord(text, range)
      if ASCIILanes.isASCII(word.low | word.high) {
        self = ShortWord(
          low: ASCIILanes.lowercased(word.low), high: ASCIILanes.lowercased(word.high))
        return
      }
    }
    // Full-width letters take three bytes and become one.
    guard range.count <= ShortWord.longest * 3 else { return }
    var form: [UInt8] = []
    appendNormalForm(text, range, to: &form)
    let span = form.span
    if span.count <= ShortWord.longest { self = ShortWord(span, 0..<span.count) }
  }

  /// The bytes at `range`, 16 at most, as they are.
  init(_ text: borrowing Span<UInt8>, _ range: Range<Int>) {
    let start = range.lowerBound
    low = text.lanes(at: start, length: min(range.count, 8))
    high = range.count > 8 ? text.lanes(at: start + 8, length: range.count - 8) : 0
  }

  /// Whether the word is one byte long.
  var isOneByte: Bool { high == 0 && low != 0 && low < 0x100 }

  /// Well spread bits.
  fileprivate var hash: UInt64 {
    (low &* 0x9E37_79B9_7F4A_7C15 ^ high &* 0xC2B2_AE3D_27D4_EB4F) &* 0x94D0_49BB_1331_11EB
  }
}

/// A fixed set of short words, as an open table without pointers.
struct ShortWordSet: Sendable {
  private let slots: [ShortWord]
  private let shift: UInt64

  /// The words of `list`, parted by white space, whose normal forms have 16 bytes at most.
  init(_ list: String) {
    let bytes = list.utf8Span.span
    let words = ShortWordSet.words(bytes)
    var size = 8
    while size < words.count * 3 { size *= 2 }
    shift = UInt64(64 - size.trailingZeroBitCount)
    var slots = Array(repeating: ShortWord.none, count: size)
    for word in words {
      let short = ShortWord(normalFormOf: bytes, word)
      precondition(short != .none, "a word of the list is too long: \(list)")
      var slot = Int(short.hash >> shift)
      while slots[slot] != ShortWord.none, slots[slot] != short { slot = (slot + 1) & (size - 1) }
      slots[slot] = short
    }
    self.slots = slots
  }

  private static func words(_ bytes: borrowing Span<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    for at in 0...bytes.count
    where at == bytes.count || bytes[at] == UInt8(ascii: " ") || bytes[at] == UInt8(ascii: "\n") {
      if at > start { found.append(start..<at) }
      start = at + 1
    }
    return found
  }

  func contains(_ word: ShortWord) -> Bool {
    var slot = Int(word.hash >> shift)
    while slots[slot] != ShortWord.none {
      if slots[slot] == word { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }
}
