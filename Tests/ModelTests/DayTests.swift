import Model
import TestSupport
import Testing

struct DayTests {
  @Test func `days come back from their components and their text`() throws {
    var random = SplitMix64(state: 3)
    for _ in 0..<500 {
      let day = Day(rawValue: Int32.random(in: -700_000...2_900_000, using: &random))
      let (year, month, number) = day.components
      #expect(Day(year: year, month: month, day: number) == day)
      #expect(Day(iso: day.description) == day)
    }
  }

  @Test(arguments: ["2025-02-29", "2025-13-01", "2025-1-01", "", "20250101", "2025-00-10"])
  func `what is no day of the calendar is none`(text: String) { #expect(Day(iso: text) == nil) }

  @Test func `equal numbers are equal values`() {
    #expect(Decimal(coefficient: 1200) == Decimal(coefficient: 12, exponent: 2))
    #expect(Decimal(coefficient: 0, exponent: 5) == Decimal(coefficient: 0))
  }
}
