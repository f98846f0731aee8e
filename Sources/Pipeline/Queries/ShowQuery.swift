import Comparison
import Model
public import Report
import Store
import Text

/// What the store knows of the document named `name`: an identifier, its beginning, or an address.
public func documentReport(_ name: String, store path: String?) throws -> DocumentReport {
  let store = try openStore(path)
  guard let document = try store.onlyDocument(name) else {
    throw PipelineError(
      .nothingFound, "\(name): no document has this identifier or address. Try `variorum search`.")
  }
  let versions = try store.versions(of: document.id)
  guard let newest = versions.last else {
    throw PipelineError(.store, "\(name): the document has no version. Run `variorum doctor`.")
  }
  let facts = try store.documentFacts(of: document.id)
  let listed = ListedDocument(
    document: document, page: nil, words: facts?.words ?? 0, themes: facts?.themes ?? [],
    undatedReason: facts?.undatedReason)
  let comparer = Comparer(meaning: MeaningFile.load(), tagger: try EntityFiles.tagger())
  var lexicon = Lexicon()
  let comparisons = zip(versions, versions.dropFirst()).enumerated().map { index, pair in
    lexicon.removeAll()
    let result = comparer.compare(
      ComparisonInput(pair.0), ComparisonInput(pair.1), lexicon: &lexicon)
    return ListedComparison(
      reason: .version, a: listed, b: listed,
      captured: (pair.0.captured?.value, pair.1.captured?.value), number: index + 2,
      verdict: result.verdict, relation: nil, facts: Array(result.changes.prefix(3)),
      factCount: result.changes.count, isNew: false, page: "")
  }
  return DocumentReport(
    listed: listed, versions: versions, sightings: try store.sightings(of: document.id),
    mentions: try store.mentions(in: newest.id), comparisons: comparisons, themePages: [:],
    asOf: "")
}
