import Bytes
import Tagging
import Text

/// What texts are tagged with themes by: a taxonomy or a learned model.
enum ThemeSource: Sendable {
  case taxonomy(ThemeTagger)
  case model(LearnedTagger)

  /// The taxonomy at `taxonomyPath`, the model at `modelPath`, or the shipped taxonomy.
  init(taxonomyPath: String?, modelPath: String?) throws(PipelineError) {
    if let modelPath {
      self = .model(try loadThemeModel(modelPath))
    } else {
      self = .taxonomy(ThemeTagger(taxonomy: try loadTaxonomy(taxonomyPath)))
    }
  }

  /// The language that texts must be analysed in; nil for their own.
  var language: String? {
    switch self {
    case .taxonomy: nil
    case .model(let tagger): tagger.language
    }
  }

  /// The themes of a text, best first.
  func themes(
    in analyzed: AnalyzedText, title: String?, lexicon: inout Lexicon
  ) -> [ThemeTag] {
    switch self {
    case .taxonomy(let tagger):
      return tagger.themes(in: analyzed, title: title, lexicon: &lexicon)
    case .model(let tagger):
      return tagger.themes(in: analyzed, title: title, lexicon: &lexicon)
    }
  }
}

/// The tagger of the model at `path`.
func loadThemeModel(_ path: String) throws(PipelineError) -> LearnedTagger {
  do {
    let file = try MappedFile(path: path)
    return try LearnedTagger(
      model: try ThemeModel(file.bytes, file: path), meaning: MeaningFile.load())
  } catch let error as ModelFileError {
    throw PipelineError(.unreadable, error.description)
  } catch {
    throw PipelineError(.unreadable, "\(error)")
  }
}
