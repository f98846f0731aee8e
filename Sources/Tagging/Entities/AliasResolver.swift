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
    /// Words that may belong to it and count for initials only.
    var after: [String] = []
    var kind: UInt8
    var text: String
    var parent: Int
    var count = 1
    /// The first name that the lists have for it.
    var listed: String?
    /// Titles that stood before it.
    var titles: Set<String> = []
    var isPerson: Bool { kind == 0 }
  }

  /// One number for each mention, equal ones for one entity.
  func clusters(_ mentions: [AliasMention]) -> (ids: [Int], names: [String]) {
    var names: [Name] = []
    var index: [String: Int] = [:]
    var ofMention: [Int] = []
    // Most mentions repeat another to the letter.
    var repeated: [AliasMention: Int] = [:]
    for mention in mentions {
      if let known = repeated[mention] {
        ofMention.append(known)
        names[known].count += 1
        continue
      }
      defer { repeated[mention] = ofMention[ofMention.count - 1] }
      var words = folded(mention.words)
      let kind = AliasResolver.kind(mention.type)
      if kind != 0, kind != 4, !mention.before.isEmpty {
        // "In the United": only what stands after the last small word can belong to the name.
        let before = folded(mention.before)
        let small = before.lastIndex { StopWords.contains($0, language: "en") } ?? -1
        words = widened(words, Array(before[(small + 1)...]))
      }
      let key = "\(kind) " + words.joined(separator: " ")
      if let known = index[key] {
        ofMention.append(known)
        names[known].count += 1
        if kind == 0 { names[known].titles.formUnion(titles(mention)) }
        if names[known].after.isEmpty, kind != 0 { names[known].after = folded(mention.after) }
        continue
      }
      index[key] = names.count
      ofMention.append(names.count)
      let text = mention.words.joined(separator: " ")
      names.append(
        Name(
          words: words, after: kind == 0 ? [] : folded(mention.after), kind: kind, text: text,
          parent: names.count, titles: kind == 0 ? titles(mention) : []))
    }
    joinListed(&names)
    joinInitials(&names)
    joinParts(&names)
    joinTitles(&names)
    joinKinds(&names)
    let ids = ofMention.map { root($0, names) }
    var shown = names.map(\.text)
    for i in names.indices.reversed() {
      if let listed = names[i].listed { shown[root(i, names)] = listed }
    }
    return (ids, ids.map { shown[$0] })
  }

  /// The name with the words before it where the lists know the longer name, or where the name
  /// is a word like "Party" that says little alone.
  private func widened(_ words: [String], _ before: [String]) -> [String] {
    for start in before.indices where isListed(before[start...] + words) {
      return before[start...] + words
    }
    guard words.count == 1, let last = words.last else { return words }
    let kinds = lists.entry(EntityLists.joined(0, stableHash(last))) ?? []
    let heads: EntityLists.Kinds = [.orgHead, .orgOf, .locHead, .gpeHead, .eventHead, .lawHead]
    return kinds.isDisjoint(with: heads) ? words : before + words
  }

  private func isListed(_ words: [String]) -> Bool {
    var hash: UInt64 = 0
    for word in words { hash = EntityLists.joined(hash, stableHash(word)) }
    guard let kinds = lists.entry(hash) else { return lists.canonical[hash] != nil }
    return !kinds.isDisjoint(with: .names)
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
      names[i].listed = canonical
      guard let known = first[canonical] else {
        first[canonical] = i
        continue
      }
      // The longest name stands for the others.
      if names[i].words.count > names[known].words.count {
        join(known, i, &names)
        first[canonical] = i
      } else {
        join(i, known, &names)
      }
    }
  }

  /// "IMF" and "International Monetary Fund".
  private func joinInitials(_ names: inout [Name]) {
    var byInitials: [String: Int] = [:]
    for i in names.indices where names[i].kind != 0 {
      for words in [names[i].words, names[i].words + names[i].after] where words.count > 1 {
        var all = ""
        var strong = ""
        for word in words {
          guard let scalar = word.unicodeScalars.first else { continue }
          all.unicodeScalars.append(scalar)
          if !AliasResolver.small.contains(word) { strong.unicodeScalars.append(scalar) }
        }
        for initials in [strong, all] where initials.utf8.count > 1 {
          if byInitials[initials] == nil { byInitials[initials] = i }
        }
      }
    }
    for i in names.indices
    where names[i].words.count == 1 && names[i].kind != 0 && names[i].listed == nil {
      if let full = byInitials[names[i].words[0]], names[i].text == names[i].text.uppercased() {
        join(i, full, &names)
      }
    }
  }

  static let small: Set<String> = ["of", "the", "and", "for", "in", "on", "to", "&", "de"]

  private func joinParts(_ names: inout [Name]) {
    var byWord: [String: [Int]] = [:]
    for i in names.indices where names[i].words.count > 1 {
      for word in Set(names[i].words) { byWord[word, default: []].append(i) }
    }
    // Longer names first, so that a short one meets names that are already joined.
    let order = names.indices.sorted {
      (-names[$0].words.count, $0) < (-names[$1].words.count, $1)
    }
    for i in order {
      let name = names[i]
      guard let last = name.words.last, let candidates = byWord[last] ?? plural(last, byWord)
      else { continue }
      var found = -1
      for candidate in candidates.prefix(64) {
        let full = names[candidate]
        guard candidate != i, full.kind == name.kind, full.words.count > name.words.count,
          isPart(name, full)
        else { continue }
        if found < 0 || root(found, names) == root(candidate, names) {
          found = candidate
        } else if name.isPerson {
          // Two people of that name: the one who is named more often, else the first.
          if names[candidate].count > names[found].count { found = candidate }
        } else if names[candidate].count > names[found].count {
          found = candidate
        }
      }
      if found >= 0 { join(i, found, &names) }
    }
  }

  /// "Chathams" for the names of the word "Chatham".
  private func plural(_ word: String, _ byWord: [String: [Int]]) -> [Int]? {
    word.utf8.count > 4 && word.utf8.last == 0x73 ? byWord[String(word.dropLast())] : nil
  }

  /// "Socotra" for "Socotra Island", "Chathams" for "Chatham Islands"; but "Mexico" is not "Mexico
  /// City".
  private func isPlacePart(_ short: Name, _ full: Name) -> Bool {
    guard full.words.count == short.words.count + 1, let head = full.words.last,
      !kinds(head).isDisjoint(with: [.gpeHead, .locHead]) || head == "city"
    else { return false }
    if full.words.starts(with: short.words) {
      return !isCountry(short.words)
    }
    return short.words.count == 1 && head.utf8.last == 0x73
      && short.words[0] == full.words[0] + "s"
  }

  private func kinds(_ word: String) -> EntityLists.Kinds {
    lists.entry(EntityLists.joined(0, stableHash(word))) ?? []
  }

  private func isCountry(_ words: [String]) -> Bool {
    let hash = words.reduce(0) { EntityLists.joined($0, stableHash($1)) }
    return lists.entry(hash)?.contains(.country) ?? false
  }

  /// The titles before a person's name, those inside the mention and those before it.
  private func titles(_ mention: AliasMention) -> Set<String> {
    var found: Set<String> = []
    for word in mention.before.suffix(2) + mention.words {
      let text = normalForm(word).filter { $0 != "." }
      if AliasResolver.titles.contains(text) { found.insert(text) }
    }
    return found
  }

  /// "President" alone is the person who has that title, the one named most often.
  private func joinTitles(_ names: inout [Name]) {
    for i in names.indices where names[i].isPerson && names[i].words.count == 1 {
      let title = normalForm(names[i].words[0])
      guard AliasResolver.titles.contains(title) else { continue }
      var best = -1
      for k in names.indices
      where k != i && names[k].isPerson && names[k].titles.contains(title)
        && normalForm(names[k].words[0]) != title
      {
        if best < 0 || names[k].count > names[best].count { best = k }
      }
      if best >= 0 { join(i, best, &names) }
    }
  }

  /// Words that stand for the country, true, or for the town, false, that a document is about.
  private static let placeWords: [String: Bool] = [
    "nation": true, "country": true, "republic": true, "homeland": true, "city": false,
    "town": false, "village": false,
  ]

  /// "Nation" alone is the country that is named most often, "City" the place that is none.
  private func joinKinds(_ names: inout [Name]) {
    func word(_ name: Name) -> Bool? {
      name.words.count == 1 ? AliasResolver.placeWords[normalForm(name.words[0])] : nil
    }
    for i in names.indices where names[i].kind == 1 {
      guard let wantsCountry = word(names[i]) else { continue }
      var counts: [Int: Int] = [:]
      for k in names.indices where names[k].kind == 1 && word(names[k]) == nil {
        guard isCountry(names[k].words) == wantsCountry else { continue }
        counts[root(k, names), default: 0] += names[k].count
      }
      let best = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
      if let best { join(i, best.key, &names) }
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
    if short.kind == 1 { return isPlacePart(short, full) }
    return full.words.starts(with: short.words) || Array(full.words.suffix(n)) == short.words
  }
}
