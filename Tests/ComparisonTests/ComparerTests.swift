import Comparison
import Model
import Testing
import Text

@Suite struct ComparerTests {
  private func compare(_ a: String, _ b: String) -> ComparisonResult {
    var lexicon = Lexicon()
    return Comparer().compare(
      ComparisonInput(text: a), ComparisonInput(text: b), lexicon: &lexicon)
  }

  private let article = """
    The ministry said on 12 May 2025 that 40 bridges will be closed. Engineers had warned of it \
    for years. The repairs cost $30 million, according to Anna Berg of the Road Office.

    Drivers were not told in advance. A second round of closures may follow in October.
    """

  @Test func `a text compared with itself is identical and has no changes`() {
    let result = compare(article, article)
    #expect(result.verdict.kind == .identical)
    #expect(result.changes.isEmpty && result.edits.isEmpty)
    #expect(result.alignment.newB.isEmpty && result.alignment.droppedA.isEmpty)
  }

  @Test func `other white space and quotes are formatting and change no fact`() {
    let result = compare(
      "He said \"the dam will hold\" on Monday. It did not.",
      "He  said “the dam will hold” on\nMonday. It did not.")
    #expect(result.verdict.kind == .formatting)
    #expect(result.changes.isEmpty)
  }

  @Test func `a changed number is reported with both places`() {
    let result = compare(
      "The ministry closed 40 bridges in the north last week.",
      "The ministry closed 45 bridges in the north last week.")
    #expect(result.changes.count == 1)
    #expect(result.changes.first?.type == .number)
    #expect(result.changes.first?.a?.text.contains("40") == true)
    #expect(result.changes.first?.b?.text.contains("45") == true)
  }

  @Test func `a number in words and one in digits are the same fact`() {
    let result = compare(
      "The bank lent 1.5bn euros to ten cities in May.",
      "The bank lent 1,500 million euros to 10 cities in May.")
    #expect(result.changes.isEmpty)
  }

  @Test func `a denial that was put in comes first`() {
    let result = compare(
      "The minister is ready to sign the treaty with France.",
      "The minister is not ready to sign the treaty with France.")
    #expect(result.changes.first?.type == .negation)
  }

  @Test func `swapping the sides swaps dropped and new sentences`() {
    let other = "Drivers were not told in advance. Snow fell on the coast all night long."
    let there = compare(article, other)
    let back = compare(other, article)
    #expect(there.alignment.newB == back.alignment.droppedA)
    #expect(there.alignment.droppedA == back.alignment.newB)
  }

  @Test(arguments: ["", " ", "\n\n", "…", "a"])
  func `empty and tiny sides give an answer`(text: String) {
    #expect(compare(text, article).alignment.labelsB.count > 0)
    #expect(compare(article, text).alignment.droppedA.count > 0)
    #expect(compare(text, text).verdict.kind == .identical)
  }

  @Test func `light edits that alter no fact are a correction`() {
    let words = ["big", "old", "grey", "wide", "cold", "long"]
    func text(_ verb: String) -> String {
      words.map { "The \($0) house by the river was \(verb) by its owner in spring." }
        .joined(separator: " ")
    }
    #expect(compare(text("sold"), text("painted")).verdict.kind == .correction)
  }

  @Test func `what a page marks as a heading is linked with no sentence of the same subject`() {
    func links(_ kind: PassageKind) -> Int {
      func input(_ first: String, _ paragraph: String) -> ComparisonInput {
        let start = first.utf8.count + 2
        return ComparisonInput(
          text: first + "\n\n" + paragraph,
          passages: [
            Passage(index: 0, kind: kind, utf8: 0..<first.utf8.count),
            Passage(index: 1, kind: .paragraph, utf8: start..<(start + paragraph.utf8.count)),
          ])
      }
      var lexicon = Lexicon()
      return Comparer().compare(
        input(
          "Old ferries in the harbour",
          "Captain Ulmer sold two boats in spring and kept the third."),
        input(
          "Boats for sale",
          "The ferries of Lindholm harbour were repainted before the summer came."),
        lexicon: &lexicon
      ).alignment.links.count
    }
    #expect(links(.paragraph) > 0)
    #expect(links(.heading) == 0)
  }
}
