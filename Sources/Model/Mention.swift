/// The type of an entity or value, named as in the worker contract.
public enum EntityType: String, Hashable, Sendable, CaseIterable {
  /// A person.
  case person = "PER"
  /// An organisation.
  case organisation = "ORG"
  /// A country, city or other place with a government.
  case geopolitical = "GPE"
  /// Another place.
  case location = "LOC"
  /// A nationality, religious or political group.
  case group = "NORP"
  /// A named event.
  case event = "EVENT"
  /// A law or treaty.
  case law = "LAW"
  /// A date or time.
  case date = "DATE"
  /// An amount of money.
  case money = "MONEY"
  /// A share in per cent.
  case percent = "PERCENT"
  /// Another number.
  case number = "NUM"
}

/// What a mention is about.
public struct Subject: Hashable, Comparable, Sendable {
  /// The kinds of subject.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A keyword; the id is its normal form.
    case keyword
    /// A theme; the id is that of the taxonomy.
    case theme
    /// An entity; the id is its type and canonical name.
    case entity
    /// Any word or phrase of the texts; the id is its normal form.
    case term
  }

  /// The kind.
  public var kind: Kind
  /// The identifier within its kind.
  public var id: String

  /// A subject.
  public init(_ kind: Kind, _ id: String) {
    self.kind = kind
    self.id = id
  }

  /// By kind, then by identifier.
  public static func < (a: Self, b: Self) -> Bool {
    (a.kind.rawValue, a.id) < (b.kind.rawValue, b.id)
  }
}

/// A place in a version's text that speaks of a subject.
public struct Mention: Hashable, Sendable {
  /// What it speaks of.
  public var subject: Subject
  /// The name to show: canonical name, theme name or keyword.
  public var name: String
  /// The entity type; nil for keywords and themes.
  public var type: EntityType?
  /// Index of the passage.
  public var passage: Int
  /// UTF-8 byte offsets into the version's text, half-open.
  public var utf8: Range<Int>
  /// The value that it states; nil when it states none.
  public var value: Value?
  /// Weight of the subject in the document, in parts per million.
  public var score: Int

  /// A mention of `subject` at `utf8`.
  public init(
    subject: Subject, name: String, type: EntityType? = nil, passage: Int, utf8: Range<Int>,
    value: Value? = nil, score: Int
  ) {
    self.subject = subject
    self.name = name
    self.type = type
    self.passage = passage
    self.utf8 = utf8
    self.value = value
    self.score = score
  }
}
