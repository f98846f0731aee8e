public import Model

/// A subject with how often it is met.
public struct CountedSubject: Hashable, Sendable {
  /// The subject.
  public var subject: Subject
  /// Its name.
  public var name: String
  /// The type of an entity; nil for others.
  public var type: EntityType?
  /// Documents that speak of it.
  public var documents: Int
  /// Mentions in them.
  public var mentions: Int

  /// A counted subject.
  public init(
    subject: Subject, name: String, type: EntityType?, documents: Int, mentions: Int
  ) {
    self.subject = subject
    self.name = name
    self.type = type
    self.documents = documents
    self.mentions = mentions
  }
}

/// A subject that is met together with another.
public struct CompanionSubject: Hashable, Sendable {
  /// It, with its own counts.
  public var counted: CountedSubject
  /// Documents that speak of both.
  public var both: Int
  /// Normalised pointwise mutual information, −1 to 1.
  public var npmi: Double
  /// The same over the earlier half of the other subject's dated documents; nil without dates.
  public var earlier: Double?
  /// The same over the later half.
  public var later: Double?
  /// The share of the other's documents that speak of both, later half less earlier half.
  public var change: ShareDifference?

  /// A companion.
  public init(
    counted: CountedSubject, both: Int, npmi: Double, earlier: Double? = nil, later: Double? = nil,
    change: ShareDifference? = nil
  ) {
    self.counted = counted
    self.both = both
    self.npmi = npmi
    self.earlier = earlier
    self.later = later
    self.change = change
  }
}

/// What is met together with a subject.
public struct CompanionReport: Sendable {
  /// The subject.
  public var counted: CountedSubject
  /// The day that parts its documents into an earlier and a later half; nil without dates.
  public var middle: Day?
  /// What is met with it, the strongest bond first.
  public var companions: [CompanionSubject]

  /// A report.
  public init(counted: CountedSubject, middle: Day?, companions: [CompanionSubject]) {
    self.counted = counted
    self.middle = middle
    self.companions = companions
  }
}

/// One entity: its forms, its documents, its company.
public struct EntityReport: Sendable {
  /// A form in which the texts write it.
  public struct Form: Hashable, Sendable {
    /// As it is written.
    public var text: String
    /// How often.
    public var mentions: Int

    /// A form.
    public init(text: String, mentions: Int) {
      self.text = text
      self.mentions = mentions
    }
  }

  /// The entity.
  public var counted: CountedSubject
  /// First and last day of its dated documents; nil without any.
  public var days: (first: Day, last: Day)?
  /// The identifier that its names share, the same every night; nil for values.
  public var id: String?
  /// The names that documents have for it, each with the reason why it belongs here or stays apart.
  public var names: [Entity.Name] = []
  /// Its forms, the most frequent first.
  public var forms: [Form]
  /// The documents that name it most.
  public var documents: [ListedDocument]
  /// What is met together with it.
  public var companions: CompanionReport

  /// A report.
  public init(
    counted: CountedSubject, days: (first: Day, last: Day)?, forms: [Form],
    documents: [ListedDocument], companions: CompanionReport
  ) {
    self.counted = counted
    self.days = days
    self.forms = forms
    self.documents = documents
    self.companions = companions
  }
}
