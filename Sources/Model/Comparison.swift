/// How a sentence of one version stands to the other version.
public enum LinkLabel: String, Hashable, Sendable, CaseIterable {
  /// The same words.
  case verbatim
  /// Few words changed.
  case light
  /// Other words for the same content; pages call it "reworded".
  case paraphrase
  /// Several sentences became this one.
  case merged
  /// One sentence became several, of which this is one.
  case split
  /// Nothing in the earlier version says this.
  case new
}

/// A pair of aligned sentences.
public struct SentenceLink: Hashable, Sendable {
  /// Index of the sentence in A.
  public var a: Int
  /// Index of the sentence in B.
  public var b: Int
  /// How alike they are, 0–1.
  public var similarity: Double
  /// The parts of the similarity by name, such as `terms`, `meaning`, `names`, `order`; 0–1 each.
  public var parts: [Part]

  /// One part of a similarity.
  public struct Part: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its value, 0–1.
    public var value: Double
    /// A part.
    public init(_ name: String, _ value: Double) {
      self.name = name
      self.value = value
    }
  }

  /// A link from sentence `a` of A to sentence `b` of B.
  public init(a: Int, b: Int, similarity: Double, parts: [Part] = []) {
    self.a = a
    self.b = b
    self.similarity = similarity
    self.parts = parts
  }
}

/// The correspondence of the sentences of two versions.
public struct Alignment: Hashable, Sendable {
  /// The links, sorted by A, then by B; a sentence may be in several or in none.
  public var links: [SentenceLink]
  /// One label for each sentence of B.
  public var labelsB: [LinkLabel]
  /// Sentences of B that stand at another place than their counterparts, ascending.
  public var movedB: [Int]
  /// Sentences of A without a counterpart, ascending.
  public var droppedA: [Int]
  /// Sentences of B without a counterpart, ascending.
  public var newB: [Int]

  /// An alignment.
  public init(
    links: [SentenceLink], labelsB: [LinkLabel], movedB: [Int], droppedA: [Int], newB: [Int]
  ) {
    self.links = links
    self.labelsB = labelsB
    self.movedB = movedB
    self.droppedA = droppedA
    self.newB = newB
  }
}

/// The word edits of one link.
public struct LinkEdit: Hashable, Sendable {
  /// How much an edit means.
  public enum Weight: String, Hashable, Sendable {
    /// Words changed.
    case content
    /// Only case, punctuation or white space changed.
    case form
  }

  /// Index of the sentence in A.
  public var linkA: Int
  /// Index of the sentence in B.
  public var linkB: Int
  /// Ranges of A's text that are not in B, ascending.
  public var a: [Range<Int>]
  /// Ranges of B's text that are not in A, ascending.
  public var b: [Range<Int>]
  /// How much the edits mean.
  public var weight: Weight

  /// The edits of the link from `linkA` to `linkB`.
  public init(
    linkA: Int, linkB: Int, a: [Range<Int>], b: [Range<Int>], weight: Weight = .content
  ) {
    self.linkA = linkA
    self.linkB = linkB
    self.a = a
    self.b = b
    self.weight = weight
  }
}

/// A fact that B drops, changes or adds.
public struct FactChange: Hashable, Sendable {
  /// What happened to the fact.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Only A states it.
    case dropped
    /// A and B state it differently.
    case changed
    /// Only B states it.
    case added
  }

  /// What sort of fact it is.
  public enum FactType: String, Hashable, Sendable, CaseIterable {
    /// A number, share or count.
    case number
    /// A date or time.
    case date
    /// A person, organisation, place or other name.
    case name
    /// An amount of money.
    case money
    /// The words of a quotation.
    case quote
    /// How certain or binding a statement is.
    case modality
    /// Whether a statement is denied.
    case negation
    /// Who said it, or how it is said.
    case attribution
    /// Anything else that can be told, causes and comparatives among it.
    case claim
  }

  /// A place in one of the texts.
  public struct Place: Hashable, Sendable {
    /// The words.
    public var text: String
    /// UTF-8 byte offsets into the text, half-open.
    public var utf8: Range<Int>
    /// A place.
    public init(text: String, utf8: Range<Int>) {
      self.text = text
      self.utf8 = utf8
    }
  }

  /// What happened.
  public var kind: Kind
  /// What sort of fact.
  public var type: FactType
  /// The place in A; nil when added.
  public var a: Place?
  /// The place in B; nil when dropped.
  public var b: Place?
  /// How much a reader is misled, 0–1.
  public var weight: Double

  /// A change of a fact.
  public init(kind: Kind, type: FactType, a: Place?, b: Place?, weight: Double) {
    self.kind = kind
    self.type = type
    self.a = a
    self.b = b
    self.weight = weight
  }
}

