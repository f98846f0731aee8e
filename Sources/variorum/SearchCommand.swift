import ArgumentParser
import JSONLines
import Model
import Pipeline
import Report

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find stored documents by their words.",
    discussion: "All words have to occur; words in double quotes are a phrase.")

  @Argument(help: "The words.")
  var words: [String]

  @Option(name: .long, help: "The most documents to print.")
  var limit = 20

  @Flag(name: .long, help: "Print one JSON object for each document.")
  var json = false

  @OptionGroup var storeOptions: StoreOptions

  func validate() throws {
    if words.isEmpty { throw ValidationError("name a word") }
    if !(1...10_000).contains(limit) {
      throw ValidationError("--limit: \(limit) is not between 1 and 10000")
    }
  }

  func run() throws {
    let found = try searchDocuments(
      words.joined(separator: " "), limit: limit, store: storeOptions.store)
    guard !found.isEmpty else {
      complain("variorum: no document has all of these words")
      throw ExitCode(PipelineError.ExitCode.nothingFound.rawValue)
    }
    for hit in found { put(json ? line(hit) : text(hit)) }
  }

  private func text(_ hit: FoundDocument) -> String {
    let document = hit.listed.document
    let style = wantsColour ? ("\u{1B}[1m", "\u{1B}[0m") : ("", "")
    let day = document.published.map { "\($0)" } ?? "undated"
    let excerpt = hit.excerpt.split(separator: "\u{1}", omittingEmptySubsequences: false)
      .enumerated().map { index, part -> String in
        guard index > 0 else { return clean(String(part)) }
        let pieces = part.split(separator: "\u{2}", omittingEmptySubsequences: false)
          .map { clean(String($0)) }
        return style.0 + (pieces.first ?? "") + style.1 + pieces.dropFirst().joined()
      }.joined()
    return """
      \(document.id.rawValue)  \(day)  \(clean(document.title ?? document.address))
          \(clean([document.publisher ?? "", document.authors.joined(separator: ", ")]
            .filter { !$0.isEmpty }.joined(separator: " · ")))
          \(excerpt)

      """
  }

  private func line(_ hit: FoundDocument) -> String {
    let excerpt = String(hit.excerpt.unicodeScalars.filter { $0 != "\u{1}" && $0 != "\u{2}" })
    guard case .object(let members) = listedDocumentJSON(hit.listed) else { return "" }
    return JSONValue.object(members + [.init("excerpt", .string(excerpt))]).line + "\n"
  }
}
