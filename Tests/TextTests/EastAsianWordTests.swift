import Testing
import Text

struct EastAsianWordTests {
  private func words(_ text: String, _ language: String?) -> [String] {
    var lexicon = Lexicon()
    let analyzed = analyze(text, language: language, lexicon: &lexicon)
    return analyzed.tokens.map { analyzed.string($0) }
  }

  @Test func `Japanese is cut into words, endings apart`() {
    #expect(
      words("私は昨日、新しい本を買いました。", "ja")
        == ["私", "は", "昨日", "、", "新しい", "本", "を", "買い", "まし", "た", "。"])
  }

  @Test func `Chinese is cut into words, traditional characters like simplified ones`() {
    #expect(words("我们的经济发展了。", "zh") == ["我们", "的", "经济", "发展", "了", "。"])
    #expect(words("我們的經濟發展了。", "zh") == ["我們", "的", "經濟", "發展", "了", "。"])
  }

  @Test func `digits and Latin letters hold together and addresses stay whole`() {
    let found = words("見https://example.org/a?b=1。2,024年GDP增長5.2%。", "zh")
    #expect(found.contains("https://example.org/a?b=1"))
    #expect(found.contains("GDP"))
    #expect(found.contains { $0.hasPrefix("2,024") })
  }

  @Test func `kana choose the Japanese model where the language is unknown`() {
    #expect(words("彼は東京に住んでいる。", "und").prefix(4) == ["彼", "は", "東京", "に"])
  }

  @Test func `a long run without a stop is cut in linear pieces and loses nothing`() {
    let text = String(repeating: "漢字かな", count: 5_000)
    #expect(words(text, "ja").joined() == text)
  }

  @Test func `training gives the same model every time and knows its sentences`() {
    let sentences = [["今日", "は", "晴れ", "。"], ["明日", "は", "雨", "。"], ["今日", "も", "雨", "。"]]
    func trained() -> WordModelTrainer {
      var trainer = WordModelTrainer(sentences, language: "ja")
      for _ in 0..<5 { trainer.pass() }
      return trainer
    }
    #expect(trained().file(header: []) == trained().file(header: []))
    #expect(trained().score(sentences) == 100)
  }
}
