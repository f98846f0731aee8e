import Ingest
import Testing

struct AttributeTests {
  private let prose =
    "The duty on steel was raised in March, and hardly anybody outside the ports "
    + "has noticed it since, says the harbour master, who pays it."

  @Test(
    arguments: [
      ("<p data-x=\"a>b\" hidden>", false), ("<p data-x='1' hidden=\"\" data-y>", false),
      ("<p style=\"display: none\" onclick=\"a('>')\">", false), ("<p hidden data-x=a\"b>", false),
      ("<p data-hidden data-style=\"display:none\">", true), ("<p a = b c=d/>", true),
      ("<p class=lead id='x\"y' \u{0}>", true), ("<p =\"x\" ==>", true), ("<p \"hidden\">", true),
    ] as [(String, Bool)])
  func `attributes that hide a text are heeded among others of any form`(tag: String, isShown: Bool)
  {
    let rest = String(repeating: "<p>\(prose)</p>", count: 6)
    let page = "<article>\(rest)\(tag)Nobody is to see this sentence.</p>\(rest)</article>"
    let found = extract(PageInput(utf8: Array(page.utf8), kind: .html))
    #expect(found.text.contains("Nobody is to see") == isShown)
    #expect(found.text.contains("hardly anybody"))
  }
}
