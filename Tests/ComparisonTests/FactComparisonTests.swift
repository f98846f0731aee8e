import Comparison
import Model
import Testing
import Text

/// Facts of single sentences, without a tagger: values by their grammar, names by capitals.
@Suite struct FactComparisonTests {
  private func changes(_ a: String, _ b: String) -> [String] {
    var lexicon = Lexicon()
    return Comparer().compare(
      ComparisonInput(text: a), ComparisonInput(text: b), lexicon: &lexicon
    ).changes.map {
      "\($0.kind) \($0.type): \($0.a?.text ?? "-") > \($0.b?.text ?? "-")"
    }
  }

  @Test(
    arguments: [
      (
        "The ship sailed on July 30th with all its crew.",
        "The ship sailed on July 30 with all its crew."
      ),
      (
        "The ship sailed on 23 August 2025 from Genoa.",
        "The ship sailed on August 23, 2025 from Genoa."
      ),
      ("The fine was 150,000 euros for the owner.", "The fine was €150,000 for the owner."),
      ("The fund paid 620 NIS to each farmer.", "The fund paid 620 shekels to each farmer."),
      ("They met at 14:00 in the old town hall.", "They met at 2 pm in the old town hall."),
      ("The price rose in the last two years.", "The price rose in the past 2 years."),
      ("Oil cost $38 and $40 a barrel then.", "Oil cost 38 and 40 dollars a barrel then."),
      ("The road is 12 km long and new.", "The road is 12 kilometres long and new."),
      ("The board should meet in May again.", "The board needs to meet in May again."),
      ("It grew in 2015–2017 by a third.", "It grew between 2015 and 2017 by a third."),
      (
        "3. Paper is the new ore of the yards\n\nIt has stamps and seals.",
        "Paper is the new ore of the yards\n\nIt has stamps and seals."
      ),
    ])
  func `the same value in another form is no change`(a: String, b: String) {
    #expect(changes(a, b).isEmpty)
  }

  @Test(
    arguments: [
      (
        "The ship sailed on July 30th with all its crew.",
        "The ship sailed on December 30 with all its crew.", "changed date: July > December"
      ),
      (
        "The parade was held on June 24 in the capital.",
        "The parade was held on June 34 in the capital.", "changed date: 24 > 34"
      ),
      (
        "The treaty was signed in December 2019 by both sides.",
        "The treaty was signed in December 5019 by both sides.", "changed date: 2019 > 5019"
      ),
      (
        "Zenit beat the visitors 1:0 in the final.", "Zenit beat the visitors 4:0 in the final.",
        "changed number: 1:0 > 4:0"
      ),
      (
        "Sweden has declined to follow, while Denmark checks the papers.",
        "Denmark has declined to follow, while Sweden checks the papers.",
        "changed name: Denmark > Sweden"
      ),
      (
        "The league of 2015–2017 had ten clubs.", "The league of 2015–2019 had ten clubs.",
        "changed date: 2017 > 2019"
      ),
      (
        "The strike lasted three weeks and ended.", "The strike lasted three months and ended.",
        "changed number: three weeks > three months"
      ),
      (
        "A 30-minute talk was planned for the end.", "A 30-hour talk was planned for the end.",
        "changed number: 30-minute > 30-hour"
      ),
      (
        "Critics were bothered by the large plan for Sochi in the cold north.",
        "Critics said that they were bothered by a big plan for Brothers Bay in the cold north.",
        "changed name: Sochi > Brothers Bay"
      ),
    ])
  func `a value that became another is named by what differs`(
    a: String, b: String, expected: String
  ) {
    #expect(changes(a, b).contains(expected), "\(changes(a, b))")
  }

  @Test(
    arguments: [
      (
        "President Zelensky met the miners on Monday.",
        "President Zelenskyy met the miners on Monday."
      ),
      ("The road to Ma'rib was closed to lorries.", "The road to Marib was closed to lorries."),
    ])
  func `another spelling of a name in Latin letters is no change`(a: String, b: String) {
    #expect(changes(a, b).isEmpty, "\(changes(a, b))")
  }

  @Test func `who made a picture is no fact of the text`() {
    let text = "The harbour handled 340 ships in March. Snow closed the road to Andorra."
    #expect(changes("\(text)\n\n(Photo by Anna Berg/Reuters)", text).isEmpty)
    #expect(!changes("\(text)\n\nAnna Berg of Reuters was there.", text).isEmpty)
  }

  @Test func `one as an article is not missed, another number is`() {
    let b = "The miners have an obstacle in the north of Norway."
    #expect(changes("The miners have one more obstacle in the north of Norway.", b).isEmpty)
    #expect(!changes("The miners have seven obstacles in the north of Norway.", b).isEmpty)
  }

  @Test func `what people need is no duty`() {
    let found = changes(
      "The islands need doctors, and old people there wait for months.",
      "The islands could gain doctors, though old people there wait for months.")
    #expect(!found.contains { $0.contains("need") }, "\(found)")
  }

  /// Sentences in other words: a hedge is reported where what it hedges is A's.
  @Test func `a hedge of a new statement is not set against another statement`() {
    let a = "Both countries face a common set of deep economic and demographic problems this year."
    let b = """
      The two nations confront a wave of demographic strains and money troubles that could shape \
      their futures for decades.
      """
    #expect(!changes(a, b).contains { $0.contains("modality") }, "\(changes(a, b))")
  }

  @Test func `a hedge of what was stated plainly is set against that clause`() {
    let a = "Under the new rules, as everybody knows, loans at market rates count in full."
    let b = "Critics point out that loans may be counted in full, which flatters the donors."
    #expect(
      changes(a, b).contains { $0.hasPrefix("changed modality: loans at market rates count") },
      "\(changes(a, b))")
  }
}
