/// The length of the buckets of a series.
public enum Bucket: String, Hashable, Sendable, CaseIterable {
  /// One day.
  case day
  /// Monday to Sunday (ISO 8601).
  case week
  /// A calendar month.
  case month
  /// Three calendar months.
  case quarter
  /// A calendar year.
  case year
}

/// What one day holds: of one subject, or of the whole corpus.
public struct DayCount: Hashable, Sendable {
  /// The day.
  public var day: Day
  /// Documents of that day that speak of the subject.
  public var documents: Int
  /// Mentions of the subject.
  public var mentions: Int
  /// All dated documents of that day.
  public var total: Int
  /// Words of all documents of that day.
  public var words: Int

  /// The counts of a day.
  public init(day: Day, documents: Int, mentions: Int, total: Int, words: Int = 0) {
    self.day = day
    self.documents = documents
    self.mentions = mentions
    self.total = total
    self.words = words
  }
}

/// One bucket of a series.
public struct SeriesPoint: Hashable, Sendable {
  /// First day of the bucket.
  public var start: Day
  /// Documents that speak of the theme.
  public var documents: Int
  /// Mentions of the theme.
  public var mentions: Int
  /// All dated documents of the bucket, the denominator of the share.
  public var total: Int
  /// Documents ÷ total; 0 when there are none.
  public var share: Double
  /// Lower bound of the 95 % interval of the share.
  public var low: Double
  /// Upper bound of the 95 % interval of the share.
  public var high: Double
  /// False when the corpus does not cover the whole bucket.
  public var complete: Bool

  /// A point.
  public init(
    start: Day, documents: Int, mentions: Int, total: Int, share: Double, low: Double,
    high: Double, complete: Bool
  ) {
    self.start = start
    self.documents = documents
    self.mentions = mentions
    self.total = total
    self.share = share
    self.low = low
    self.high = high
    self.complete = complete
  }
}

/// A stretch of time in which a theme is unusually frequent.
public struct Burst: Hashable, Sendable {
  /// First day of the first bucket.
  public var start: Day
  /// Last day of the last bucket.
  public var end: Day
  /// Level of the burst, from 1.
  public var level: Int
  /// How much cheaper the burst explains the counts than its absence does; larger is stronger.
  public var weight: Double

  /// A burst.
  public init(start: Day, end: Day, level: Int, weight: Double) {
    self.start = start
    self.end = end
    self.level = level
    self.weight = weight
  }
}

/// A bucket at which the level of a series changes for good.
public struct ChangePoint: Hashable, Sendable {
  /// First day of the first bucket at the new level.
  public var start: Day
  /// Mean share before it, back to the change before.
  public var before: Double
  /// Mean share from it on, up to the next change.
  public var after: Double

  /// A change point.
  public init(start: Day, before: Double, after: Double) {
    self.start = start
    self.before = before
    self.after = after
  }
}

/// How a theme moves over time.
public struct ThemeSeries: Hashable, Sendable {
  /// The theme, entity or term.
  public var subject: Subject
  /// Its name.
  public var name: String
  /// Length of the buckets.
  public var bucket: Bucket
  /// One point for each bucket, oldest first, empty ones included.
  public var points: [SeriesPoint]
  /// Bursts, oldest first.
  public var bursts: [Burst]
  /// Change points, oldest first.
  public var changes: [ChangePoint]

  /// A series.
  public init(
    subject: Subject, name: String, bucket: Bucket, points: [SeriesPoint], bursts: [Burst] = [],
    changes: [ChangePoint] = []
  ) {
    self.subject = subject
    self.name = name
    self.bucket = bucket
    self.points = points
    self.bursts = bursts
    self.changes = changes
  }
}
