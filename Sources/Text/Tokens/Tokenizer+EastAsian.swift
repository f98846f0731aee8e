import Bytes
import Model

extension Tokenizer {
  /// The longest run that is cut into words at a time, in scalars.
  private static let longestRun = 512

  /// Appends the words of a chunk without spaces that begins at `start` and holds Chinese
  /// characters or kana; returns its end, or nil where the chunk holds none.
  ///
  /// In Japanese and Chinese texts the chunk goes up to the next space, so that numbers with their
  /// counters are cut as the language does; in others up to the next letter of another script.
  mutating func eastAsianWords(
    _ text: borrowing Span<UInt8>, _ start: Int, _ end: Int
  ) -> Int? {
    guard let chunk = eastAsianChunk(text, start, end) else { return nil }
    guard let model = chunk.isJapanese ? WordModel.japanese : WordModel.chinese else { return nil }
    var segmenter = WordSegmenter(model: model)
    var run = WordRun()
    var i = start
    while i < chunk.end {
      if text[i] < 0x80, run.kinds.last != .latin, run.kinds.last != .digit,
        let stop = addressOrHandle(text, i, chunk.end)
      {
        addWords(text, run, i, &segmenter)
        run.removeAll()
        add(i..<stop, .address)
        i = stop
        continue
      }
      let (value, length) = text.scalar(at: i)
      run.append(value, at: i, simplifying: model.simplifies)
      i += length
      if run.count >= Self.longestRun || Self.endsRun(value) {
        addWords(text, run, i, &segmenter)
        run.removeAll()
      }
    }
    addWords(text, run, chunk.end, &segmenter)
    return chunk.end
  }

  private mutating func addWords(
    _ text: borrowing Span<UInt8>, _ run: WordRun, _ end: Int, _ segmenter: inout WordSegmenter
  ) {
    let starts = segmenter.starts(run)
    for (k, start) in starts.enumerated() {
      let stop = k + 1 < starts.count ? run.offsets[starts[k + 1]] : end
      add(run.offsets[start]..<stop, Self.kind(text, run, start))
    }
  }

  private static func kind(
    _ text: borrowing Span<UInt8>, _ run: WordRun, _ i: Int
  ) -> Token.Kind {
    switch run.kinds[i] {
    case .digit: return .number
    case .other:
      let value = run.scalars[i]
      if value < 0x80 {
        return [0x24, 0x2B, 0x3C, 0x3E, 0x5E, 0x60, 0x7C].contains(value) ? .symbol : .punctuation
      }
      switch ScalarClass.of(value) {
      case .currency, .symbol: return .symbol
      default: return .punctuation
      }
    case .mark: return .symbol
    default: return .word
    }
  }

  /// Marks after which a sentence is over.
  private static func endsRun(_ value: UInt32) -> Bool {
    value == 0x3002 || value == 0xFF01 || value == 0xFF1F || value == 0xFF61
  }

  private func eastAsianChunk(
    _ text: borrowing Span<UInt8>, _ start: Int, _ end: Int
  ) -> (end: Int, isJapanese: Bool)? {
    let reachesFar = language == "ja" || language == "zh"
    var hasHan = false
    var hasKana = false
    var i = start
    scan: while i < end {
      if text[i] < 0x80 {
        guard reachesFar, text[i] > 0x20, text[i] != 0x7F else { break }
        i += 1
        continue
      }
      let (value, length) = text.scalar(at: i)
      switch ScalarClass.of(value) {
      case .han: hasHan = true
      case .hiragana, .katakana: hasKana = true
      case .space: break scan
      default: if !reachesFar { break scan }
      }
      i += length
    }
    guard hasHan || hasKana else { return nil }
    return (i, language == "ja" || hasKana && language != "zh")
  }
}
