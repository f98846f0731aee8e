import Bytes
import Model
import Text

/// What can be told of two texts in different languages: whether their figures agree.
struct TwoLanguages {
  /// Distinct figures of A, and how many of them B has.
  private(set) var total = 0
  private(set) var shared = 0

  /// Nil where the languages are the same or unknown, or the sentences could be linked all the same.
  init?(_ a: Side, _ b: Side, _ alignment: Alignment) {
    let (x, y) = (a.analyzed.baseLanguage, b.analyzed.baseLanguage)
    let linked = alignment.labelsB.count { $0 != .new }
    guard x != y, x != "und", y != "und", Double(linked) < 0.15 * Double(b.units.count) else {
      return nil
    }
    let other = Self.figures(b)
    let own = Self.figures(a)
    total = own.count
    shared = own.intersection(other).count
  }

  /// Whether one text may be the translation of the other.
  var isTranslation: Bool { total >= 3 && 2 * shared >= total }

  /// The digits of every number that has some: "1,500.00" and "1.500,00" are one figure.
  private static func figures(_ side: Side) -> Set<[UInt8]> {
    var found: Set<[UInt8]> = []
    for token in side.analyzed.tokens where token.kind == .number {
      let digits = side.analyzed.bytes[token.utf8].filter(ASCII.isDigit)
      if !digits.isEmpty { found.insert(Array(digits)) }
    }
    return found
  }
}
