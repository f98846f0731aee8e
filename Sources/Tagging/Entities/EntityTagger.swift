import Bytes
public import Model
public import Text
import Values

/// Finds the names and values of a text and says which of them are one entity.
public struct EntityTagger: Sendable {
  /// The lists that it was made with.
  public let lists: EntityLists
  let model: EntityModel?
  /// Models of scalars for Japanese, Korean and Chinese, by language.
  private let eastAsian: [String: EntityModel]
  private let known: [KnownEntity]
  private let matcher: KnownEntityMatcher?

  /// A tagger with `lists`, the trained model at `path` and those of `eastAsian` (`ja`, `ko`, `zh`);
  /// rules alone where there is none.
  ///
  /// The names of `known` win over everything else that is found. Throws when a model that is named
  /// is missing or damaged.
  public init(
    lists: EntityLists, model path: String? = nil, eastAsian: [String: String] = [:],
    known: KnownEntities? = nil
  ) throws(EntityModelFailure) {
    self.lists = lists
    self.known = known?.entities ?? []
    matcher = known.map { KnownEntityMatcher($0) }
    if let path { model = try EntityModel(path: path) } else { model = nil }
    var models: [String: EntityModel] = [:]
    for (language, path) in eastAsian { models[language] = try EntityModel(path: path) }
    self.eastAsian = models
  }

  /// Whether names come from a trained model.
  public var hasModel: Bool { model != nil }

  /// The codes of the languages that there is a model of.
  public var modelLanguages: [String] { (model == nil ? [] : ["en"]) + eastAsian.keys.sorted() }

  /// How the names of a text are found.
  public enum Method: String, Sendable {
    /// By a model that was trained for the language.
    case model
    /// By capitals and lists, since there is no model of the language.
    case lists
  }

  /// How the names of `analyzed` are found; values and dates are read by rules in any case.
  public func method(of analyzed: AnalyzedText) -> Method {
    if let language = eastAsianLanguage(of: analyzed), eastAsian[language] != nil { return .model }
    return model != nil && isEnglish(analyzed) ? .model : .lists
  }

  /// English, or unknown, which is most often a short text in it.
  private func isEnglish(_ analyzed: AnalyzedText) -> Bool {
    analyzed.baseLanguage == "en" || analyzed.baseLanguage == "und"
  }

  /// The mentions of `analyzed`, sorted by place, which do not overlap.
  ///
  /// Dates such as "last Friday" are told from `day`, on which the text was written; without it they
  /// are found and have no days. Names come from a model where the language is English, Japanese, Korean or Chinese, else from
  /// capitals and lists.
  /// - Complexity: O(*n*) in the bytes of the text, and the mentions are compared with the
  ///   mentions that share a word.
  public func entities(
    in analyzed: AnalyzedText, writtenOn day: Day? = nil, lexicon: inout Lexicon
  ) -> [EntityMention] {
    if let language = eastAsianLanguage(of: analyzed), let model = eastAsian[language] {
      var mentions = merged(
        scalarLabelled(analyzed, model, language),
        findValues(
          in: analyzed.bytes.span, range: 0..<analyzed.bytes.count, relativeTo: day), analyzed)
      putKnown(analyzed, &mentions)
      resolve(&mentions)
      return mentions
    }
    var view = TokenView(analyzed, lists, writtenOn: day, &lexicon)
    var mentions: [EntityMention]
    if let model, isEnglish(analyzed) {
      view.markKnown(model.known)
      mentions = settleValues(labelled(view, model, analyzed), view, analyzed)
    } else {
      let rules = NameRules(lists: lists)
      mentions = []
      for sentence in analyzed.sentences {
        for name in rules.names(view, sentence.tokens) {
          mentions.append(mention(analyzed, name.tokens, name.type))
        }
      }
      mentions = merged(mentions, view.values, analyzed)
    }
    agree(&mentions, view, analyzed)
    putKnown(analyzed, &mentions)
    resolve(&mentions)
    return mentions
  }

  func mention(
    _ analyzed: AnalyzedText, _ tokens: Range<Int>, _ type: EntityType
  ) -> EntityMention {
    let range =
      analyzed.tokens[tokens.lowerBound].utf8
      .lowerBound..<analyzed.tokens[tokens.upperBound - 1].utf8.upperBound
    let text = analyzed.string(range)
    return EntityMention(utf8: range, type: type, text: text, canonical: text)
  }

