import Ingest
import Model
import Testing

struct DateTests {
  private func published(
    _ body: String, head: String = "", language: String = "en", url: String? = nil
  ) -> Day? {
    let prose = """
      <p>The duty on steel was raised in March, and hardly anybody outside the ports has noticed it.</p>
      <p>What the ministry calls a technical change costs a shipyard two million crowns a year.</p>
      """
    let page = """
      <html lang="\(language)"><head><title>Steel and ships</title>\(head)</head><body>
      <article><h1>Steel and ships</h1>\(body)\(prose)</article></body></html>
      """
    return extract(PageInput(utf8: Array(page.utf8), kind: .html, url: url)).metadata.published?
      .value
  }

  @Test(arguments: [
    ("en", "March 4, 2025"), ("en", "3/4/2025"), ("de", "4. März 2025"), ("de", "04.03.25"),
    ("fr", "4 mars 2025"), ("es", "4 de marzo de 2025"), ("it", "4 marzo 2025"),
    ("pt", "4 de março de 2025"), ("nl", "4 maart 2025"), ("ja", "2025年3月4日"),
    ("ko", "2025년 3월 4일"), ("zh", "2025年3月4日"), ("ru", "4 марта 2025, 13:43"),
    ("pl", "4 marca 2025"),
  ])
  func `a line under the heading gives the day in the language of the page`(
    language: String, line: String
  ) {
    #expect(published("<div>\(line)</div>", language: language) == Day(iso: "2025-03-04"))
  }

  @Test func `the date of publication is taken before that of a change`() {
    let lines = "<div>Updated: May 9, 2025</div><div>Published: March 4, 2025</div>"
    #expect(published(lines) == Day(iso: "2025-03-04"))
  }

  @Test func `the date by the heading is taken before one further away`() {
    let aside = "<div class='date'>May 9, 2025</div>"
    let page = "<div class='date'>March 4, 2025</div><p>Text.</p><p>Text.</p>\(aside)"
    #expect(published(page) == Day(iso: "2025-03-04"))
  }

  @Test func `the address corrects an instant in universal time by one day at most`() {
    let head = "<meta property='article:published_time' content='2025-03-05T02:10:00Z'>"
    func day(_ url: String) -> Day? { published("", head: head, url: url) }
    #expect(day("https://ledger.example/2025/03/04/steel") == Day(iso: "2025-03-04"))
    #expect(day("https://ledger.example/2025/03/01/steel") == Day(iso: "2025-03-05"))
  }

  @Test func `names of meta elements that a system made up are understood`() {
    let head = "<meta name='w-published-date' content='2025-03-04T06:00:00Z'>"
    #expect(published("", head: head) == Day(iso: "2025-03-04"))
  }

  @Test func `the data of scripts is read when there is no other date`() {
    let script = "<script>window.state={\"post\":{\"createdAt\":\"2025-03-04T06:00:00\"}}</script>"
    #expect(published(script) == Day(iso: "2025-03-04"))
    #expect(published("<div data-x='{&quot;datePublished&quot;:1}'></div>") == nil)
  }
}
