import Foundation
import Tagging
import TestSupport
import Testing
import Text

struct TaxonomyTests {
  private func shipped() throws -> Taxonomy {
    let url = repositoryRoot().appendingPathComponent("Sources/Tagging/Lists/themes.yaml")
    return try Taxonomy.load(yaml: String(contentsOf: url, encoding: .utf8), file: "themes.yaml")
  }

  private func tags(_ text: String, _ yaml: String, title: String? = nil) throws -> [ThemeTag] {
    let tagger = ThemeTagger(taxonomy: try Taxonomy.load(yaml: yaml, file: "mine.yaml"))
    var lexicon = Lexicon()
    let analyzed = analyze(text, language: "en", lexicon: &lexicon)
    return tagger.themes(in: analyzed, title: title, lexicon: &lexicon)
  }

  /// The words of `text` that prove the only theme, whose phrases are `phrases`.
  private func evidence(_ text: String, _ phrases: String) throws -> [String] {
    let yaml = "themes: [{id: a, name: A, threshold: 0.1, phrases: \(phrases)}]"
    let bytes = Array(text.utf8)
    return try tags(text, yaml).flatMap(\.evidence).map {
      String(decoding: bytes[$0], as: UTF8.self)
    }
  }

  @Test func `the shipped taxonomy is in order and means what it says`() throws {
    #expect(try shipped().themes.count >= 60)
    #expect(try shipped().findings().map(\.message) == [])
  }

  @Test func `a text on interest rates speaks of monetary policy and not of banking`() throws {
    let tagger = ThemeTagger(taxonomy: try shipped())
    var lexicon = Lexicon()
    let text = """
      The central bank raised its policy rate again. Monetary policy will stay tight until interest \
      rates bite, the governor said on the river bank.
      """
    let analyzed = analyze(text, language: "en", lexicon: &lexicon)
    let themes = tagger.themes(in: analyzed, title: nil, lexicon: &lexicon)
    #expect(themes.first?.theme == "monetary-policy")
    #expect(!themes.contains { $0.theme == "banking" })
    for theme in themes {
      for place in theme.evidence { #expect(place.upperBound <= text.utf8.count) }
    }
  }

  // MARK: Phrases

  @Test(
    arguments: [
      ("[bee colony]", "Two bee colonies died.", ["bee colonies"]),
      (
        "[decarboni*]", "To decarbonise is to invest; decarbonization pays. Carbon stays.",
        ["decarbonise", "decarbonization"]
      ),
      ("[tax * wealth]", "A tax on wealth, or tax wealth.", ["tax on wealth"]),
      (
        "[tariff ... steel]",
        "Tariffs on imported steel; tariffs on the very best of foreign steel.",
        ["Tariffs on imported steel"]
      ),
      ("[tariff ... steel]", "A tariff. Steel is another matter.", []),
      ("[start-up]", "The start-ups grew.", ["start-ups"]),
      // Of evidence that begins at one word the longest is shown.
      ("[\"steel * tariff\", steel]", "A steel import tariff.", ["steel import tariff"]),
      ("[\"steel *\u{a0}tariff\"]", "A steel import tariff.", ["steel import tariff"]),
      (
        "[central bank, central bank digital currency]", "A central bank digital currency.",
        ["central bank digital currency"]
      ),
      (
        "[climat* ... act*]", "Climate needs action, climatic acts too.",
        ["Climate needs action", "climatic acts"]
      ),
    ])
  func `phrases are matched on stems, with gaps and wildcards`(
    phrases: String, text: String, found: [String]
  ) throws {
    #expect(try evidence(text, phrases) == found)
  }

  @Test func `a phrase counts only beside what it requires and not beside what it excludes`() throws
  {
    let phrases = "[{phrase: strike, requires: [union, worker], excludes: [air strike, drone]}]"
    #expect(try evidence("Workers went on strike.", phrases) == ["strike"])
    #expect(try evidence("A strike came. Workers left.", phrases) == [])
    #expect(try evidence("Workers fled the air strike.", phrases) == [])
    #expect(try evidence("The union saw a drone and a strike.", phrases) == [])
  }

  @Test func `a word after an equals sign is met in this form alone`() throws {
    let yaml = """
      version: 1
      themes:
        - id: nature
          name: Nature
          threshold: 0.5
          phrases: [=conservation, nature =reserves]
      """
    let tagger = ThemeTagger(taxonomy: try Taxonomy.load(yaml: yaml, file: "t.yaml"))
    var lexicon = Lexicon()
    func evidence(_ text: String) -> [String] {
      let analyzed = analyze(text, language: "en", lexicon: &lexicon)
      let tags = tagger.themes(in: analyzed, title: nil, lexicon: &lexicon)
      return tags.flatMap(\.evidence).map(analyzed.string)
    }
    #expect(
      evidence("Conservation is what the conservative minister conserves.") == ["Conservation"])
    #expect(evidence("Two nature reserves, and the nature reserved.") == ["nature reserves"])
    #expect(evidence("A conservative in reserve.").isEmpty)
  }

