import Ingest
import Model
import Testing

struct MainTextTests {
  private let first = """
    <p>The duty on steel was raised in March, and hardly anybody outside the ports has noticed it.</p>
    <p>What the ministry calls a technical change costs a shipyard two million crowns a year.</p>
    """
  private let second = """
    <p>The yards have begun to say so in public, which is new, and the unions have joined them.</p>
    <p>A reply is expected before the summer, though nobody who knows the ministry believes in one.</p>
    """

  private func text(_ body: String, title: String = "Steel") -> String {
    let page = "<html><head><title>\(title)</title></head><body>\(body)</body></html>"
    return extract(PageInput(utf8: Array(page.utf8), kind: .html)).text
  }

  @Test func `lists of links between paragraphs belong to the text`() {
    let list = "<ul><li><a href='/a'>Northern Yard</a></li><li><a href='/b'>Slip Nine</a></li></ul>"
    let found = text("<article><h1>Steel</h1>\(first)\(list)\(second)</article>")
    #expect(found.contains("Northern Yard"))
  }

  @Test func `a lead outside the container of the text comes first`() {
    let lead = """
      A tariff that was meant to save the yards is about to sink them, say the people who own them and \
      those who work in them.
      """
    let found = text(
      "<h1>Steel</h1><div class='intro'><p>\(lead)</p></div>"
        + "<div class='article-body'>\(first)\(second)\(first)\(second)</div>")
    #expect(found.hasPrefix("A tariff that was meant"))
  }

  @Test(arguments: ["Related articles", "Das könnte Sie auch interessieren", "Lire aussi"])
  func `a heading over other texts goes with its list`(heading: String) {
    let list = "<h3>\(heading)</h3><ul><li>Ferries are late again</li></ul>"
    let found = text("<article><h1>Steel</h1>\(first)\(second)\(list)</article>")
    #expect(found.contains("nobody who knows the ministry"))
    #expect(!found.contains("Ferries") && !found.contains(heading))
  }

  @Test func `announcements in a row of articles are not the text`() {
    let rows = (1...4).map {
      "<article><h3>Text \($0)</h3><p>Short note on harbour \($0).</p></article>"
    }
    let found = text(
      "<main><h1>Steel</h1><div>\(first)\(second)\(first)\(second)</div>"
        + "<div>\(rows.joined())</div></main>")
    #expect(found.contains("two million crowns") && !found.contains("Short note on harbour"))
  }

  @Test func `a request for consent to cookies is dropped, an article about them is not`() {
    let notice = "<p>This website uses cookies to improve your experience of the harbour.</p>"
    let page = "<article>\(first)\(second)\(notice)\(first)</article>"
    #expect(!text(page).contains("uses cookies"))
    #expect(text(page, title: "What cookies do").contains("uses cookies"))
  }

  @Test func `credits of pictures and the line of the date are left out`() {
    let found = text(
      "<article><p>Published Monday, 18 November 2019 8:22</p>\(first)"
        + "<p>The harbour at dawn (Image: AGENCY)</p>\(second)</article>")
    #expect(found.hasPrefix("The duty on steel") && !found.contains("AGENCY"))
  }

  @Test func `a heading that is the anchor of itself belongs to the text`() {
    let found = text(
      "<main><h1>Steel</h1>\(first)<h2 id='duty'><a href='#duty'>The duty</a></h2>\(second)</main>")
    #expect(found.contains("\n\nThe duty\n\n"))
  }

  @Test func `a linked heading over prose names it, in an article it announces another one`() {
    let body = "<main><h1>Steel</h1>\(first)<h2><a href='/duty'>The duty</a></h2>\(second)</main>"
    #expect(text(body).contains("The duty\n\n"))
    let dated = "<meta property='article:published_time' content='2025-03-04'>"
    let page = "<html><head><title>Steel</title>\(dated)</head><body>\(body)</body></html>"
    let article = extract(PageInput(utf8: Array(page.utf8), kind: .html)).text
    #expect(article.contains("The yards have begun") && !article.contains("The duty\n\n"))
  }

  @Test func `a paragraph given once for wide and once for narrow screens stands once`() {
    let note = "<p>The ministry raised the duty by a tenth without a word to the yards.</p>"
    let found = text("<article><h1>Steel</h1>\(first)\(note)\(note)\(second)</article>")
    #expect(found.split(separator: "raised the duty by a tenth").count == 2)
  }

  @Test func `labels of different styles side by side are words of their own`() {
    let field =
      "<p><span class='name'>duty</span><span class='type'>percent</span> of the price.</p>"
    let word = "<p>An <span class='a'>un</span><span class='a'>broken</span> word stays whole.</p>"
    let found = text("<article><h1>Steel</h1>\(first)\(field)\(word)\(second)</article>")
    #expect(found.contains("duty percent of the price."))
    #expect(found.contains("An unbroken word"))
  }

  @Test func `the caption of the first picture is a field and no text`() {
    let credit = "<figure><img src='b.png'><figcaption>Credit: Harbour Museum</figcaption></figure>"
    let picture =
      credit + "<figure><img src='a.png'><figcaption>The slip at low tide</figcaption></figure>"
    let page = "<title>Steel</title><article><h1>Steel</h1>\(picture)\(first)\(second)</article>"
    let found = extract(PageInput(utf8: Array(page.utf8), kind: .html))
    #expect(found.metadata.imageCaption?.value == "The slip at low tide")
    #expect(!found.text.contains("low tide"))
    #expect(extract(PageInput(utf8: Array(first.utf8), kind: .html)).metadata.imageCaption == nil)
  }

  @Test(arguments: ["article", "main", "section"])
  func `a page without the elements of head and body has its text`(element: String) {
    let page =
      "<!doctype html><meta charset=utf-8><title>Steel</title><\(element)>\(first)\(second)"
    let found = extract(PageInput(utf8: Array(page.utf8), kind: .html))
    #expect(found.text.hasPrefix("The duty on steel"))
    #expect(found.text.hasSuffix("believes in one."))
  }
}
