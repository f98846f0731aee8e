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

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `edits lie in their sentences, in order, and give B word by word from A`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let a = text(&random)
    let b = a.map { edited($0, &random) }
    let result = compare(a.joined(separator: "\n\n"), b.joined(separator: "\n\n"))
    #expect(result.edits.contains { $0.weight == .content })
    for edit in result.edits {
      let (left, right) = (result.a.sentences[edit.linkA], result.b.sentences[edit.linkB])
      #expect(isOrdered(edit.a, within: left) && isOrdered(edit.b, within: right))
      guard edit.weight == .content else { continue }
      // What A keeps, with B's words at B's places, is B: nothing is lost, nothing is there twice.
      var kept = letters(result.a, left).filter { letter in
        !edit.a.contains { $0.contains(letter.at) }
      }[...]
      let wanted = letters(result.b, right)
      let rebuilt = wanted.map { letter in
        edit.b.contains { $0.contains(letter.at) } ? letter.byte : kept.popFirst()?.byte
      }
      #expect(kept.isEmpty)
      #expect(rebuilt == wanted.map(\.byte))
    }
  }

  /// The bytes of a sentence in small letters, without white space, with their places.
  private func letters(
    _ text: ComparedText, _ sentence: Range<Int>
  ) -> [(byte: UInt8, at: Int)] {
    let bytes = Array(text.text.utf8)
    return sentence.filter { bytes[$0] > 0x20 }.map { at in
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[at])
        ? (bytes[at] + 0x20, at) : (bytes[at], at)
    }
  }

  /// A sentence with words taken out, put in, replaced and exchanged.
  private func edited(_ sentence: String, _ random: inout SplitMix64) -> String {
    var words = sentence.split(separator: " ").map(String.init)
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let at = Int.random(in: 0..<words.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0 where words.count > 3: words.remove(at: at)
      case 1: words.insert("slowly", at: at)
      case 2: words[at] = "perhaps"
      default: words.swapAt(0, at)
      }
    }
    return words.joined(separator: " ")
  }

  private func isOrdered(_ ranges: [Range<Int>], within sentence: Range<Int>) -> Bool {
    var end = sentence.lowerBound
    for range in ranges {
      guard range.lowerBound >= end, range.upperBound <= sentence.upperBound else { return false }
      end = range.upperBound
    }
    return true
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `swapping the sides swaps the facts that were dropped, changed and added`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    var (a, b): ([String], [String]) = ([], [])
    for sentence in Self.distinct {
      let other = sentence.replacing("340", with: "350").replacing("March", with: "May")
        .replacing("two", with: "three").replacing("Crete", with: "Malta")
      switch Int.random(in: 0..<5, using: &random) {
      case 0: a.append(sentence)
      case 1: b.append(sentence)
      default:
        a.append(sentence)
        b.append(other)
      }
    }
    let there = compare(a.joined(separator: " "), b.joined(separator: " ")).changes
    let back = compare(b.joined(separator: " "), a.joined(separator: " ")).changes
    func described(_ change: FactChange, isSwapped: Bool) -> String {
      let (x, y) = isSwapped ? (change.b, change.a) : (change.a, change.b)
      return "\(change.type): \(x?.text ?? "–") > \(y?.text ?? "–")"
    }
    #expect(
      there.map { described($0, isSwapped: false) }.sorted()
        == back.map { described($0, isSwapped: true) }.sorted())
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
