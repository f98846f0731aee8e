import Bytes
import Model
import Tagging
import Text

extension FactFinder {
  /// The names of the tagger as tokens of the side, by the first token.
  static func tokens(
    of names: [EntityMention], _ side: Side
  ) -> [Int: (tokens: Range<Int>, type: EntityType)] {
    var found: [Int: (tokens: Range<Int>, type: EntityType)] = [:]
    let all = side.analyzed.tokens
    var t = 0
    for name in names {
      switch name.type {
      case .person, .organisation, .geopolitical, .location, .group, .event, .law: break
      default: continue
      }
      while t < all.count, Int(all[t].end) <= name.utf8.lowerBound { t += 1 }
      var end = t
      while end < all.count, Int(all[end].start) < name.utf8.upperBound { end += 1 }
      if t < end { found[t] = (t..<end, name.type) }
      t = end
    }
    return found
  }

  /// The name at `t`: the tagger's, else words with capitals.
  func name(_ t: Int, _ range: Range<Int>, _ u: Int) -> FactItem? {
    if let known = tagged[t], known.tokens.upperBound <= range.upperBound {
      return named(known.tokens, u, type: known.type)
    }
    guard !isHeading, isCapital(t), !FactWords.titles.contains(forms[t]) else { return nil }
    var end = t + 1
    while end < range.upperBound, tagged[end] == nil {
      if isCalendar(end) {
        break
      } else if isCapital(end) {
        end += 1
      } else if end + 1 < range.upperBound, FactWords.connectors.contains(forms[end]),
        isCapital(end + 1), tagged[end + 1] == nil
      {
        end += 2
      } else if end + 2 < range.upperBound, forms[end] == "of", forms[end + 1] == "the",
        isCapital(end + 2), tagged[end + 2] == nil
      {
        end += 3
      } else {
        break
      }
    }
    let isFirst =
      t == range.lowerBound
      || side.analyzed.tokens[t - 1].kind == .punctuation
        && !"-,–—)".contains(forms[t - 1])
    var start = t
    if isFirst {
      let isCommon =
        lowered.contains(forms[t]) || StopWords.contains(forms[t], language: "en")
        || FactWords.openers.contains(forms[t])
      // One word at the start is a name only where a capital says so elsewhere.
      if isCommon || (end == t + 1 && !raised.contains(forms[t])) {
        guard end > t + 1 else { return nil }
        start = t + 1
        if !isCapital(start) { return nil }
      }
    }
    if StopWords.contains(forms[start], language: "en"), end == start + 1 { return nil }
    return named(start..<end, u, type: nil)
  }

  private func named(_ tokens: Range<Int>, _ u: Int, type: EntityType?) -> FactItem? {
    var words: [String] = []
    for t in tokens where side.analyzed.tokens[t].kind != .punctuation {
      let form = forms[t]
      guard !FactWords.connectors.contains(form), form != "the", form != "'s" else { continue }
      words.append(form.hasSuffix("'s") ? String(form.dropLast(2)) : form)
    }
    guard !words.isEmpty else { return nil }
    var found = item(
      .name, tokens, words.joined(separator: " "), u, group: "name", words: words)
    found.entityType = type
    return found
  }

  private func isCalendar(_ t: Int) -> Bool {
    FactWords.months[forms[t]] != nil || FactWords.weekdays[forms[t]] != nil
  }
}
