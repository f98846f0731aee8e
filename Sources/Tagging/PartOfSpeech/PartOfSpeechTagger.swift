import Bytes
import Model
import Synchronization
public import Text

/// Why a model cannot be used.
public struct ModelFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, and where.
  public var description: String
}

/// Tags the words of a sentence with their parts of speech.
///
/// A greedy averaged perceptron (Collins 2002) over hashed features of the word, its neighbours and
/// the two tags before it. Words that were met often in training and nearly always with one tag have it
/// without further ado. The file, `PartOfSpeechFile`, is mapped, so that its start costs nothing and processes
/// share it.
public final class PartOfSpeechTagger: Sendable {
  private let file: MappedFile
  /// Where the weights of the buckets for the first sixteen tags begin, and those for the last one.
  private let rows: Int
  private let lasts: Int
  /// One more than the tag of words that need no weighing, by `TagFeatures.key`.
  private let certain: HashedNumbers
  /// What was summed up for earlier texts, one for each text that is tagged at the same time.
  private let known = Mutex<[WordWeights]>([])

  /// Reads the model at `path`.
  public init(path: String) throws {
    file = try MappedFile(path: path)
    let layout = try PartOfSpeechFile(file, path: path)
    (rows, lasts, certain) = (layout.rows, layout.lasts, layout.certain)
  }

  /// The tag of each token of one sentence, one of `universalTags`; O(tokens).
  public func tags(_ tokens: [String]) -> [String] {
    var tags: [UniversalTag] = []
    var words = takeWords()
    tag(TagFeatures(tokens), &words, into: &tags)
    give(words)
    return tags.map { universalTags[Int($0.rawValue)] }
  }

  /// The tag of every token of `analyzed`; O(tokens).
  public func tags(of analyzed: AnalyzedText) -> [UniversalTag] {
    var tags: [UniversalTag] = []
    tags.reserveCapacity(analyzed.tokens.count)
    var words = takeWords()
    var features = TagFeatures()
    let bytes = analyzed.bytes.span
    for sentence in analyzed.sentences {
      features.removeAll()
      for i in sentence.tokens { features.append(bytes, analyzed.tokens[i].utf8) }
      tag(features, &words, into: &tags)
    }
    give(words)
    return tags
  }

  /// Appends the tags of one sentence.
  private func tag(
    _ features: TagFeatures, _ words: inout WordWeights, into tags: inout [UniversalTag]
  ) {
    words.prepare(features, self)
    var (last, before) = (31, 31)
    for i in 0..<features.count {
      var best = words.certainTag(at: i)
      if best < 0 {
        var sum = words.weights(at: i)
        features.addTogether(at: i) { sum &+= weights(of: $0) }
        features.addTagged(at: i, last: last, before: before) { sum &+= weights(of: $0) }
        best = sum.heaviest
      }
      tags.append(UniversalTag(rawValue: UInt8(best)) ?? .x)
      (before, last) = (last, best)
    }
  }

  private func takeWords() -> WordWeights { known.withLock { $0.popLast() } ?? WordWeights() }

  private func give(_ words: consuming WordWeights) {
    let words = words
    known.withLock { $0.append(words) }
  }

  // MARK: The model

  /// The tag of a word that needs no weighing; -1 for others.
  func certainTag(_ key: UInt64) -> Int { Int(certain.number(of: key)) - 1 }

  /// The weights of one feature.
  @inline(__always)
  func weights(of bucket: Int) -> TagWeights {
    TagWeights(
      sixteen: file.sixteen(at: rows + 32 * bucket), last: file.number(at: lasts + 2 * bucket))
  }

  /// The sum of the weights of some features.
  func weights(of buckets: [Int]) -> TagWeights {
    var sum = TagWeights()
    for bucket in buckets { sum &+= weights(of: bucket) }
    return sum
  }
}
