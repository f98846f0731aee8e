import Testing
import Text

struct TextLanguagesTests {
  private static let english =
    "The ministers met in the old town to talk about the new law, and most of them were content with it."
  private static let german =
    "Die Minister trafen sich in der alten Stadt, um über das neue Gesetz zu reden, und waren zufrieden."
  private static let french =
    "Les ministres se sont réunis dans la vieille ville pour parler de la nouvelle loi qui est en cours."
  private static let korean = "장관들은 오래된 도시에서 만나 새로운 법에 대해 이야기했고 대부분 만족했다."

  private func languages(_ passages: [String]) -> TextLanguages {
    var lexicon = Lexicon()
    var ranges: [Range<Int>] = []
    var text = ""
    for passage in passages {
      if !text.isEmpty { text += "\n\n" }
      let start = text.utf8.count
      text += passage
      ranges.append(start..<text.utf8.count)
    }
    return analyze(text, lexicon: &lexicon).languages(of: ranges, lexicon: &lexicon)
  }

  @Test func `each passage has its language and the text the shares of all`() {
    let found = languages([
      Self.english, Self.german, Self.german, Self.french, Self.korean, "Yes.", "",
    ])
    #expect(found.passages == ["en", "de", "de", "fr", "ko", nil, nil])
    #expect(found.shares.map(\.code) == ["de", "ko", "fr", "en"])
    #expect(abs(found.shares.reduce(0) { $0 + $1.percent } - 100) <= 2)
    #expect(found.isMixed)
  }

  @Test func `a text with one foreign sentence is not mixed`() {
    let found = languages(Array(repeating: Self.english, count: 12) + [Self.french])
    #expect(found.passages.last == "fr")
    #expect(found.shares.map(\.code) == ["en", "fr"])
    #expect(!found.isMixed)
  }

  @Test(arguments: [[], ["Hm."], ["12 345", "67 890"]])
  func `a text with too little to tell has no language`(passages: [String]) {
    let found = languages(passages)
    #expect(found.passages.allSatisfy { $0 == nil })
    #expect(found.shares.isEmpty)
    #expect(!found.isMixed)
  }

  @Test func `near languages are one in a passage`() {
    #expect(areKindred("nb", "da"))
    #expect(areKindred("zh-Hant", "zh"))
    #expect(!areKindred("en", "de"))
  }
}
