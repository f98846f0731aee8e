import Model
import Text

extension EntityTagger {
  /// Japanese, Korean or Chinese where the text is in it; told by the script where it is unknown.
  func eastAsianLanguage(of analyzed: AnalyzedText) -> String? {
    switch analyzed.baseLanguage {
    case "ja", "ko", "zh": analyzed.baseLanguage
    case "und": Text.eastAsianLanguage(of: analyzed.bytes.span)
    default: nil
    }
  }

  /// The spans that a model of scalars finds.
  func scalarLabelled(
    _ analyzed: AnalyzedText, _ model: EntityModel, _ language: String
  ) -> [EntityMention] {
    var view = CharacterView(analyzed)
    view.markNames { model.entry($0) }
    let features = CharacterFeatures(view, language: language)
    let spans = model.spans(features, sentences: view.sentences, count: view.starts.count)
    return spans.map { places, type in
      let utf8 = Int(view.starts[places.lowerBound])..<Int(view.ends[places.upperBound - 1])
      let text = analyzed.string(utf8)
      return EntityMention(utf8: utf8, type: type, text: text, canonical: text)
    }
  }
}
