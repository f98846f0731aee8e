import Bytes

/// Groups of words of like meaning: k-means over their vectors.
enum WordGroups {
  private typealias Chunk = SIMD16<Float>

  /// The group of each word of `vectors`, below `count`; the same vectors give the same groups.
  static func groups(_ vectors: WordVectors, count: Int) -> [Int] {
    let words = vectors.hashes.count
    let width = vectors.dimensions / 16
    guard words > count, width > 0, count > 0 else { return Array(repeating: -1, count: words) }
    var rows: [Chunk] = []
    rows.reserveCapacity(words * width)
    for word in 0..<words {
      for part in 0..<width {
        var chunk = Chunk.zero
        for k in 0..<16 { chunk[k] = vectors.values[word * vectors.dimensions + part * 16 + k] }
        rows.append(chunk)
      }
    }
    // The table is sorted by frequency, about: its first words are well spread.
    var centres: [Chunk] = []
    for group in 0..<count {
      let word = group * 8 % words
      for part in 0..<width { centres.append(rows[word * width + part]) }
    }
    var groups = [Int](repeating: -1, count: words)
    for _ in 0..<12 {
      for word in 0..<words {
        var best = -Float.infinity
        for group in 0..<count {
          var sum = Chunk.zero
          for part in 0..<width {
            sum += rows[word * width + part] * centres[group * width + part]
          }
          let likeness = sum.sum()
          if likeness > best {
            best = likeness
            groups[word] = group
          }
        }
      }
      var sums = [Chunk](repeating: .zero, count: count * width)
      for word in 0..<words {
        for part in 0..<width { sums[groups[word] * width + part] += rows[word * width + part] }
      }
      for group in 0..<count {
        var square: Float = 0
        for part in 0..<width {
          let chunk = sums[group * width + part]
          square += (chunk * chunk).sum()
        }
        guard square > 0 else { continue }
        for part in 0..<width {
          centres[group * width + part] = sums[group * width + part] / square.squareRoot()
        }
      }
    }
    return groups
  }
}