/// What a comparison comes to.
public struct Verdict: Hashable, Sendable {
  /// The kinds of relation between two versions.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The same text.
    case identical
    /// Only case, punctuation or white space differ.
    case formatting
    /// New content was worked in.
    case update
    /// Few facts were put right.
    case correction
    /// The same text at another place, perhaps cut or with another frame.
    case syndicated
    /// A part of the other.
    case excerpt
    /// The same content in other words.
    case rewrite
    /// The gist in far fewer words.
    case summary
    /// The same content with altered facts.
    case distortion
    /// Two texts that have nothing to do with each other.
    case unrelated
  }

  /// The kind.
  public var kind: Kind
  /// One plain sentence with the numbers behind it.
  public var sentence: String

  /// A verdict.
  public init(kind: Kind, sentence: String) {
    self.kind = kind
    self.sentence = sentence
  }
}

/// The numbers behind a verdict; shares are 0–1.
public struct ComparisonScores: Hashable, Sendable {
  /// Share of B's sentences that are verbatim or lightly changed.
  public var kept: Double = 0
  /// Share of B's sentences that are reworded, merged or split.
  public var reworded: Double = 0
  /// Share of B's sentences that are new.
  public var new: Double = 0
  /// Share of A's sentences that are dropped.
  public var dropped: Double = 0
  /// Words of B to words of A.
  public var lengthRatio: Double = 0
  /// Share of the links that keep A's order.
  public var orderKept: Double = 0
  /// Longest run of words that both texts have in common.
  public var longestRun: Int = 0
  /// Share of A's names that B still has.
  public var namesKept: Double = 0
  /// Share of A's numbers and dates that B still has.
  public var numbersKept: Double = 0

  /// Scores that are all zero.
  public init() {}
}

/// One side of a comparison.
public struct ComparedText: Hashable, Sendable {
  /// What is known about the text.
  public var metadata: Metadata
  /// Language as a BCP 47 code; nil when unknown.
  public var language: String?
  /// The text.
  public var text: String
  /// Its sentences, UTF-8 byte offsets into `text`, ascending.
  public var sentences: [Range<Int>]
  /// Its passages in reading order.
  public var passages: [Passage]

  /// One side of a comparison.
  public init(
    metadata: Metadata, language: String?, text: String, sentences: [Range<Int>],
    passages: [Passage]
  ) {
    self.metadata = metadata
    self.language = language
    self.text = text
    self.sentences = sentences
    self.passages = passages
  }
}

/// Everything that a comparison of two versions finds.
public struct ComparisonResult: Hashable, Sendable {
  /// What it comes to.
  public var verdict: Verdict
  /// The numbers behind the verdict.
  public var scores: ComparisonScores
  /// The earlier version.
  public var a: ComparedText
  /// The later version.
  public var b: ComparedText
  /// The correspondence of their sentences.
  public var alignment: Alignment
  /// Word edits of the links that changed, in the order of the links.
  public var edits: [LinkEdit]
  /// The facts that differ, those first that mislead most.
  public var changes: [FactChange]

  /// The result of a comparison.
  public init(
    verdict: Verdict, scores: ComparisonScores, a: ComparedText, b: ComparedText,
    alignment: Alignment, edits: [LinkEdit], changes: [FactChange]
  ) {
    self.verdict = verdict
    self.scores = scores
    self.a = a
    self.b = b
    self.alignment = alignment
    self.edits = edits
    self.changes = changes
  }
}
