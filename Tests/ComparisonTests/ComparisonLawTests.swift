import Comparison
import Model
import TestSupport
import Testing
import Text

/// What holds for any text: the claims that a reader of a comparison relies on.
@Suite struct ComparisonLawTests {
  private static let openings = [
    "The council", "A spokesman", "Mayor Anna Berg", "The bank", "Osaka",
  ]
  private static let verbs = ["said", "opened", "will close", "may sell", "did not repair"]
  private static let objects = [
    "40 bridges in March 2024", "the old harbour", "\"the first of many\" schools",
    "$30 million of bonds", "a third of its ferries", "the road to Berlin",
  ]

  private func sentence(_ random: inout SplitMix64) -> String {
    func one(_ list: [String]) -> String { list[Int.random(in: 0..<list.count, using: &random)] }
    return "\(one(Self.openings)) \(one(Self.verbs)) \(one(Self.objects))."
  }

  private func text(_ random: inout SplitMix64) -> [String] {
    (0..<Int.random(in: 2...9, using: &random)).map { _ in sentence(&random) }
  }

  private func compare(_ a: String, _ b: String) -> ComparisonResult {
    var lexicon = Lexicon()
    return Comparer().compare(
      ComparisonInput(text: a), ComparisonInput(text: b), lexicon: &lexicon)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `any text compared with itself is identical`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let text = text(&random).joined(separator: " ")
    let result = compare(text, text)
    #expect(result.verdict.kind == .identical)
    #expect(result.changes.isEmpty && result.edits.isEmpty)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `other line breaks, quotation marks and spaces change no content`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let plain = text(&random).joined(separator: " ")
    let width = Int.random(in: 60...90, using: &random)
    var wrapped = ""
    var column = 0
    var isOpen = false
    for word in plain.split(separator: " ") {
      // A line that begins with a figure or a sign may be an item of a list.
      let isList = word.first.map { $0.isNumber || $0 == "$" } ?? false
      if column > 0, column + word.count >= width, !isList {
        wrapped += "\n"
        column = 0
      } else if column > 0 {
        wrapped += ["  ", " ", "\u{A0}"][Int.random(in: 0..<3, using: &random)]
      }
      for character in word {
        guard character == "\"" else {
          wrapped.append(character)
          continue
        }
        wrapped += isOpen ? "”" : "“"
        isOpen.toggle()
      }
      column += word.count + 1
    }
    let result = compare(plain, wrapped)
    #expect(result.changes.isEmpty, "\(result.changes)")
    #expect(result.edits.allSatisfy { $0.weight == .form })
    #expect(result.alignment.newB.isEmpty && result.alignment.droppedA.isEmpty)
  }

  /// Sentences that have nothing to do with each other.
  private static let distinct = [
    "The harbour handled 340 ships in March.", "Snow closed the mountain road to Andorra.",
    "A teacher won the chess final against her own pupil.", "Milk prices fell for the third week.",
    "Divers found a bronze bell off the coast of Crete.", "The orchestra plays Mahler on Friday.",
    "Beavers flooded the cellar of the town hall.", "The museum lent two Rembrandts to Tokyo.",
    "Nobody claimed the winning lottery ticket.", "Wheat is sown later than it used to be.",
  ]

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `swapping the sides swaps what was dropped and what is new`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let a = Self.distinct.filter { _ in Int.random(in: 0..<3, using: &random) > 0 }
    let b = Self.distinct.filter { _ in Int.random(in: 0..<3, using: &random) > 0 }
    let there = compare(a.joined(separator: " "), b.joined(separator: " "))
    let back = compare(b.joined(separator: " "), a.joined(separator: " "))
    #expect(there.alignment.droppedA == back.alignment.newB)
    #expect(there.alignment.newB == back.alignment.droppedA)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `B is A with its edits applied, link by link`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let a = text(&random)
    let b = a.map {
      $0.split(separator: " ").filter { _ in
        Int.random(in: 0..<8, using: &random) > 0
      }.joined(separator: " ")
    }
    let result = compare(a.joined(separator: "\n\n"), b.joined(separator: "\n\n"))
    for edit in result.edits where edit.weight == .content {
      let left = pieces(result.a, result.a.sentences[edit.linkA], without: edit.a)
      let right = pieces(result.b, result.b.sentences[edit.linkB], without: edit.b)
      #expect(left == right, "what was not edited differs")
    }
  }

  private func pieces(
    _ text: ComparedText, _ sentence: Range<Int>, without cut: [Range<Int>]
  ) -> [String] {
    let bytes = Array(text.text.utf8)
    var kept: [UInt8] = []
    for i in sentence where !cut.contains(where: { $0.contains(i) }) { kept.append(bytes[i]) }
    return String(decoding: kept, as: UTF8.self).lowercased()
      .split(whereSeparator: { $0.isWhitespace }).map(String.init)
  }

  @Test func `differences that are ignored are not reported`() {
    let result = compare(
      "The Council closed 40 bridges. It rained on them all night long.",
      "The council closed 45 bridges. It rained, on them all night long.")
    #expect(result.changes.contains { $0.type == .number })
    let rest = result.ignoring([.number, .name, .case, .punctuation])
    #expect(rest.changes.isEmpty)
    #expect(rest.edits.allSatisfy { $0.weight == .content })
  }
}
