public import Model

/// What series need to know of every version of the corpus, as columns: day, publisher, language,
/// words, and whether it counts.
///
/// Columns are indexed by the number of a version. About 21 bytes for each version.
public struct CorpusFrame: Sendable {
  /// The distinct days of documents and versions, rising.
  public internal(set) var days: [Day] = []
  /// The names of the publishers; the first is empty and stands for none.
  public internal(set) var publishers: [String] = [""]
  /// The codes of the languages; the first is empty and stands for none.
  public internal(set) var languages: [String] = [""]
  /// Index in `days` of the day of the document of a version; `undated` where it has none.
  var documentDays: [UInt32] = []
  /// Index in `days` of the day on which a version was first met; `undated` where that is unknown.
  var versionDays: [UInt32] = []
  /// Index in `publishers`.
  var publisherOf: [UInt32] = []
  /// Index in `languages`.
  var languageOf: [UInt32] = []
  /// Words of the text of a version.
  var words: [UInt32] = []
  /// `isKnown`, `isNewest` and `isCopy`.
  var flags: [UInt8] = []

  static let undated = UInt32.max
  static let isKnown: UInt8 = 1
  static let isNewest: UInt8 = 2
  static let isCopy: UInt8 = 4

  init() {}

  /// One more than the largest number of a version.
  public var count: Int { flags.count }

  /// Documents with a date and without, copies among them.
  public var documentCounts: (dated: Int, undated: Int) {
    var dated = 0
    var undated = 0
    for number in flags.indices where flags[number] & CorpusFrame.isNewest != 0 {
      if documentDays[number] == CorpusFrame.undated { undated += 1 } else { dated += 1 }
    }
    return (dated, undated)
  }
}
