import Bytes
import CWordModels

/// What is known about the words of a language that is written without spaces.
///
/// The bytes hold the line `variorum words 1`, further lines about their making, an empty line, the
/// number of slots of the dictionary, the slots (both little-endian, 32 bits), and one signed byte
/// for each bucket of the features.
struct WordModel: Sendable {
  let dictionary: WordDictionary
  let weights: [Int8]
  /// Whether characters are simplified before they are looked at.
  let simplifies: Bool

  init(dictionary: WordDictionary, weights: [Int8], simplifies: Bool) {
    self.dictionary = dictionary
    self.weights = weights
    self.simplifies = simplifies
  }

  /// Reads a model file; nil when it is none of this version.
  init?(_ bytes: borrowing Span<UInt8>, simplifies: Bool) {
    guard bytes.hasBytes("variorum words 1\n", at: 0) else { return nil }
    var at = 0
    while at + 1 < bytes.count, bytes[at] != 0x0A || bytes[at + 1] != 0x0A { at += 1 }
    at += 2
    func word(_ index: Int) -> UInt32 {
      var value: UInt32 = 0
      for k in 0..<4 { value |= UInt32(bytes[at + index * 4 + k]) << (8 * UInt32(k)) }
      return value
    }
    guard at + 4 <= bytes.count else { return nil }
    let count = Int(word(0))
    guard count > 0, count & (count - 1) == 0,
      bytes.count == at + 4 + count * 4 + WordFeatures.buckets
    else { return nil }
    dictionary = WordDictionary(slots: (1...count).map(word))
    let first = at + 4 + count * 4
    weights = (first..<bytes.count).map { Int8(bitPattern: bytes[$0]) }
    self.simplifies = simplifies
  }

  /// The model of Japanese, as it ships.
  static let japanese = unsafe shipped(simplifies: false) { unsafe variorum_japanese_words($0) }
  /// The model of Chinese, as it ships.
  static let chinese = unsafe shipped(simplifies: true) { unsafe variorum_chinese_words($0) }

  private static func shipped(
    simplifies: Bool, _ bytes: (UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>?
  ) -> WordModel? {
    var count = 0
    // The bytes are constants of the program and outlive everything; the model keeps copies.
    guard let base = unsafe bytes(&count) else { return nil }
    let span = unsafe Span(_unsafeStart: base, count: count)
    return WordModel(span, simplifies: simplifies)
  }
}
