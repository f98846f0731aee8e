import Model
import Testing
import Values

struct FindValuesTests {
  private func values(_ text: String) -> [String] {
    let span = text.utf8Span.span
    return findValues(in: span, range: 0..<span.count).map {
      String(decoding: Array(text.utf8)[$0.utf8], as: UTF8.self)
    }
  }

  @Test func `dates, shares and amounts are found in prose`() {
    let found = values("On 27 August 2025 prices rose by 3.5 percent to $1.2 million.")
    #expect(found.contains("27 August 2025"))
    #expect(found.contains { $0.hasPrefix("3.5") })
    #expect(found.contains { $0.contains("1.2 million") })
  }

  @Test func `a text without values has none`() { #expect(values("Nothing to see here.").isEmpty) }
}
