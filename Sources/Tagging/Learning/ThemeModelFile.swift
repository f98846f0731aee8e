import Bytes

/// The file of a `ThemeModel`.
///
/// Layout, little endian: the eight bytes `VTHEMES` and 0x0A; version as UInt32; bytes of the header
/// as UInt32; bytes of all that follows the header as UInt64; a hash of everything after it as
/// UInt64; the header, lines `key value` that say what it was made of and how well it does; the
/// labels, one a line; then the numbers of `Decision` and `LabelWeights` in their order.
enum ThemeModelFile {
  static let magic: StaticString = "VTHEMES\n"
  static let version: UInt32 = 2
  static let preamble = 32
}

extension ThemeModel {
  /// The bytes of the model's file; the same model gives the same bytes.
  public func encoded() -> [UInt8] {
    let header =
      "documents \(documents)\nlabels \(labels.count)\nfeatures \(featureCount)\n"
      + "entries \(weights.entries.count)\nlanguage \(language)\n"
      + "fingerprint \(fingerprint)\nmeaning \(meaning)\n"
      + "dimensions \(weights.meaningMean.count)\n"
      + "micro \(perTenThousand(micro))\nmacro \(perTenThousand(macro))\n"
    var body = ByteWriter()
    for label in labels {
      let bytes = Array(label.utf8)
      body.add(UInt32(bytes.count))
      body.bytes += bytes
    }
    body.add(UInt32(decision.least))
    body.add(UInt32(decision.most))
    body.add(decision.slope)
    body.add(decision.offset)
    for value in decision.thresholds { body.add(value) }
    for label in weights.labels {
      body.add(label.scale)
      body.add(label.bias)
      body.add(label.balance)
    }
    for value in weights.meaningMean { body.add(value) }
    for vector in weights.meaning { for k in 0..<16 { body.add(vector[k]) } }
    for feature in weights.features { body.add(feature) }
    for value in weights.idf { body.add(value) }
    for value in weights.absent { body.add(value) }
    for value in weights.starts { body.add(value) }
    for entry in weights.entries {
      body.add(entry.label)
      body.add(UInt16(bitPattern: entry.weight))
      body.add(entry.odds)
    }
    var rest = Array(header.utf8)
    rest += body.bytes
    var out = ByteWriter()
    out.bytes += Array("VTHEMES\n".utf8)
    out.add(ThemeModelFile.version)
    out.add(UInt32(header.utf8.count))
    out.add(UInt64(body.bytes.count))
    let span = rest.span
    out.add(stableHash(span, in: 0..<span.count))
    return out.bytes + rest
  }

