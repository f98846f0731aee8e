import Model
public import Text
import Values

/// Finds the names and values of a text and says which of them are one entity.
public struct EntityTagger: Sendable {
  private let lists: EntityLists

  /// A tagger with `lists`.
  public init(lists: EntityLists) { self.lists = lists }

  /// The mentions of `analyzed`, sorted by place, which do not overlap.
  ///
  /// - Complexity: O(*n*) in the bytes of the text, and the mentions are compared with the
  ///   mentions that share a word.
  public func entities(in analyzed: AnalyzedText, lexicon: inout Lexicon) -> [EntityMention] {
    let view = TokenView(analyzed, lists, &lexicon)
    let rules = NameRules(lists: lists)
    var mentions: [EntityMention] = []
    for sentence in analyzed.sentences {
      for name in rules.names(view, sentence.tokens) {
        let range =
          analyzed.tokens[name.tokens.lowerBound].utf8
          .lowerBound..<analyzed.tokens[name.tokens.upperBound - 1].utf8.upperBound
        let text = analyzed.string(range)
        mentions.append(
          EntityMention(utf8: range, type: name.type, text: text, canonical: text))
      }
    }
    let values = findValues(in: analyzed.bytes.span, range: 0..<analyzed.bytes.count)
    mentions = merged(mentions, values, analyzed)
    resolve(&mentions)
    return mentions
  }

  /// One number for each of the mentions of one document, equal ones for one entity.
  public func clusters(of mentions: [AliasMention]) -> [Int] {
    AliasResolver(lists: lists).clusters(mentions).ids
  }

  /// Gives every name the fullest name of its entity.
  private func resolve(_ mentions: inout [EntityMention]) {
    var places: [Int] = []
    var named: [AliasMention] = []
    for (i, mention) in mentions.enumerated() where mention.value == nil {
      places.append(i)
      named.append(
        AliasMention(
          words: mention.text.split(separator: " ").map(String.init),
          type: mention.type.rawValue))
    }
    let names = AliasResolver(lists: lists).clusters(named).names
    for (place, name) in zip(places, names) { mentions[place].canonical = name }
  }

  /// Names and values in one list; a name yields to a value unless it holds more than the value.
  private func merged(
    _ names: [EntityMention], _ values: [FoundValue], _ analyzed: AnalyzedText
  ) -> [EntityMention] {
    var result: [EntityMention] = []
    result.reserveCapacity(names.count + values.count)
    var n = 0
    var v = 0
    var covered = 0
    while n < names.count || v < values.count {
      let takesName: Bool
      if n == names.count {
        takesName = false
      } else if v == values.count {
        takesName = true
      } else if names[n].utf8.overlaps(values[v].utf8) {
        takesName = names[n].utf8.count > values[v].utf8.count
      } else {
        takesName = names[n].utf8.lowerBound < values[v].utf8.lowerBound
      }
      let mention: EntityMention
      if takesName {
        mention = names[n]
        n += 1
      } else {
        let text = analyzed.string(values[v].utf8)
        mention = EntityMention(
          utf8: values[v].utf8, type: EntityTagger.type(values[v].value), text: text,
          canonical: text, value: values[v].value)
        v += 1
      }
      guard mention.utf8.lowerBound >= covered else { continue }
      covered = mention.utf8.upperBound
      result.append(mention)
    }
    return result
  }

  static func type(_ value: Value) -> EntityType {
    switch value {
    case .number: return .number
    case .percent: return .percent
    case .money: return .money
    case .date: return .date
    }
  }
}
