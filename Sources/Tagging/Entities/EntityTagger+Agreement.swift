import Bytes
import Model
import Text

/// What the names of a document say of other places in it.
extension EntityTagger {
  /// Surnames of people who are named in full become theirs, "Lee-Ishiba" becomes two people, a
  /// country is one everywhere, and surnames, countries and words for peoples that were passed over
  /// are added.
  func agree(
    _ mentions: inout [EntityMention], _ view: TokenView, _ analyzed: AnalyzedText
  ) {
    let people = PersonNames(mentions)
    agreeOnPeople(&mentions, people)
    agreeOnLists(&mentions)
    addMissed(&mentions, people, view, analyzed)
  }

  /// A single word that is the surname of a person named in full is that person, not a place or
  /// an organisation, unless the lists know it as one.
  private func agreeOnPeople(_ mentions: inout [EntityMention], _ people: PersonNames) {
    guard !people.isEmpty else { return }
    for i in mentions.indices {
      switch mentions[i].type {
      case .geopolitical, .location, .organisation: break
      default: continue
      }
      let hash = stableHash(normalForm(mentions[i].text))
      guard people.isSurname(hash) else { continue }
      let kinds = lists.entry(EntityLists.joined(0, hash)) ?? []
      if kinds.isDisjoint(with: .names) { mentions[i].type = .person }
    }
  }

  /// A listed country that is one anywhere in the text is no organisation elsewhere in it, under
  /// whatever name; and "Startup Center" is no town, while "Javits Center" may be a place.
  private func agreeOnLists(_ mentions: inout [EntityMention]) {
    func words(_ mention: EntityMention) -> [UInt64] {
      mention.text.split(separator: " ").map { stableHash(normalForm(String($0))) }
    }
    var nations: Set<String> = []
    var others: [Int] = []
    for i in mentions.indices {
      switch mentions[i].type {
      case .geopolitical:
        let words = words(mentions[i])
        let hash = words.reduce(0, EntityLists.joined)
        if let nation = lists.nations[hash] {
          nations.insert(nation)
        } else if words.count > 1, let last = words.last {
          let kinds = lists.entry(EntityLists.joined(0, last)) ?? []
          let isPlace = !kinds.isDisjoint(with: [.gpeHead, .locHead])
          let isListed = !(lists.entry(hash) ?? []).isDisjoint(with: .names)
          // "K-Startup Center": what stands before the last word, without what a hyphen joins to it.
          let parts = mentions[i].text.split { $0 == " " || $0 == "-" }
          let before = stableHash(normalForm(String(parts[max(0, parts.count - 2)])))
          let isPlain = model?.known(before).isCommon ?? false
          if kinds.contains(.orgHead), !isPlace, !isListed, isPlain {
            mentions[i].type = .organisation
          }
        }
      case .organisation, .location: others.append(i)
      default: break
      }
    }
    for i in others {
      let hash = words(mentions[i]).reduce(0, EntityLists.joined)
      if lists.entry(hash)?.intersection(.names) == .country, let nation = lists.nations[hash],
        nations.contains(nation)
      {
        mentions[i].type = .geopolitical
      }
    }
  }

  /// Splits pairs of people and adds the names that were passed over, in one walk over the tokens.
  private func addMissed(
    _ mentions: inout [EntityMention], _ people: PersonNames, _ view: TokenView,
    _ analyzed: AnalyzedText
  ) {
    var merged: [EntityMention] = []
    merged.reserveCapacity(mentions.count + 8)
    var next = 0
    var i = 0
    while i < analyzed.tokens.count {
      let range = analyzed.tokens[i].utf8
      if next < mentions.count, mentions[next].utf8.lowerBound < range.upperBound {
        let found = mentions[next]
        next += 1
        if let second = people.pair(view, i, found, analyzed) {
          merged.append(mention(analyzed, i..<(i + 1), .person))
          merged.append(mention(analyzed, second..<(second + 1), .person))
        } else {
          merged.append(found)
        }
        while i < analyzed.tokens.count, analyzed.tokens[i].utf8.lowerBound < found.utf8.upperBound
        {
          i += 1
        }
        continue
      }
      if view.isCapital(i) {
        if people.isSurname(view.hash(i)), view.isLoneName(i) {
          merged.append(mention(analyzed, i..<(i + 1), .person))
        } else if let (end, type) = view.nationWord(at: i) {
          merged.append(mention(analyzed, i..<end, type))
          i = end
          continue
        }
      }
      i += 1
    }
    merged.append(contentsOf: mentions[next...])
    mentions = merged
  }
}

