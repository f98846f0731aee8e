import Model
import Report
import Testing

/// What comparisons and collations say on the terminal and as Markdown.
@Suite struct ComparisonTextTests {
  private func text(_ string: String, _ sentences: [Range<Int>]) -> ComparedText {
    ComparedText(
      metadata: Metadata(), language: "en", text: string, sentences: sentences, passages: [])
  }

  // A fee of 40 euros in A is one of 45 in B; that it rose stands in both.
  private var report: ComparisonReport {
    let a = text("The fee is 40 euros. It rose.", [0..<20, 21..<29])
    let b = text("The fee is 45 euros. It rose.", [0..<20, 21..<29])
    let change = FactChange(
      kind: .changed, type: .number, a: .init(text: "40", utf8: 11..<13),
      b: .init(text: "45", utf8: 11..<13), weight: 0.9)
    let result = ComparisonResult(
      verdict: Verdict(kind: .correction, sentence: "A corrected version."),
      scores: ComparisonScores(), a: a, b: b,
      alignment: Alignment(
        links: [
          SentenceLink(a: 0, b: 0, similarity: 0.9), SentenceLink(a: 1, b: 1, similarity: 1),
        ],
        labelsB: [.light, .verbatim], movedB: [], droppedA: [], newB: []),
      edits: [LinkEdit(linkA: 0, linkB: 0, a: [11..<13], b: [11..<13])], changes: [change])
    var report = ComparisonReport(result: result, labelA: "a.txt", labelB: "b.txt")
    report.rows = rows
    return report
  }

  private var rows: [Collation.Row] {
    [
      Collation.Row(
        readings: [.init(sentences: [0], wording: 0), .init(sentences: [0], wording: 1)],
        wordings: ["The fee is 40 euros.", "The fee is 45 euros."]),
      Collation.Row(
        readings: [.init(sentences: [1], wording: 0), .init(sentences: [1], wording: 0)],
        wordings: ["It rose."]),
    ]
  }

  private var collation: CollationReport {
    let one = report.result
    return CollationReport(
      collation: Collation(
        mode: .history, texts: [one.a, one.b], steps: [.init(a: 0, b: 1, result: one)], rows: rows),
      labels: ["a.txt", "b.txt"])
  }

  @Test func `a wide terminal shows what differs side by side`() {
    var options = ComparisonTextOptions()
    options.width = 120
    let wide = comparisonText(report, options: options)
    #expect(wide.contains("The fee is −40− euros."))
    #expect(wide.contains("│ The fee is +45+ euros."))
    #expect(wide.contains("… 1\u{A0}sentence in the same words"))
    options.width = 80
    #expect(!comparisonText(report, options: options).contains("│"))
  }

  @Test func `lines of the two halves never grow wider than the terminal`() {
    let long = String(repeating: "縦書き", count: 60) + " " + String(repeating: "word ", count: 80)
    var report = report
    report.result.a = text(long, [0..<long.utf8.count])
    report.result.edits = []
    report.result.changes = []
    report.result.alignment = Alignment(
      links: [], labelsB: [.new, .new], movedB: [], droppedA: [0], newB: [0, 1])
    report.rows = [
      Collation.Row(
        readings: [.init(sentences: [0], wording: 0), .init(sentences: [0], wording: 1)],
        wordings: [long, "The fee is 45 euros."])
    ]
    var options = ComparisonTextOptions()
    options.width = 110
    let lines = comparisonText(report, options: options).split(separator: "\n")
      .drop { !$0.hasPrefix("Sentence by sentence") }
    #expect(lines.count > 5)
    let columns = lines.map { line in
      line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 && $1.value < 0xD7A4 ? 2 : 1) }
    }
    #expect(columns.allSatisfy { $0 <= 110 }, "\(columns)")
  }

  @Test func `facts alone are printed on request and nothing where there are none`() {
    var options = ComparisonTextOptions()
    options.factsOnly = true
    options.width = 200
    #expect(comparisonText(report, options: options) == "   1  ≠ changed number: 40 → 45\n")
    #expect(comparisonMarkdown(report, factsOnly: true) == "1. **changed** number: 40 → 45\n")
    var same = report
    same.result.changes = []
    #expect(comparisonText(same, options: options).isEmpty)
  }

  @Test func `context puts the sentence below each fact`() {
    var options = ComparisonTextOptions()
    options.context = 0
    #expect(comparisonText(report, options: options).contains("        A: The fee is 40 euros.\n"))
    options.context = 1
    #expect(comparisonText(report, options: options).contains("B: The fee is 45 euros. It rose."))
  }

  @Test func `colours come only when they are asked for`() {
    var options = ComparisonTextOptions()
    #expect(!comparisonText(report, options: options).contains("\u{1B}"))
    options.isColoured = true
    #expect(comparisonText(report, options: options).contains("\u{1B}[33m"))
  }

  @Test func `a history tells the life of each sentence that changed`() {
    let shown = collationText(collation)
    #expect(shown.contains("Two versions in order: 1 of 2\u{A0}statements stand in all of them"))
    #expect(shown.contains("a b  changed in 2"))
    #expect(shown.contains("    b  The fee is 45 euros.\n"))
    #expect(!shown.contains("It rose."))
  }

  @Test func `a collation as Markdown and HTML lists the wordings`() {
    #expect(
      collationMarkdown(collation).contains(
        "| a | b | changed in 2 | a: The fee is 40 euros.<br>b: The fee is 45 euros. |"))
    let page = collationPage(collation)
    #expect(page.contains("<td>a</td><td>b</td>"))
    #expect(page.contains("<p><b>b</b> The fee is 45 euros.</p>"))
  }

  @Test func `text of a corpus cannot write to the terminal or the page`() {
    var hostile = collation
    hostile.labels[0] = "\u{1B}[2J<script>"
    #expect(!collationText(hostile).contains("\u{1B}"))
    #expect(!collationPage(hostile).contains("<script>"))
    #expect(!collationMarkdown(hostile).contains("<script>"))
  }
}
