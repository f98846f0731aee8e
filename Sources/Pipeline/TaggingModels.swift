import Model
import Tagging
import Text

/// Everything that finds mentions, loaded once and shared by all workers.
struct TaggingModels: Sendable {
  private let entities: EntityTagger
  private let known: KnownEntities?
  private var keywords: KeywordFinder
  private let themes: ThemeSource

  /// The most keywords of one document.
  private static let keywordLimit = 15

  /// Loads the lists and models; the taxonomy at `taxonomyPath` or the learned model of themes at
  /// `modelPath` takes the place of the shipped taxonomy; the entities listed at `entitiesPath` win
  /// over others.
  init(
    taxonomyPath: String? = nil, modelPath: String? = nil, entitiesPath: String? = nil
  ) throws(PipelineError) {
    themes = try ThemeSource(taxonomyPath: taxonomyPath, modelPath: modelPath)
    keywords = KeywordFiles.finder()
    known = try loadKnownEntities(entitiesPath)
    entities = try EntityFiles.tagger(known: known)
  }

  /// The same with keywords that are unusual in a corpus before those that are not.
  func with(_ background: CorpusBackground) -> TaggingModels {
    var own = self
    own.keywords.background = background
    return own
  }

  /// All mentions of a text that was written on `day`, in no particular order; the passage is left
  /// at 0.
  func mentions(
    in analyzed: AnalyzedText, title: String?, writtenOn day: Day?, lexicon: inout Lexicon
  ) -> [Mention] {
    var found: [Mention] = []
    let words = keywords.keywords(
      in: analyzed, title: title, options: KeywordOptions(limit: TaggingModels.keywordLimit),
      lexicon: &lexicon)
    let best = max(1e-12, words.first?.score ?? 1)
    for keyword in words {
      for place in keyword.places {
        found.append(
          Mention(
            subject: Subject(.keyword, keyword.key), name: keyword.term, passage: 0, utf8: place,
            score: partsPerMillion(keyword.score / best)))
      }
    }
    for theme in themesOf(analyzed, title: title, lexicon: &lexicon) {
      for place in theme.evidence {
        found.append(
          Mention(
            subject: Subject(.theme, theme.theme), name: theme.name, passage: 0, utf8: place,
            score: partsPerMillion(theme.score)))
      }
    }
    let names = entities.entities(in: analyzed, writtenOn: day, lexicon: &lexicon)
    var counts: [String: Int] = [:]
    for name in names { counts[subjectID(name), default: 0] += 1 }
    for name in names {
      let id = subjectID(name)
      let share = Double(counts[id] ?? 0) / Double(max(1, names.count))
      found.append(
        Mention(
          subject: Subject(.entity, id), name: name.canonical, type: name.type, passage: 0,
          utf8: name.utf8, value: name.value, score: partsPerMillion(share)))
    }
    return found
  }

  /// The entities of a whole corpus from its names.
  func entities(of names: [Entity.Name]) -> [Entity] {
    corpusEntities(names, lists: entities.lists, known: known)
  }

  /// Whether names were found by lists alone, since there is no model of the language.
  func lacksNameModel(_ analyzed: AnalyzedText) -> Bool {
    analyzed.language != "und" && entities.method(of: analyzed) == .lists
  }

  /// The themes of a text; none where a model was learned in another language.
  private func themesOf(
    _ analyzed: AnalyzedText, title: String?, lexicon: inout Lexicon
  ) -> [ThemeTag] {
    if let language = themes.language, analyzed.language != "und",
      analyzed.baseLanguage != language
    {
      return []
    }
    return themes.themes(in: analyzed, title: title, lexicon: &lexicon)
  }

  private func subjectID(_ mention: EntityMention) -> String {
    mention.id ?? mention.type.rawValue + ":" + mention.canonical
  }
}

/// A share as parts per million.
private func partsPerMillion(_ share: Double) -> Int {
  Int((min(1, max(0, share)) * 1_000_000).rounded())
}
