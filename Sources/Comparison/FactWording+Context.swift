import Model
import Text

/// What stands around a word that says how sure something is.
extension FactWording {
  /// The content within six words of the item, in its sentence.
  func around(_ side: Side, _ item: FactItem) -> Set<String> {
    let range = side.units[item.unit].tokens
    let before = max(range.lowerBound, item.tokens.lowerBound - 6)..<item.tokens.lowerBound
    let end = max(item.tokens.upperBound, min(range.upperBound, item.tokens.upperBound + 6))
    return content(side, before).union(content(side, item.tokens.upperBound..<end))
  }

  /// The beginnings of the words of content, by which the forms of one word agree.
  func content(_ side: Side, _ tokens: Range<Int>) -> Set<String> {
    var found: Set<String> = []
    for t in tokens where side.analyzed.tokens[t].kind == .word {
      let form = lexicon.string(of: side.analyzed.tokens[t].term)
      guard form.utf8.count > 2, !StopWords.contains(form, language: "en"),
        FactWords.modals[form] == nil
      else { continue }
      found.insert(String(form.prefix(5)))
    }
    return found
  }

  /// The bytes of some tokens.
  func bytes(_ side: Side, _ tokens: Range<Int>) -> Range<Int> {
    let all = side.analyzed.tokens
    return Int(all[tokens.lowerBound].start)..<Int(all[tokens.upperBound - 1].end)
  }
}
