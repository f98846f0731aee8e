/// A theme that texts are tagged with.
public struct Theme: Hashable, Sendable {
  /// The identifier, which never changes.
  public var id: String
  /// The name to show.
  public var name: String
  /// The names by language (BCP 47); empty where the file gives one name for all.
  public var names: [String: String] = [:]
  /// What belongs to it and what does not; nil when the file says nothing.
  public var scope: String?
  /// The identifier of the wider theme; nil for one at the top.
  public var parent: String?
  /// Words and phrases that speak of it, matched on stems.
  public var phrases: [ThemePhrase]
  /// Phrases whose words count for nothing where they stand.
  public var exclusions: [ThemePhrase]
  /// The weight that a text of up to 400 words needs.
  public var threshold: Double
  /// Where it stands in its file; nil when it comes from none.
  public var line: Int?

  /// What a theme needs unless its file says otherwise.
  public static let usualThreshold = 1.5

  /// A theme.
  public init(
    id: String, name: String, scope: String? = nil, parent: String? = nil, phrases: [ThemePhrase],
    exclusions: [ThemePhrase] = [], threshold: Double = Theme.usualThreshold
  ) {
    self.id = id
    self.name = name
    self.scope = scope
    self.parent = parent
    self.phrases = phrases
    self.exclusions = exclusions
    self.threshold = threshold
  }

  /// The name in `language`, or the usual one where there is none.
  public func name(in language: String?) -> String { language.flatMap { names[$0] } ?? name }
}

/// A phrase of a theme, and what has to stand or must not stand beside it.
public struct ThemePhrase: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The words; `*` ends the beginning of a word or stands for any one word, `...` for up to three.
  public var text: String
  /// What one occurrence counts; nil for 1, or .6 for a single word.
  public var weight: Double?
  /// It counts only in a sentence that holds one of these; empty for any sentence.
  public var requires: [String]
  /// It does not count in a sentence that holds one of these.
  public var excludes: [String]
  /// Where it stands in its file; nil when it comes from none.
  public var line: Int?

  /// A phrase.
  public init(
    _ text: String, weight: Double? = nil, requires: [String] = [], excludes: [String] = [],
    line: Int? = nil
  ) {
    self.text = text
    self.weight = weight
    self.requires = requires
    self.excludes = excludes
    self.line = line
  }

  /// A phrase that counts wherever it stands.
  public init(stringLiteral text: String) { self.init(text) }
}
