import Model
import Report
import Store
import Text

/// Sentences of one document that are shown at most.
private let sentencesOfDocument = 3

extension CorpusStore {
  /// Sentences that speak of `found` in the texts of `occurrences`, those with the most mentions
  /// first, then the newest; at most `limit` documents.
  func evidence(
    for found: FoundSubject, in occurrences: [Occurrence], limit: Int
  ) throws -> [EvidenceSentence] {
    var lexicon = Lexicon()
    var sentences: [EvidenceSentence] = []
    for occurrence in heaviest(occurrences, limit: limit) {
      guard let stored = try version(numbered: occurrence.version) else { continue }
      let (document, version) = stored
      let listed = try listedDocument(document)
      lexicon.removeAll()
      let places: [Range<Int>]
      if found.subject.kind == .term {
        places = phrasePlaces(of: found.words, in: version.text, document.language, &lexicon)
      } else {
        places = try mentions(in: version.id).filter { found.holds($0.subject) }.map(\.utf8)
      }
      let analyzed = analyze(
        version.text, passages: version.passages, language: document.language, lexicon: &lexicon)
      let scalars = ScalarTable(version.text)
      var shown: [Int] = []
      for place in places where shown.count < sentencesOfDocument {
        guard let index = analyzed.sentence(at: place.lowerBound), !shown.contains(index) else {
          continue
        }
        shown.append(index)
        let range = analyzed.sentences[index].utf8
        sentences.append(
          EvidenceSentence(
            document: listed, version: version.id, day: occurrence.day, mentions: occurrence.count,
            sentence: analyzed.string(range),
            utf8: (place.lowerBound - range.lowerBound)..<(min(place.upperBound, range.upperBound)
              - range.lowerBound),
            scalars: scalars.range(place)))
      }
    }
    return sentences
  }

  /// The documents of `occurrences` with the most mentions.
  func documents(of occurrences: [Occurrence], limit: Int) throws -> [ListedDocument] {
    try listedDocuments(of: heaviest(occurrences, limit: limit))
  }

  /// The documents of `occurrences`, in their order.
  func listedDocuments(of occurrences: some Sequence<Occurrence>) throws -> [ListedDocument] {
    try occurrences.compactMap { occurrence in
      try document(ofVersion: occurrence.version).map { try listedDocument($0) }
    }
  }

  /// A document with what lists say of it.
  func listedDocument(_ document: Document) throws -> ListedDocument {
    let facts = try documentFacts(of: document.id)
    return ListedDocument(
      document: document, page: nil, words: facts?.words ?? 0, themes: facts?.themes ?? [],
      undatedReason: facts?.undatedReason)
  }
}

/// Those with the most mentions first, then the newest, then the larger number.
func heaviest(_ occurrences: [Occurrence], limit: Int) -> ArraySlice<Occurrence> {
  occurrences.sorted { $0.isHeavier(than: $1) }.prefix(limit)
}

extension AnalyzedText {
  /// The index of the sentence that holds the byte at `offset`; nil between sentences.
  func sentence(at offset: Int) -> Int? {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].utf8.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count && sentences[low].utf8.lowerBound <= offset ? low : nil
  }
}
