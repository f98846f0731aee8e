import Ingest
import Model
import Testing

struct FallbackTests {
  private let prose = """
    <p>The duty on steel was raised in March, and hardly anybody outside the ports has noticed it.</p>
    <p>What the ministry calls a technical change costs a shipyard two million crowns a year.</p>
    <p>The yards have begun to say so in public, which is new, and the unions have joined them.</p>
    <p>A reply is expected before the summer, though nobody who knows the ministry believes in one.</p>
    <p>Until then the cranes stand still on two days of the week, and the pubs are full on both.</p>
    <p>None of this was in the bill, says the member for the harbour, who voted for it.</p>
    <p>He would do so again, he adds, for what is a crane against a principle.</p>
    """

  private func extracted(_ body: String) -> ExtractedPage {
    let page = "<html><head><title>Steel</title></head><body>\(body)</body></html>"
    return extract(PageInput(utf8: Array(page.utf8), kind: .html))
  }

  @Test(arguments: ["noscript", "script type='text/template'"])
  func `a page that scripts were to fill gives what it shows without them`(element: String) {
    let name = element.prefix { $0 != " " }
    let found = extracted("<div id='app'>Loading…</div><\(element)>\(prose)</\(name)>")
    #expect(found.text.contains("costs a shipyard two million crowns"))
  }

  /// A page whose text stands in its data block alone.
  private func shell(_ body: String) -> ExtractedPage {
    let body = body.replacing("\n", with: "\\n")
    let data = "{\"@type\":\"NewsArticle\",\"headline\":\"Steel\",\"articleBody\":\"\(body)\"}"
    return extracted("<script type='application/ld+json'>\(data)</script><div id='app'></div>")
  }

  @Test func `a page that scripts were to fill gives the text of its data block`() {
    let plain = prose.replacing("<p>", with: "").replacing("</p>", with: "")
    for found in [shell(prose), shell(plain)] {
      #expect(found.text.hasPrefix("The duty on steel was raised in March"))
      #expect(found.passages.count == 7)
      #expect(found.extractor == "articleBody")
      #expect(found.pageKind == .article)
      #expect(found.metadata.title?.value == "Steel")
    }
    let dangerous = shell(plain + " if a<script>b<\\/script> then <c")
    #expect(dangerous.text.hasSuffix("if a<script>b</script> then <c"))
  }

  @Test func `the text of a page wins over that of its data block`() {
    let data =
      "{\"@type\":\"Article\",\"articleBody\":\"\(String(repeating: "Other words. ", count: 200))\"}"
    let found = extracted(
      "<script type='application/ld+json'>\(data)</script><article>\(prose)</article>")
    #expect(!found.text.contains("Other words"))
  }

  @Test func `what stands in the page and for readers without scripts is given once`() {
    let found = extracted("<article>\(prose)</article><noscript>\(prose)</noscript>")
    #expect(found.text.components(of: "technical change") == 1)
  }

  @Test func `a style with a very long attribute is no text`() {
    let names = String(repeating: "c1 ", count: 20_000)
    let found = extracted("<style data-names=\"\(names)\">.frame { color: red }</style>\(prose)")
    #expect(!found.text.contains("color: red"))
  }

  @Test(arguments: [
    "<svg>", "<noscript>", "<main>", "<p class='byline'>", "<article class='post'>",
  ])
  func `many elements that are never closed take no longer than they are long`(element: String) {
    let found = extracted(prose + String(repeating: element, count: 40_000) + "end")
    #expect(found.text.utf8.count < 2_000)
  }

  @Test func `characters that were encoded twice are repaired`() {
    let twice = "The ministryâ\u{80}\u{99}s bill â\u{80}\u{94} a reply"
    let decoded = decode(Array((twice + twice).utf8), isHTML: false)
    let once = "The ministry’s bill — a reply"
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == once + once)
    #expect(decoded.issues.map(\.code) == ["encoded-twice"])
  }

  @Test(arguments: ["Ãgypten und Â§ 5", "château, naïveté, Ã©t", "âme â jamais â plus"])
  func `letters that only look like it stay`(text: String) {
    #expect(String(decoding: decode(Array(text.utf8), isHTML: false).utf8, as: UTF8.self) == text)
  }
}

extension String {
  /// How often `part` stands in the text.
  fileprivate func components(of part: String) -> Int {
    var count = 0
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(part) { count += 1 }
      rest = rest.dropFirst()
    }
    return count
  }
}
