import Ingest
import Testing

struct ListingAndForumTests {
  private func extracted(_ body: String, url: String? = nil, head: String = "") -> ExtractedPage {
    let page = "<html><head><title>Harbour</title>\(head)</head><body>\(body)</body></html>"
    return extract(PageInput(utf8: Array(page.utf8), kind: .html, url: url))
  }

  private let items = (1...9).map {
    """
    <li class="teaser"><h3><a href="/\($0)">Ship number \($0) has come in</a></h3>
    <p>It carries timber and \($0) passengers.</p></li>
    """
  }.joined()

  @Test func `a page without an article gives its items and not its frame`() {
    let nav = "<nav><a href='/a'>All the ships of the line</a></nav>"
    let found = extracted("\(nav)<main><ul>\(items)</ul></main>")
    #expect(found.extractor == "listing")
    #expect(found.text.contains("Ship number 7 has come in") && found.text.contains("9 passengers"))
    #expect(!found.text.contains("All the ships of the line"))
  }

  @Test func `a short article stays one beside a list of others`() {
    let head = "<meta property='article:published_time' content='2025-03-04T06:00:00Z'>"
    let text = """
      <article><h1>Fog</h1><p>The harbour is closed until noon because of fog, the harbour master said \
      on Tuesday, and no ship will be let in before that.</p><p>Ferries run from the old quay instead, \
      where the water is shallow but the lights are good.</p><p>Whoever waits gets soup.</p></article>
      """
    let found = extracted("\(text)<ul>\(items)</ul>", head: head)
    #expect(found.text.contains("Whoever waits gets soup"))
    #expect(!found.text.contains("Ship number"))
  }

  @Test
  func `remarks on the posts of a thread are left out, posts that are called comments are not`() {
    let url = "https://forum.example/t/tariff"
    func post(_ name: String, _ number: Int) -> String {
      """
      <div class="\(name)"><p>Post \(number): the tariff was raised in March, and hardly anybody has \
      noticed it, which I find odd, for the price of a crane has doubled since the spring.</p></div>
      """
    }
    let posts = (1...6).map { post("post", $0) }.joined()
    let remark =
      "<div class='comments'><p>I would call that remark a thin one, to be honest.</p></div>"
    #expect(!extracted(posts + remark, url: url).text.contains("thin one"))
    let comments = (1...6).map { post("comment", $0) }.joined()
    #expect(extracted(comments, url: url).text.contains("Post 4"))
  }

  @Test func `a tab that is not in front belongs to the text`() {
    let prose =
      "The duty on steel was raised in March, and hardly anybody has noticed it since then."
    let found = extracted(
      "<article><p>\(prose)</p><p>\(prose)</p><p>\(prose)</p>"
        + "<div role='tabpanel' hidden><p>On the second tab stands what the first one left out.</p>"
        + "</div><p>\(prose)</p></article>")
    #expect(found.text.contains("second tab"))
  }
}
