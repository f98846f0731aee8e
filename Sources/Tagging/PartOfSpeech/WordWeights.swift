import Bytes

/// The weights of words that were met before, already summed up for each place that a word can have.
///
/// Most features of a word depend on it alone. Their sums are kept, so that a word that is met again
/// costs one look-up instead of some twenty. Nothing but the model decides them: what was met before
/// changes the time and never a tag.
struct WordWeights {
  /// What one word says.
  private struct Entry {
    var own: SIMD16<Int16>
    var asPrevious: SIMD16<Int16>
    var asNext: SIMD16<Int16>
    var twoBefore: SIMD16<Int16>
    var twoAfter: SIMD16<Int16>
    /// For the last tag, in the same order; then one more than the tag that the word nearly always has, or 0.
    var rest: SIMD8<Int16>
  }

  /// The most words that are kept: a megabyte and a half.
  private static let most = 8_192
  /// The entries of what stands before the first word and after the last one.
  private static let (start, end) = (0, 1)

  private var entries: [Entry] = []
  private var index = HashedNumbers()
  /// The entries of the words of the sentence, between two that stand for each of its ends.
  private var sentence: [Int32] = []
  private var buckets: [Int] = []

  /// Takes up the words of a sentence.
  mutating func prepare(_ features: TagFeatures, _ model: borrowing PartOfSpeechTagger) {
    if entries.count > WordWeights.most {
      entries.removeAll(keepingCapacity: true)
      index = HashedNumbers()
    }
    if entries.isEmpty {
      entries.append(entry(of: -1, features, model))
      entries.append(entry(of: features.count, features, model))
    }
    sentence.removeAll(keepingCapacity: true)
    sentence.append(Int32(WordWeights.start))
    sentence.append(Int32(WordWeights.start))
    for i in 0..<features.count {
      let fresh = Int32(entries.count)
      let number = index.number(of: features.key(of: i), orAdd: fresh)
      if number == fresh { entries.append(entry(of: i, features, model)) }
      sentence.append(number)
    }
    sentence.append(Int32(WordWeights.end))
    sentence.append(Int32(WordWeights.end))
  }

  /// The tag that the word at `i` of the sentence nearly always has; -1 where it has none.
  @inline(__always)
  func certainTag(at i: Int) -> Int { Int(entries[Int(sentence[i + 2])].rest[5]) - 1 }

  /// What the word at `i` of the sentence, and each of those around it for itself, say of its tag.
  @inline(__always)
  func weights(at i: Int) -> TagWeights {
    let twoBefore = Int(sentence[i])
    let before = Int(sentence[i + 1])
    let own = Int(sentence[i + 2])
    let after = Int(sentence[i + 3])
    let twoAfter = Int(sentence[i + 4])
    return TagWeights(
      sixteen: entries[own].own &+ entries[before].asPrevious &+ entries[after].asNext
        &+ entries[twoBefore].twoBefore &+ entries[twoAfter].twoAfter,
      last: entries[own].rest[0] &+ entries[before].rest[1] &+ entries[after].rest[2]
        &+ entries[twoBefore].rest[3] &+ entries[twoAfter].rest[4])
  }

  /// The sums for the word at `i` of the sentence, or for what stands at one of its ends.
  private mutating func entry(
    of i: Int, _ features: TagFeatures, _ model: borrowing PartOfSpeechTagger
  ) -> Entry {
    let isWord = i >= 0 && i < features.count
    buckets.removeAll(keepingCapacity: true)
    if isWord { features.addOwn(of: i, to: &buckets) }
    let own = model.weights(of: buckets)
    buckets.removeAll(keepingCapacity: true)
    features.addAsPrevious(i, to: &buckets)
    let asPrevious = model.weights(of: buckets)
    buckets.removeAll(keepingCapacity: true)
    features.addAsNext(i, to: &buckets)
    let asNext = model.weights(of: buckets)
    let far = features.farBuckets(of: i)
    let (twoBefore, twoAfter) = (model.weights(of: far.before), model.weights(of: far.after))
    let certain = isWord ? model.certainTag(features.key(of: i)) + 1 : 0
    return Entry(
      own: own.sixteen, asPrevious: asPrevious.sixteen, asNext: asNext.sixteen,
      twoBefore: twoBefore.sixteen, twoAfter: twoAfter.sixteen,
      rest: SIMD8(
        own.last, asPrevious.last, asNext.last, twoBefore.last, twoAfter.last, Int16(certain), 0, 0)
    )
  }
}
