import Bytes
import Model
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

  /// Reads the model at `path`.
  public init(path: String) throws {
    file = try MappedFile(path: path)
    let layout = try PartOfSpeechFile(file, path: path)
    (rows, lasts, certain) = (layout.rows, layout.lasts, layout.certain)
  }

  /// The tag of each token of one sentence, one of `universalTags`; O(tokens).
  public func tags(_ tokens: [String]) -> [String] {
    var tags: [UniversalTag] = []
    tag(TagFeatures(tokens), into: &tags)
    return tags.map { universalTags[Int($0.rawValue)] }
  }

  /// The tag of every token of `analyzed`; O(tokens).
  public func tags(of analyzed: AnalyzedText) -> [UniversalTag] {
    var tags: [UniversalTag] = []
    tags.reserveCapacity(analyzed.tokens.count)
    var features = TagFeatures()
    let bytes = analyzed.bytes.span
    for sentence in analyzed.sentences {
      features.removeAll()
      for token in analyzed.tokens[sentence.tokens] { features.append(bytes, token.utf8) }
      tag(features, into: &tags)
    }
    return tags
  }

  /// Appends the tags of one sentence.
  private func tag(_ features: TagFeatures, into tags: inout [UniversalTag]) {
    var buckets: [Int] = []
    var (last, before) = (31, 31)
    for i in 0..<features.count {
      var best = Int(certain.number(of: features.key(of: i))) - 1
      if best < 0 {
        features.fill(&buckets, at: i, last: last, before: before)
        best = heaviest(buckets)
      }
      tags.append(UniversalTag(rawValue: UInt8(best)) ?? .x)
      (before, last) = (last, best)
    }
  }

  /// The tag that the weights of `buckets` speak for; sums of some thirty weights fit two bytes.
  private func heaviest(_ buckets: [Int]) -> Int {
    var sums = SIMD16<Int16>.zero
    var lastSum: Int16 = 0
    for bucket in buckets {
      sums &+= file.sixteen(at: rows + 32 * bucket)
      lastSum &+= file.number(at: lasts + 2 * bucket)
    }
    let highest = sums.max()
    if lastSum > highest { return 16 }
    for tag in 0..<15 where sums[tag] == highest { return tag }
    return 15
  }
}
