import Comparison
import Model
import TestSupport
import Testing
import Text

@Suite struct ComparerPropertyTests {
  private static let words = [
    "river", "council", "budget", "vote", "bridge", "winter", "harbour", "teacher", "in", "the",
    "of", "will", "may", "not", "12", "2024", "Berlin", "Osaka", "said", "growth",
  ]

  private func text(_ random: inout SplitMix64) -> String {
    var sentences: [String] = []
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      let count = Int.random(in: 3...14, using: &random)
      let chosen = (0..<count).map { _ in
        Self.words[Int.random(in: 0..<Self.words.count, using: &random)]
      }
      sentences.append("A " + chosen.joined(separator: " ") + ".")
    }
    return sentences.joined(separator: " ")
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `what the edits leave out is the same on both sides`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let (a, b) = (text(&random), text(&random))
    var lexicon = Lexicon()
    let result = Comparer().compare(
      ComparisonInput(text: a), ComparisonInput(text: b), lexicon: &lexicon)
    for edit in result.edits where edit.weight == .content {
      let left = rest(Array(a.utf8), result.a.sentences[edit.linkA], edit.a)
      let right = rest(Array(b.utf8), result.b.sentences[edit.linkB], edit.b)
      #expect(left == right)
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `every sentence is linked or dropped, linked or new`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    var lexicon = Lexicon()
    let result = Comparer().compare(
      ComparisonInput(text: text(&random)), ComparisonInput(text: text(&random)),
      lexicon: &lexicon)
    let alignment = result.alignment
    #expect(
      Set(alignment.links.map(\.a)).union(alignment.droppedA)
        == Set(result.a.sentences.indices))
    #expect(Set(alignment.links.map(\.b)).isDisjoint(with: alignment.newB))
    #expect(alignment.labelsB.count == result.b.sentences.count)
    for change in result.changes {
      #expect((change.kind == .added) == (change.a == nil))
      #expect((change.kind == .dropped) == (change.b == nil))
    }
  }

  private func rest(_ bytes: [UInt8], _ sentence: Range<Int>, _ cut: [Range<Int>]) -> String {
    var kept: [UInt8] = []
    for i in sentence where !cut.contains(where: { $0.contains(i) }) { kept.append(bytes[i]) }
    return String(decoding: kept, as: UTF8.self).lowercased().filter { !$0.isWhitespace }
  }
}
