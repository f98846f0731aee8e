public import Model

/// The part of a corpus that an expression names.
public struct DocumentFilter: Hashable, Sendable {
  /// The expression.
  public var label: String
  private var publisher: String?
  private var language: String?
  private var from: Day?
  private var to: Day?

  /// The filter that `text` writes: `publisher=NAME`, `language=CODE`, `from=DAY` and `to=DAY`, several
  /// of them with commas between; a year alone is a range too, such as `2021` or `2019-2021`.
  ///
  /// Nil when it is none of them.
  public init?(_ text: String) {
    label = text
    if let years = DocumentFilter.years(text) {
      from = years.lowerBound
      to = years.upperBound
      return
    }
    var name: Substring = ""
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let pieces = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      // A name may hold commas: what names no field belongs to the value before it.
      let isField =
        pieces.count == 2 && ["publisher", "language", "from", "to"].contains(pieces[0])
      guard isField || !name.isEmpty else { return nil }
      if isField { name = pieces[0] }
      let value = isField ? String(pieces[1]) : "," + part
      switch name {
      case "publisher": publisher = (isField ? "" : publisher ?? "") + value
      case "language": language = (isField ? "" : language ?? "") + value
      default:
        guard isField, let day = Day(iso: value), value.utf8.count == 10 else { return nil }
        if name == "from" { from = day } else { to = day }
      }
    }
    if let from, let to, from > to { return nil }
  }

  /// `selection` as far as it lies in this filter.
  public func narrowing(_ selection: Selection) -> Selection {
    var narrow = selection
    narrow.publisher = publisher ?? selection.publisher
    narrow.language = language ?? selection.language
    narrow.from = [from, selection.from].compactMap(\.self).max()
    narrow.to = [to, selection.to].compactMap(\.self).min()
    return narrow
  }

  /// The publisher and the language that it asks for.
  var names: (publisher: String?, language: String?) { (publisher, language) }

  private static func years(_ text: String) -> ClosedRange<Day>? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.utf8.count == 4 ? Int($0) : nil }
    guard numbers.count == parts.count, (1...2).contains(parts.count), let first = numbers.first,
      let last = numbers.last, first <= last, let start = Day(year: first, month: 1, day: 1),
      let end = Day(year: last, month: 12, day: 31)
    else { return nil }
    return start...end
  }
}
