import Bytes

/// The features of a word that its part of speech is told by, as hashes.
struct TagFeatures {
  /// Buckets of the weights; a power of two.
  static let buckets = 1 << 17
  /// The bytes of a token that are looked at.
  private static let longest = 64

  private var forms: [UInt8] = []
  private var starts: [Int] = [0]
  private var shapes: [UInt64] = []
  private var words: [UInt64] = []

  /// The number of tokens.
  var count: Int { words.count }

  /// What stands for the word at `i` among words that need no weighing: its letters and its capitals.
  func key(of i: Int) -> UInt64 { words[i] &+ shapes[i] }

  /// No tokens.
  init() {}

  /// The tokens of one sentence.
  init(_ tokens: [String]) {
    for token in tokens {
      let span = token.utf8Span.span
      append(span, 0..<span.count)
    }
  }

  /// Forgets all tokens.
  mutating func removeAll() {
    forms.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    shapes.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
  }

  /// Adds the token at `range` of `text`.
  mutating func append(_ text: borrowing Span<UInt8>, _ range: Range<Int>) {
    let start = forms.count
    var word: UInt64 = 0xCBF2_9CE4_8422_2325
    var shape = word
    var last: UInt8 = 0
    for i in range.prefix(TagFeatures.longest) {
      let byte = text[i]
      let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      forms.append(lower)
      word = (word ^ UInt64(lower)) &* 0x0000_0100_0000_01B3
      let kind = TagFeatures.kind(byte)
      if i == range.lowerBound || kind != last {
        shape = (shape ^ UInt64(kind)) &* 0x0000_0100_0000_01B3
      }
      last = kind
    }
    starts.append(start + min(range.count, TagFeatures.longest))
    words.append(mixed(word))
    shapes.append(mixed(shape))
  }

  /// Letters by case, digits and the rest, of which runs are taken together: `Xx`, `X-d`.
  private static func kind(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x41...0x5A: 0x58
    case 0x61...0x7A, 0x80...0xFF: 0x78
    case 0x30...0x39: 0x64
    default: byte
    }
  }

  /// Fills `features` with the buckets for the word at `i`, after the tags `before` and `last`.
  func fill(_ features: inout [Int], at i: Int, last: Int, before: Int) {
    features.removeAll(keepingCapacity: true)
    func word(_ k: Int) -> UInt64 {
      k < 0 ? 1 : k < words.count ? words[k] : 2
    }
    func shape(_ k: Int) -> UInt64 {
      k < 0 ? 1 : k < shapes.count ? shapes[k] : 2
    }
    func add(_ kind: UInt64, _ value: UInt64) {
      features.append(
        Int(truncatingIfNeeded: mixed(value &+ kind &* 0x9E37_79B9_7F4A_7C15))
          & (TagFeatures.buckets - 1))
    }
    let bytes = forms.span
    let (start, end) = (starts[i], starts[i + 1])
    add(0, 0)
    add(1, word(i))
    for length in 1...4 where end - start > length {
      add(2 + UInt64(length), stableHash(bytes, in: (end - length)..<end))
    }
    for length in 1...3 where end - start > length {
      add(8 + UInt64(length), stableHash(bytes, in: start..<(start + length)))
    }
    add(12, shapes[i])
    add(13, shapes[i] &+ (i == 0 ? 1 : 0))
    add(14, UInt64(last))
    add(15, UInt64(last * 32 + before))
    add(16, word(i) &+ UInt64(last))
    add(17, word(i - 1))
    add(18, word(i + 1))
    add(19, word(i - 2))
    add(20, word(i + 2))
    add(21, mixed(word(i - 1)) &+ word(i))
    add(22, mixed(word(i)) &+ word(i + 1))
    add(23, mixed(word(i - 1)) &+ word(i + 1))
    add(24, shape(i - 1) &+ UInt64(last) << 8)
    add(25, shape(i + 1))
    if i + 1 < count, starts[i + 2] - starts[i + 1] > 3 {
      add(26, stableHash(bytes, in: (starts[i + 2] - 3)..<starts[i + 2]))
    }
    if i > 0, starts[i] - starts[i - 1] > 3 {
      add(27, stableHash(bytes, in: (starts[i] - 3)..<starts[i]))
    }
    add(28, word(i + 1) &+ UInt64(last))
  }
}
