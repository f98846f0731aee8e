import FoundationEssentials
import Model
import Tagging
import TestSupport
import Testing
import Text

/// What the rules say of numbers that the shipped model marked or passed over.
struct EntityValuesTests {
  private let tagger: EntityTagger

  init() throws {
    let data = repositoryRoot().path + "/Sources/Tagging"
    tagger = try EntityTagger(
      lists: try EntityLists.load(from: data + "/Lists"), model: data + "/Models/entities.model")
  }

  private func values(_ text: String) -> [String] {
    var lexicon = Lexicon()
    let analyzed = analyze(text, language: "en", lexicon: &lexicon)
    return tagger.entities(in: analyzed, lexicon: &lexicon).filter { $0.value != nil }
      .map { "\($0.type.rawValue) \($0.text)" }
  }

  @Test(arguments: [
    "The terminal stopped work at 9 a.m., and nobody was told.",
    "The terminal stopped work at 4:30 pm and nobody was told.",
    "The broker waited until four o’clock and left.",
    "The broker waited until four o'clock.",
    "There was nowhere to go at 6 in the morning.",
    "She leaves just after eleven at night.",
  ])
  func `times of the day are no numbers`(text: String) { #expect(values(text).isEmpty) }

  @Test(arguments: [
    "The committee amended article 17, which was old.",
    "Prices doubled on day nine, and the delegates paid.",
    "The ministers could fix number four within months.",
    "The figures in answer 6 are revised.",
  ])
  func `numbers by which things are called are no numbers`(text: String) {
    #expect(values(text).isEmpty)
  }

  @Test func `what is counted after such words is a number`() {
    #expect(values("The ministry did not answer two requests.") == ["NUM two"])
    #expect(values("The observers will number 372, the mission said.") == ["NUM 372"])
  }

  @Test func `the numbers of a range of shares are one share`() {
    #expect(
      values("The target becomes 14 to 24 per cent of that.") == ["PERCENT 14 to 24 per cent"])
  }

  @Test func `figures are numbers wherever they stand, but not in lists and names`() {
    #expect(values("The kwacha ended the week at 23.35 to the dollar.").contains("NUM 23.35"))
    #expect(values("The kingdom’s 13m foreign workers stay.") == ["NUM 13m"])
    #expect(values("500,000: the number of chips that it may buy.") == ["NUM 500,000"])
    #expect(values("3. Paper is the new ore\n\nA mine cannot ship.").isEmpty)
    #expect(values("The Estlink 2 cable broke.").isEmpty)
  }
}
