/// Identifies a document: 16 hexadecimal digits of the SHA-256 of its address.
public struct DocumentID: RawRepresentable, Hashable, Comparable, Sendable {
  /// The digits.
  public let rawValue: String
  /// An identifier by its digits.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// The order of the digits.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// Identifies a version: 16 hexadecimal digits of the SHA-256 of its address and content.
public struct VersionID: RawRepresentable, Hashable, Comparable, Sendable {
  /// The digits.
  public let rawValue: String
  /// An identifier by its digits.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// The order of the digits.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// Something odd about an input that was read all the same.
public struct Issue: Hashable, Sendable {
  /// A stable code such as `encoding-replaced` or `depth-capped`.
  public var code: String
  /// What was found, with the measured value and the limit.
  public var message: String

  /// An issue.
  public init(_ code: String, _ message: String) {
    self.code = code
    self.message = message
  }
}

/// Where the bytes of a version came from.
public struct Origin: Hashable, Sendable {
  /// The file, relative to the corpus and percent-escaped where it is not plain text.
  public var file: String
  /// Byte offset of the record in the file (of the compressed member in a `.warc.gz`); 0 otherwise.
  public var offset: Int

  /// A place in a file.
  public init(file: String, offset: Int = 0) {
    self.file = file
    self.offset = offset
  }
}

/// One distinct text at one address.
public struct Version: Hashable, Sendable {
  /// The identifier.
  public var id: VersionID
  /// The document that this is a version of.
  public var document: DocumentID
  /// The address: canonical URL, else URL, else path under the source.
  public var address: String
  /// When the text was captured, with the evidence; nil when unknown.
  public var captured: Found<Day>?
  /// Where it was read.
  public var origin: Origin
  /// The main text; passages are separated by one blank line.
  public var text: String
  /// The passages of `text` in reading order, which do not overlap.
  public var passages: [Passage]
  /// What is known about the text.
  public var metadata: Metadata
  /// SHA-256 of the normalised main text, 64 hexadecimal digits.
  public var contentHash: String
  /// What the page was taken for, such as `article`, `listing`, `forum` or `shell`.
  public var pageKind: PageKind
  /// What was odd about the input.
  public var issues: [Issue]

  /// A version of `document`.
  public init(
    id: VersionID, document: DocumentID, address: String, captured: Found<Day>? = nil,
    origin: Origin, text: String, passages: [Passage], metadata: Metadata, contentHash: String,
    pageKind: PageKind = .article, issues: [Issue] = []
  ) {
    self.id = id
    self.document = document
    self.address = address
    self.captured = captured
    self.origin = origin
    self.text = text
    self.passages = passages
    self.metadata = metadata
    self.contentHash = contentHash
    self.pageKind = pageKind
    self.issues = issues
  }
}

/// What a page was taken for.
public enum PageKind: String, Hashable, Sendable, CaseIterable {
  /// One text with a beginning and an end.
  case article
  /// Documentation or reference.
  case documentation
  /// Posts by many people.
  case forum
  /// An index of other pages.
  case listing
  /// An offer of a product.
  case product
  /// A page whose text is filled in by scripts.
  case shell
  /// Anything else.
  case other
}

/// One address and all its versions.
public struct Document: Hashable, Sendable {
  /// The identifier.
  public var id: DocumentID
  /// The address.
  public var address: String
  /// Title of the newest version.
  public var title: String?
  /// Authors of the newest version.
  public var authors: [String]
  /// Publisher of the newest version.
  public var publisher: String?
  /// Day of publication by the first version that states one.
  public var published: Day?
  /// Language as a BCP 47 code; nil when unknown.
  public var language: String?
  /// The versions in order of capture.
  public var versions: [VersionID]

  /// A document.
  public init(
    id: DocumentID, address: String, title: String? = nil, authors: [String] = [],
    publisher: String? = nil, published: Day? = nil, language: String? = nil,
    versions: [VersionID] = []
  ) {
    self.id = id
    self.address = address
    self.title = title
    self.authors = authors
    self.publisher = publisher
    self.published = published
    self.language = language
    self.versions = versions
  }
}

/// A later capture of a text that was already known at that address.
public struct Sighting: Hashable, Sendable {
  /// The version seen again.
  public var version: VersionID
  /// When; nil when unknown.
  public var captured: Day?
  /// Where.
  public var origin: Origin

  /// A sighting of `version`.
  public init(version: VersionID, captured: Day?, origin: Origin) {
    self.version = version
    self.captured = captured
    self.origin = origin
  }
}
