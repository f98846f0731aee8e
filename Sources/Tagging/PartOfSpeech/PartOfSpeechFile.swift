import Bytes

/// The file of a part-of-speech model.
///
/// The line `variorum part-of-speech 3`, further lines about its making, an empty line; the number of words
/// that need no weighing (four bytes), for each its key (eight bytes) and its tag (one byte); zeros up to a
/// multiple of 64; for each bucket its weights for the first sixteen tags, then for each bucket that for the
/// last tag. All numbers are little-endian, weights have two bytes.
struct PartOfSpeechFile {
  static let title = "variorum part-of-speech 3\n"
  /// The largest weight: sums of the features of a word, at most 29, fit two bytes.
  static let largestWeight = 1_100.0
  private static let rowBytes = TagFeatures.buckets * 32
  private static let lastBytes = TagFeatures.buckets * 2

  /// Where the weights for the first sixteen tags begin.
  let rows: Int
  /// Where the weights for the last tag begin.
  let lasts: Int
  /// One more than the tag of words that need no weighing, by key.
  private(set) var certain = HashedNumbers()

  /// Reads the layout of `file`.
  init(_ file: MappedFile, path: String) throws {
    let bytes = file.bytes
    let size = PartOfSpeechFile.rowBytes + PartOfSpeechFile.lastBytes
    guard bytes.hasBytes("variorum part-of-speech 3\n", at: 0), bytes.count > size,
      let end = bytes.firstRange(of: "\n\n", from: 0)?.upperBound
    else {
      throw ModelFileError(description: "\(path): is no part-of-speech model of this version")
    }
    rows = bytes.count - size
    lasts = rows + PartOfSpeechFile.rowBytes
    let count = Int(file.pair(at: end).0)
    guard count <= 1 << 20, (end + 4 + 9 * count + 63) / 64 * 64 == rows else {
      throw ModelFileError(description: "\(path): is cut off or damaged")
    }
    for at in stride(from: end + 4, to: end + 4 + 9 * count, by: 9) {
      let (low, high) = file.pair(at: at)
      let key = UInt64(high) << 32 | UInt64(low)
      _ = certain.number(of: key, orAdd: Int32(min(bytes[at + 8], 16)) + 1)
    }
  }

  /// The bytes of a file: `header` below the title, words that need no weighing by key, and for each
  /// bucket the weights of all tags.
  static func bytes(
    header: [String], certain: [(key: UInt64, tag: Int)], weights: [Int16]
  ) -> [UInt8] {
    var file = Array(title.utf8)
    for line in header { file += Array((line + "\n").utf8) }
    file.append(0x0A)
    file.append(littleEndian: UInt32(certain.count))
    for (key, tag) in certain {
      file.append(littleEndian: key)
      file.append(UInt8(tag))
    }
    file += Array(repeating: 0, count: (64 - file.count % 64) % 64)
    for bucket in 0..<TagFeatures.buckets {
      for tag in 0..<16 { file.append(littleEndian: weights[bucket * 17 + tag]) }
    }
    for bucket in 0..<TagFeatures.buckets { file.append(littleEndian: weights[bucket * 17 + 16]) }
    return file
  }
}

extension [UInt8] {
  /// Appends a number, its lowest byte first.
  fileprivate mutating func append(littleEndian number: some FixedWidthInteger) {
    for place in 0..<(number.bitWidth / 8) {
      append(UInt8(truncatingIfNeeded: number >> (8 * place)))
    }
  }
}
