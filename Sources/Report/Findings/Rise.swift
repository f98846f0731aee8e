public import Model

/// How the share of the newest buckets stands to the share of all buckets before them.
public struct Rise: Hashable, Sendable {
  /// The first day of the newest buckets.
  public var start: Day
  /// The last day of the newest buckets.
  public var end: Day
  /// Documents on the theme and all dated ones, in the newest buckets.
  public var recent: (documents: Int, total: Int)
  /// Documents on the theme and all dated ones, before.
  public var before: (documents: Int, total: Int)
  /// Share in the newest buckets less the share before, −1 to 1.
  public var difference: Double
  /// Lower bound of the 95 % interval of the difference (Newcombe).
  public var low: Double
  /// Upper bound of that interval.
  public var high: Double

  /// A comparison of two stretches of a series.
  public init(
    start: Day, end: Day, recent: (documents: Int, total: Int),
    before: (documents: Int, total: Int), difference: Double, low: Double, high: Double
  ) {
    self.start = start
    self.end = end
    self.recent = recent
    self.before = before
    self.difference = difference
    self.low = low
    self.high = high
  }

  /// Whether the interval lies above 0, so that chance alone is an unlikely cause.
  public var isClear: Bool { low > 0 }

  /// Whether all numbers are the same.
  public static func == (a: Self, b: Self) -> Bool {
    a.start == b.start && a.end == b.end && a.recent == b.recent && a.before == b.before
      && a.difference == b.difference && a.low == b.low && a.high == b.high
  }

  /// Hashes the stretch and its counts.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(start)
    hasher.combine(recent.documents)
    hasher.combine(before.documents)
  }

  /// In plain words.
  var reading: String {
    "From \(longDay(start)) to \(longDay(end)), \(grouped(recent.documents)) of "
      + "\(counted(recent.total, "article")) speak of it (\(share(recent))), before that "
      + "\(grouped(before.documents)) of \(grouped(before.total)) (\(share(before))): "
      + "\(points(difference)) points (95\(noBreak)% interval \(points(low)) to \(points(high)))"
      + (low > 0 || high < 0 ? "." : ", which may be chance.")
  }

  /// `8 of 30 (26.7 %)`.
  func share(_ counts: (documents: Int, total: Int)) -> String {
    percent(Double(counts.documents) / Double(max(1, counts.total)))
  }

  /// `+9.7`.
  func points(_ difference: Double) -> String {
    (difference > 0 ? "+" : "") + fixed(difference * 100, 1)
  }
}
