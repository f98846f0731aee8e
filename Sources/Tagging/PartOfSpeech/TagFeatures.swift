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
    addOwn(of: i, to: &features)
    addAsPrevious(i - 1, to: &features)
    addAsNext(i + 1, to: &features)
    features.append(farBuckets(of: i - 2).before)
    features.append(farBuckets(of: i + 2).after)
    addTogether(at: i) { features.append($0) }
    addTagged(at: i, last: last, before: before) { features.append($0) }
  }

  // MARK: What a word says in one place, whatever its neighbours are

  /// Adds what the word at `i` says of its own tag.
  func addOwn(of i: Int, to features: inout [Int]) {
    let bytes = forms.span
    let (start, end) = (starts[i], starts[i + 1])
    features.append(TagFeatures.bucket(0, 0))
    features.append(TagFeatures.bucket(1, words[i]))
    for length in 1...4 where end - start > length {
      features.append(
        TagFeatures.bucket(2 + UInt64(length), stableHash(bytes, in: (end - length)..<end)))
    }
    for length in 1...3 where end - start > length {
      features.append(
        TagFeatures.bucket(8 + UInt64(length), stableHash(bytes, in: start..<(start + length))))
    }
    features.append(TagFeatures.bucket(12, shapes[i]))
  }

  /// Adds what the word at `i` says of the tag of the word after it.
  func addAsPrevious(_ i: Int, to features: inout [Int]) {
    features.append(TagFeatures.bucket(17, word(i)))
    if let suffix = suffix(of: i) { features.append(TagFeatures.bucket(27, suffix)) }
  }

  /// Adds what the word at `i` says of the tag of the word before it.
  func addAsNext(_ i: Int, to features: inout [Int]) {
    features.append(TagFeatures.bucket(18, word(i)))
    features.append(TagFeatures.bucket(25, shape(i)))
    if let suffix = suffix(of: i) { features.append(TagFeatures.bucket(26, suffix)) }
  }

  /// The bucket for the word at `i` two places before another one, and two places after it.
  func farBuckets(of i: Int) -> (before: Int, after: Int) {
    (TagFeatures.bucket(19, word(i)), TagFeatures.bucket(20, word(i)))
  }

  // MARK: What words say together

  /// Adds what the word at `i` and its neighbours say together.
  @inline(__always)
  func addTogether(at i: Int, _ add: (Int) -> Void) {
    let before = mixed(word(i - 1))
    add(TagFeatures.bucket(13, shapes[i] &+ (i == 0 ? 1 : 0)))
    add(TagFeatures.bucket(21, before &+ words[i]))
    add(TagFeatures.bucket(22, mixed(words[i]) &+ word(i + 1)))
    add(TagFeatures.bucket(23, before &+ word(i + 1)))
  }

  /// Adds what the tags before the word at `i` say together with the words.
  @inline(__always)
  func addTagged(at i: Int, last: Int, before: Int, _ add: (Int) -> Void) {
    add(TagFeatures.bucket(14, UInt64(last)))
    add(TagFeatures.bucket(15, UInt64(last * 32 + before)))
    add(TagFeatures.bucket(16, words[i] &+ UInt64(last)))
    add(TagFeatures.bucket(24, shape(i - 1) &+ UInt64(last) << 8))
    add(TagFeatures.bucket(28, word(i + 1) &+ UInt64(last)))
  }

  /// The hash of the word at `i`; 1 before the first word and 2 after the last one.
  @inline(__always)
  private func word(_ i: Int) -> UInt64 { i < 0 ? 1 : i < words.count ? words[i] : 2 }

  @inline(__always)
  private func shape(_ i: Int) -> UInt64 { i < 0 ? 1 : i < shapes.count ? shapes[i] : 2 }

  /// The hash of the last three bytes of the word at `i`; nil where it has no more.
  private func suffix(of i: Int) -> UInt64? {
    guard i >= 0, i < count, starts[i + 1] - starts[i] > 3 else { return nil }
    let bytes = forms.span
    return stableHash(bytes, in: (starts[i + 1] - 3)..<starts[i + 1])
  }

  @inline(__always)
  private static func bucket(_ kind: UInt64, _ value: UInt64) -> Int {
    Int(truncatingIfNeeded: mixed(value &+ kind &* 0x9E37_79B9_7F4A_7C15))
      & (TagFeatures.buckets - 1)
  }
}
