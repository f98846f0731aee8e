/// Cuts runs of Japanese or Chinese into words, from left to right.
///
/// - Complexity: O(*n*).
struct WordSegmenter {
  private let model: WordModel
  private var features = WordFeatures()
  private var buckets: [Int] = []

  init(model: WordModel) { self.model = model }

  /// The indices of the scalars of `run` that begin a word, the first one among them.
  mutating func starts(_ run: WordRun) -> [Int] {
    guard run.count > 0 else { return [] }
    features.begin(run) { model.dictionary.contains($0) }
    var starts = [0]
    var start = 0
    var word = WordDictionary.extended(0, by: run.scalars[0])
    for i in 1..<max(1, run.count) {
      if !run.holdsTogether(before: i) {
        features.fill(&buckets, at: i, start: start, word: word)
        var sum: Int32 = 0
        for bucket in buckets { sum += Int32(model.weights[bucket]) }
        if sum > 0 {
          starts.append(i)
          start = i
          word = 0
        }
      }
      word = WordDictionary.extended(word, by: run.scalars[i])
    }
    return starts
  }
}
