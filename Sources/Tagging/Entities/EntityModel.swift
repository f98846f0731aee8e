import Bytes

/// A linear-chain model of labels, read from a mapped file.
///
/// Layout, little endian: the eight bytes `VENTITY1`; then as UInt32 the number of labels, the
/// logarithm of the number of feature rows, the number of word slots, the number of words, the
/// offset of the transitions; a header of text that says what it was trained on; the transitions
/// (labels × labels Int16); feature rows (24 Int8 each); word slots (UInt32 key, UInt32 index);
/// word rows (three of 24 Int8: word before, word, word after); 32 bytes of padding.
/// - Source: Lafferty, McCallum and Pereira, "Conditional Random Fields", ICML 2001.
package final class EntityModel: Sendable {
  /// Bytes of a row of weights.
  package static let stride = 24
  private let file: MappedFile
  private let mask: UInt32
  private let rows: Int
  private let slots: Int
  private let slotMask: Int
  private let words: Int
  private let transitions: [SIMD32<Int32>]

  /// Maps the file at `path`; nil when it is missing or is not such a model.
  package init?(path: String) {
    guard let file = try? MappedFile(path: path) else { return nil }
    func number(_ at: Int) -> Int {
      Int(file.bytes[at]) | Int(file.bytes[at + 1]) << 8 | Int(file.bytes[at + 2]) << 16
        | Int(file.bytes[at + 3]) << 24
    }
    guard file.count > 64, file.bytes.hasBytes("VENTITY1", at: 0) else { return nil }
    let labels = number(8)
    let bits = number(12)
    let slotCount = number(16)
    let wordCount = number(20)
    let start = number(24)
    guard labels == EntityLabels.count, bits >= 4, bits <= 24, slotCount > 0, slotCount <= 1 << 22,
      slotCount & (slotCount - 1) == 0, wordCount <= slotCount, start >= 28, start < 1 << 16
    else { return nil }
    let rows = start + labels * labels * 2
    let slots = rows + EntityModel.stride << bits
    let words = slots + slotCount * 8
    guard words + wordCount * 3 * EntityModel.stride + 32 == file.count else { return nil }
    var transitions: [SIMD32<Int32>] = []
    for from in 0..<labels {
      var row = SIMD32<Int32>(repeating: -1_000_000)
      for to in 0..<labels {
        let at = start + (from * labels + to) * 2
        let bits = UInt16(file.bytes[at]) | UInt16(file.bytes[at + 1]) << 8
        if EntityLabels.isAllowed(from, to) { row[to] = Int32(Int16(bitPattern: bits)) }
      }
      transitions.append(row)
    }
    self.file = file
    self.rows = rows
    self.slots = slots
    self.slotMask = slotCount - 1
    self.words = words
    self.transitions = transitions
    mask = UInt32(1) << UInt32(bits) - 1
  }

  /// The labels of the tokens of `sentence`; tokens that are not live have label 0.
  func labels(_ view: TokenView, _ sentence: Range<Int>, into labels: inout [UInt8]) {
    let features = EntityFeatures(view)
    var found: [UInt32] = []
    found.reserveCapacity(EntityFeatures.maximum)
    var back: [SIMD32<Int32>] = []
    var i = sentence.lowerBound
    while i < sentence.upperBound {
      guard view.isLive(i) else {
        i += 1
        continue
      }
      let start = i
      back.removeAll(keepingCapacity: true)
      var score = SIMD32<Int32>(repeating: -1_000_000)
      while i < sentence.upperBound, view.isLive(i) {
        found.removeAll(keepingCapacity: true)
        features.append(at: i, in: sentence, to: &found)
        let own = weights(features, i, found)
        if i == start {
          score = transitions[0] &+ own
          back.append(.zero)
        } else {
          var best = SIMD32<Int32>(repeating: -2_000_000)
          var from = SIMD32<Int32>.zero
          for label in 0..<EntityLabels.count {
            let candidate = transitions[label] &+ SIMD32<Int32>(repeating: score[label])
            let better = candidate .> best
            best.replace(with: candidate, where: better)
            from.replace(with: SIMD32<Int32>(repeating: Int32(label)), where: better)
          }
          score = best &+ own
          back.append(from)
        }
        // Long regions must not run out of range: only differences count.
        if back.count & 63 == 0 {
          score = pointwiseMax(score &- score.max(), SIMD32<Int32>(repeating: -900_000))
        }
        i += 1
      }
      var label = 0
      for k in 1..<EntityLabels.count where score[k] > score[label] { label = k }
      var k = i - 1
      while k >= start {
        labels[k] = UInt8(label)
        label = Int(back[k - start][label])
        k -= 1
      }
    }
  }

  private func weights(
    _ features: EntityFeatures, _ i: Int, _ found: [UInt32]
  ) -> SIMD32<Int32> {
    var sum = SIMD32<Int16>.zero
    for feature in found {
      let row = file.row(at: rows + Int(feature & mask) * EntityModel.stride)
      sum &+= SIMD32<Int16>(truncatingIfNeeded: row)
    }
    for (place, k) in [i - 1, i, i + 1].enumerated() {
      let hash = features.word(k)
      guard hash != 0, let index = wordIndex(hash) else { continue }
      let row = file.row(at: words + (index * 3 + place) * EntityModel.stride)
      sum &+= SIMD32<Int16>(truncatingIfNeeded: row)
    }
    return SIMD32<Int32>(truncatingIfNeeded: sum)
  }

  private func wordIndex(_ hash: UInt64) -> Int? {
    let key = EntityModel.wordKey(hash)
    var slot = Int(truncatingIfNeeded: hash >> 8) & slotMask
    var steps = 0
    while steps < 64 {
      let pair = file.pair(at: slots + slot * 8)
      if pair[0] == 0 { return nil }
      if pair[0] == key { return Int(pair[1]) }
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