  @Test func `an equals sign stands before one word`() {
    let yaml = "version: 1\nthemes: [{id: a, name: A, phrases: [\"=\", \"=start-up!\"]}]"
    let error = #expect(throws: (any Error).self) {
      try Taxonomy.load(yaml: yaml, file: "t.yaml")
    }
    #expect("\(error.map { "\($0)" } ?? "")".contains("one word that is meant in this form alone"))
  }

  @Test func `weights and thresholds decide which text is tagged`() throws {
    func yaml(_ weight: String, _ threshold: String) -> String {
      "themes: [{id: a, name: A, threshold: \(threshold), phrases: [{phrase: quay, weight: \(weight)}]}]"
    }
    #expect(try tags("The quay is old.", yaml("1.6", "1.5")).map(\.theme) == ["a"])
    #expect(try tags("The quay is old.", yaml("1.4", "1.5")).isEmpty)
    #expect(try tags("The quay is old.", yaml("1.4", "1.3")).map(\.theme) == ["a"])
    // The title strengthens what the text says.
    #expect(try tags("The quay is old.", yaml("1.4", "2"), title: "A quay").map(\.theme) == ["a"])
    #expect(try tags("Nothing of it.", yaml("1.4", "2"), title: "A quay").isEmpty)
  }

  @Test func `a theme has a name for each language, and the usual one elsewhere`() throws {
    let taxonomy = try Taxonomy.load(
      yaml: "themes: [{id: a, name: {de: Handel, en: Trade}, phrases: [tariff]}]", file: "m")
    let theme = try #require(taxonomy.themes.first)
    #expect(theme.name == "Trade")
    #expect(theme.name(in: "de") == "Handel")
    #expect(theme.name(in: "fr") == "Trade")
    #expect(theme.name(in: nil) == "Trade")
  }

  @Test func `an empty text has no themes`() throws {
    for text in ["", " \n\n", "…"] { #expect(try evidence(text, "[quay]") == []) }
  }

  // MARK: Errors

  @Test(
    arguments: [
      (
        "themes:\n- {id: a, name: A, phrases: [x1]}\n- {id: a, name: B, phrases: [y1]}",
        ", line 3: the id \"a\" is taken by the theme in line 2. Choose another."
      ),
      (
        "themes:\n- {id: a, name: A, parent: b, phrases: [quay]}",
        ", line 2: the parent \"b\" of \"a\" does not exist. Correct it or add the theme."
      ),
      (
        """
        themes:
        - {id: a, name: A, parent: b, phrases: [quay]}
        - {id: b, name: B, parent: a, phrases: [pier]}
        """,
        ", line 2: the parents of \"a\" lead back to themselves. Remove one \"parent\" of the circle."
      ),
      (
        "themes:\n- {id: a, name: A}",
        ", line 2: theme \"a\" has no phrases. List at least one under \"phrases\"."
      ),
      (
        "themes:\n- id: a\n  name: A\n  phrases: [quay, of the]",
        ", line 4: the phrase \"of the\" of \"a\" cannot be used: it holds only stop words and would be "
          + "met in every text. Add a word that says more."
      ),
      (
        "themes:\n- id: a\n  name: A\n  phrases: [quay ...]",
        ", line 4: the phrase \"quay ...\" of \"a\" cannot be used: it begins or ends with words that "
          + "may be any. Begin and end it with a word."
      ),
      (
        "themes:\n- id: a\n  name: A\n  phrases: [qu*]",
        ", line 4: the phrase \"qu*\" of \"a\" cannot be used: the beginning of a word before \"*\" has "
          + "at least 3 letters."
      ),
      (
        "themes:\n- id: a\n  name: A\n  words: [quay]",
        ", line 4: unknown key \"words\" of a theme; known are id, name, parent, phrases, exclusions, "
          + "description, threshold. Correct or remove it."
      ),
      (
        "themes:\n- id: a\n  name: A\n  phrases:\n  - {phrase: quay, wait: 2}",
        ", line 5: unknown key \"wait\" of a phrase; known are phrase, weight, requires, excludes. "
          + "Correct or remove it."
      ),
      (
        "themes:\n- id: a\n  name: A\n  phrases:\n  - {phrase: quay, weight: much}",
        ", line 5: \"weight\" of the phrase \"quay\" is no number above 0 and at most 100. Correct it."
      ),
      (
        "other: 1",
        ", line 1: unknown key \"other\" of the file; known are version, themes. Correct or remove it."
      ),
      ("", ": has no list named \"themes\". Begin it with \"themes:\"."),
      (
        "version: 3\nthemes: []",
        ", line 1: version 3 is not known; this program reads version 1."
      ),
      (
        "themes: [{id: A B, name: A, phrases: [x1]}]",
        ", line 1: \"id\" is missing or holds more than small letters, digits and hyphens. Give one "
          + "such as \"foreign-policy\"."
      ),
      (
        "themes:\n- id: a\n  id: b",
        ", line 2: not readable as YAML: \"id\" stands twice in one mapping. Correct the line or the one "
          + "before it."
      ),
    ])
  func `a taxonomy that cannot be used says where, why and what to do`(yaml: String, reason: String)
  {
    let error = #expect(throws: TaxonomyError.self) {
      try Taxonomy.load(yaml: yaml, file: "mine.yaml")
    }
    #expect(error?.description == "mine.yaml" + reason)
  }

  @Test(
    arguments: [
      "themes: [", "themes:\n\t- a", "a: b: c", String(repeating: "[", count: 100_000),
      String(repeating: "- ", count: 100_000), "themes: *nobody", "%YAML 9.9\n--- a\n\u{0}",
    ])
  func `what is no YAML is refused with its line`(yaml: String) {
    let error = #expect(throws: TaxonomyError.self) {
      try Taxonomy.load(yaml: yaml, file: "mine.yaml")
    }
    #expect(error?.description.hasPrefix("mine.yaml, line ") == true, "\(error?.description ?? "")")
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `bytes that were changed at random never trap`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    var bytes = Array(
      """
      version: 1
      themes:
        - id: a
          name: {en: A, de: B}
          threshold: 1.2
          phrases: [quay, "decarboni*", tariff ... steel, {phrase: strike, requires: [union]}]
          exclusions: [air strike]
      """.utf8)
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      bytes[place] = Array("[]{}:,-*.&#\"' \n\ta1\u{80}".utf8).randomElement(using: &random) ?? 0
    }
    do {
      let yaml = String(decoding: bytes, as: UTF8.self)
      let taxonomy = try Taxonomy.load(yaml: yaml, file: "mine.yaml")
      var lexicon = Lexicon()
      let analyzed = analyze("The union held a strike on the quay.", lexicon: &lexicon)
      _ = ThemeTagger(taxonomy: taxonomy).themes(in: analyzed, title: nil, lexicon: &lexicon)
    } catch {
      #expect(error.description.hasPrefix("mine.yaml"))
    }
  }

  // MARK: Findings

  @Test func `phrases that decide nothing, never count or cannot be met are found`() throws {
    let taxonomy = try Taxonomy.load(
      yaml: """
        themes:
        - id: sea
          name: Sea
          phrases: [central quay, harbours, harbour, "wait. Then go"]
        - id: port
          name: Port
          phrases: [central quays, trade war, {phrase: pier, excludes: [pier]}]
          exclusions: [war]
        - id: none
          name: None
          phrases: [{phrase: mole, excludes: [mole]}]
        """, file: "mine.yaml")
    let found = taxonomy.findings().map {
      "\($0.line ?? 0) \($0.kind.rawValue) \($0.theme) \($0.phrase ?? "-")"
    }
    #expect(
      found == [
        "4 repeated sea harbour", "4 never-matching sea wait. Then go",
        "7 ambiguous port central quays", "7 unreachable port trade war", "7 unreachable port pier",
        "11 unreachable none mole", "9 unreachable none -",
      ])
  }

  @Test func `a phrase may stand in a theme and in those above it`() throws {
    let taxonomy = try Taxonomy.load(
      yaml: """
        themes:
        - {id: wheat, name: Wheat, parent: grain, phrases: [durum]}
        - {id: grain, name: Grain, parent: farm, phrases: [durum]}
        - {id: farm, name: Farm, phrases: [durum]}
        - {id: pasta, name: Pasta, phrases: [durum]}
        """, file: "mine.yaml")
    #expect(taxonomy.findings().map { "\($0.kind.rawValue) \($0.theme)" } == ["ambiguous pasta"])
  }

  @Test(arguments: ["sections.yaml", "markets.yaml"])
  func `the examples of the documentation are in order`(file: String) throws {
    let url = repositoryRoot().appendingPathComponent("docs/examples/" + file)
    let yaml = try String(contentsOf: url, encoding: .utf8)
    let taxonomy = try Taxonomy.load(yaml: yaml, file: file)
    #expect(taxonomy.findings().map(\.message) == [])
  }

  @Test func `phrases whose context tells them apart are not ambiguous`() throws {
    let taxonomy = try Taxonomy.load(
      yaml: """
        themes:
        - {id: a, name: A, phrases: [{phrase: bank, requires: [river]}]}
        - {id: b, name: B, phrases: [{phrase: bank, requires: [money]}]}
        """, file: "mine.yaml")
    #expect(taxonomy.findings() == [])
  }

  @Test func `the use of a taxonomy counts texts, examples and phrases`() throws {
    let taxonomy = try Taxonomy.load(
      yaml: "themes: [{id: a, name: A, threshold: 0.5, phrases: [quay, pier]}]", file: "m")
    var use = TaxonomyUse(taxonomy: taxonomy)
    var lexicon = Lexicon()
    for (text, title) in [("A quay.", "One"), ("Quays and a quay.", "Two"), ("No.", "Three")] {
      let analyzed = analyze(text, language: "en", lexicon: &lexicon)
      use.add(analyzed, title: title, lexicon: &lexicon)
    }
    #expect(use.texts == 3)
    #expect(
      use.themes == [TaxonomyUse.ThemeUse(texts: 2, examples: ["One", "Two"], phrases: [3, 0])])
  }
}