  /// Reads a model from the bytes of its file; `file` is the name that error messages begin with.
  ///
  /// Throws when the bytes are no model, of another version, cut off, or damaged.
  public init(_ bytes: borrowing Span<UInt8>, file: String) throws(ModelFileError) {
    func refused(_ reason: String) -> ModelFileError {
      ModelFileError(description: "\(file): \(reason)")
    }
    guard bytes.hasBytes(ThemeModelFile.magic, at: 0) else {
      throw refused("is no model of themes. Make one with `variorum themes learn`.")
    }
    guard bytes.count >= ThemeModelFile.preamble else {
      throw refused("is cut off. Learn it again.")
    }
    var start = ByteReader(at: 8)
    let version = start.uint32(bytes)
    guard version == ThemeModelFile.version else {
      throw refused(
        "is a model of version \(version); this program reads version "
          + "\(ThemeModelFile.version). Learn it again.")
    }
    let headerBytes = Int(start.uint32(bytes))
    let bodyBytes = start.uint64(bytes)
    let hash = start.uint64(bytes)
    let headerEnd = ThemeModelFile.preamble + headerBytes
    let size = UInt64(headerEnd) &+ bodyBytes
    guard UInt64(bytes.count) == size else {
      throw refused("is cut off: \(bytes.count) bytes of \(size). Learn it again or copy it anew.")
    }
    guard stableHash(bytes, in: ThemeModelFile.preamble..<bytes.count) == hash else {
      throw refused("is damaged: its bytes are not those that were written. Learn it again.")
    }
    var text: [UInt8] = []
    for k in ThemeModelFile.preamble..<headerEnd { text.append(bytes[k]) }
    var header: [Substring: Substring] = [:]
    let lines = String(decoding: text, as: UTF8.self)
    for line in lines.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      if parts.count == 2 { header[parts[0]] = parts[1] }
    }
    func number(_ key: Substring) -> Int { header[key].flatMap { Int($0) } ?? 0 }
    let counts = (
      labels: number("labels"), features: number("features"), entries: number("entries"),
      dimensions: number("dimensions")
    )
    var reader = ByteReader(at: headerEnd)
    guard let model = ThemeModel(bytes, &reader, counts) else {
      throw refused("is damaged: its parts do not fit its size. Learn it again.")
    }
    self = model
    language = String(header["language"] ?? "und")
    documents = number("documents")
    fingerprint = header["fingerprint"].flatMap { UInt64($0) } ?? 0
    meaning = header["meaning"].flatMap { UInt64($0) } ?? 0
    micro = Double(number("micro")) / 10_000
    macro = Double(number("macro")) / 10_000
  }

  /// The labels and numbers that stand at `reader`; nil when they do not fill the rest exactly.
  private init?(
    _ bytes: borrowing Span<UInt8>, _ reader: inout ByteReader,
    _ counts: (labels: Int, features: Int, entries: Int, dimensions: Int)
  ) {
    guard (1...ThemeModel.maximumLabels).contains(counts.labels), counts.features >= 0,
      counts.features <= TrainingSet.maximumFeatures, counts.entries >= 0,
      (0...1024).contains(counts.dimensions)
    else { return nil }
    var labels: [String] = []
    for _ in 0..<counts.labels {
      let length = Int(reader.uint32(bytes))
      guard let label = reader.text(bytes, length) else { return nil }
      labels.append(label)
    }
    let vectors = (counts.dimensions + 15) / 16 * counts.labels
    let rest =
      16 + counts.labels * 16 + counts.dimensions * 4 + vectors * 64 + counts.features * 20 + 4
    let (entryBytes, isTooLarge) = counts.entries.multipliedReportingOverflow(by: 6)
    guard !isTooLarge, bytes.count - reader.at - rest == entryBytes else { return nil }
    let least = Int(reader.uint32(bytes))
    let most = Int(reader.uint32(bytes))
    let slope = reader.float(bytes)
    let offset = reader.float(bytes)
    let thresholds = (0..<counts.labels).map { _ in reader.float(bytes) }
    var weights = LabelWeights()
    for _ in 0..<counts.labels {
      weights.labels.append(
        LabelWeights.Label(
          scale: reader.float(bytes), bias: reader.float(bytes), balance: reader.float(bytes)))
    }
    weights.meaningMean = (0..<counts.dimensions).map { _ in reader.float(bytes) }
    for _ in 0..<vectors {
      var vector = SIMD16<Float>.zero
      for k in 0..<16 { vector[k] = reader.float(bytes) }
      weights.meaning.append(vector)
    }
    weights.features = (0..<counts.features).map { _ in reader.uint64(bytes) }
    weights.idf = (0..<counts.features).map { _ in reader.float(bytes) }
    weights.absent = (0..<counts.features).map { _ in reader.float(bytes) }
    weights.starts = (0...counts.features).map { _ in reader.uint32(bytes) }
    weights.entries.reserveCapacity(counts.entries)
    for _ in 0..<counts.entries {
      weights.entries.append(
        LabelWeights.Entry(
          label: reader.uint16(bytes), weight: Int16(bitPattern: reader.uint16(bytes)),
          odds: reader.uint16(bytes)))
    }
    guard weights.isConsistent else { return nil }
    self.init(
      labels: labels, language: "und", documents: 0, fingerprint: 0, meaning: 0, micro: 0, macro: 0,
      decision: Decision(
        thresholds: thresholds, least: min(1, least), most: min(most, counts.labels), slope: slope,
        offset: offset), weights: weights)
  }

  private func perTenThousand(_ share: Double) -> Int { Int((share * 10_000).rounded()) }
}

extension LabelWeights {
  /// Whether every place and label that is named exists.
  fileprivate var isConsistent: Bool {
    guard starts.first == 0, Int(starts.last ?? 1) == entries.count else { return false }
    for k in features.indices where starts[k] > starts[k + 1] { return false }
    return entries.allSatisfy { Int($0.label) < labels.count }
  }
}
