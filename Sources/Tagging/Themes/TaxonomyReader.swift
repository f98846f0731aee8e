import Text
import Yams

/// Reads the themes of a YAML file, and says what is wrong with it where.
struct TaxonomyReader {
  let file: String
  private var lexicon = Lexicon()

  /// Nesting from which a file is refused: far more than a taxonomy has, far less than the parser
  /// can follow.
  private static let deepest = 64

  init(file: String) { self.file = file }

  mutating func themes(_ yaml: String) throws(TaxonomyError) -> [Theme] {
    let root = try root(yaml)
    guard let mapping = root?.mapping else {
      throw TaxonomyError(
        description: "\(file): has no list named \"themes\". Begin it with \"themes:\".")
    }
    try check(mapping, known: ["version", "themes"], of: "the file")
    if let version = mapping["version"], version.int != 1 {
      throw refused(
        version, "version \(version.string ?? "") is not known; this program reads version 1.")
    }
    guard let list = mapping["themes"]?.sequence, !list.isEmpty else {
      throw TaxonomyError(
        description: "\(file): has no list named \"themes\", or an empty one. List at least one.")
    }
    guard list.count <= Taxonomy.limits.themes else {
      throw TaxonomyError(
        description:
          "\(file): \(list.count) themes; at most \(Taxonomy.limits.themes) can be used. "
          + "Split the file.")
    }
    var themes: [Theme] = []
    var lines: [String: Int] = [:]
    for node in list {
      let theme = try theme(node)
      if let line = lines[theme.id] {
        throw refused(
          node, "the id \"\(theme.id)\" is taken by the theme in line \(line). Choose another.")
      }
      lines[theme.id] = theme.line ?? 0
      themes.append(theme)
    }
    try checkParents(themes)
    return themes
  }

  // MARK: YAML

  private func root(_ yaml: String) throws(TaxonomyError) -> Node? {
    try checkNesting(yaml)
    do {
      return try Yams.compose(yaml: yaml)
    } catch {
      throw TaxonomyError(description: readingProblem(error))
    }
  }

