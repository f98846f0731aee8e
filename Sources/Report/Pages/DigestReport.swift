public import Model

/// A document as a list names it.
public struct ListedDocument: Hashable, Sendable {
  /// The document.
  public var document: Document
  /// Path of its page from the folder of the digest; nil when it has none.
  public var page: String?
  /// Words of the newest version.
  public var words: Int
  /// Names of its main themes, the strongest first.
  public var themes: [String]
  /// Why it has no date; nil when it has one.
  public var undatedReason: String?
  /// Path of the page of its publisher from the folder of the digest; nil when it has none.
  public var publisherPage: String?
  /// How it stands to the hub of its group; nil for hubs and documents without variants.
  public var relation: Group.Relation?

  /// Whether timelines count it with another document whose words it repeats.
  public var isCopy: Bool { relation == .copy || relation == .nearCopy }

  /// A document of a list.
  public init(
    document: Document, page: String?, words: Int, themes: [String] = [],
    undatedReason: String? = nil
  ) {
    self.document = document
    self.page = page
    self.words = words
    self.themes = themes
    self.undatedReason = undatedReason
  }
}

/// Two texts that were compared, as a list names them.
public struct ListedComparison: Hashable, Sendable {
  /// Why they were compared.
  public enum Reason: String, Hashable, Sendable {
    /// Two versions at one address.
    case version
    /// Two addresses with variants of one text.
    case variant
  }

  /// Why they were compared.
  public var reason: Reason
  /// The document of A.
  public var a: ListedDocument
  /// The document of B; that of A when two versions were compared.
  public var b: ListedDocument
  /// When each was captured; nil when unknown.
  public var captured: (a: Day?, b: Day?)
  /// The number of B among the versions of its document, from 1.
  public var number: Int
  /// The day of change that the page of B names and that of A does not; nil when it names none, so that
  /// a change is silent.
  public var modified: Day?
  /// What the comparison comes to.
  public var verdict: Verdict
  /// The relation of B to the hub of its group; nil for versions.
  public var relation: Group.Relation?
  /// The facts that mislead most, at most three.
  public var facts: [FactChange]
  /// How many facts differ.
  public var factCount: Int
  /// Whether this run found it.
  public var isNew: Bool
  /// Path of its page from the folder of the digest.
  public var page: String

  /// A comparison of a list.
  public init(
    reason: Reason, a: ListedDocument, b: ListedDocument, captured: (a: Day?, b: Day?),
    number: Int, verdict: Verdict, relation: Group.Relation?, facts: [FactChange], factCount: Int,
    isNew: Bool, page: String
  ) {
    self.reason = reason
    self.a = a
    self.b = b
    self.captured = captured
    self.number = number
    self.verdict = verdict
    self.relation = relation
    self.facts = facts
    self.factCount = factCount
    self.isNew = isNew
    self.page = page
  }

  /// Whether all that is shown is the same.
  public static func == (x: Self, y: Self) -> Bool {
    x.page == y.page && x.verdict == y.verdict && x.facts == y.facts && x.isNew == y.isNew
      && x.relation == y.relation && x.number == y.number && x.a == y.a && x.b == y.b
  }

  /// Hashes the page, which is one for each pair.
  public func hash(into hasher: inout Hasher) { hasher.combine(page) }
}

/// A theme as a list names it.
public struct ListedTheme: Hashable, Sendable {
  /// Its series.
  public var series: ThemeSeries
  /// Dated and undated documents that speak of it.
  public var documents: Int
  /// Documents that this run found.
  public var newDocuments: Int
  /// Path of its page from the folder of the digest.
  public var page: String
  /// The new document that speaks of it most; nil when there is none.
  public var readFirst: ListedDocument?
  /// The type of a name; nil for themes.
  public var type: EntityType?
  /// How the newest part of the series stands to what was before; nil when it is too short.
  public var rise: Rise?

  /// A theme of a list.
  public init(
    series: ThemeSeries, documents: Int, newDocuments: Int, page: String,
    readFirst: ListedDocument?
  ) {
    self.series = series
    self.documents = documents
    self.newDocuments = newDocuments
    self.page = page
    self.readFirst = readFirst
  }

  /// The burst that reaches into the last complete bucket, with all bursts inside it; nil when there is
  /// none.
  public var burst: Burst? {
    guard let last = series.points.last(where: \.complete) ?? series.points.last else { return nil }
    return series.bursts.filter { $0.end >= last.start }.min { $0.level < $1.level }
  }
}

/// A name that this run met for the first time.
public struct NewName: Hashable, Sendable {
  /// The canonical name.
  public var name: String
  /// The type.
  public var type: EntityType
  /// Documents that name it.
  public var documents: Int
  /// Publishers that name it.
  public var publishers: Int
  /// The passage of the first mention.
  public var passage: String
  /// The mention in `passage`, UTF-8 byte offsets, half-open.
  public var utf8: Range<Int>
  /// Path of the page of that document; nil when it has none.
  public var page: String?
  /// Path of the page of the name; nil when it has none.
  public var namePage: String?

  /// A name met for the first time.
  public init(
    name: String, type: EntityType, documents: Int, publishers: Int, passage: String,
    utf8: Range<Int>, page: String?
  ) {
    self.name = name
    self.type = type
    self.documents = documents
    self.publishers = publishers
    self.passage = passage
    self.utf8 = utf8
    self.page = page
  }
}

/// Everything that a digest shows.
public struct DigestReport: Sendable {
  /// What the run did.
  public var run: Run
  /// All documents of the store.
  public var documents: Int
  /// Those with a date.
  public var dated: Int
  /// All themes that some document speaks of, the most frequent first.
  public var themes: [ListedTheme]
  /// Comparisons of versions and variants, new ones first.
  public var comparisons: [ListedComparison]
  /// Names met for the first time, those in most documents first.
  public var names: [NewName]
  /// Documents that this run found, newest first.
  public var newDocuments: [ListedDocument]
  /// Documents without a date.
  public var undated: [ListedDocument]

  /// A digest.
  public init(
    run: Run, documents: Int, dated: Int, themes: [ListedTheme], comparisons: [ListedComparison],
    names: [NewName], newDocuments: [ListedDocument], undated: [ListedDocument]
  ) {
    self.run = run
    self.documents = documents
    self.dated = dated
    self.themes = themes
    self.comparisons = comparisons
    self.names = names
    self.newDocuments = newDocuments
    self.undated = undated
  }
}
