import Yams

/// A theme that texts are tagged with.
public struct Theme: Hashable, Sendable {
  /// The identifier, which never changes.
  public var id: String
  /// The name to show.
  public var name: String
  /// What belongs to it and what does not; nil when the file says nothing.
  public var scope: String?
  /// The identifier of the wider theme; nil for one at the top.
  public var parent: String?
  /// Words and phrases that speak of it, matched on stems.
  public var phrases: [String]
  /// Phrases whose words count for nothing where they stand.
  public var exclusions: [String]

  /// A theme.
  public init(
    id: String, name: String, scope: String? = nil, parent: String? = nil, phrases: [String],
    exclusions: [String] = []
  ) {
    self.id = id
    self.name = name
    self.scope = scope
    self.parent = parent
    self.phrases = phrases
    self.exclusions = exclusions
  }
}

/// Why a taxonomy cannot be used.
public struct TaxonomyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, where, and what to do.
  public var description: String
}

/// The themes that texts are tagged with.
public struct Taxonomy: Hashable, Sendable {
  /// The themes in the order of the file.
  public var themes: [Theme]

  /// A taxonomy of `themes`.
  public init(themes: [Theme]) { self.themes = themes }

  /// The most themes and the most phrases of one theme that a file may have.
  static let limits = (themes: 2_000, phrases: 2_000)

  /// Reads a taxonomy from YAML: a list `themes` of mappings with `id`, `name`, `phrases` and, where
  /// they apply, `parent`, `description` (its scope) and `exclusions`.
  ///
  /// `file` is the name that error messages begin with. Throws when the text is no YAML or a theme
  /// lacks a part, has a part of another shape, repeats an id, or names a parent that does not exist
  /// or leads back to itself.
  public static func load(yaml: String, file: String) throws(TaxonomyError) -> Taxonomy {
    let root: Node?
    do {
      root = try Yams.compose(yaml: yaml)
    } catch {
      throw TaxonomyError(description: "\(file): not readable as YAML: \(error)")
    }
    guard let list = root?.mapping?["themes"]?.sequence, !list.isEmpty else {
      throw TaxonomyError(description: "\(file): has no list named \"themes\"")
    }
    guard list.count <= limits.themes else {
      throw TaxonomyError(
        description: "\(file): \(list.count) themes; at most \(limits.themes) can be used")
    }
    var themes: [Theme] = []
    var seen: Set<String> = []
    for node in list {
      let theme = try theme(node, file)
      guard seen.insert(theme.id).inserted else {
        throw TaxonomyError(
          description: "\(place(node, file)): the id \"\(theme.id)\" is taken. Choose another.")
      }
      themes.append(theme)
    }
    try checkParents(themes, file)
    return Taxonomy(themes: themes)
  }

  private static func place(_ node: Node, _ file: String) -> String {
    node.mark.map { "\(file), line \($0.line)" } ?? file
  }

  private static func theme(_ node: Node, _ file: String) throws(TaxonomyError) -> Theme {
    let at = place(node, file)
    guard let mapping = node.mapping else {
      throw TaxonomyError(description: "\(at): a theme is a mapping with id, name and phrases")
    }
    for key in mapping.keys {
      let known = ["id", "name", "parent", "phrases", "exclusions", "description"]
      guard let name = key.string, known.contains(name) else {
        throw TaxonomyError(
          description: "\(at): unknown key \"\(key.string ?? "")\"; known are "
            + known.joined(separator: ", "))
      }
    }
    guard let id = mapping["id"]?.string, !id.isEmpty, id.utf8.allSatisfy(isIDByte) else {
      throw TaxonomyError(
        description: "\(at): \"id\" is missing or holds more than small letters, digits and hyphens"
      )
    }
    guard let name = mapping["name"]?.string, !name.isEmpty else {
      throw TaxonomyError(description: "\(at): theme \"\(id)\" has no name")
    }
    let phrases = try strings(mapping["phrases"], "phrases", id, at)
    guard !phrases.isEmpty else {
      throw TaxonomyError(description: "\(at): theme \"\(id)\" has no phrases")
    }
    return Theme(
      id: id, name: name, scope: mapping["description"]?.string,
      parent: mapping["parent"]?.string, phrases: phrases,
      exclusions: try strings(mapping["exclusions"], "exclusions", id, at))
  }

  private static func strings(
    _ node: Node?, _ key: String, _ id: String, _ at: String
  ) throws(TaxonomyError) -> [String] {
    guard let node else { return [] }
    guard let list = node.sequence, list.count <= limits.phrases else {
      throw TaxonomyError(
        description: "\(at): \"\(key)\" of \"\(id)\" is not a list of at most \(limits.phrases)")
    }
    var found: [String] = []
    for item in list {
      guard let text = item.string, text.utf8.contains(where: { $0 > 0x20 }),
        text.utf8.count <= 200
      else {
        throw TaxonomyError(
          description:
            "\(at): \"\(key)\" of \"\(id)\" holds something that is no phrase of at most "
            + "200 bytes")
      }
      found.append(text)
    }
    return found
  }

  private static func checkParents(_ themes: [Theme], _ file: String) throws(TaxonomyError) {
    var parents: [String: String] = [:]
    for theme in themes { parents[theme.id] = theme.parent }
    let ids = Set(themes.map(\.id))
    for theme in themes {
      var steps = 0
      var next = theme.parent
      while let parent = next {
        guard ids.contains(parent) else {
          throw TaxonomyError(
            description: "\(file): the parent \"\(parent)\" of \"\(theme.id)\" does not exist")
        }
        steps += 1
        guard steps <= themes.count else {
          throw TaxonomyError(
            description: "\(file): the parents of \"\(theme.id)\" lead back to themselves")
        }
        next = parents[parent]
      }
    }
  }

  private static func isIDByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
  }
}
