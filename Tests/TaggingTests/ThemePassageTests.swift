import Foundation
import Tagging
import TestSupport
import Testing
import Text

/// Passages that the shipped themes must and must not tag, from `Golden/theme-passages.txt`.
struct ThemePassageTests {
  struct Passage: Sendable, CustomStringConvertible {
    var theme: String
    var isTagged: Bool
    var text: String
    var description: String { (isTagged ? "+ " : "- ") + theme + ": " + text }
  }

  static let passages: [Passage] = {
    let url = repositoryRoot().appendingPathComponent(
      "Tests/TaggingTests/Golden/theme-passages.txt")
    var found: [Passage] = []
    var theme = ""
    for line in ((try? String(contentsOf: url, encoding: .utf8)) ?? "").split(separator: "\n") {
      let text = String(line.dropFirst(2))
      switch line.first {
      case "=": theme = text
      case "+", "-": found.append(Passage(theme: theme, isTagged: line.first == "+", text: text))
      default: continue
      }
    }
    return found
  }()

  static let shipped = Result {
    let url = repositoryRoot().appendingPathComponent("Sources/Tagging/Lists/themes.yaml")
    return try Taxonomy.load(yaml: String(contentsOf: url, encoding: .utf8), file: "themes.yaml")
  }

  @Test(arguments: passages)
  func `a passage is tagged with its theme or is not, as its author says`(passage: Passage) throws {
    let tagger = ThemeTagger(taxonomy: try ThemePassageTests.shipped.get())
    var lexicon = Lexicon()
    let analyzed = analyze(passage.text, language: "en", lexicon: &lexicon)
    let tags = tagger.themes(in: analyzed, title: nil, lexicon: &lexicon).map(\.theme)
    #expect(tags.contains(passage.theme) == passage.isTagged, "\(tags)")
  }

  @Test func `every shipped theme has three passages of each kind and a note on its scope`() throws
  {
    let taxonomy = try ThemePassageTests.shipped.get()
    #expect(taxonomy.themes.count >= 60)
    for theme in taxonomy.themes {
      let own = ThemePassageTests.passages.filter { $0.theme == theme.id }
      #expect(own.count { $0.isTagged } >= 3, "\(theme.id)")
      #expect(own.count { !$0.isTagged } >= 3, "\(theme.id)")
      #expect((theme.scope ?? "").utf8.count >= 20, "\(theme.id)")
    }
    let ids = Set(taxonomy.themes.map(\.id))
    #expect(ThemePassageTests.passages.allSatisfy { ids.contains($0.theme) })
  }

  @Test func `the shipped taxonomy has two levels`() throws {
    let taxonomy = try ThemePassageTests.shipped.get()
    let tops = Set(taxonomy.themes.filter { $0.parent == nil }.map(\.id))
    for theme in taxonomy.themes {
      if let parent = theme.parent { #expect(tops.contains(parent), "\(theme.id)") }
    }
  }
}
