import Grouping
import Ingest
import Model
import Store
import Tagging
import Text

/// A document with everything that was found in it.
struct AnalyzedDocument: Sendable {
  var version: Version
  var mentions: [Mention]
  var words: Int
  /// What grouping keeps of the text.
  var fingerprint: StoredFingerprint
  /// What a reader has to know about the input although it was taken.
  var warnings: [Failure]
}

/// Turns records into documents: decoding, main text, metadata, words, mentions.
///
/// One belongs to one worker; its lexicon is emptied when it has grown large.
struct DocumentAnalyst: Sendable {
  /// The most mentions of one document that are kept.
  static let maximumMentions = 20_000
  /// Terms at which the lexicon is emptied.
  private static let maximumTerms = 1 << 20

  private let models: TaggingModels
  private var lexicon = Lexicon()
  private var prints = FingerprintMaker()

  init(_ models: TaggingModels) { self.models = models }

  /// The document in `record`, or why there is none.
  mutating func analyse(_ record: InputRecord) -> Result<AnalyzedDocument, DocumentFailure> {
    let page = extracted(record)
    let file = record.origin.file
    guard page.text.utf8.contains(where: { $0 > 0x20 }) else {
      return .failure(
        DocumentFailure(
          failure: Failure(
            origin: record.origin, code: "no-text",
            message: "\(file): no text of an article was found (\(pageKindName(page.pageKind))).")))
    }
    let place =
      record.origin.offset > 0 ? "\(file)#\(record.origin.offset)" : file
    let address = address(
      canonical: page.metadata.canonicalURL?.value, url: record.url, path: place)
    var version = Version(
      id: versionID(address, title: page.metadata.title?.value, text: page.text),
      document: documentID(address), address: address, captured: captured(record, page.metadata),
      origin: record.origin, text: page.text, passages: page.passages, metadata: page.metadata,
      contentHash: contentHash(page.text), pageKind: page.pageKind, issues: page.issues)
    let (mentions, words, print) = tag(&version)
    return .success(
      AnalyzedDocument(
        version: version, mentions: mentions, words: words,
        fingerprint: StoredFingerprint(method: Fingerprint.method, bytes: print.bytes),
        warnings: warnings(version)))
  }

  /// Finds the mentions of a version whose text is known, and its language where it has none.
  private mutating func tag(
    _ version: inout Version
  ) -> (mentions: [Mention], words: Int, print: Fingerprint) {
    if lexicon.count > DocumentAnalyst.maximumTerms { lexicon.removeAll() }
    let title = version.metadata.title?.value
    version.settleLanguage()
    let analyzed = analyze(
      version.text, passages: version.passages,
      language: version.metadata.language?.value ?? "und", lexicon: &lexicon)
    version.noteLanguages(
      analyzed.languages(of: version.passages.map(\.utf8), lexicon: &lexicon))
    let day = version.metadata.published?.value ?? version.captured?.value
    var mentions = models.mentions(
      in: analyzed, title: title, writtenOn: day, lexicon: &lexicon)
    if models.lacksNameModel(analyzed) {
      version.issues.append(
        Issue(
          "no-name-model",
          "no model of names in the language \(analyzed.language); capitals and lists were used"))
    }
    var passage = 0
    mentions.sort { $0.utf8.lowerBound < $1.utf8.lowerBound }
    for index in mentions.indices {
      while passage + 1 < version.passages.count,
        version.passages[passage + 1].utf8.lowerBound <= mentions[index].utf8.lowerBound
      { passage += 1 }
      mentions[index].passage = passage
    }
    if mentions.count > DocumentAnalyst.maximumMentions {
      version.issues.append(
        Issue(
          "mentions-capped",
          "\(mentions.count) mentions; the first \(DocumentAnalyst.maximumMentions) were kept"))
      mentions.removeLast(mentions.count - DocumentAnalyst.maximumMentions)
    }
    return (mentions, analyzed.wordCount, prints.fingerprint(analyzed, &lexicon))
  }

  private func captured(_ record: InputRecord, _ metadata: Metadata) -> Found<Day>? {
    if let captured = record.captured { return captured }
    return (metadata.modified ?? metadata.published).map {
      Found($0.value, Evidence(.derived, $0.evidence.source.rawValue, confidence: 500))
    }
  }

  /// Issues that leave a text in doubt are listed with the failures; the text is kept all the same.
  private func warnings(_ version: Version) -> [Failure] {
    version.issues.filter { DocumentAnalyst.doubtful.contains($0.code) }.map { issue in
      Failure(
        origin: version.origin, code: issue.code,
        message: "\(version.origin.file): \(issue.message); what could be read was kept.")
    }
  }

  private static let doubtful: Set<String> = [
    "encoding-replaced", "encoding-wrong", "cut-off", "page-cut", "depth-capped", "tag-capped",
  ]
}

/// Why a record is no document.
struct DocumentFailure: Error {
  var failure: Failure
}

/// What a page is, in words.
func pageKindName(_ kind: PageKind) -> String {
  switch kind {
  case .article: "taken for an article"
  case .documentation: "taken for documentation"
  case .forum: "taken for a forum"
  case .listing: "taken for a list of other pages"
  case .product: "taken for an offer"
  case .shell: "a page whose text is filled in by scripts"
  case .other: "of unknown kind"
  }
}
