import Tagging
import TestSupport
import Testing

struct ThemeDiscoveryTests {
  private static let topics = [
    "harbour ferry tide anchor sailor lighthouse fishing wave",
    "wheat tractor barn harvest meadow plough orchard seed",
    "judge verdict appeal witness jury lawyer trial courtroom",
    "violin choir opera sonata drum melody concert trumpet",
  ].map { $0.split(separator: " ").map(String.init) }

  /// Texts of twelve words each, from one of the first `count` topics in turn.
  private func corpus(seed: UInt64, topics count: Int = 4, texts: Int = 80) -> CorpusTerms {
    var random = SplitMix64(state: seed)
    let common = ["people", "town", "year", "street", "morning", "letter", "window", "colour"]
    var corpus = CorpusTerms(language: "en")
    for number in 0..<texts {
      let topic = ThemeDiscoveryTests.topics[number % count]
      var words = (0..<8).map { _ in topic.randomElement(using: &random) ?? "" }
      words += (0..<4).map { _ in common.randomElement(using: &random) ?? "" }
      corpus.add("The " + words.shuffled(using: &random).joined(separator: " ") + ".")
    }
    return corpus
  }

  private func topic(of theme: DiscoveredTheme) -> Int? {
    ThemeDiscoveryTests.topics.firstIndex { topic in
      theme.words.prefix(4).allSatisfy { topic.contains($0.surface) }
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `the topics of a corpus are found, each once`(seed: UInt64) {
    let found = discoverThemes(in: corpus(seed: seed), count: 4)
    #expect(Set(found.map { topic(of: $0) }) == [0, 1, 2, 3])
    #expect(found.allSatisfy { $0.coherence > 0 && $0.coherence <= 1 })
    #expect(found.map(\.texts).reduce(0, +) <= 80)
    #expect(found.map(\.texts) == found.map(\.texts).sorted(by: >))
  }

  @Test func `no two themes share a word, and stop words name none`() {
    let words = discoverThemes(in: corpus(seed: 1), count: 6).flatMap(\.words).map(\.surface)
    #expect(Set(words).count == words.count)
    #expect(!words.contains("the"))
  }

  @Test func `the same texts give the same themes`() {
    #expect(
      discoverThemes(in: corpus(seed: 2), count: 5) == discoverThemes(in: corpus(seed: 2), count: 5)
    )
  }

  @Test func `a corpus with little in it has fewer themes than were asked for`() {
    #expect(discoverThemes(in: CorpusTerms(language: "en"), count: 20).isEmpty)
    var one = CorpusTerms(language: "en")
    one.add("")
    #expect(discoverThemes(in: one, count: 20).isEmpty)
    one.add("harbour and ferry")
    one.add("ferry and harbour")
    #expect(discoverThemes(in: one, count: 20).count <= 2)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `any texts give finite numbers`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    var corpus = CorpusTerms(language: "en")
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let words = (0..<Int.random(in: 0...8, using: &random)).map { _ in
        ["alpha", "beta", "gamma", "delta", "7", "!", "é"].randomElement(using: &random) ?? ""
      }
      corpus.add(words.joined(separator: " "))
    }
    for theme in discoverThemes(in: corpus, count: 6) {
      #expect((-1...1).contains(theme.coherence))
      #expect(theme.words.allSatisfy { (0...1).contains($0.weight) })
    }
  }

  @Test func `a theme that is found again keeps its id`() {
    var memory = ThemeMemory()
    let first = discoverThemes(in: corpus(seed: 3), count: 4)
    let before = memory.follow(first)
    #expect(before.ids == ["t1", "t2", "t3", "t4"])
    let second = discoverThemes(in: corpus(seed: 4, texts: 120), count: 4)
    let after = memory.follow(second)
    for (id, theme) in zip(after.ids, second) {
      let old = first[before.ids.firstIndex(of: id) ?? 0]
      #expect(topic(of: theme) == topic(of: old))
    }
    #expect(after.splits.isEmpty && after.merges.isEmpty && after.ended.isEmpty)
  }

  @Test func `a theme that a run missed is taken up again, and a new one has a new id`() {
    var memory = ThemeMemory()
    _ = memory.follow(discoverThemes(in: corpus(seed: 5, topics: 3), count: 3))
    let fewer = memory.follow(discoverThemes(in: corpus(seed: 6, topics: 2), count: 2))
    #expect(fewer.ended.count == 1)
    let all = memory.follow(discoverThemes(in: corpus(seed: 7), count: 4))
    #expect(Set(all.ids) == ["t1", "t2", "t3", "t4"])
    #expect(memory.next == 5)
  }

  private func theme(_ words: [String]) -> DiscoveredTheme {
    let own = words.map { DiscoveredTheme.Word(surface: $0, stem: $0, weight: 1) }
    return DiscoveredTheme(words: own, signature: own, coherence: 0.2, texts: 1)
  }

  @Test func `a theme whose words now belong to two is a split, and back again a merge`() {
    var memory = ThemeMemory()
    _ = memory.follow([theme(["a", "b", "c", "d", "e"])])
    let split = memory.follow([theme(["a", "b", "c"]), theme(["d", "e"])])
    #expect(split.ids == ["t1", "t2"])
    #expect(split.splits.map(\.from) == ["t1"])
    #expect(split.splits.map(\.into) == [["t1", "t2"]])
    let merge = memory.follow([theme(["a", "b", "c", "d", "e"])])
    #expect(merge.ids == ["t1"])
    #expect(merge.merges.map(\.into) == ["t1"])
    #expect(merge.merges.map(\.from) == [["t1", "t2"]])
    #expect(merge.ended == ["t2"])
  }
}
