import Bytes
import Model
import Text

/// Labelled texts, counted one by one; what `ThemeLearner` learns from.
///
/// Memory is about ten bytes for each distinct word and phrase of each document.
public struct CollectedTexts: Sendable {
  /// A feature of a document and how often it occurs.
  struct Entry: Sendable {
    var feature: UInt32
    var count: UInt32
  }

  /// The language whose stems are used.
  public let language: String
  private let table: MeaningTable?
  private(set) var hashes: [UInt64] = []
  private var indices: [UInt64: UInt32] = [:]
  private(set) var rows: [[[Entry]]] = []
  private(set) var meanings: [[Float]] = []
  private(set) var labels: [[Int]] = []
  private(set) var labelNames: [String] = []
  private var labelIndices: [String: Int] = [:]
  private(set) var fingerprint: UInt64 = 0
  private var lexicon = Lexicon()

  /// No texts yet; `meaning` is the second signal, left out when it is nil.
  public init(language: String, meaning: MeaningTable?) {
    self.language = language
    table = meaning
  }

  /// The fingerprint of the table of meanings; 0 for none.
  var meaningFingerprint: UInt64 { table?.fingerprint ?? 0 }

  /// Number of texts.
  public var count: Int { rows.count }

  /// Adds a text; labels that are given twice count once.
  public mutating func add(text: String, title: String?, labels: [String]) {
    if lexicon.count > 1 << 20 { lexicon.removeAll() }
    fingerprint = mixed(fingerprint &+ stableHash(text))
    fingerprint = mixed(fingerprint &+ stableHash(title ?? ""))
    let analyzed = analyze(text, language: language, lexicon: &lexicon)
    let heading = title.map { analyze($0, language: language, lexicon: &lexicon) }
    let bag = FeatureBag(analyzed, title: heading, language: language, lexicon: &lexicon)
    var row: [[Entry]] = []
    for kind in 0..<FeatureBag.kinds {
      row.append(
        bag.counts(kind: kind).map { Entry(feature: index($0.feature), count: UInt32($0.count)) })
    }
    rows.append(row)
    if let table {
      var meaning = TextMeaning(table)
      meanings.append(meaning.vector(analyzed, title: heading, lexicon: lexicon))
    }
    var own: Set<Int> = []
    for label in labels {
      fingerprint = mixed(fingerprint &+ stableHash(label))
      own.insert(labelIndex(label))
    }
    self.labels.append(own.sorted())
  }

  private mutating func index(_ feature: UInt64) -> UInt32 {
    if let known = indices[feature] { return known }
    let index = UInt32(hashes.count)
    indices[feature] = index
    hashes.append(feature)
    return index
  }

  private mutating func labelIndex(_ label: String) -> Int {
    if let known = labelIndices[label] { return known }
    let index = labelNames.count
    labelIndices[label] = index
    labelNames.append(label)
    return index
  }
}
