import Report
import Testing

@Suite struct MarkedWordsTests {
  private func marked(
    _ a: String, _ b: String, _ differences: [(a: Range<Int>, b: Range<Int>)]
  ) -> String {
    String(decoding: markedWords(Array(a.utf8), Array(b.utf8), differences), as: UTF8.self)
  }

  @Test func `words taken out and put in are marked in the second text`() {
    let a = "The old bridge was closed."
    let b = "The new bridge was closed today."
    #expect(
      marked(a, b, [(4..<7, 4..<7), (25..<25, 26..<31)])
        == "The [-old-] {+new+} bridge was closed {+today+}.\n")
  }

  @Test func `words that only the first text has stand where they were`() {
    #expect(marked("One two three", "One three", [(4..<7, 3..<3)]) == "One [-two-] three\n")
    #expect(marked("One two", "", [(0..<7, 0..<0)]) == "[-One two-]\n")
  }

  @Test func `what a terminal would obey is not printed`() {
    #expect(!marked("a", "b \u{1B}[2J", [(0..<1, 0..<1)]).contains("\u{1B}"))
  }
}
