import Bytes
import Tagging

/// Writes a trained model in the layout that `EntityModel` describes.
enum EntityModelWriter {
  /// Steps of a weight of one.
  static let scale: Float = 24

  /// The bytes of the file; `names` are for models of scalars, which have no word vectors.
  static func bytes(
    _ trainer: EntityTrainer, bits: Int, header: String, names: [(hash: UInt64, kinds: UInt32)] = []
  ) -> [UInt8] {
    let words = trainer.data.words
    let vectors = words.vectors
    let entries = names.isEmpty ? words.hashes.enumerated().map { ($1, UInt32($0)) } : names
    var slotCount = 16
    while slotCount < entries.count * 2 { slotCount *= 2 }
    var out = Array((names.isEmpty ? "VENTITY2" : "VENTITY1").utf8)
    func number(_ value: Int) {
      for k in 0..<4 { out.append(UInt8(truncatingIfNeeded: value >> (8 * k))) }
    }
    let start = (names.isEmpty ? 32 : 28) + header.utf8.count
    for value in [EntityLabels.count, bits, slotCount, vectors.hashes.count, start] {
      number(value)
    }
    if names.isEmpty { number(words.hashes.count) }
    out += Array(header.utf8)
    for from in 0..<EntityLabels.count {
      for to in 0..<EntityLabels.count {
        let value = (trainer.transitions[from][to] * scale).rounded()
        let bits = UInt16(bitPattern: Int16(max(-30_000, min(30_000, value))))
        out.append(UInt8(truncatingIfNeeded: bits))
        out.append(UInt8(truncatingIfNeeded: bits >> 8))
      }
    }
    func row(_ weights: LabelRow) {
      for l in 0..<EntityModel.stride {
        let value = l < EntityLabels.count ? (weights[l] * scale).rounded() : 0
        out.append(UInt8(bitPattern: Int8(max(-127, min(127, value)))))
      }
    }
    for weights in trainer.weights { row(weights) }
    var slots = [(UInt32, UInt32)](repeating: (0, 0), count: slotCount)
    for (hash, value) in entries {
      var slot = Int(truncatingIfNeeded: hash >> 8) & (slotCount - 1)
      while slots[slot].0 != 0 { slot = (slot + 1) & (slotCount - 1) }
      slots[slot] = (EntityModel.wordKey(hash), value)
    }
    for (key, index) in slots {
      number(Int(key))
      number(Int(index))
    }
    let width = vectors.dimensions
    for word in vectors.hashes.indices {
      for place in 0..<3 {
        var sum = LabelRow.zero
        for d in 0..<width {
          sum += trainer.dense[place * width + d] * vectors.values[word * width + d]
        }
        row(sum)
      }
    }
    if names.isEmpty {
      for word in words.known { number(Int(word.facts) | Int(word.group) << 16) }
    }
    out += [UInt8](repeating: 0, count: 32)
    return out
  }
}
