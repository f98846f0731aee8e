import Model
public import Report
import Store

/// A document that a search found, with the words around what was found.
public struct FoundDocument: Sendable {
  /// The document.
  public var listed: ListedDocument
  /// The words around what was found, which stands between U+0001 and U+0002.
  public var excerpt: String
}

/// Documents whose title or newest text holds all of `words`, best first; words in double quotes
/// are a phrase.
public func searchDocuments(
  _ words: String, limit: Int, store path: String?
) throws -> [FoundDocument] {
  let store = try openStore(path)
  return try store.search(words, limit: limit).map { hit in
    let facts = try store.documentFacts(of: hit.document.id)
    return FoundDocument(
      listed: ListedDocument(
        document: hit.document, page: nil, words: facts?.words ?? 0, themes: facts?.themes ?? [],
        undatedReason: facts?.undatedReason), excerpt: hit.excerpt)
  }
}
