import Model
import Text

/// Something in a usable taxonomy that its author hardly meant.
public struct TaxonomyFinding: Hashable, Sendable {
  /// What is odd.
  public enum Kind: String, Hashable, Sendable {
    /// The same phrase speaks of two themes, and nothing decides between them.
    case ambiguous
    /// The phrase stands twice in one theme.
    case repeated
    /// The phrase is met but never counts, or the theme can never reach its threshold.
    case unreachable
    /// No text can hold the phrase as it is written.
    case neverMatching = "never-matching"
  }

  /// What is odd.
  public var kind: Kind
  /// The identifier of the theme.
  public var theme: String
  /// The phrase; nil where the theme as a whole is meant.
  public var phrase: String?
  /// Where it stands in the file; nil when it comes from none.
  public var line: Int?
  /// What is odd and what to do.
  public var message: String
}

extension Taxonomy {
  /// What its author hardly meant, in the order of the themes and their phrases.
  ///
  /// O(words of all phrases).
  public func findings() -> [TaxonomyFinding] {
    var check = TaxonomyCheck(self)
    return check.findings()
  }
}

/// Looks through a taxonomy phrase by phrase.
private struct TaxonomyCheck {
  private let taxonomy: Taxonomy
  private let tagger: ThemeTagger
  private var lexicon = Lexicon()
  private var found: [TaxonomyFinding] = []

  /// A phrase with everything that decides where it counts.
  private struct Key: Hashable {
    var steps: [PhrasePattern.Step]
    var requires: [String]
    var excludes: [String]
  }

  init(_ taxonomy: Taxonomy) {
    self.taxonomy = taxonomy
    tagger = ThemeTagger(taxonomy: taxonomy)
  }

  mutating func findings() -> [TaxonomyFinding] {
    var owners: [Key: (theme: Int, line: Int?)] = [:]
    for (index, theme) in taxonomy.themes.enumerated() {
      var reachable = false
      for (number, phrase) in theme.phrases.enumerated() {
        let key = Key(
          steps: steps(phrase.text), requires: phrase.requires, excludes: phrase.excludes)
        if let owner = owners[key] {
          report(phrase, theme, owner)
        } else {
          owners[key] = (index, phrase.line)
        }
        if let problem = problem(index, number) {
          add(problem.kind, theme, phrase, problem.message)
        } else {
          reachable = true
        }
      }
      if !reachable {
        add(
          .unreachable, theme, nil,
          "no phrase of \"\(theme.id)\" can ever count, so no text is tagged with it. Correct them."
        )
      }
    }
    return found
  }

  private mutating func report(
    _ phrase: ThemePhrase, _ theme: Theme, _ owner: (theme: Int, line: Int?)
  ) {
    let other = taxonomy.themes[owner.theme]
    let place = owner.line.map { " in line \($0)" } ?? ""
    if other.id == theme.id {
      add(
        .repeated, theme, phrase,
        "\"\(phrase.text)\" stands in \"\(theme.id)\" already\(place), perhaps in another form. "
          + "Remove one.")
    } else if !isAbove(other, theme), !isAbove(theme, other) {
      add(
        .ambiguous, theme, phrase,
        "\"\(phrase.text)\" speaks of \"\(other.id)\"\(place) too, so each mention counts for both. "
          + "Keep one, or say with \"requires\" or \"excludes\" when it means which.")
    }
  }

  /// Whether `theme` is `upper` or lies under it; a phrase of both speaks of the narrower one and so of
  /// the wider one, as it should.
  private func isAbove(_ upper: Theme, _ theme: Theme) -> Bool {
    var at: Theme? = theme
    // Parents lead nowhere back to themselves in a taxonomy that was read, but may in one made by hand.
    for _ in 0...taxonomy.themes.count {
      guard let parent = at?.parent else { return false }
      if parent == upper.id { return true }
      at = taxonomy.themes.first { $0.id == parent }
    }
    return false
  }

  private mutating func add(
    _ kind: TaxonomyFinding.Kind, _ theme: Theme, _ phrase: ThemePhrase?, _ message: String
  ) {
    found.append(
      TaxonomyFinding(
        kind: kind, theme: theme.id, phrase: phrase?.text, line: phrase?.line ?? theme.line,
        message: message))
  }

  private mutating func steps(_ text: String) -> [PhrasePattern.Step] {
    PhrasePattern(text, language: Taxonomy.language, lexicon: &lexicon).steps
  }

  /// Why the phrase cannot count even in a text that is made for it.
  private mutating func problem(
    _ theme: Int, _ number: Int
  ) -> (kind: TaxonomyFinding.Kind, message: String)? {
    let own = taxonomy.themes[theme]
    let phrase = own.phrases[number]
    // A phrase that is required may itself hold one that is excluded, so each is tried.
    let companies = phrase.requires.isEmpty ? [""] : phrase.requires
    for company in companies where counts(theme, number, beside: company) { return nil }
    let sample = PhraseSample(phrase.text)
    let alone = Taxonomy(themes: [
      Theme(id: own.id, name: own.name, phrases: [ThemePhrase(phrase.text)])
    ])
    let isMet = !ThemeTagger(taxonomy: alone).counted(
      in: analyze(sample.text, language: Taxonomy.language, lexicon: &lexicon), lexicon: &lexicon
    ).isEmpty
    guard isMet else {
      return (
        .neverMatching,
        "no text can hold \"\(phrase.text)\" as one phrase: it runs over the end of a sentence or is "
          + "written as no text is. Write it as texts do."
      )
    }
    return (
      .unreachable,
      "\"\(phrase.text)\" never counts: an exclusion of \"\(own.id)\", or what it excludes itself, "
        + "covers it wherever it stands. Remove one of them."
    )
  }

  private mutating func counts(_ theme: Int, _ number: Int, beside company: String) -> Bool {
    let phrase = taxonomy.themes[theme].phrases[number]
    let text =
      company.isEmpty
      ? PhraseSample(phrase.text).text : PhraseSample(phrase.text, beside: company).text
    let analyzed = analyze(text, language: Taxonomy.language, lexicon: &lexicon)
    return tagger.counted(in: analyzed, lexicon: &lexicon).contains {
      $0.theme == theme && $0.phrase == number
    }
  }
}

/// A sentence that holds a phrase, its gaps and wildcards filled in.
private struct PhraseSample {
  let text: String

  init(_ phrase: String, beside company: String? = nil) {
    let second = company.map { ", with " + PhraseSample.filled($0) } ?? ""
    text = "They spoke of " + PhraseSample.filled(phrase) + second + ", and left."
  }

  private static func filled(_ phrase: String) -> String {
    PhrasePattern.parts(of: phrase).compactMap { part -> String? in
      switch part {
      case "...", "…": nil
      case "*": "such"
      default: part.hasSuffix("*") ? String(part.dropLast()) : String(part)
      }
    }.joined(separator: " ")
  }
}
