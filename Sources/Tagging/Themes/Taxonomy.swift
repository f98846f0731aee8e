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

  /// The language whose stems its phrases are matched on.
  static let language = "en"

  /// The most themes, phrases of one theme, bytes of a phrase and phrases beside one that a file may
  /// have.
  static let limits = (themes: 2_000, phrases: 2_000, bytes: 200, beside: 100)

  /// Reads a taxonomy from YAML: a list `themes` of mappings, as docs/THEMES.md describes them.
  ///
  /// `file` is the name that error messages begin with. Throws when the text is no YAML or a theme
  /// lacks a part, has an unknown one or one of another shape, repeats an id, names a parent that does
  /// not exist or leads back to itself, or has a phrase that says nothing; each time with the line.
  public static func load(yaml: String, file: String) throws(TaxonomyError) -> Taxonomy {
    var reader = TaxonomyReader(file: file)
    return Taxonomy(themes: try reader.themes(yaml))
  }
}
