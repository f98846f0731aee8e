import Model
import Testing
import Values

/// The tables of values, case by case.
struct ValueTableTests {
  /// Wednesday, 27 August 2025.
  private static let written = Day(year: 2025, month: 8, day: 27)

  @Test(arguments: cases(of: dateTable))
  func `a date is found whole and has the days it means`(_ row: Case) { expect(row) }

  @Test(arguments: cases(of: amountTable))
  func `an amount is found whole and has its value and unit`(_ row: Case) { expect(row) }

  @Test func `the tables are as long as promised`() {
    #expect(cases(of: dateTable).count >= 120)
    #expect(cases(of: amountTable).count >= 150)
  }

  @Test func `without the date of the text, relative dates are found and have no days`() {
    for row in cases(of: dateTable) {
      let found = findValues(in: row.text.utf8Span.span, range: 0..<row.text.utf8.count)
      #expect(found.map { row.text.slice($0.utf8) } == row.expressions, "\(row.text)")
    }
  }

  private func expect(_ row: Case) {
    let span = row.text.utf8Span.span
    let found = findValues(in: span, range: 0..<span.count, relativeTo: Self.written)
    #expect(found.map { row.text.slice($0.utf8) } == row.expressions)
    #expect(found.map { written($0.value) } == row.values)
  }

  /// A value as the tables write it.
  private func written(_ value: Value) -> String {
    switch value {
    case .number(let number, let unit): return plain(number) + (unit.isEmpty ? "" : " (\(unit))")
    case .percent(let number): return plain(number) + " %"
    case .money(let number, let currency): return plain(number) + " " + currency
    case .date(let date):
      guard let first = date.first, let last = date.last else {
        return "? \(date.precision.rawValue)"
      }
      if date.precision == .day { return "\(first)" }
      let days = first == last ? "\(first)" : "\(first)..\(last)"
      return "\(days) \(date.precision.rawValue)"
    }
  }

  private func plain(_ number: Decimal) -> String {
    var digits = String(number.coefficient)
    if number.exponent >= 0 { return digits + String(repeating: "0", count: number.exponent) }
    while digits.utf8.count <= -number.exponent { digits = "0" + digits }
    let point = digits.index(digits.endIndex, offsetBy: number.exponent)
    return digits[..<point] + "." + digits[point...]
  }
}

/// A line of a table.
struct Case: Sendable, CustomTestStringConvertible {
  var text: String
  var expressions: [String]
  var values: [String]
  var testDescription: String { text }
}

/// The cases of `table`, in order.
func cases(of table: String) -> [Case] {
  table.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
    let parts = line.split(separator: " |", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let pieces = parts[0].split(omittingEmptySubsequences: false) { $0 == "[" || $0 == "]" }
    return Case(
      text: pieces.joined(),
      expressions: pieces.indices.filter { $0 % 2 == 1 }.map { String(pieces[$0]) },
      values: parts[1].split(separator: ";").map { value in
        value.drop { $0 == " " }.description
      }.filter { !$0.isEmpty })
  }
}

extension String {
  fileprivate func slice(_ utf8: Range<Int>) -> String {
    String(decoding: Array(self.utf8)[utf8], as: UTF8.self)
  }
}
