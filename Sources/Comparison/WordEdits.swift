import Diff
import Model
import Text

/// The word edits of every link that is not verbatim.
///
/// Where several sentences meet one, each link shows its own differences. Punctuation, case and
/// white space alone give an edit of weight `.form`.
func wordEdits(
  _ a: Side, _ b: Side, _ alignment: Alignment, _ lexicon: inout Lexicon
) -> [LinkEdit] {
  var edits: [LinkEdit] = []
  var weights = AnchorWeights(language: a.analyzed.baseLanguage)
  for link in alignment.links {
    let unitA = a.units[link.a]
    let unitB = b.units[link.b]
    let tokensA = Array(a.analyzed.tokens[unitA.tokens])
    let tokensB = Array(b.analyzed.tokens[unitB.tokens])
    let isForm = unitA.words == unitB.words
    if isForm, sameBytes(a, unitA.utf8, b, unitB.utf8) { continue }
    var rangesA: [Range<Int>] = []
    var rangesB: [Range<Int>] = []
    let weightsA = tokensA.map { weights.weight(of: $0, &lexicon) }
    let weightsB = tokensB.map { weights.weight(of: $0, &lexicon) }
    let raw =
      isForm
      ? formEdits(a, tokensA, b, tokensB)
      : cleanedUp(
        diff(tokensA.map(\.term.rawValue), tokensB.map(\.term.rawValue)),
        weightA: { weightsA[$0] }, weightB: { weightsB[$0] })
    for edit in raw {
      if let first = edit.a.first, let last = edit.a.last {
        rangesA.append(Int(tokensA[first].start)..<Int(tokensA[last].end))
      }
      if let first = edit.b.first, let last = edit.b.last {
        rangesB.append(Int(tokensB[first].start)..<Int(tokensB[last].end))
      }
    }
    edits.append(
      LinkEdit(
        linkA: link.a, linkB: link.b, a: rangesA, b: rangesB, weight: isForm ? .form : .content))
  }
  return edits
}

private func sameBytes(_ a: Side, _ x: Range<Int>, _ b: Side, _ y: Range<Int>) -> Bool {
  x.count == y.count && a.analyzed.bytes[x] == b.analyzed.bytes[y]
}

/// Edits by the exact bytes of the tokens, where their normal forms agree.
private func formEdits(_ a: Side, _ x: [Token], _ b: Side, _ y: [Token]) -> [Edit] {
  var ids: [ArraySlice<UInt8>: UInt32] = [:]
  func number(_ side: Side, _ token: Token) -> UInt32 {
    let bytes = side.analyzed.bytes[token.utf8]
    if let known = ids[bytes] { return known }
    ids[bytes] = UInt32(ids.count)
    return UInt32(ids.count - 1)
  }
  let first = x.map { number(a, $0) }
  let second = y.map { number(b, $0) }
  return diff(first, second)
}
