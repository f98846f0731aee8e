import Grouping
import Model
import TestSupport
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

  private func groups(_ texts: [(String, String)]) -> [Group] { result(texts).groups }

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

  /// `count` texts of 40 made-up words; every fifth is a copy of the one before with a few words
  /// changed, and all have one line in common, as the pages of one site have.
  private func corpus(_ count: Int, seed: UInt64) -> [(String, String)] {
    var random = SplitMix64(state: seed)
    func word() -> String {
      let letters = (0..<6).map { _ in
        Character(UnicodeScalar(UInt8.random(in: 0x61...0x7A, using: &random)))
      }
      return String(letters)
    }
    // Words that come again and again, as in any language, beside rare ones.
    let common = (0..<60).map { _ in word() }
    var last: [String] = []
    return (0..<count).map { i in
      if i % 5 == 4 {
        for _ in 0..<3 { last[Int.random(in: 0..<last.count, using: &random)] = word() }
      } else {
        last = (0..<40).map {
          $0 % 2 == 0 ? common[Int.random(in: 0..<60, using: &random)] : word()
        }
      }
      let text = last.joined(separator: " ") + ". Sign up for the letter of this newspaper today."
      return ("d\(10000 + i)", text)
    }
  }

  private func result(_ texts: [(String, String)]) -> GroupingResult {
    var grouper = Grouper()
    var lexicon = Lexicon()
    for (id, text) in texts {
      let analyzed = analyze(text, language: "en", lexicon: &lexicon)
      grouper.add(
        DocumentID(rawValue: id), published: nil, analyzed: analyzed, lexicon: &lexicon)
    }
    return grouper.result()
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `the same groups come out in any order of the input`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let texts = corpus(100, seed: seed)
    let expected = result(texts)
    #expect(expected.groups.count == 20)
    let shuffled = result(texts.shuffled(using: &random))
    #expect(shuffled.groups == expected.groups)
    #expect(shuffled.examined == expected.examined)
  }

  @Test func `fingerprints that were kept as bytes give the same groups`() throws {
    let texts = corpus(100, seed: 7)
    var grouper = Grouper()
    var maker = FingerprintMaker()
    var lexicon = Lexicon()
    for (id, text) in texts {
      let analyzed = analyze(text, language: "en", lexicon: &lexicon)
      let bytes = maker.fingerprint(analyzed, &lexicon).bytes
      let print = try #require(Fingerprint(bytes))
      #expect(print.bytes == bytes)
      grouper.add(DocumentID(rawValue: id), published: nil, print)
      lexicon.removeAll()
    }
    #expect(grouper.groups() == result(texts).groups)
  }

  @Test func `bytes that are too few or too many are no fingerprint`() {
    var maker = FingerprintMaker()
    var lexicon = Lexicon()
    let analyzed = analyze(
      "The harbour handled 340 ships in March.", language: "en", lexicon: &lexicon)
    let bytes = maker.fingerprint(analyzed, &lexicon).bytes
    for count in bytes.indices { #expect(Fingerprint(Array(bytes.prefix(count))) == nil) }
    #expect(Fingerprint(bytes + [0]) == nil)
  }

  @Test func `pairs that are examined grow with the number of texts, not with its square`() {
    let small = result(corpus(200, seed: 1)).examined
    let large = result(corpus(1600, seed: 1)).examined
    #expect(small > 40)
    // Eight times the texts; all pairs would be 64 times as many.
    #expect(large < small * 12, "\(small) pairs of 200 texts, \(large) of 1,600")
  }

  @Test func `a thousand copies of one text are one group, in time that does not grow with pairs`()
  {
    let found = result((0..<1000).map { ("d\(10000 + $0)", article) })
    #expect(found.groups.map(\.members.count) == [1000])
    #expect(found.examined < 1000 * 60)
  }

  @Test func `a long text and its copy without some sentences are one group`() throws {
    var random = SplitMix64(state: 7)
    let long = (0..<400).map { i in
      "Wharf \(i) paid fee \(Int.random(in: 0..<100_000, using: &random)) for crane \(i * 7) in week \(i)."
    }
    let shorter = long.enumerated().filter { $0.offset % 9 != 0 }.map(\.element)
    let texts =
      corpus(300, seed: 3) + [
        ("long", long.joined(separator: " ")), ("shorter", shorter.joined(separator: " ")),
        ("phrase", String(repeating: "fee for the crane ", count: 500)),
      ]
    let groups = groups(texts).filter { $0.members.contains { $0.document.rawValue == "long" } }
    try #require(groups.count == 1)
    #expect(groups[0].members.map(\.document.rawValue) == ["long", "shorter"])
    #expect(groups[0].members[1].relation == .nearCopy)
  }
}
