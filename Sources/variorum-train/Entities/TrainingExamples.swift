import Tagging

/// Sequences of places with their features and the labels that may stand at each.
struct TrainingExamples {
  /// A stretch of places that are labelled together.
  struct Region {
    var first: Int
    var count: Int
    var weight: Float
    /// The part of the data that it belongs to, for cross-validation; -1 where it is always learned.
    var fold = -1
  }

  let words: WordTable
  var regions: [Region] = []
  /// The features of all places; those of place i end at `featureEnds[i + 1]`.
  var features: [UInt32] = []
  var featureEnds: [Int] = [0]
  /// The labels that are allowed at each place, as bits.
  var allowed: [UInt32] = []
  /// The rows of the word vectors before, at and after each place; -1 for none.
  var rows: [SIMD4<Int32>] = []

  init(words: WordTable) { self.words = words }

  /// The labels of `mask` and, for each further place of a type, its first one.
  static func withFirsts(_ mask: UInt32) -> UInt32 {
    var result = mask
    for t in EntityLabels.types.indices where mask & 1 << UInt32(EntityLabels.inside(t)) != 0 {
      result |= 1 << UInt32(EntityLabels.first(t))
    }
    return result
  }
}