  private func readingProblem(_ error: any Error) -> String {
    func at(_ line: Int, _ problem: String) -> String {
      "\(file), line \(line): not readable as YAML: \(problem). Correct the line or the one before it."
    }
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return at(mark.line, problem)
    case .duplicatedKeysInMapping(let duplicates, let context):
      return at(context.mark.line, "\"\(duplicates.first ?? "")\" stands twice in one mapping")
    case .reader(let problem, let offset, _, let yaml):
      let before = yaml.utf8.prefix(offset ?? 0)
      return at(1 + before.count { $0 == 0x0A }, problem)
    default: return "\(file): not readable as YAML: \(error). Save it as UTF-8 text."
    }
  }

  /// Refuses what is nested deeper than the parser, which is recursive, can be trusted with.
  private func checkNesting(_ yaml: String) throws(TaxonomyError) {
    var (line, open, indent, isStart) = (1, 0, 0, true)
    for byte in yaml.utf8 {
      switch byte {
      case 0x0A: (line, indent, isStart) = (line + 1, 0, true)
      case 0x5B, 0x7B:
        open += 1
        isStart = false
      case 0x5D, 0x7D: open = max(0, open - 1)
      case 0x20, 0x2D, 0x3F, 0x3A: if isStart { indent += 1 }
      default: isStart = false
      }
      if open > TaxonomyReader.deepest || indent > 4 * TaxonomyReader.deepest {
        throw TaxonomyError(
          description:
            "\(file), line \(line): nested too deeply for a taxonomy. Close the brackets "
            + "or indent less.")
      }
    }
  }

  private func refused(_ node: Node, _ problem: String) -> TaxonomyError {
    let line = node.mark.map { ", line \($0.line)" } ?? ""
    return TaxonomyError(description: "\(file)\(line): \(problem)")
  }

  private func check(
    _ mapping: Node.Mapping, known: [String], of owner: String
  ) throws(TaxonomyError) {
    for key in mapping.keys {
      guard let name = key.string, known.contains(name) else {
        throw refused(
          key,
          "unknown key \"\(key.string ?? "")\" of \(owner); known are "
            + known.joined(separator: ", ") + ". Correct or remove it.")
      }
    }
  }

  // MARK: Themes

  private mutating func theme(_ node: Node) throws(TaxonomyError) -> Theme {
    guard let mapping = node.mapping else {
      throw refused(
        node, "a theme is a mapping with id, name and phrases. Write \"- id: …\" on its first line."
      )
    }
    try check(
      mapping,
      known: [
        "id", "name", "parent", "phrases", "exclusions", "description", "threshold",
      ], of: "a theme")
    guard let id = mapping["id"]?.string, !id.isEmpty, id.utf8.allSatisfy(isIDByte) else {
      throw refused(
        mapping["id"] ?? node,
        "\"id\" is missing or holds more than small letters, digits and hyphens. Give one such as "
          + "\"foreign-policy\".")
    }
    let names = try names(mapping["name"] ?? node, id, isGiven: mapping["name"] != nil)
    let phrases = try phrases(mapping["phrases"], "phrases", id)
    guard !phrases.isEmpty else {
      throw refused(node, "theme \"\(id)\" has no phrases. List at least one under \"phrases\".")
    }
    var theme = Theme(
      id: id, name: names.usual, scope: mapping["description"]?.string,
      parent: mapping["parent"]?.string, phrases: phrases,
      exclusions: try self.phrases(mapping["exclusions"], "exclusions", id))
    theme.names = names.byLanguage
    theme.line = node.mark?.line
    if let threshold = mapping["threshold"] {
      theme.threshold = try number(threshold, "threshold", of: "theme \"\(id)\"")
    }
    return theme
  }

  private func names(
    _ node: Node, _ id: String, isGiven: Bool
  ) throws(TaxonomyError) -> (usual: String, byLanguage: [String: String]) {
    if let mapping = node.mapping, isGiven {
      var names: [String: String] = [:]
      for (key, value) in mapping {
        guard let language = key.string, (2...12).contains(language.utf8.count),
          let name = value.string, !name.isEmpty
        else {
          throw refused(
            key,
            "the names of \"\(id)\" are one for each language. Write them as "
              + "{en: Trade, de: Handel}.")
        }
        names[language] = name
      }
      if let usual = names["en"] ?? mapping.first?.value.string { return (usual, names) }
    }
    guard isGiven, let name = node.string, !name.isEmpty else {
      throw refused(
        node, "theme \"\(id)\" has no name. Give it one, or one for each language.")
    }
    return (name, [:])
  }

  private func number(
    _ node: Node, _ key: String, of owner: String
  ) throws(TaxonomyError) -> Double {
    guard let value = node.float, value.isFinite, value > 0, value <= 100 else {
      throw refused(
        node, "\"\(key)\" of \(owner) is no number above 0 and at most 100. Correct it.")
    }
    return value
  }

  // MARK: Phrases

  private mutating func phrases(
    _ node: Node?, _ key: String, _ id: String
  ) throws(TaxonomyError) -> [ThemePhrase] {
    guard let node else { return [] }
    guard let list = node.sequence, list.count <= Taxonomy.limits.phrases else {
      throw refused(
        node,
        "\"\(key)\" of \"\(id)\" is not a list of at most \(Taxonomy.limits.phrases). Write "
          + "\(key): [one phrase, another].")
    }
    var found: [ThemePhrase] = []
    for item in list { found.append(try phrase(item, id)) }
    return found
  }

  private mutating func phrase(_ node: Node, _ id: String) throws(TaxonomyError) -> ThemePhrase {
    guard let mapping = node.mapping else {
      return ThemePhrase(try words(node, id), line: node.mark?.line)
    }
    try check(mapping, known: ["phrase", "weight", "requires", "excludes"], of: "a phrase")
    guard let text = mapping["phrase"] else {
      throw refused(
        node, "a phrase of \"\(id)\" that is a mapping has no \"phrase\". Add its words.")
    }
    var phrase = ThemePhrase(try words(text, id), line: node.mark?.line)
    if let weight = mapping["weight"] {
      phrase.weight = try number(weight, "weight", of: "the phrase \"\(phrase.text)\"")
    }
    phrase.requires = try beside(mapping["requires"], "requires", id)
    phrase.excludes = try beside(mapping["excludes"], "excludes", id)
    return phrase
  }

  private mutating func beside(
    _ node: Node?, _ key: String, _ id: String
  ) throws(TaxonomyError) -> [String] {
    guard let node else { return [] }
    guard let list = node.sequence, (1...Taxonomy.limits.beside).contains(list.count) else {
      throw refused(
        node,
        "\"\(key)\" of a phrase of \"\(id)\" is no list of 1 to \(Taxonomy.limits.beside) "
          + "phrases. Write \(key): [one phrase, another].")
    }
    var found: [String] = []
    for item in list { found.append(try words(item, id)) }
    return found
  }

  /// The words of a phrase that can be matched.
  private mutating func words(_ node: Node, _ id: String) throws(TaxonomyError) -> String {
    guard let text = node.string, text.utf8.contains(where: { $0 > 0x20 }),
      text.utf8.count <= Taxonomy.limits.bytes
    else {
      throw refused(
        node,
        "a phrase of \"\(id)\" is no text of at most \(Taxonomy.limits.bytes) bytes. Put it "
          + "in quotation marks or shorten it.")
    }
    let pattern = PhrasePattern(text, language: Taxonomy.language, lexicon: &lexicon)
    if let problem = pattern.problem {
      throw refused(node, "the phrase \"\(text)\" of \"\(id)\" cannot be used: \(problem).")
    }
    return text
  }

  // MARK: Parents

  private func checkParents(_ themes: [Theme]) throws(TaxonomyError) {
    var parents: [String: String] = [:]
    for theme in themes { parents[theme.id] = theme.parent }
    let ids = Set(themes.map(\.id))
    for theme in themes {
      let place = "\(file)\(theme.line.map { ", line \($0)" } ?? "")"
      var steps = 0
      var next = theme.parent
      while let parent = next {
        guard ids.contains(parent) else {
          throw TaxonomyError(
            description: "\(place): the parent \"\(parent)\" of \"\(theme.id)\" does not exist. "
              + "Correct it or add the theme.")
        }
        steps += 1
        guard steps <= themes.count else {
          throw TaxonomyError(
            description: "\(place): the parents of \"\(theme.id)\" lead back to themselves. Remove "
              + "one \"parent\" of the circle.")
        }
        next = parents[parent]
      }
    }
  }
}

private func isIDByte(_ byte: UInt8) -> Bool {
  (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
}
