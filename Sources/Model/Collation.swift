/// Several versions of one text, sentence by sentence.
public struct Collation: Hashable, Sendable {
  /// What is compared with what.
  public enum Mode: Hashable, Sendable {
    /// Each version with the one before it.
    case history
    /// Every text with the one at this index.
    case base(Int)
    /// Every text with every other.
    case parallel

    /// Its name in outputs.
    public var name: String {
      switch self {
      case .history: "history"
      case .base: "base"
      case .parallel: "parallel"
      }
    }
  }

  /// One of the comparisons that were made.
  public struct Step: Hashable, Sendable {
    /// Index of the earlier text, or of the base.
    public var a: Int
    /// Index of the other text.
    public var b: Int
    /// What it found.
    public var result: ComparisonResult

    /// The comparison of text `a` with text `b`.
    public init(a: Int, b: Int, result: ComparisonResult) {
      self.a = a
      self.b = b
      self.result = result
    }
  }

  /// What one text has at a row.
  public struct Reading: Hashable, Sendable {
    /// Indices of its sentences, ascending; empty when it has none.
    public var sentences: [Int]
    /// Number of the wording among the different ones of the row, from 0; nil when it has none.
    public var wording: Int?

    /// A reading.
    public init(sentences: [Int] = [], wording: Int? = nil) {
      self.sentences = sentences
      self.wording = wording
    }
  }

  /// Sentences that are one statement in several texts: the life of a sentence.
  public struct Row: Hashable, Sendable {
    /// One reading for each text.
    public var readings: [Reading]
    /// The different wordings, in the order of the texts.
    public var wordings: [String]

    /// A row.
    public init(readings: [Reading], wordings: [String]) {
      self.readings = readings
      self.wordings = wordings
    }

    /// Whether all texts have it in the same words.
    public var isConstant: Bool { readings.allSatisfy { $0.wording == 0 } }
  }

  /// What was compared with what.
  public var mode: Mode
  /// The texts in the order given.
  public var texts: [ComparedText]
  /// The comparisons in order.
  public var steps: [Step]
  /// The sentences of all texts, each in one row; in the order of the base or of the first text.
  public var rows: [Row]

  /// A collation.
  public init(mode: Mode, texts: [ComparedText], steps: [Step], rows: [Row]) {
    self.mode = mode
    self.texts = texts
    self.steps = steps
    self.rows = rows
  }
}
