import Comparison
import Model
import TestSupport
import Testing
import Text

@Suite struct CollatorTests {
  private func collate(_ texts: [String], _ mode: Collation.Mode) -> Collation {
    var lexicon = Lexicon()
    return Comparer().collate(
      texts.map { ComparisonInput(text: $0) }, mode: mode, lexicon: &lexicon)
  }

  /// The wordings of a row by text, such as "0 0 1 –".
  private func wordings(_ row: Collation.Row) -> String {
    row.readings.map { $0.wording.map(String.init) ?? "–" }.joined(separator: " ")
  }

  private let harbour = "The harbour handled 340 ships in March."
  private let snow = "Snow closed the mountain road to Andorra."
  private let chess = "A teacher won the chess final against her own pupil."
  private let bell = "Divers found a bronze bell off the coast of Crete."

  @Test func `a sentence's life goes through all versions`() {
    let changed = harbour.replacing("340", with: "350")
    let found = collate(
      ["\(harbour) \(snow)", "\(changed) \(snow)", "\(changed) \(bell) \(chess)"], .history)
    #expect(found.steps.map { [$0.a, $0.b] } == [[0, 1], [1, 2]])
    #expect(found.rows.map(wordings) == ["0 1 1", "– – 0", "– – 0", "0 0 –"])
    #expect(found.rows[0].wordings == [harbour, changed])
    #expect(found.steps[0].result.changes.map(\.type) == [.number])
  }

  @Test func `what was dropped and came back is one row`() {
    let found = collate(
      ["\(harbour) \(snow) \(chess)", "\(harbour) \(chess)", "\(harbour) \(snow) \(chess)"],
      .history)
    #expect(found.rows.map(wordings) == ["0 0 0", "0 – 0", "0 0 0"])
    #expect(found.rows[0].isConstant && !found.rows[1].isConstant)
  }

  @Test func `against a base each text is compared once and rows follow the base`() {
    let found = collate(
      ["\(chess) \(bell)", "\(harbour) \(snow) \(chess)", "\(harbour) \(chess) \(bell)"], .base(1))
    #expect(found.steps.map { [$0.a, $0.b] } == [[1, 0], [1, 2]])
    // What two texts add in the same words is one row.
    #expect(found.rows.map(wordings) == ["– 0 0", "– 0 –", "0 0 0", "0 – 0"])
  }

  @Test func `without a base every pair is compared`() {
    let found = collate([harbour, "\(harbour) \(bell)", bell], .parallel)
    #expect(found.steps.map { [$0.a, $0.b] } == [[0, 1], [0, 2], [1, 2]])
    #expect(found.rows.map(wordings) == ["0 0 –", "– 0 0"])
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `every sentence of every text is in one row`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let all = [harbour, snow, chess, bell, harbour, "It rained.", "Nobody came."]
    let texts = (0..<4).map { _ in
      all.filter { _ in Int.random(in: 0..<3, using: &random) > 0 }.shuffled(using: &random)
        .joined(separator: " ")
    }
    let mode = [Collation.Mode.history, .base(2), .parallel][Int(seed % 3)]
    let found = collate(texts, mode)
    for (k, text) in found.texts.enumerated() {
      let sentences = found.rows.flatMap { $0.readings[k].sentences }.sorted()
      #expect(sentences == Array(text.sentences.indices))
    }
    for row in found.rows {
      #expect(row.readings.allSatisfy { $0.sentences.isEmpty == ($0.wording == nil) })
      #expect(Set(row.readings.compactMap(\.wording)) == Set(row.wordings.indices))
    }
  }

  @Test func `empty texts among the versions drop and bring back everything`() {
    let found = collate([harbour, "", harbour], .history)
    #expect(found.rows.map(wordings) == ["0 – 0"])
  }
}
