import Ingest
import Model
import Testing

struct AuthorTests {
  private func authors(_ body: String, head: String = "") -> [String] {
    let prose = """
      <p>The duty on steel was raised in March, and hardly anybody outside the ports has noticed it.</p>
      <p>What the ministry calls a technical change costs a shipyard two million crowns a year.</p>
      """
    let page = """
      <html><head><title>Steel and ships</title>\(head)</head><body><article><h1>Steel and ships</h1>
      \(body)\(prose)</article></body></html>
      """
    return extract(PageInput(utf8: Array(page.utf8), kind: .html)).metadata.authors.map(\.value)
  }

  private func data(_ author: String) -> String {
    "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":\(author)}</script>"
  }

  @Test(arguments: [
    ("By Oda Marwick, Staff Writer", ["Oda Marwick"]),
    ("Posted by: Oda Marwick on 3 May 2021", ["Oda Marwick"]),
    ("ByOda Marwick", ["Oda Marwick"]),
    ("Von Oda Marwick und Bo Park", ["Oda Marwick", "Bo Park"]),
    ("Oda Marwick, PhD, and Bo de Vries", ["Oda Marwick", "Bo de Vries"]),
    ("Oda Marwick22. Februar 2020", ["Oda Marwick"]),
    ("Autor: Oda Marwick (Redaktion)", ["Oda Marwick"]),
  ])
  func `a labelled byline gives its names alone`(line: String, names: [String]) {
    #expect(authors("<div class='byline'>\(line)</div>") == names)
  }

  @Test(arguments: [
    ("By Oda Marwick", ["Oda Marwick"]), ("By subscribing you agree to our terms", []),
    ("4 May 2021 · Oda Marwick in Shipping", ["Oda Marwick"]),
    ("Erstellt am 4. Mai 2021 von Oda Marwick", ["Oda Marwick"]),
  ])
  func `a line without a label needs a full name`(line: String, names: [String]) {
    #expect(authors("<div>\(line)</div>") == names)
  }

  @Test func `the border of an element ends a name`() {
    let line = "<span>By </span><span>Oda Marwick</span><span>Harbour Editor</span>"
    #expect(authors("<div class='byline'>\(line)</div>") == ["Oda Marwick"])
  }

  @Test func `an author who is only pointed at is looked up`() {
    let graph = """
      <script type='application/ld+json'>{"@graph":[{"@type":"NewsArticle","author":{"@id":"#p1"}},
      {"@type":"Person","@id":"#p1","name":"Oda Marwick"}]}</script>
      """
    #expect(authors("", head: graph) == ["Oda Marwick"])
  }

  @Test func `every meta element of an author counts`() {
    let head = """
      <meta name="citation_author" content="Marwick, Oda"><meta name="citation_author" content="Bo Park">
      """
    #expect(authors("", head: head) == ["Oda Marwick", "Bo Park"])
  }

  @Test func `a byline under the heading outweighs the account that uploaded the text`() {
    let head = data("{\"@type\":\"Person\",\"name\":\"kmeyer\"}")
    #expect(authors("<p class='byline'>By Oda Marwick</p>", head: head) == ["Oda Marwick"])
  }

  @Test func `a person comes before an organisation, which comes before nobody`() {
    let head = data("{\"@type\":\"Organization\",\"name\":\"Harbour Ledger\"}")
    #expect(authors("<p class='byline'>By Oda Marwick</p>", head: head) == ["Oda Marwick"])
    #expect(authors("", head: head) == ["Harbour Ledger"])
  }
}
