import Comparison
import Model
import TestSupport
import Testing
import Text

/// Sides that nobody would choose to compare: the answer is true, and comes in bounded time.
@Suite struct HostileInputTests {
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

  @Test func `an empty side is said to be empty`() {
    #expect(compare("", article).verdict.sentence == "The first text is empty.")
    #expect(compare(article, " \n").verdict.sentence == "The second text is empty.")
    #expect(compare("", "").verdict == Verdict(kind: .identical, sentence: "Both texts are empty."))
  }

  @Test func `a translation is told by its figures and no fact of it is called changed`() {
    let result = compare(
      article,
      """
      Das Ministerium kündigte am 12. Mai 2025 an, dass 40 Brücken gesperrt werden. Ingenieure \
      hatten seit Jahren davor gewarnt. Die Reparaturen kosten nach Angaben von Anna Berg vom \
      Straßenamt 30 Millionen Dollar. Die Fahrer wurden nicht im Voraus informiert.
      """)
    #expect(result.verdict.kind == .rewrite)
    #expect(result.verdict.sentence.contains("different languages (en, de)"))
    #expect(result.verdict.sentence.contains("4 different figures the second has 4"))
    #expect(result.changes.isEmpty)
  }

  @Test func `two languages without a figure in common are unrelated and said to be two`() {
    let result = compare(
      article, "Die Orchester proben seit Wochen für das große Fest. Niemand weiß den Ort.")
    #expect(result.verdict.kind == .unrelated)
    #expect(result.verdict.sentence.contains("different languages"))
  }

  @Test func `texts on different subjects have no sentence in common`() {
    let other = """
      The orchestra opened its season with Mahler and a new hall full of students. Critics praised \
      the strings above all. Its conductor, Pavel Novak, had fallen ill a week before the concert.

      A recording is planned for the spring. Tickets for the tour are sold out in eleven cities.
      """
    let result = compare(article, other)
    #expect(result.verdict.kind == .unrelated)
    #expect(result.alignment.links.isEmpty)
    #expect(result.verdict.sentence.contains("no sentence of one has a counterpart"))
  }

  /// Sentences of made-up words; `mark` keeps the words of two texts apart.
  private func gibberish(_ sentences: Int, _ mark: String, seed: UInt64) -> String {
    var random = SplitMix64(state: seed)
    return (0..<sentences).map { _ in
      (0..<12).map { _ in
        let letters = (0..<5).map { _ in
          Character(UnicodeScalar(UInt8.random(in: 0x61...0x7A, using: &random)))
        }
        return String(letters) + mark
      }.joined(separator: " ") + ". "
    }.joined()
  }

  @Test func `long texts without a word in common are unrelated`() {
    let result = compare(gibberish(700, "a", seed: 1), gibberish(700, "o", seed: 2))
    #expect(result.verdict.kind == .unrelated)
    #expect(result.alignment.links.isEmpty)
  }

  @Test func `a short text beside a very long one is an excerpt of it`() {
    let long = gibberish(3000, "a", seed: 4)
    let part = long.split(separator: ".")[1000..<1004].joined(separator: ".") + "."
    let result = compare(long, part)
    #expect(result.verdict.kind == .excerpt)
    #expect(result.alignment.links.count == 4)
    #expect(result.verdict.sentence.contains("less than a hundredth as long"))
    #expect(compare(part, long).verdict.sentence.contains("little to do with each other"))
  }

  @Test func `thousands of equal sentences are paired in order`() {
    let text = String(repeating: "The same thing was said again today. ", count: 1000)
    let result = compare(text, text + "The end came at last.")
    #expect(result.alignment.links.map { $0.a - $0.b } == Array(repeating: 0, count: 1000))
    #expect(result.alignment.newB == [1000])
  }

  @Test func `thousands of equal sentences that all changed are linked one to one`() {
    let result = compare(
      String(repeating: "The same 40 bridges were closed again. ", count: 1000),
      "It rained all day. "
        + String(repeating: "The same 41 bridges were closed again. ", count: 1000))
    #expect(result.alignment.links.map { $0.b - $0.a } == Array(repeating: 1, count: 1000))
    #expect(result.alignment.labelsB.count { $0 == .light } == 1000)
    #expect(result.changes.allSatisfy { $0.type == .number && $0.kind == .changed })
  }

  @Test func `other sentences a thousand times over are no counterparts`() {
    let result = compare(
      String(repeating: "The same 40 bridges were closed again. ", count: 1000),
      String(repeating: "Nobody saw a green comet at night. ", count: 1000))
    #expect(result.verdict.kind == .unrelated)
  }

  @Test func `control characters and broken text are compared like any other`() {
    let noise = String(
      decoding: (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 73) }, as: UTF8.self)
    #expect(compare(noise, noise).verdict.kind == .identical)
    #expect(compare(noise, article).verdict.kind == .unrelated)
  }
}
