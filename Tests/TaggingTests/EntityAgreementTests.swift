import FoundationEssentials
import Model
import Tagging
import TestSupport
import Testing
import Text

/// What names of a document say of other places in it, with the shipped lists and model.
struct EntityAgreementTests {
  private let tagger: EntityTagger

  init() throws {
    let data = repositoryRoot().path + "/Sources/Tagging"
    tagger = try EntityTagger(
      lists: try EntityLists.load(from: data + "/Lists"), model: data + "/Models/entities.model")
  }

  private func found(_ text: String, writtenOn day: Day? = nil) -> [String] {
    var lexicon = Lexicon()
    let analyzed = analyze(text, language: "en", lexicon: &lexicon)
    return tagger.entities(in: analyzed, writtenOn: day, lexicon: &lexicon)
      .map { "\($0.type.rawValue) \($0.text) = \($0.canonical)" }
  }

  private let opening =
    "President Emmanuel Macron met German Chancellor Friedrich Merz in Berlin on Monday. "

  @Test func `two surnames with a hyphen between them are two people`() {
    let names = found(opening + "The Macron-Merz meeting went well. Merz said so.")
    #expect(names.filter { $0 == "PER Macron = Emmanuel Macron" }.count == 1)
    #expect(names.filter { $0 == "PER Merz = Friedrich Merz" }.count == 2)
  }

  @Test func `a surname in a headline is found`() {
    let names = found("How Europe Can Use the Chance Macron Created\n\n" + opening)
    #expect(names.contains("PER Macron = Emmanuel Macron"))
  }

  @Test func `a word for a people before a title is found`() {
    #expect(found(opening).contains("NORP German = German"))
  }

  @Test func `peoples before titles of several words and countries after a hyphen are found`() {
    let names = found(
      "The Japanese Prime Minister Fumio Kishida spoke. Japan-ROK relations improved, and "
        + "South Korea is near.")
    #expect(names.contains("NORP Japanese = Japanese"))
    #expect(names.contains("GPE ROK = South Korea"))
    #expect(names.contains("GPE Japan = Japan"))
  }

  @Test func `a centre for something is an organisation`() {
    let names = found("Initiatives like the K-Startup Center, established in Tokyo, help.")
    #expect(names.contains("ORG K-Startup Center = K-Startup Center"))
  }

  @Test func `what has no capital is no name`() {
    #expect(
      !found("He joined a relatively new conservative party in Berlin.")
        .contains { $0.contains("conservative") })
  }

  @Test func `short names stand for the long ones`() {
    let names = found(
      "The Liberal Democratic Party (LDP) lost. The LDP had ruled Japan. The ROK protested; "
        + "South Korea is near.")
    #expect(names.contains("ORG LDP = Liberal Democratic Party"))
    #expect(names.contains("GPE ROK = South Korea"))
  }

  @Test func `a date is told from the day of the text`() {
    var lexicon = Lexicon()
    let analyzed = analyze("Ministers met in Oslo last Friday.", language: "en", lexicon: &lexicon)
    let day = Day(year: 2025, month: 8, day: 27)
    let dates = tagger.entities(in: analyzed, writtenOn: day, lexicon: &lexicon)
      .filter { $0.type == .date }
    let friday = Day(year: 2025, month: 8, day: 22)
    #expect(
      dates.map(\.value) == [.date(DateValue(first: friday, last: friday, precision: .day))])
  }

  @Test func `a language without a model has lists and says so`() {
    var lexicon = Lexicon()
    let german = analyze(
      "Die Ministerin reiste gestern nach Frankreich.", language: "de", lexicon: &lexicon)
    #expect(tagger.method(of: german) == .lists)
    let english = analyze("The minister left.", language: "en", lexicon: &lexicon)
    #expect(tagger.method(of: english) == .model)
  }
}
