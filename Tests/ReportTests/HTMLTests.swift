import Model
import Report
import Testing

struct HTMLTests {
  @Test func `what is put into markup is escaped`() {
    let title = "<script>alert('x')</script> & \"more\""
    let html: HTML = "<p title=\"\(title)\">\(title)</p>"
    #expect(!html.markup.contains("<script>"))
    #expect(
      html.markup.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;more&quot;")
    )
  }

  @Test func `control characters and directional overrides become harmless`() {
    #expect(HTML(text: "a\u{202E}b\u{0}c\u{1B}[31m").markup == "a\u{FFFD}b\u{FFFD}c\u{FFFD}[31m")
  }

  @Test func `every character alone and among others is escaped as the rule for scalars says`() {
    func rule(_ scalar: Unicode.Scalar) -> String {
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "'": "&#39;"
      case "\n", "\t": String(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}",
        "\u{2066}"..."\u{2069}":
        "\u{FFFD}"
      default: String(scalar)
      }
    }
    for number in UInt32(0)...0x2FFF {
      guard let scalar = Unicode.Scalar(number) else { continue }
      let around = "é" + String(scalar) + "x\u{301}"
      #expect(
        HTML(text: around).markup.unicodeScalars.elementsEqual(
          ("é" + rule(scalar) + "x\u{301}").unicodeScalars), "\(number)")
    }
  }

  @Test func `a page of a comparison runs nothing that stands in a text`() {
    let text = "<img src=x onerror=alert(1)> 12 per cent."
    let side = ComparedText(
      metadata: Metadata(), language: "en", text: text, sentences: [0..<text.utf8.count],
      passages: [Passage(index: 0, kind: .paragraph, utf8: 0..<text.utf8.count)])
    let place = FactChange.Place(text: "<b>12</b>", utf8: 29..<31)
    let result = ComparisonResult(
      verdict: Verdict(kind: .update, sentence: "An <i>update</i>."), scores: ComparisonScores(),
      a: side, b: side,
      alignment: Alignment(links: [], labelsB: [.new], movedB: [], droppedA: [0], newB: [0]),
      edits: [], changes: [FactChange(kind: .dropped, type: .number, a: place, b: nil, weight: 1)])
    let page = comparisonPage(
      ComparisonReport(result: result, labelA: "<u>a</u>", labelB: "b"))
    for tag in ["<img", "<i>", "<u>", "<script"] { #expect(!page.contains(tag)) }
  }

  @Test func `text for the terminal carries no commands to it`() {
    #expect(clean("a\u{1B}[2Jb\nc") == "a\u{FFFD}[2Jb c")
  }
}
