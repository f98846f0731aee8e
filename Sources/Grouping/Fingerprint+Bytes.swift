extension Fingerprint {
  /// The number of the method that fingerprints are made by; those of another cannot be compared.
  public static let method = 1

  /// The fingerprint as bytes, to be kept: at most 2.8 KB.
  ///
  /// A head of 18 bytes (hash of all words, number of words, runs of which the highest bit says whether they are
  /// all, stems), then four bytes a run and six a stem, little-endian.
  public var bytes: [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(18 + 4 * shingles.count + 6 * stems.count)
    out.put(exact)
    out.put(UInt32(clamping: words))
    out.put(UInt32(shingles.count) | (isWhole ? 1 << 31 : 0))
    out.put(UInt16(stems.count))
    for run in shingles { out.put(run) }
    for stem in stems {
      out.put(stem.hash)
      out.put(stem.count)
    }
    return out
  }

  /// The fingerprint that `bytes` were made from; nil when they were made from none.
  public init?(_ bytes: [UInt8]) {
    var rest = bytes[...]
    guard let exact: UInt64 = rest.take(), let words: UInt32 = rest.take(),
      let runs: UInt32 = rest.take(), let stemCount: UInt16 = rest.take()
    else { return nil }
    let runCount = Int(runs & ~(1 << 31))
    guard rest.count == 4 * runCount + 6 * Int(stemCount) else { return nil }
    var shingles: [UInt32] = []
    shingles.reserveCapacity(runCount)
    for _ in 0..<runCount { shingles.append(rest.take() ?? 0) }
    var stems: [(hash: UInt32, count: UInt16)] = []
    stems.reserveCapacity(Int(stemCount))
    for _ in 0..<stemCount { stems.append((rest.take() ?? 0, rest.take() ?? 0)) }
    self.init(
      exact: exact, shingles: shingles, isWhole: runs >> 31 == 1, stems: stems, words: Int(words))
  }
}

extension [UInt8] {
  fileprivate mutating func put(_ number: some FixedWidthInteger) {
    for shift in stride(from: 0, to: number.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }
}

extension ArraySlice<UInt8> {
  /// The little-endian number at the beginning, which is taken away; nil where too little is left.
  fileprivate mutating func take<Number: FixedWidthInteger>() -> Number? {
    let size = Number.bitWidth / 8
    guard count >= size else { return nil }
    var number: Number = 0
    for k in 0..<size { number |= Number(truncatingIfNeeded: self[startIndex + k]) << (8 * k) }
    removeFirst(size)
    return number
  }
}
