package import Model

extension EntityModel {
  /// The spans of places that get one type, in order; `sentences` are ranges of the `count` places.
  package func spans<Features: SequenceFeatures>(
    _ features: Features, sentences: [Range<Int>], count: Int
  ) -> [(tokens: Range<Int>, type: EntityType)] {
    var labels = [UInt8](repeating: 0, count: count)
    var found: [(tokens: Range<Int>, type: EntityType)] = []
    for sentence in sentences {
      self.labels(features, sentence, into: &labels)
      var i = sentence.lowerBound
      while i < sentence.upperBound {
        guard labels[i] != 0 else {
          i += 1
          continue
        }
        let type = (Int(labels[i]) - 1) / 2
        var end = i + 1
        while end < sentence.upperBound, Int(labels[end]) == EntityLabels.inside(type) { end += 1 }
        found.append((i..<end, EntityLabels.types[type]))
        i = end
      }
    }
    return found
  }
}
