import Model
import Report
import Store

/// All documents of the store as lists name them, newest first, undated ones last.
struct Catalogue {
  /// The documents.
  let documents: [ListedDocument]
  private let places: [DocumentID: Int]
  private let new: Set<DocumentID>

  /// Reads the store; the first `limit` documents, new and changed ones before the others, get pages.
  init(store: CorpusStore, run: RunID, limit: Int) throws {
    let new = try store.documentsNew(in: run)
    self.new = new
    let facts = try store.documentFacts()
    var sorted = try store.documents()
    sorted.sort { a, b in
      switch (a.published, b.published) {
      case (let x?, let y?) where x != y: x > y
      case (nil, _?): false
      case (_?, nil): true
      default: a.id < b.id
      }
    }
    var paged = Set(sorted.map(\.id))
    if sorted.count > limit {
      let several = Set(try store.documentsWithSeveralVersions())
      let first = sorted.filter { new.contains($0.id) || several.contains($0.id) }
      let rest = sorted.filter { !new.contains($0.id) && !several.contains($0.id) }
      paged = Set((first + rest).prefix(limit).map(\.id))
    }
    var relations: [DocumentID: Group.Relation] = [:]
    for group in try store.groups() {
      for member in group.members where member.document != group.hub {
        relations[member.document] = member.relation
      }
    }
    let listed = sorted.map { document -> ListedDocument in
      let known = facts[document.id]
      var listed = ListedDocument(
        document: document,
        page: paged.contains(document.id) ? "documents/\(document.id.rawValue).html" : nil,
        words: known?.words ?? 0, themes: Array((known?.themes ?? []).prefix(4)),
        undatedReason: document.published == nil ? known?.undatedReason : nil)
      listed.publisherPage = document.publisher.map(publisherPath)
      listed.relation = relations[document.id]
      return listed
    }
    documents = listed
    places = Dictionary(
      listed.enumerated().map { ($0.element.document.id, $0.offset) },
      uniquingKeysWith: { a, _ in a })
  }

  /// The document with `id` as lists name it.
  func listed(_ id: DocumentID) -> ListedDocument {
    if let place = places[id] { return documents[place] }
    return ListedDocument(
      document: Document(id: id, address: id.rawValue), page: nil, words: 0)
  }

  /// Documents with `ids`, in the order of all.
  func inOrder(_ ids: [DocumentID]) -> [ListedDocument] {
    ids.compactMap { places[$0] }.sorted().map { documents[$0] }
  }

  /// Whether this run met the document for the first time.
  func isNew(_ id: DocumentID) -> Bool { new.contains(id) }
}
