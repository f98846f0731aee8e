import Bytes
import Text

/// Says which mentions of one document name the same entity.
///
/// Rules, in this order: the same name; another name of the lists; a short form whose initials
/// are those of a longer name; a part of exactly one longer name. Two names that are both whole
/// are never joined because they share a part.
struct AliasResolver {
  let lists: EntityLists

  /// A distinct name.
  private struct Name {
    var words: [String]
    var kind: UInt8
    var text: String
    var parent: Int
    var isPerson: Bool { kind == 0 }
  }

  /// One number for each mention, equal ones for one entity.
  func clusters(_ mentions: [AliasMention]) -> (ids: [Int], names: [String]) {
    var names: [Name] = []
    var index: [String: Int] = [:]
    var ofMention: [Int] = []
    for mention in mentions {
      var words = folded(mention.words)
      let kind = AliasResolver.kind(mention.type)
      if kind == 1, words.count == 1, !mention.before.isEmpty {
        words = folded(mention.before) + words
      }
      let key = "\(kind) " + words.joined(separator: " ")
      if let known = index[key] {
        ofMention.append(known)
        continue
      }
      index[key] = names.count
      ofMention.append(names.count)
      let text = mention.words.joined(separator: " ")
      names.append(Name(words: words, kind: kind, text: text, parent: names.count))
    }
    joinListed(&names)
    joinInitials(&names)
    joinParts(&names)
    let ids = ofMention.map { root($0, names) }
    return (ids, ids.map { names[$0].text })
  }

  /// 0 person, 1 place, 2 organisation, 3 anything else.
  private static func kind(_ type: String) -> UInt8 {
    switch type {
    case "person", "PER": return 0
    case "place", "GPE", "LOC": return 1
    case "organization", "ORG": return 2
    case "NORP": return 4
    case "EVENT", "event": return 5
    default: return 3
    }
  }

  /// Small letters, no full stops, no possessive, no title, no article.
  private func folded(_ words: [String]) -> [String] {
    var result: [String] = []
    for word in words {
      var form: [UInt8] = []
      let span = word.utf8Span.span
      appendNormalForm(span, 0..<span.count, to: &form)
      form.removeAll { $0 == 0x2E }
      let text = String(decoding: form, as: UTF8.self)
      if text.isEmpty || text == "'s" || text == "," { continue }
      if result.isEmpty, text == "the" || AliasResolver.titles.contains(text) { continue }
      result.append(text)
    }
    return result.isEmpty ? words : result
  }

  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "dame", "lord", "lady",
    "president", "senator", "sen", "rep", "governor", "gov", "general", "gen", "colonel",
    "captain", "major", "judge", "justice", "saint", "st", "king", "queen", "prince", "princess",
    "tsar", "emperor", "pope", "father", "reverend", "chairman", "secretary", "minister",
  ]

  private func root(_ i: Int, _ names: [Name]) -> Int {
    var k = i
    while names[k].parent != k { k = names[k].parent }
    return k
  }

  private func join(_ short: Int, _ full: Int, _ names: inout [Name]) {
    let a = root(short, names)
    let b = root(full, names)
    if a != b { names[a].parent = b }
  }

  /// "ROK" and "South Korea".
  private func joinListed(_ names: inout [Name]) {
    var first: [String: Int] = [:]
    for i in names.indices where names[i].kind != 0 && names[i].kind != 4 {
      var lookup: UInt64 = 0
      for word in names[i].words {
        lookup = EntityLists.joined(lookup, stableHash(word))
      }
      guard let canonical = lists.canonical[lookup] else { continue }
      if let known = first[canonical] {
        join(i, known, &names)
      } else {
        first[canonical] = i
      }
    }
  }

  /// "IMF" and "International Monetary Fund".
  private func joinInitials(_ names: inout [Name]) {
    var byInitials: [String: Int] = [:]
    for i in names.indices where names[i].words.count > 1 && names[i].kind != 0 {
      var all = ""
      var strong = ""
      for word in names[i].words {
        guard let scalar = word.unicodeScalars.first else { continue }
        all.unicodeScalars.append(scalar)
        if !AliasResolver.small.contains(word) { strong.unicodeScalars.append(scalar) }
      }
      for initials in [strong, all] where initials.utf8.count > 1 {
        if byInitials[initials] == nil { byInitials[initials] = i }
      }
    }
    for i in names.indices where names[i].words.count == 1 && names[i].kind != 0 {
      if let full = byInitials[names[i].words[0]], names[i].text == names[i].text.uppercased() {
        join(i, full, &names)
      }
    }
  }

  private static let small: Set<String> = ["of", "the", "and", "for", "in", "on", "to", "&", "de"]

  private func joinParts(_ names: inout [Name]) {
    var byWord: [String: [Int]] = [:]
    for i in names.indices where names[i].words.count > 1 {
      for word in Set(names[i].words) { byWord[word, default: []].append(i) }
    }
    for i in names.indices {
      let name = names[i]
      guard let last = name.words.last, let candidates = byWord[last] else { continue }
      var found = -1
      for candidate in candidates.prefix(64) {
        let full = names[candidate]
        guard candidate != i, full.kind == name.kind, full.words.count > name.words.count,
          isPart(name, full)
        else { continue }
        guard found < 0 || root(found, names) == root(candidate, names) else {
          found = -1
          break
        }
        found = candidate
      }
      if found >= 0 { join(i, found, &names) }
    }
  }

  /// Whether `short` can be a part of `full` that stands for it.
  private func isPart(_ short: Name, _ full: Name) -> Bool {
    let n = short.words.count
    if short.isPerson {
      // First name, surname, or the words in order with some left out.
      var k = 0
      for word in full.words where k < n && word == short.words[k] { k += 1 }
      return k == n
    }
    if short.kind == 4 || short.kind == 1 && n == 1 && full.words.count > 2 { return false }
    if short.kind == 1 { return full.words.last == "city" && full.words.starts(with: short.words) }
    return full.words.starts(with: short.words) || Array(full.words.suffix(n)) == short.words
  }
}
