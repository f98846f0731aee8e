import Bytes

/// The whole words of the meaning table with their vectors, centred and of length one.
struct WordVectors {
  private(set) var hashes: [UInt64] = []
  private(set) var values: [Float] = []
  let dimensions: Int
  private var places: [UInt64: Int32] = [:]

  /// No vectors.
  init() { dimensions = 1 }

  /// Reads the table at `path`, whose layout `MeaningTable` describes.
  init(path: String) {
    guard let file = try? MappedFile(path: path), file.bytes.hasBytes("VMEANING", at: 0) else {
      print("no meaning table at \(path)")
      dimensions = 1
      return
    }
    func number(_ at: Int) -> Int { Int(file.pair(at: at).0) }
    let width = number(12)
    let pieces = number(16)
    let names = number(20)
    dimensions = width
    var at = 24
    for piece in 0..<pieces {
      var end = at
      while file.bytes[end] != 0x0A { end += 1 }
      let isWord = file.bytes[at] != 0x23 && end - at > 1 && file.bytes[at] > 0x40
      if isWord {
        let hash = stableHash(file.bytes, in: at..<end)
        places[hash] = Int32(hashes.count)
        hashes.append(hash)
        let row = 24 + names + piece * (width + 4) + 4
        for k in 0..<width { values.append(Float(Int8(bitPattern: file.bytes[row + k]))) }
      }
      at = end + 1
    }
    var mean = [Float](repeating: 0, count: width)
    for i in values.indices { mean[i % width] += values[i] / Float(hashes.count) }
    for word in hashes.indices {
      var length: Float = 0
      for k in 0..<width {
        values[word * width + k] -= mean[k]
        length += values[word * width + k] * values[word * width + k]
      }
      let scale = 1 / max(length.squareRoot(), 1e-6)
      for k in 0..<width { values[word * width + k] *= scale }
    }
  }

  /// The place of the word with that hash; -1 when it is unknown.
  func index(_ hash: UInt64) -> Int32 { places[hash] ?? -1 }
}
