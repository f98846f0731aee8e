public import JSONLines
import Model
import Store
import Tagging
import Text

/// What is to be said of a taxonomy: what its author hardly meant, and what it would tag in a store.
public struct TaxonomyReport: Sendable {
  private let path: String
  private let taxonomy: Taxonomy
  private let findings: [TaxonomyFinding]
  private let use: TaxonomyUse?

  /// Reads the taxonomy at `path`, and with `isUsed` every newest text of the store.
  ///
  /// Throws when the taxonomy cannot be used or the store cannot be read.
  public init(taxonomy path: String, isUsed: Bool, store storePath: String?) throws {
    self.path = path
    taxonomy = try loadTaxonomy(path)
    findings = taxonomy.findings()
    use = isUsed ? try TaxonomyReport.use(of: taxonomy, in: openStore(storePath)) : nil
  }

  private static func use(of taxonomy: Taxonomy, in store: CorpusStore) throws -> TaxonomyUse {
    var use = TaxonomyUse(taxonomy: taxonomy)
    var lexicon = Lexicon()
    let documents = Dictionary(
      try store.documents().map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    try store.forEachNewestText { id, _, text in
      if lexicon.count > 1 << 20 { lexicon.removeAll() }
      let document = documents[id]
      let analyzed = analyze(text, language: document?.language, lexicon: &lexicon)
      use.add(analyzed, title: document?.title, lexicon: &lexicon)
    }
    return use
  }

  /// For the terminal.
  public var text: String {
    let phrases = taxonomy.themes.reduce(0) { $0 + $1.phrases.count }
    var out = "\(path): \(taxonomy.themes.count) themes, \(phrases) phrases, can be used\n"
    for finding in findings {
      let line = finding.line.map { ", line \($0)" } ?? ""
      out += "\(path)\(line): \(finding.kind.rawValue): \(finding.message)\n"
    }
    if let use { out += tableText(use) }
    return out
  }

  private func tableText(_ use: TaxonomyUse) -> String {
    var out = "\nIn \(use.texts) documents of the store:\n"
    for (theme, known) in zip(taxonomy.themes, use.themes) {
      let pad = String(repeating: " ", count: max(1, 26 - theme.id.utf8.count))
      let examples = known.examples.map { "\"\($0)\"" }.joined(separator: ", ")
      out += "\(theme.id)\(pad)\(known.texts)\(examples.isEmpty ? "" : "  \(examples)")\n"
      let unmet = unmet(theme, known)
      if !unmet.isEmpty { out += "    never met: \(unmet.joined(separator: ", "))\n" }
    }
    return out
  }

  private func unmet(_ theme: Theme, _ known: TaxonomyUse.ThemeUse) -> [String] {
    zip(theme.phrases, known.phrases).filter { $0.1 == 0 }.map(\.0.text)
  }

  /// The same for programs, as docs/schemas/themes-check.schema.json describes it.
  public var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("schema", "variorum.themes-check/1"), .init("taxonomy", .string(path)),
      .init(
        "findings",
        .array(
          findings.map { finding in
            [
              "kind": .string(finding.kind.rawValue), "theme": .string(finding.theme),
              "phrase": finding.phrase.map { .string($0) } ?? .null,
              "line": finding.line.map { .int($0) } ?? .null, "message": .string(finding.message),
            ]
          })),
    ]
    if let use {
      members.append(.init("documents", .int(use.texts)))
      members.append(
        .init(
          "themes",
          .array(
            zip(taxonomy.themes, use.themes).map { theme, known in
              [
                "theme": .string(theme.id), "documents": .int(known.texts),
                "examples": .array(known.examples.map { .string($0) }),
                "neverMet": .array(unmet(theme, known).map { .string($0) }),
              ]
            })))
    }
    return .object(members)
  }
}
