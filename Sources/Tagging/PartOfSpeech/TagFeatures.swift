import Bytes

/// The features of a word that its part of speech is told by, as hashes.
struct TagFeatures {
  /// Buckets of the weights; a power of two.
  static let buckets = 1 << 17

  private let forms: [[UInt8]]
  private let shapes: [UInt64]
  private let words: [UInt64]

  init(_ tokens: [String]) {
    var forms: [[UInt8]] = []
    var shapes: [UInt64] = []
    var words: [UInt64] = []
    for token in tokens {
      let bytes = Array(token.utf8.prefix(64))
      let lower = bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      forms.append(lower)
      words.append(stableHash(lower.span, in: 0..<lower.count))
      shapes.append(TagFeatures.shape(bytes))
    }
    self.forms = forms
    self.shapes = shapes
    self.words = words
  }

  /// Letters by case, digits and the rest, runs taken together: `Xx`, `X-d`.
  private static func shape(_ bytes: [UInt8]) -> UInt64 {
    var shape: [UInt8] = []
    for byte in bytes {
      let kind: UInt8 =
        switch byte {
        case 0x41...0x5A: 0x58
        case 0x61...0x7A, 0x80...0xFF: 0x78
        case 0x30...0x39: 0x64
        default: byte
        }
      if shape.last != kind { shape.append(kind) }
    }
    return stableHash(shape.span, in: 0..<shape.count)
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
    let form = forms[i]
    let span = form.span
    add(0, 0)
    add(1, word(i))
    for length in 1...4 where form.count > length {
      add(2 + UInt64(length), stableHash(span, in: (form.count - length)..<form.count))
    }
    for length in 1...3 where form.count > length {
      add(8 + UInt64(length), stableHash(span, in: 0..<length))
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
    if i + 1 < forms.count, forms[i + 1].count > 3 {
      let next = forms[i + 1]
      add(26, stableHash(next.span, in: (next.count - 3)..<next.count))
    }
    if i > 0, forms[i - 1].count > 3 {
      let previous = forms[i - 1]
      add(27, stableHash(previous.span, in: (previous.count - 3)..<previous.count))
    }
    add(28, word(i + 1) &+ UInt64(last))
  }
}
