public import Model

/// What a nightly run is to do.
public struct NightlyOptions: Sendable {
  /// The corpus: a folder or a single file.
  public var corpus: String
  /// Which files are read, and where foreign JSON Lines hold what.
  public var reading = CorpusReading()
  /// The folder that the pages and, unless said otherwise, the store go to.
  public var output: String
  /// The store; nil for `variorum.sqlite` in the output folder.
  public var store: String?
  /// The date of the run.
  public var date: Day
  /// Workers, from 1.
  public var jobs: Int
  /// The taxonomy in place of the shipped one.
  public var taxonomy: String?
  /// A learned model of themes in place of a taxonomy.
  public var model: String?
  /// The user's list of entities.
  public var entities: String?
  /// Whether no progress is shown.
  public var isQuiet = false
  /// Document pages that are written at most; new and changed documents come first.
  public var maximumDocumentPages = 2_000
  /// Pages of names that are written at most; those in most documents come first.
  public var maximumNamePages = 1_000
  /// Comparisons that are made at most; new ones come first.
  public var maximumComparisons = 500

  /// A run over `corpus` into `output`.
  public init(corpus: String, output: String, date: Day, jobs: Int) {
    self.corpus = corpus
    self.output = output
    self.date = date
    self.jobs = jobs
  }
}

/// What came of a nightly run.
public struct NightlyOutcome: Sendable {
  /// What the run did.
  public var run: Run
  /// Whether anything was new; when nothing was, no page was touched.
  public var foundNew: Bool
  /// Path of the digest.
  public var digest: String
  /// Documents of the store.
  public var documents: Int
  /// Those with a date.
  public var dated: Int
  /// Files of other forms that were passed over.
  public var passedOver: Int
  /// How long it took.
  public var seconds: Double
}
