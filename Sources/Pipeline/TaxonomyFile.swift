import Foundation
import Tagging

/// The taxonomy at `path`, or the shipped one.
func loadTaxonomy(_ path: String?) throws(PipelineError) -> Taxonomy {
  guard let file = path ?? dataFile("Lists/themes.yaml") else {
    throw PipelineError(
      .unreadable,
      "the taxonomy is missing: Lists/themes.yaml is not beside the program. Set VARIORUM_DATA to "
        + "the folder that holds Lists and Models.")
  }
  guard let data = FileManager.default.contents(atPath: file), data.count <= 16 << 20 else {
    throw PipelineError(.unreadable, "\(file): cannot be read as a taxonomy. Check its name.")
  }
  do {
    return try Taxonomy.load(yaml: String(decoding: data, as: UTF8.self), file: file)
  } catch {
    throw PipelineError(.usage, error.description)
  }
}

/// The themes of a taxonomy as a list for the terminal, each with its parent and its scope, named in
/// `language` where the taxonomy has names in it.
public func themeList(taxonomyPath: String?, language: String?) throws -> String {
  let taxonomy = try loadTaxonomy(taxonomyPath)
  var out = ""
  for theme in taxonomy.themes {
    let own = theme.name(in: language)
    let name = theme.parent.map { "\(own) (\($0))" } ?? own
    let pad = String(repeating: " ", count: max(1, 26 - theme.id.utf8.count))
    out += "\(theme.id)\(pad)\(name), \(theme.phrases.count) phrases\n"
    if let scope = theme.scope { out += "    \(scope)\n" }
  }
  return out
}

/// The labels of the learned model at `path` as a list for the terminal, and what it was learned from.
public func labelList(modelPath path: String) throws -> String {
  let model = try loadThemeModel(path).model
  func percent(_ share: Double) -> String {
    let tenths = Int((share * 1_000).rounded())
    return "\(tenths / 10).\(tenths % 10) %"
  }
  return model.labels.sorted().map { $0 + "\n" }.joined()
    + """
    \(model.labels.count) labels, learned from \(model.documents) texts (data \
    \(String(model.fingerprint, radix: 16)), language \(model.language)); on texts held out micro F1 \
    \(percent(model.micro)), macro F1 \(percent(model.macro))

    """
}
