public import Model

/// Everything that `timeline` shows of one subject.
public struct TimelineReport: Sendable {
  /// Its series, one for each group, or one of the whole.
  public var series: [ThemeSeries]
  /// What each series shows, in the order of `series`.
  public var findings: [[SeriesFinding]]
  /// How two groups differ, over all buckets first and then bucket by bucket; empty unless there are
  /// two.
  public var differences: [ShareDifference]
  /// What a reader has to know of what is not shown.
  public var notes: [String]
  /// Sentences that speak of the subject; nil when none were asked for.
  public var evidence: [EvidenceSentence]?

  /// A report.
  public init(
    series: [ThemeSeries], findings: [[SeriesFinding]], differences: [ShareDifference] = [],
    notes: [String] = [], evidence: [EvidenceSentence]? = nil
  ) {
    self.series = series
    self.findings = findings
    self.differences = differences
    self.notes = notes
    self.evidence = evidence
  }
}

/// The share in one group less the share in another.
public struct ShareDifference: Hashable, Sendable {
  /// The first day of the bucket; nil for all buckets together.
  public var start: Day?
  /// First share less second, −1 to 1.
  public var difference: Double
  /// Lower bound of its 95 % interval (Newcombe).
  public var low: Double
  /// Upper bound of that interval.
  public var high: Double

  /// A difference.
  public init(start: Day?, difference: Double, low: Double, high: Double) {
    self.start = start
    self.difference = difference
    self.low = low
    self.high = high
  }
}

/// A sentence as evidence, with its place.
public struct EvidenceSentence: Hashable, Sendable {
  /// The document it is from.
  public var document: ListedDocument
  /// The version whose text it is.
  public var version: VersionID
  /// The day on which the document counts.
  public var day: Day
  /// How often the document speaks of the subject.
  public var mentions: Int
  /// The sentence.
  public var sentence: String
  /// The words that speak of the subject, UTF-8 byte offsets into the sentence, half-open.
  public var utf8: Range<Int>
  /// The place of those words in the text of the version, in Unicode scalars, half-open.
  public var scalars: Range<Int>

  /// A sentence.
  public init(
    document: ListedDocument, version: VersionID, day: Day, mentions: Int, sentence: String,
    utf8: Range<Int>, scalars: Range<Int>
  ) {
    self.document = document
    self.version = version
    self.day = day
    self.mentions = mentions
    self.sentence = sentence
    self.utf8 = utf8
    self.scalars = scalars
  }
}