/// The people who are named in full in a document, by the words that stand for them.
private struct PersonNames {
  private var surnames: Set<UInt64> = []

  /// Surnames are last words of full names, and first ones that stand for the person elsewhere, as
  /// in "Lee Jae Myung" and "Lee".
  init(_ mentions: [EntityMention]) {
    var firsts: Set<UInt64> = []
    var alone: Set<UInt64> = []
    for mention in mentions where mention.type == .person {
      let words = mention.text.split(separator: " ")
      guard let first = words.first, let last = words.last else { continue }
      if words.count > 1 {
        firsts.insert(stableHash(normalForm(String(first))))
        surnames.insert(stableHash(normalForm(String(last))))
      } else {
        alone.insert(stableHash(normalForm(String(first))))
      }
    }
    surnames.formUnion(firsts.intersection(alone))
  }

  var isEmpty: Bool { surnames.isEmpty }

  func isSurname(_ hash: UInt64) -> Bool { surnames.contains(hash) }

  /// The token of the second person where `mention`, which begins at token `i`, is two surnames with
  /// a hyphen or dash between them.
  func pair(
    _ view: TokenView, _ i: Int, _ mention: EntityMention, _ analyzed: AnalyzedText
  ) -> Int? {
    guard !isEmpty, i + 2 < analyzed.tokens.count,
      mention.utf8
        == analyzed.tokens[i].utf8.lowerBound..<analyzed.tokens[i + 2].utf8.upperBound,
      view.isDash(i + 1), isSurname(view.hash(i)), isSurname(view.hash(i + 2)),
      view.hash(i) != view.hash(i + 2)
    else { return nil }
    return i + 2
  }
}

/// Names that a token may be by itself.
extension TokenView {
  /// Whether the token is a capitalised word by itself that may be a name and nothing else.
  func isLoneName(_ i: Int) -> Bool {
    let info = infos[i]
    guard info.marks.contains(.capital), info.marks.contains(.word), !info.marks.contains(.common),
      info.document & 1 == 0, info.kinds.isDisjoint(with: .names)
    else { return false }
    guard info.marks.contains(.mostlyCapitals) else {
      return !isNameBeside(i - 1) && !isNameBeside(i + 1)
    }
    // In a headline every word has a capital: "Trump Created" but not "Trump Tower".
    let before = i > 0 ? infos[i - 1].kinds : []
    let after = i + 1 < infos.count ? infos[i + 1].kinds : []
    return !before.contains(.given)
      && after.isDisjoint(with: [.orgHead, .locHead, .gpeHead, .lawHead, .eventHead])
  }

  private func isNameBeside(_ i: Int) -> Bool {
    guard infos.indices.contains(i) else { return false }
    return infos[i].marks.contains(.capital) && infos[i].value == 0
      && !infos[i].marks.contains(.common)
  }

  /// The end and type of a country or a word for its people at `i`: "ROK", "South Korean"; nil for
  /// none and where it may be a part of a longer name.
  func nationWord(at i: Int) -> (end: Int, type: EntityType)? {
    let (length, kinds) = listed(i)
    guard length > 0, kinds == .demonym || kinds == .country else { return nil }
    let end = i + length
    if isNameBeside(i - 1) || i > 0 && isDash(i - 1) && !isNation(i - 2) { return nil }
    if isNameBeside(end), !isTitle(end) { return nil }
    if kinds == .country { return (end, .geopolitical) }
    // "my English" is a language: a people's word stands before what is theirs.
    guard end < infos.count, infos[end].marks.contains(.word), !infos[end].marks.contains(.common)
    else { return nil }
    return (end, .group)
  }

  /// "Japan" in "Japan-ROK relations".
  private func isNation(_ i: Int) -> Bool {
    i >= 0 && !infos[i].insideKinds.isDisjoint(with: [.country, .demonym])
  }

  /// Whether a title begins at `i`: "President", "Prime Minister".
  private func isTitle(_ i: Int) -> Bool {
    if infos[i].kinds.contains(.title) { return true }
    return i + 1 < infos.count && isCapital(i + 1) && infos[i + 1].kinds.contains(.title)
  }

  /// Whether the token is a hyphen or an en dash.
  func isDash(_ i: Int) -> Bool {
    let token = tokens[i]
    let at = Int(token.start)
    return bytes.span.hasBytes("-", at: at) && token.end - token.start == 1
      || bytes.span.hasBytes("–", at: at) && token.end - token.start == 3
  }
}
