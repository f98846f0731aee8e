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
  /// Ten years from one that ends in 0.
  case decade
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
  /// Words of all dated documents of the bucket, the denominator of the rate.
  public var words: Int
  /// Mentions in a million words; 0 when there are no words.
  public var rate: Double
  /// Lower bound of the exact 95 % interval of the rate.
  public var rateLow: Double
  /// Upper bound of the exact 95 % interval of the rate.
  public var rateHigh: Double
  /// Share over this bucket and its neighbours; nil where they do not reach or hold no document.
  public var average: Double?

  /// Whether no dated document lies in the bucket: its share is unknown, not zero.
  public var isEmpty: Bool { total == 0 }

  /// A point.
  public init(
    start: Day, documents: Int, mentions: Int, total: Int, share: Double, low: Double,
    high: Double, complete: Bool, words: Int = 0, rate: Double = 0, rateLow: Double = 0,
    rateHigh: Double = 0, average: Double? = nil
  ) {
    self.start = start
    self.documents = documents
    self.mentions = mentions
    self.total = total
    self.share = share
    self.low = low
    self.high = high
    self.complete = complete
    self.words = words
    self.rate = rate
    self.rateLow = rateLow
    self.rateHigh = rateHigh
    self.average = average
  }
}

/// A stretch of time in which a theme is unusually frequent.
public struct Burst: Hashable, Sendable {
  /// First day of the first bucket.
  public var start: Day
  /// Last day of the last bucket.
  public var end: Day
  /// Level of the burst, from 1; a burst of level 2 lies inside one of level 1.
  public var level: Int
  /// How much cheaper the burst explains the counts than the level below does; larger is stronger.
  public var weight: Double
  /// The other years whose same days are raised too, so that a season may explain the burst; 0
  /// when nothing speaks for a season.
  public var seasonYears: Int

  /// A burst.
  public init(start: Day, end: Day, level: Int, weight: Double, seasonYears: Int = 0) {
    self.start = start
    self.end = end
    self.level = level
    self.weight = weight
    self.seasonYears = seasonYears
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

/// The steady rise or fall of a share over all its buckets.
public struct SeriesTrend: Hashable, Sendable {
  /// Change of the share from one bucket to the next (Theil–Sen).
  public var slope: Double
  /// Lower bound of the 95 % interval of the slope.
  public var low: Double
  /// Upper bound of the 95 % interval of the slope.
  public var high: Double
  /// Kendall's rank correlation of share and time, −1 to 1.
  public var tau: Double
  /// Two-sided probability of so steady a course without a trend (Mann–Kendall).
  public var probability: Double
  /// Complete buckets with documents that it rests on.
  public var buckets: Int

  /// A trend.
  public init(
    slope: Double, low: Double, high: Double, tau: Double, probability: Double, buckets: Int
  ) {
    self.slope = slope
    self.low = low
    self.high = high
    self.tau = tau
    self.probability = probability
    self.buckets = buckets
  }

  /// Whether chance alone is an unlikely cause, at 5 %.
  public var isSteady: Bool { probability < 0.05 }
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
  /// What one change point has to save in squared error to be worth it; nil when none were sought.
  public var changePenalty: Double?
  /// The trend; nil when there are too few buckets.
  public var trend: SeriesTrend?
  /// The part of the corpus that it looks at, such as `publisher: Quay Post`; nil for the whole.
  public var group: String?

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

  /// The highest level of the bursts that hold `day`; 0 outside of bursts.
  public func burstLevel(at day: Day) -> Int {
    bursts.reduce(0) { $1.start <= day && day <= $1.end ? max($0, $1.level) : $0 }
  }
}
