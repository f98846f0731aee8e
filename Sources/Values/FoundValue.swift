public import Model

/// A number, date, amount of money or share that a text states.
public struct FoundValue: Hashable, Sendable {
  /// UTF-8 byte offsets into the text, half-open; the unit of a plain number stands outside.
  public var utf8: Range<Int>
  /// What it states.
  public var value: Model.Value

  /// A value at `utf8`.
  public init(utf8: Range<Int>, value: Model.Value) {
    self.utf8 = utf8
    self.value = value
  }
}

/// Finds the numbers, dates, amounts and shares in `text` at `range`, in order, not overlapping.
///
/// Figures and English words are read ("1.2 million", "two-thirds", "$3.4bn", "the late 1990s",
/// "last Friday"). Relative dates are resolved against `reference`, the day that the text was
/// written; without it they have no days. A year of four figures is a date. Of other languages,
/// figures are read, and days and months by name ("27 août 2025", "2025年8月27日").
/// - Complexity: O(*n*): every word is looked at a bounded number of times.
public func findValues(
  in text: borrowing Span<UInt8>, range: Range<Int>, relativeTo reference: Day? = nil
) -> [FoundValue] {
  let start = max(0, range.lowerBound)
  let end = min(text.count, range.upperBound)
  guard start < end else { return [] }
  var grammar = ValueGrammar(words: lexValues(text, start..<end), reference: reference)
  grammar.run(text)
  return grammar.found
}
