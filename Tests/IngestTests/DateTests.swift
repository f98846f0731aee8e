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
    ("en", "March 4, 2025"), ("en", "Mar. 4, 2025"), ("en", "Tuesday, 4th March 2025"),
    ("en", "4 Mar 2025, 9:30 am"), ("en", "3/4/2025"), ("en-GB", "04/03/2025"),
    ("en", "Published on the 4th of March, 2025"), ("en", "2025-03-04"),
    ("de", "4. März 2025"), ("de", "04.03.25"), ("de", "Dienstag, 04.03.2025, 10:15 Uhr"),
    ("de", "Veröffentlicht am 4. Mär. 2025"), ("de", "Stand: 4. 3. 2025"),
    ("de", "den 4. März 2025"),
    ("fr", "4 mars 2025"), ("fr", "Publié le 4 mars 2025 à 10h15"), ("fr", "mardi 4 mars 2025"),
    ("fr", "04/03/2025"), ("fr", "le 04.03.2025"), ("fr", "4 mars 2025"),
    ("es", "4 de marzo de 2025"), ("es", "4 de marzo del 2025"), ("es", "04/03/2025"),
    ("es", "Publicado: 4 mar. 2025"), ("es", "marzo 4, 2025"), ("es", "martes, 4 marzo 2025"),
    ("it", "4 marzo 2025"), ("it", "martedì 4 marzo 2025"), ("it", "Pubblicato il 04/03/2025"),
    ("it", "4 mar 2025"), ("it", "04.03.2025"),
    ("pt", "4 de março de 2025"), ("pt", "04/03/2025 às 10h15"), ("pt", "4 de mar. de 2025"),
    ("pt", "Publicado em 04/mar/2025"), ("pt", "terça-feira, 4 de março de 2025"),
    ("nl", "4 maart 2025"), ("nl", "4 mrt 2025"), ("nl", "04-03-2025"),
    ("nl", "Gepubliceerd op 4 maart 2025"), ("nl", "dinsdag 4 maart 2025, 10.15 uur"),
    ("ja", "2025年3月4日"), ("ja", "2025年03月04日（火）"), ("ja", "公開日：2025年3月4日"),
    ("ja", "令和7年3月4日"), ("ja", "２０２５年３月４日"), ("ja", "2025/03/04 10:15 更新"),
    ("ko", "2025년 3월 4일"), ("ko", "2025년 3월 4일 화요일"), ("ko", "입력 2025.03.04 10:15"),
    ("ko", "2025-03-04"), ("ko", "2025. 3. 4."), ("ko", "등록일 : 2025년3월4일"),
    ("zh", "2025年3月4日"), ("zh", "2025 年 3 月 4 日"), ("zh", "发布时间：2025-03-04 10:15"),
    ("zh", "2025/3/4"), ("zh", "中華民國114年3月4日"), ("zh", "2025年03月04日 星期二"),
    ("ru", "4 марта 2025, 13:43"), ("pl", "4 marca 2025"),
    ("ar", "الثلاثاء، 04 مارس 2025 - 12:09 م"),
  ])
  func `a line under the heading gives the day in the language of the page`(
    language: String, line: String
  ) {
    #expect(published("<div>\(line)</div>", language: language) == Day(iso: "2025-03-04"))
  }

  @Test(arguments: [
    ("fr", "1er mars 2025"), ("pt", "1º de março de 2025"), ("it", "1° marzo 2025"),
    ("en", "March 1st, 2025"), ("nl", "1 maart 2025"),
  ])
  func `the first of a month may be written as an ordinal`(language: String, line: String) {
    #expect(published("<div>\(line)</div>", language: language) == Day(iso: "2025-03-01"))
  }

  @Test func `the first year of a reign has a name of its own`() {
    #expect(published("<div>令和元年5月1日</div>", language: "ja") == Day(iso: "2019-05-01"))
  }

  @Test(arguments: ["4 2025 - 12:09", "12 of 30, 2025, 10:20", "Call 2025 10:20"])
  func `numbers that are no date give none`(line: String) {
    #expect(published("<div>\(line)</div>") == nil)
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

  @Test(arguments: [
    "<p>Updated: May 9, 2025</p><p>Published: March 4, 2025</p>",
    "<p><span>Last updated on:</span> <b>May 9, 2025</b></p><p><span>Published:</span> <b>March 4, 2025</b></p>",
    "<p class=date>Written: March 4, 2025 / Updated: May 9, 2025</p>",
    "<p class=date>March 4, 2025 (last modified May 9, 2025)</p>",
    "<p>更新日 2025年5月9日</p><p>公開日 2025年3月4日</p>",
    "<p>2025-05-09 更新</p><p>2025-03-04 发布</p>",
  ])
  func `the words before a date, or the verb after it, say what it is the date of`(lines: String) {
    #expect(published(lines) == Day(iso: "2025-03-04"))
  }

  @Test func `a sentence that says when the page was published counts wherever it stands`() {
    let end = """
      <div>This article was originally published on 4 March 2025 at 4:12pm but has been \
      updated since to reflect the new tariff and what the ports say about it.</div>
      """
    #expect(published("<div>May 9, 2025</div>" + end) == Day(iso: "2025-03-04"))
  }

  @Test func `a date below the heading wins over data that nothing on the page bears out`() {
    let head = "<meta property='article:published_time' content='2025-08-07T12:00:00Z'>"
    #expect(published("<div>March 4, 2025</div>", head: head) == Day(iso: "2025-03-04"))
  }

  @Test func `a change, another zone or the order of day and month do not contradict the data`() {
    func day(_ line: String, _ modified: String = "2025-09-09") -> Day? {
      published(
        "<div>\(line)</div>",
        head: """
          <meta property='article:published_time' content='2025-03-04T12:00:00Z'>
          <meta property='article:modified_time' content='\(modified)'>
          """)
    }
    let stated = Day(iso: "2025-03-04")
    #expect(day("May 9, 2025", "2025-05-09T08:00:00Z") == stated)
    #expect(day("Updated May 9, 2025") == stated)
    #expect(day("March 3, 2025") == stated)
    #expect(day("04.03.2025") == stated)
    #expect(day("03.04.2025") == stated)
  }

  @Test func `an instant with the offset of its place keeps its day`() {
    let head = "<meta property='article:published_time' content='2025-03-05T02:10:00+01:00'>"
    let url = "https://ledger.example/2025/03/04/steel"
    #expect(published("", head: head, url: url) == Day(iso: "2025-03-05"))
  }

  @Test func `the day of the visit in a masthead is not the day of the text`() {
    let masthead = "<div id='todays-date'>Friday, <b>May 9, 2025</b></div>"
    #expect(published(masthead) == nil)
    #expect(published(masthead + "<p>March 4, 2025</p>") == Day(iso: "2025-03-04"))
  }

  @Test func `a day that could be read two ways is read as another date of the page says`() {
    let teaser = "<footer><a href='/steel'>Steel and ships</a> March 4, 2025</footer>"
    #expect(published("<div>04-03-2025</div>" + teaser) == Day(iso: "2025-03-04"))
    #expect(published("<div>04-03-2025</div>") == Day(iso: "2025-04-03"))
  }

  @Test func `a marked date far from the heading announces another text`() {
    let lines = (0..<90).map { "<p>Line \($0)</p>" }.joined()
    let page = "<time>March 4, 2025</time>\(lines)<time pubdate>May 9, 2025</time>"
    #expect(published(page) == Day(iso: "2025-03-04"))
  }

  @Test func `a line of month and year stands for its first day, with little confidence`() {
    let page = """
      <html lang="en"><body><article><h1>Steel and ships</h1><p>March 2025</p>
      <p>The duty on steel was raised, and hardly anybody outside the ports has noticed it.</p>
      </article></body></html>
      """
    let found = extract(PageInput(utf8: Array(page.utf8), kind: .html)).metadata.published
    #expect(found?.value == Day(iso: "2025-03-01"))
    #expect(found?.evidence.confidence == 300)
  }

  @Test func `a day in the title that the page shows again is that of the text`() {
    let page = """
      <html lang="en"><head><title>Speech: Steel 2020 -- March 4, 2025</title></head><body>
      <p>The committee that first asked for it met on</p><p>June 17, 2024</p>
      <p>The duty on steel was raised in March, and hardly anybody outside the ports has noticed it.</p>
      <p>Last update: March 4, 2025</p></body></html>
      """
    let found = extract(PageInput(utf8: Array(page.utf8), kind: .html)).metadata.published
    #expect(found?.value == Day(year: 2025, month: 3, day: 4))
  }
}
