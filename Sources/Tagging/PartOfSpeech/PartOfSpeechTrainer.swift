/// Trains the part-of-speech tagger.
public struct PartOfSpeechTrainer {
  /// A sentence with its tags.
  public typealias Example = (tokens: [String], tags: [String])

  private var weights = [Float](
    repeating: 0, count: TagFeatures.buckets * universalTags.count)
  private var sums = [Double](repeating: 0, count: TagFeatures.buckets * universalTags.count)
  private var steps = 0.0

  /// The tags of words that need no weighing, by `TagFeatures.key`.
  private let certain: [UInt64: Int]

  /// How often a word has to be met so that its tag may be certain, and the share of its tags that one
  /// has to have.
  private static let certainCount = 20
  private static let certainShare = 0.998

  /// A trainer that knows which words of `examples` nearly always have one tag.
  public init(_ examples: [Example]) {
    var counts: [UInt64: [Int]] = [:]
    for (tokens, tags) in examples {
      let features = TagFeatures(tokens)
      for i in tokens.indices {
        guard let tag = universalTags.firstIndex(of: tags[i]) else { continue }
        counts[features.key(of: i), default: Array(repeating: 0, count: universalTags.count)][
          tag] += 1
      }
    }
    certain = counts.compactMapValues { counts in
      let all = counts.reduce(0, +)
      let (tag, most) = counts.enumerated().max { $0.element < $1.element } ?? (0, 0)
      let isCertain =
        all >= Self.certainCount && Double(most) >= Self.certainShare * Double(all)
      return isCertain ? tag : nil
    }
  }

  /// Goes over all examples once, in the order given.
  public mutating func pass(_ examples: [Example]) {
    var buckets: [Int] = []
    let count = universalTags.count
    for (tokens, tags) in examples {
      let features = TagFeatures(tokens)
      var (last, before) = (31, 31)
      for i in tokens.indices {
        steps += 1
        guard let right = universalTags.firstIndex(of: tags[i]) else { continue }
        if let tag = certain[features.key(of: i)] {
          (before, last) = (last, tag)
          continue
        }
        features.fill(&buckets, at: i, last: last, before: before)
        var scores = [Float](repeating: 0, count: count)
        for bucket in buckets {
          for tag in 0..<count { scores[tag] += weights[bucket * count + tag] }
        }
        let guess = scores.indices.max { (scores[$0], $1) < (scores[$1], $0) } ?? 0
        if guess != right {
          for bucket in buckets {
            weights[bucket * count + right] += 1
            sums[bucket * count + right] += steps
            weights[bucket * count + guess] -= 1
            sums[bucket * count + guess] -= steps
          }
        }
        (before, last) = (last, guess)
      }
    }
  }

  /// The model file: `header` lines below the first, then the averaged weights.
  public func model(header: [String]) -> [UInt8] {
    let averaged = weights.indices.map { Double(weights[$0]) - sums[$0] / (steps + 1) }
    let largest = averaged.reduce(1) { max($0, abs($1)) }
    let words = certain.sorted { $0.key < $1.key }.map { (key: $0.key, tag: $0.value) }
    return PartOfSpeechFile.bytes(
      header: header, certain: words,
      weights: averaged.map { Int16(($0 / largest * PartOfSpeechFile.largestWeight).rounded()) })
  }
}
