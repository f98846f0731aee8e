import Bytes

/// The universal parts of speech, in the order of the model (Universal Dependencies, version 2).
public let universalTags = [
  "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN",
  "PUNCT", "SCONJ", "SYM", "VERB", "X",
]

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
  private let weights: [Int16]

  /// Reads the model at `path`.
  public init(path: String) throws {
    let file = try MappedFile(path: path)
    let bytes = file.bytes
    let size = TagFeatures.buckets * universalTags.count * 2
    guard bytes.hasBytes("variorum part-of-speech 1\n", at: 0), bytes.count > size else {
      throw ModelFileError(description: "\(path): is no part-of-speech model of this version")
    }
    var weights: [Int16] = []
    weights.reserveCapacity(size / 2)
    var at = bytes.count - size
    while at < bytes.count {
      weights.append(Int16(bitPattern: UInt16(bytes[at]) | UInt16(bytes[at + 1]) << 8))
      at += 2
    }
    self.weights = weights
  }

  /// The tag of each token, one of `universalTags`; O(tokens).
  public func tags(_ tokens: [String]) -> [String] {
    let features = TagFeatures(tokens)
    var buckets: [Int] = []
    var sums = [Int32](repeating: 0, count: universalTags.count)
    var tags: [String] = []
    tags.reserveCapacity(tokens.count)
    var (last, before) = (31, 31)
    for i in tokens.indices {
      features.fill(&buckets, at: i, last: last, before: before)
      for tag in sums.indices { sums[tag] = 0 }
      for bucket in buckets {
        let row = bucket * universalTags.count
        for tag in sums.indices { sums[tag] += Int32(weights[row + tag]) }
      }
      let best = sums.indices.max { (sums[$0], $1) < (sums[$1], $0) } ?? 0
      tags.append(universalTags[best])
      (before, last) = (last, best)
    }
    return tags
  }
}
