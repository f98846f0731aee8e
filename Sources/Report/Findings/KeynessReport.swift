/// What marks one part of a corpus against another.
public struct KeynessReport: Sendable {
  /// A part of the corpus.
  public struct Side: Hashable, Sendable {
    /// What it is.
    public var label: String
    /// Its documents.
    public var documents: Int
    /// Its words.
    public var words: Int

    /// A part.
    public init(label: String, documents: Int, words: Int) {
      self.label = label
      self.documents = documents
      self.words = words
    }
  }

  /// A word or subject that is more frequent in one of the parts.
  public struct Row: Hashable, Sendable {
    /// The word or the name.
    public var name: String
    /// How often it occurs in A and in B.
    public var counts: (a: Int, b: Int)
    /// In how many documents of A and of B.
    public var documents: (a: Int, b: Int)
    /// Log-likelihood of two cells (Rayson and Garside).
    public var logLikelihood: Double
    /// Log-likelihood of four cells (Dunning).
    public var dunning: Double
    /// Binary logarithm of the rate in A over the rate in B; positive when it marks A.
    public var logRatio: Double

    /// A row.
    public init(
      name: String, counts: (a: Int, b: Int), documents: (a: Int, b: Int), logLikelihood: Double,
      dunning: Double, logRatio: Double
    ) {
      self.name = name
      self.counts = counts
      self.documents = documents
      self.logLikelihood = logLikelihood
      self.dunning = dunning
      self.logRatio = logRatio
    }

    /// Whether all that is shown is the same.
    public static func == (x: Self, y: Self) -> Bool {
      x.name == y.name && x.counts == y.counts && x.documents == y.documents
    }

    /// Hashes the name, which is one for each row.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
  }

  /// The part at hand and the one it is held against.
  public var a: Side
  /// The part that A is held against.
  public var b: Side
  /// What marks A, then what marks B, each with the strongest first.
  public var rows: [Row]

  /// A report.
  public init(a: Side, b: Side, rows: [Row]) {
    self.a = a
    self.b = b
    self.rows = rows
  }
}
