import Bytes

/// Boundaries of grapheme clusters, words and sentences as the Unicode standard has them, untailored.
///
/// Each function takes valid UTF-8 and the place of one boundary and gives the next one, so that a
/// text is cut from its beginning on; the empty text has no boundaries. Bytes that are no UTF-8 count
/// as U+FFFD, one byte each.
/// - Complexity: O(*n*) for a whole text.
/// - Source: Unicode Standard Annex #29, "Unicode Text Segmentation", by the data in `BreakTable`.
public enum UAX29 {
  /// The version of Unicode that the boundaries follow.
  public static var version: String { BreakTable.version }
}

/// The break properties of one scalar, as a row of `BreakTable`.
struct BreakClass {
  private let index: Int

  /// The class of a scalar.
  @inline(__always)
  init(_ value: UInt32) {
    if value < 0x80 {
      index = BreakClass.number(BreakTable.secondStage, Int(value))
      return
    }
    let block = min(Int(value >> 7), BreakTable.blocks - 1)
    let start =
      BreakClass.number(BreakTable.firstStage, block * 2) << 6
      | BreakClass.number(BreakTable.firstStage, block * 2 + 1)
    index = BreakClass.number(BreakTable.secondStage, start << 7 | Int(value & 0x7F))
  }

  @inline(__always)
  private static func number(_ table: LiteralBytes, _ at: Int) -> Int {
    Int(table[at] &- BreakTable.base)
  }

  var grapheme: GraphemeBreak {
    GraphemeBreak(rawValue: BreakTable.grapheme[index] &- BreakTable.base)
  }
  var word: WordBreak { WordBreak(rawValue: BreakTable.word[index] &- BreakTable.base) }
  var sentence: SentenceBreak {
    SentenceBreak(rawValue: BreakTable.sentence[index] &- BreakTable.base)
  }
}

extension Span where Element == UInt8 {
  /// The class of the scalar at `index`, and the index of the next scalar.
  @inline(__always)
  func breakClass(at index: Int) -> (found: BreakClass, next: Int) {
    let (value, length) = scalar(at: index)
    return (BreakClass(value), index + length)
  }
}
