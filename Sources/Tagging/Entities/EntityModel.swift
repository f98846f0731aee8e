import Bytes

/// A linear-chain model of labels, read from a mapped file.
///
/// Layout, little endian: the eight bytes `VENTITY2`; then as UInt32 the number of labels, the
/// logarithm of the number of feature rows, the number of word slots, the number of words with rows,
/// the offset of the transitions, the number of words; a header of text that says what it was
/// trained on; the transitions (labels × labels Int16); feature rows (24 Int8 each); word slots
/// (UInt32 key, UInt32 index); word rows (three of 24 Int8: word before, word, word after); of each
/// word what it can be and its group (UInt16 each, see `KnownWord`); 32 bytes of padding. Models of
/// scalars begin with `VENTITY1`: they have no words, and the slots hold the kinds of names in place
/// of indices.
/// - Source: Lafferty, McCallum and Pereira, "Conditional Random Fields", ICML 2001.
package final class EntityModel: Sendable {
  /// Bytes of a row of weights.
  package static let stride = 24
  private static let never: Int32 = -1_000_000
  private let file: MappedFile
  private let mask: UInt32
  private let rows: Int
  private let slots: Int
  private let slotMask: Int
  private let words: Int
  private let wordCount: Int
  private let facts: Int
  private let factCount: Int
  /// Scores of the steps from one label to another, 24 to a row.
  private let transitions: [Int32]

  /// Maps the file at `path`; throws when it is missing or is not such a model, whole.
  package init(path: String) throws(EntityModelFailure) {
    let file = try EntityModel.mapped(path)
    func number(_ at: Int) -> Int {
      Int(file.bytes[at]) | Int(file.bytes[at + 1]) << 8 | Int(file.bytes[at + 2]) << 16
        | Int(file.bytes[at + 3]) << 24
    }
    let hasFacts = file.count > 64 && file.bytes.hasBytes("VENTITY2", at: 0)
    guard file.count > 64, hasFacts || file.bytes.hasBytes("VENTITY1", at: 0) else {
      throw EntityModelFailure(description: "\(path): is no model of names")
    }
    let labels = number(8)
    let bits = number(12)
    let slotCount = number(16)
    let wordCount = number(20)
    let start = number(24)
    let factCount = hasFacts ? number(28) : 0
    guard labels == EntityLabels.count, bits >= 4, bits <= 24, slotCount > 0, slotCount <= 1 << 22,
      slotCount & (slotCount - 1) == 0, wordCount <= slotCount, factCount <= slotCount,
      start >= (hasFacts ? 32 : 28), start < 1 << 16
    else {
      throw EntityModelFailure(
        description: "\(path): the head of this model of names is damaged or of another version")
    }
    let rows = start + labels * labels * 2
    let slots = rows + EntityModel.stride << bits
    let words = slots + slotCount * 8
    let facts = words + wordCount * 3 * EntityModel.stride
    let size = facts + factCount * 4 + 32
    guard size == file.count else {
      throw EntityModelFailure(
        description:
          "\(path): this model of names has \(file.count) bytes; by its head it should have \(size)"
      )
    }
    var transitions = [Int32](repeating: EntityModel.never, count: 24 * EntityModel.stride)
    for from in 0..<labels {
      for to in 0..<labels where EntityLabels.isAllowed(from, to) {
        let at = start + (from * labels + to) * 2
        let bits = UInt16(file.bytes[at]) | UInt16(file.bytes[at + 1]) << 8
        transitions[from * EntityModel.stride + to] = Int32(Int16(bitPattern: bits))
      }
    }
    self.file = file
    self.rows = rows
    self.slots = slots
    self.slotMask = slotCount - 1
    self.words = words
    self.wordCount = wordCount
    self.facts = facts
    self.factCount = factCount
    self.transitions = transitions
    mask = UInt32(1) << UInt32(bits) - 1
  }

  private static func mapped(_ path: String) throws(EntityModelFailure) -> MappedFile {
    do {
      return try MappedFile(path: path)
    } catch {
      throw EntityModelFailure(description: error.description)
    }
  }

  /// The labels of the places of `sentence`; places that are not live have label 0.
  ///
  /// The best path through each region of live places, by Viterbi's algorithm.
  func labels<Features: SequenceFeatures>(
    _ features: Features, _ sentence: Range<Int>, into labels: inout [UInt8]
  ) {
    var found: [UInt32] = []
    found.reserveCapacity(EntityFeatures.maximum)
    var back: [UInt8] = []
    let stride = EntityModel.stride
    var own = [Int32](repeating: 0, count: stride)
    var score = own
    var next = own
    var i = sentence.lowerBound
    while i < sentence.upperBound {
      guard features.isLive(i) else {
        i += 1
        continue
      }
      let start = i
      back.removeAll(keepingCapacity: true)
      while i < sentence.upperBound, features.isLive(i) {
        found.removeAll(keepingCapacity: true)
        features.append(at: i, in: sentence, to: &found)
        weigh(features, i, found, &own)
        if i == start {
          for l in 0..<EntityLabels.count { score[l] = transitions[l] + own[l] }
          back.append(contentsOf: repeatElement(0, count: stride))
        } else {
          advance(score, own, &next, &back)
          swap(&score, &next)
        }
        i += 1
      }
      var label = 0
      for k in 1..<EntityLabels.count where score[k] > score[label] { label = k }
      var k = i - 1
      while k >= start {
        labels[k] = UInt8(label)
        label = Int(back[(k - start) * stride + label])
        k -= 1
      }
    }
  }

  /// One step of the best paths: a further token has two labels that it may follow, others all.
  private func advance(
    _ score: [Int32], _ own: [Int32], _ next: inout [Int32], _ back: inout [UInt8]
  ) {
    let stride = EntityModel.stride
    let row = back.count
    back.append(contentsOf: repeatElement(0, count: stride))
    // Only differences count, so that long regions do not run out of range.
    let base = score[0]
    var to = 0
    while to < EntityLabels.count {
      let isInside = to > 0 && to % 2 == 0
      var best: Int32 = .min
      var from = 0
      var label = isInside ? to - 1 : 0
      let last = isInside ? to : EntityLabels.count - 1
      while label <= last {
        let candidate = score[label] &+ transitions[label * stride + to]
        if candidate > best {
          best = candidate
          from = label
        }
        label += 1
      }
      next[to] = max(best - base, EntityModel.never) + own[to]
      back[row + to] = UInt8(from)
      to += 1
    }
  }

  private func weigh<Features: SequenceFeatures>(
    _ features: Features, _ i: Int, _ found: [UInt32], _ out: inout [Int32]
  ) {
    var sum = LabelScores()
    for feature in found {
      sum.add(file.row(at: rows + Int(feature & mask) * EntityModel.stride))
    }
    for place in 0..<3 {
      let index = features.word(i + place - 1)
      guard index >= 0, index < wordCount else { continue }
      sum.add(file.row(at: words + (index * 3 + place) * EntityModel.stride))
    }
    sum.write(to: &out)
  }

  /// What the table of words says of `hash`: the place of its rows, or the kinds of a name in models
  /// of scalars; 0 where it is unknown.
  package func entry(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: wordIndex(hash) ?? 0) }

  /// What the model knows of the word of that hash.
  package func known(_ hash: UInt64) -> KnownWord {
    guard let index = wordIndex(hash), index < factCount else { return KnownWord() }
    let bits = file.pair(at: facts + 4 * index).0
    return KnownWord(
      row: index < wordCount ? Int32(index) : -1, facts: UInt16(truncatingIfNeeded: bits),
      group: UInt16(truncatingIfNeeded: bits >> 16))
  }

  private func wordIndex(_ hash: UInt64) -> Int? {
    let key = EntityModel.wordKey(hash)
    var slot = Int(truncatingIfNeeded: hash >> 8) & slotMask
    var steps = 0
    while steps < 64 {
      let pair = file.pair(at: slots + slot * 8)
      if pair.0 == 0 { return nil }
      if pair.0 == key { return Int(pair.1) }
      slot = (slot + 1) & slotMask
      steps += 1
    }
    return nil
  }

  /// The key of a word in the slots, never 0.
  package static func wordKey(_ hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: hash >> 32) | 1
  }
}

/// Why a model of names cannot be used.
public struct EntityModelFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The path and what is wrong with the file.
  public let description: String
}