  /// The spans of the model; a value that the rules read there gives the value and its bounds.
  private func labelled(
    _ view: TokenView, _ model: EntityModel, _ analyzed: AnalyzedText
  ) -> [EntityMention] {
    var mentions: [EntityMention] = []
    var next = 0
    for (tokens, type) in EntityTagger.spans(view, model) {
      // "a conservative party": small letters name a place in careless writing, nothing else.
      if type == .organisation || type == .event || type == .law,
        !tokens.contains(where: { view.isCapital($0) })
      {
        continue
      }
      if type == .number, view.isNoCount(tokens) { continue }
      if type == .date, !view.isWord(tokens.lowerBound), view.isTimeOfDay(tokens) { continue }
      var found = mention(analyzed, tokens, type)
      if EntityLabels.index(type) >= EntityLabels.index(.date) {
        while next < view.values.count, view.values[next].utf8.upperBound <= found.utf8.lowerBound {
          next += 1
        }
        if next < view.values.count, view.values[next].utf8.overlaps(found.utf8) {
          let value = view.values[next]
          if EntityTagger.type(value.value) == type {
            found.value = value.value
            let first = analyzed.tokens[tokens.lowerBound].utf8
            let last = analyzed.tokens[tokens.upperBound - 1].utf8
            // "Saturday Merkel": a name that follows is no part of the date.
            let runsOn = tokens.contains { k in
              analyzed.tokens[k].utf8.lowerBound >= value.utf8.upperBound && view.isCapital(k)
            }
            if first.contains(value.utf8.lowerBound),
              runsOn || last.contains(value.utf8.upperBound - 1)
            {
              found.utf8 = value.utf8
              found.text = analyzed.string(value.utf8)
              found.canonical = found.text
            }
          }
        }
      }
      mentions.append(found)
    }
    return mentions
  }

  /// The spans of tokens that `model` finds, with their types, in order.
  package static func spans(
    _ view: TokenView, _ model: EntityModel
  ) -> [(tokens: Range<Int>, type: EntityType)] {
    model.spans(
      EntityFeatures(view), sentences: view.sentences.map(\.tokens), count: view.tokens.count)
  }

  /// One number for each of the mentions of one document, equal ones for one entity.
  public func clusters(of mentions: [AliasMention]) -> [Int] {
    AliasResolver(lists: lists).clusters(mentions).ids
  }

  /// The country that a name or the word for its people stands for: "France" for "French".
  ///
  /// - Parameter words: In normal form.
  /// - Returns: The first name of the country in the lists; nil for anything else.
  public func nation(of words: [String]) -> String? {
    lists.nations[words.reduce(0) { EntityLists.joined($0, stableHash($1)) }]
  }

  /// Whether a word of a name says only what kind of thing it names: "ministry", "bay", "colonel".
  ///
  /// - Parameter word: In normal form.
  /// - Returns: True for titles and for words that the lists know as heads of names.
  public func isGeneric(_ word: String) -> Bool {
    let kinds = lists.entry(EntityLists.joined(0, stableHash(word))) ?? []
    let heads: EntityLists.Kinds = [
      .title, .orgHead, .orgOf, .locHead, .locOf, .gpeHead, .lawHead, .eventHead,
    ]
    return !kinds.isDisjoint(with: heads) && kinds.isDisjoint(with: .names)
  }

  /// Puts the names of the user's list in the place of what overlaps them.
  private func putKnown(_ analyzed: AnalyzedText, _ mentions: inout [EntityMention]) {
    guard let matcher else { return }
    let matches = matcher.matches(analyzed)
    guard !matches.isEmpty else { return }
    var result: [EntityMention] = []
    result.reserveCapacity(mentions.count + matches.count)
    var next = 0
    for (utf8, index) in matches {
      while next < mentions.count, mentions[next].utf8.lowerBound < utf8.upperBound {
        if mentions[next].utf8.upperBound <= utf8.lowerBound { result.append(mentions[next]) }
        next += 1
      }
      var mention = EntityMention(
        utf8: utf8, type: known[index].type, text: analyzed.string(utf8),
        canonical: known[index].name)
      mention.id = known[index].id
      result.append(mention)
    }
    result.append(contentsOf: mentions[next...])
    mentions = result
  }

  /// Gives every name the fullest name of its entity, or that of the user's list.
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
    let (clusters, names) = AliasResolver(lists: lists).clusters(named)
    // The listed entity of each cluster; none where there are two.
    var listed: [Int: EntityMention?] = [:]
    for (place, cluster) in zip(places, clusters) where mentions[place].id != nil {
      if let other = listed[cluster], other?.id != mentions[place].id {
        listed[cluster] = .some(nil)
      } else {
        listed[cluster] = mentions[place]
      }
    }
    for (k, place) in places.enumerated() where mentions[place].id == nil {
      if let entity = listed[clusters[k]] ?? nil {
        mentions[place].canonical = entity.canonical
        mentions[place].type = entity.type
        mentions[place].id = entity.id
      } else {
        mentions[place].canonical = names[k]
      }
    }
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
      var mention: EntityMention
      if takesName {
        mention = names[n]
        n += 1
        // The longer date of a model keeps the days of the shorter one that the rules read.
        if v < values.count, mention.value == nil, mention.utf8.overlaps(values[v].utf8),
          mention.type == EntityTagger.type(values[v].value)
        {
          mention.value = values[v].value
        }
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
