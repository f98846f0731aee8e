import Bytes
import Model
package import Text

/// A text as the model of Japanese, Korean and Chinese names sees it: scalars, and the words that
/// they stand in.
///
/// Names do not end where words do, least of all in Korean, whose particles are written together with
/// the word before them; so the places that get labels are scalars. White space is left out.
package struct CharacterView {
  /// What a scalar is; the numbers are part of the model's features.
  enum Kind: UInt8 {
    case other = 1
    case digit = 2
    case latin = 3
    case hiragana = 4
    case katakana = 5
    case han = 6
    case hangul = 7
    case numeral = 8
  }

  /// A word of the text.
  struct Word {
    /// Hash of its scalars.
    var hash: UInt64
    /// Hash of the kinds of its scalars, each run of one kind counted once.
    var shape: UInt32
    /// Its first scalar and the one past its last.
    var first: Int32
    var end: Int32
    /// Whether white space stands before it.
    var isApart: Bool
  }

  /// The scalars: Chinese ones simplified, full-width letters and digits narrowed, small letters.
  private(set) var scalars: [UInt32] = []
  private(set) var kinds: [UInt8] = []
  /// UTF-8 offsets of the scalars in the text.
  package private(set) var starts: [Int32] = []
  /// UTF-8 offsets of their ends.
  package private(set) var ends: [Int32] = []
  /// For each scalar, the index of its word.
  private(set) var owners: [Int32] = []
  private(set) var words: [Word] = []
  /// For each scalar, the first and the one past the last of the run of one kind around it.
  private(set) var runs: [(first: Int32, end: Int32)] = []
  /// For each scalar, what is known of the name that it stands in: kinds × 4 and its place there,
  /// 1 first, 2 last, 3 between; 0 outside.
  private(set) var named: [UInt16] = []
  /// The scalars of each sentence.
  package private(set) var sentences: [Range<Int>] = []

  /// The scalars of all tokens of `text`.
  package init(_ text: AnalyzedText) {
    let bytes = text.bytes.span
    scalars.reserveCapacity(bytes.count / 3)
    var before = -1
    for sentence in text.sentences {
      let first = scalars.count
      for token in text.tokens[sentence.tokens] {
        addWord(bytes, token.utf8, isApart: token.utf8.lowerBound > before)
        before = token.utf8.upperBound
      }
      if scalars.count > first { sentences.append(first..<scalars.count) }
    }
    markRuns()
    named = Array(repeating: 0, count: scalars.count)
  }

  private mutating func addWord(
    _ bytes: borrowing Span<UInt8>, _ range: Range<Int>, isApart: Bool
  ) {
    let first = scalars.count
    var hash: UInt64 = 0
    var shape: UInt32 = 0
    var i = range.lowerBound
    while i < range.upperBound {
      let (value, length) = bytes.scalar(at: i)
      let scalar = CharacterView.folded(value)
      let kind = CharacterView.kind(scalar).rawValue
      if first == scalars.count || kinds[kinds.count - 1] != kind {
        shape = shape &* 11 &+ UInt32(kind)
      }
      hash = CharacterView.extended(hash, by: scalar)
      scalars.append(scalar)
      kinds.append(kind)
      starts.append(Int32(truncatingIfNeeded: i))
      i = min(range.upperBound, i + length)
      ends.append(Int32(truncatingIfNeeded: i))
      owners.append(Int32(truncatingIfNeeded: words.count))
    }
    guard scalars.count > first else { return }
    words.append(
      Word(
        hash: hash, shape: shape, first: Int32(truncatingIfNeeded: first),
        end: Int32(truncatingIfNeeded: scalars.count), isApart: isApart))
  }

  private mutating func markRuns() {
    runs = Array(repeating: (0, 0), count: scalars.count)
    for sentence in sentences {
      var i = sentence.lowerBound
      while i < sentence.upperBound {
        var end = i + 1
        while end < sentence.upperBound, kinds[end] == kinds[i] { end += 1 }
        let run = (first: Int32(truncatingIfNeeded: i), end: Int32(truncatingIfNeeded: end))
        for k in i..<end { runs[k] = run }
        i = end
      }
    }
  }

  /// A scalar as the model sees it.
  @inline(__always)
  package static func folded(_ value: UInt32) -> UInt32 {
    var scalar = value
    if scalar >= 0xFF01, scalar <= 0xFF5E { scalar -= 0xFEE0 }
    if scalar >= 0x41, scalar <= 0x5A { scalar += 0x20 }
    return scalar < 0x3400 ? scalar : SimplifiedForms.of(scalar)
  }

  /// The hash of a name of one more scalar; that of none is 0.
  @inline(__always)
  package static func extended(_ hash: UInt64, by scalar: UInt32) -> UInt64 {
    mixed(hash &* 31 &+ UInt64(scalar) &+ 1)
  }

  /// The mark of the beginning of a longer name.
  package static let prefixKind: UInt32 = 1 << 15
  /// Scalars of the longest known name.
  package static let longestName = 16

  /// Marks the longest known name at each place from left to right; `kinds` gives what is known of a
  /// name by its hash, 0 for nothing.
  package mutating func markNames(_ kinds: (UInt64) -> UInt32) {
    named = Array(repeating: 0, count: scalars.count)
    for sentence in sentences {
      var i = sentence.lowerBound
      while i < sentence.upperBound {
        var hash: UInt64 = 0
        var end = i
        var found: UInt32 = 0
        var k = i
        while k < sentence.upperBound, k < i + CharacterView.longestName {
          hash = CharacterView.extended(hash, by: scalars[k])
          let entry = kinds(hash)
          k += 1
          if entry & ~CharacterView.prefixKind != 0 {
            found = entry & ~CharacterView.prefixKind
            end = k
          }
          if entry & CharacterView.prefixKind == 0 { break }
        }
        for at in i..<end {
          let place: UInt32 = at == i ? 1 : at + 1 == end ? 2 : 3
          named[at] = UInt16(truncatingIfNeeded: found << 2 | place)
        }
        i = max(end, i + 1)
      }
    }
  }

  private static func kind(_ scalar: UInt32) -> Kind {
    switch scalar {
    case 0x30...0x39: .digit
    case 0x61...0x7A, 0xC0...0x24F: .latin
    case 0x3041...0x309F: .hiragana
    // The dot between the words of foreign names belongs to them.
    case 0x30A0...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F, 0xB7: .katakana
    case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E,
      0x5343, 0x4E07, 0x4EBF, 0x5146, 0x3007:
      .numeral
    case 0x3005...0x3006, 0x3400...0x4DBF, 0x4E01...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF:
      .han
    case 0xAC00...0xD7A3, 0x1100...0x11FF, 0x3130...0x318F: .hangul
    default: .other
    }
  }

  /// The scalars of `sentence` that stand in the bytes of `utf8`; nil when none does.
  package func places(_ utf8: Range<Int>) -> Range<Int>? {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if Int(ends[middle]) > utf8.lowerBound { high = middle } else { low = middle + 1 }
    }
    var end = low
    while end < starts.count, Int(starts[end]) < utf8.upperBound { end += 1 }
    return end > low ? low..<end : nil
  }
}
