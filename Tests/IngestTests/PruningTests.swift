import Ingest
import Model
import Testing

struct PruningTests {
  private let prose = [
    "The duty on steel was raised in March, and hardly anybody outside the ports has noticed it.",
    "What the ministry calls a technical change costs a shipyard two million crowns a year.",
    "The yards have begun to say so in public, which is new, and the unions have joined them.",
    "A reply is expected before the summer, though nobody who knows the ministry believes in one.",
  ].map { "<p>\($0)</p>" }.joined()

  private func text(_ body: String) -> String {
    extract(PageInput(utf8: Array("<html><body>\(body)</body></html>".utf8), kind: .html)).text
  }

  @Test(arguments: [
    "newsletter-post post", "content-has-sidebar", "overflow-hidden", "elementor-widget-wrap",
  ])
  func `an element that holds the paragraphs is text whatever its class says`(name: String) {
    let found = text("<div class='\(name)'><h1>Steel</h1>\(prose)</div>")
    #expect(found.contains("costs a shipyard two million crowns"))
  }

  @Test func `white space between elements does not count as text`() {
    let space = String(repeating: "\n          ", count: 300)
    let found = text("\(space)<article class='newsletter-post'>\(prose)</article>\(space)")
    #expect(found.contains("costs a shipyard two million crowns"))
  }

  @Test(arguments: [
    ("hidden", false), ("d-none", false), ("d-none d-md-block", true), ("hidden lg:flex", true),
    ("overflow-hidden", true),
  ])
  func `a class hides an element when it does so on every screen`(name: String, isShown: Bool) {
    let extra = "<div class='\(name)'><p>The harbour master would not be quoted on it.</p></div>"
    #expect(text("<article>\(prose)\(extra)\(prose)</article>").contains("quoted on it") == isShown)
  }

  @Test(arguments: ["figcaption", "p class='wp-caption-text'"])
  func `what explains a picture is not in the text`(element: String) {
    let name = element.prefix { $0 != " " }
    let caption = "<\(element)>Cranes at the quay, seen from the east bank.</\(name)>"
    let picture = "<figure>\(caption)</figure>"
    #expect(!text("<article>\(prose)\(picture)\(prose)</article>").contains("Cranes"))
  }
}
