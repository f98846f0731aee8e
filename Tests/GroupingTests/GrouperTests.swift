import Grouping
import Model
import Testing
import Text

struct GrouperTests {
  private let article = """
    The harbour council voted on Tuesday to close the old ferry line after ninety years of service. \
    Captain Ulmer said the boats had carried two million people and lost money in every year since \
    the bridge was opened. Residents of the island plan to run a cooperative of their own, with three \
    rented boats and a subsidy from the county that has yet to be agreed.
    """
  private let other = """
    Researchers at the northern observatory have measured how fast the glacier retreats, and found \
    that its tongue loses eleven metres a month. The figures come from lasers that were set up on both \
    banks of the melt river, and they are checked by a team of volunteers with poles and ropes.
    """

  private func groups(_ texts: [(String, String)]) -> [Group] {
    var grouper = Grouper()
    var lexicon = Lexicon()
    for (id, text) in texts {
      let analyzed = analyze(text, language: "en", lexicon: &lexicon)
      grouper.add(
        DocumentID(rawValue: id), published: nil, analyzed: analyzed, lexicon: &lexicon)
    }
    return grouper.groups()
  }

  @Test func `a copy is grouped and another text is not`() throws {
    let found = groups([("a", article), ("b", article), ("c", other)])
    try #require(found.count == 1)
    #expect(found[0].members.map(\.document.rawValue) == ["a", "b"])
    #expect(found[0].members.map(\.relation) == [.hub, .copy])
  }

  @Test func `a text with a frame around it is an excerpt or near copy`() throws {
    let found = groups([("a", article + " " + other), ("b", article)])
    try #require(found.count == 1)
    #expect([.excerpt, .nearCopy].contains(found[0].members[1].relation))
  }

  @Test func `the order of adding changes nothing`() {
    let texts = [("a", article), ("b", other), ("c", article + " " + other), ("d", article)]
    #expect(groups(texts) == groups(texts.reversed()))
  }

  @Test func `empty texts are variants of nothing`() {
    #expect(groups([("a", ""), ("b", ""), ("c", "…")]).isEmpty)
  }
}
