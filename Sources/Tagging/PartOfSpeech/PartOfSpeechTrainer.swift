/// Trains the part-of-speech tagger.
public struct PartOfSpeechTrainer {
  /// A sentence with its tags.
  public typealias Example = (tokens: [String], tags: [String])

  private var weights = [Float](
    repeating: 0, count: TagFeatures.buckets * universalTags.count)
  private var sums = [Double](repeating: 0, count: TagFeatures.buckets * universalTags.count)
  private var steps = 0.0

  /// A trainer that knows nothing.
  public init() {}

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
    var file = Array("variorum part-of-speech 1\n".utf8)
    for line in header { file += Array((line + "\n").utf8) }
    file.append(0x0A)
    for weight in averaged {
      let value = UInt16(bitPattern: Int16((weight / largest * 32_000).rounded()))
      file.append(UInt8(truncatingIfNeeded: value))
      file.append(UInt8(truncatingIfNeeded: value >> 8))
    }
    return file
  }
}
