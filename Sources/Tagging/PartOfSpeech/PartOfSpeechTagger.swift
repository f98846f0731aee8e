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
/// the two tags before it. The file holds the line `variorum part-of-speech 1`, further lines about
/// its making, an empty line, and one little-endian Int16 for each bucket and tag.
public final class PartOfSpeechTagger: Sendable {
  /// The weights of a bucket for the first sixteen tags; one vector, so that it is one cache line.
  private let weights: [SIMD16<Int16>]
  /// Its weight for the last tag.
  private let lastWeights: [Int16]

  /// Reads the model at `path`.
  public init(path: String) throws {
    let file = try MappedFile(path: path)
    let bytes = file.bytes
    let size = TagFeatures.buckets * universalTags.count * 2
    guard bytes.hasBytes("variorum part-of-speech 1\n", at: 0), bytes.count > size else {
      throw ModelFileError(description: "\(path): is no part-of-speech model of this version")
    }
    var weights: [SIMD16<Int16>] = []
    var lastWeights: [Int16] = []
    weights.reserveCapacity(TagFeatures.buckets)
    lastWeights.reserveCapacity(TagFeatures.buckets)
    var at = bytes.count - size
    while at < bytes.count {
      var row = SIMD16<Int16>.zero
      for tag in 0..<16 { row[tag] = Self.number(bytes, at + 2 * tag) }
      weights.append(row)
      lastWeights.append(Self.number(bytes, at + 32))
      at += 34
    }
    self.lastWeights = lastWeights
    self.weights = weights
  }

  private static func number(_ bytes: borrowing Span<UInt8>, _ at: Int) -> Int16 {
    Int16(bitPattern: UInt16(bytes[at]) | UInt16(bytes[at + 1]) << 8)
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
    let (weights, lastWeights) = (weights, lastWeights)
    var (last, before) = (31, 31)
    for i in 0..<features.count {
      features.fill(&buckets, at: i, last: last, before: before)
      var sums = SIMD16<Int32>.zero
      var lastSum: Int32 = 0
      for bucket in buckets {
        sums &+= SIMD16<Int32>(truncatingIfNeeded: weights[bucket])
        lastSum &+= Int32(lastWeights[bucket])
      }
      var (best, highest) = (0, sums[0])
      for tag in 1..<16 where sums[tag] > highest { (best, highest) = (tag, sums[tag]) }
      if lastSum > highest { best = 16 }
      tags.append(UniversalTag(rawValue: UInt8(best)) ?? .x)
      (before, last) = (last, best)
    }
  }
}
