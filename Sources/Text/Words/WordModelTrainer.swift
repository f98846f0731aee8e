/// Trains the model that the words of Japanese or Chinese are found by.
///
/// An averaged perceptron (Collins 2002) with a margin. What the dictionary says about a sentence is
/// taken from the other sentences alone, as it is for a text that was never seen. The same sentences
/// give the same model.
public struct WordModelTrainer {
  private static let folds = 8
  private static let margin: Int32 = 20

  private struct Example {
    var run: WordRun
    /// Indices of the scalars that begin a word.
    var starts: [Int]
    var fold: UInt8
  }

  private let simplifies: Bool
  private var examples: [Example] = []
  /// For the hash of each word, the folds that it occurs in as bits.
  private var folds: [UInt64: UInt8] = [:]
  private var weights = [Int32](repeating: 0, count: WordFeatures.buckets)
  private var sums = [Int64](repeating: 0, count: WordFeatures.buckets)
  private var steps: Int64 = 0
  private var state: UInt64 = 42

  /// A trainer for sentences as lists of words; `language` is `ja` or `zh`.
  public init(_ sentences: [[String]], language: String) {
    simplifies = language == "zh"
    for (index, sentence) in sentences.enumerated() {
      for (run, starts) in WordModelTrainer.runs(sentence, simplifies: simplifies) {
        let example = Example(run: run, starts: starts, fold: UInt8(index % Self.folds))
        for (k, start) in starts.enumerated() {
          let end = k + 1 < starts.count ? starts[k + 1] : run.count
          guard end - start <= WordDictionary.longestWord else { continue }
          let hash = run.scalars[start..<end].reduce(0) { WordDictionary.extended($0, by: $1) }
          folds[hash, default: 0] |= 1 << example.fold
        }
        examples.append(example)
      }
    }
  }

  /// Goes over all sentences once, in an order of its own.
  public mutating func pass() {
    for i in stride(from: examples.count - 1, to: 0, by: -1) {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      examples.swapAt(i, Int((state >> 33) % UInt64(i + 1)))
    }
    var features = WordFeatures()
    var buckets: [Int] = []
    for example in examples {
      let run = example.run
      let others = ~(UInt8(1) << example.fold)
      features.begin(run) { (folds[$0] ?? 0) & others != 0 }
      var starts = example.starts.dropFirst()
      var start = 0
      var word = WordDictionary.extended(0, by: run.scalars[0])
      for i in 1..<max(1, run.count) {
        let begins = starts.first == i
        if begins { starts.removeFirst() }
        if !run.holdsTogether(before: i) {
          steps += 1
          features.fill(&buckets, at: i, start: start, word: word)
          let sum = buckets.reduce(Int32(0)) { $0 + weights[$1] }
          let sign: Int32 = begins ? 1 : -1
          if sum * sign <= Self.margin {
            for bucket in buckets {
              weights[bucket] += sign
              sums[bucket] += Int64(sign) * steps
            }
          }
          // The right boundary, not the one found, is what the next places see.
          if begins {
            start = i
            word = 0
          }
        }
        word = WordDictionary.extended(word, by: run.scalars[i])
      }
    }
  }

  /// The model file: `header` lines below the first, then the dictionary and the averaged weights.
  public func file(header: [String]) -> [UInt8] {
    let model = model()
    var file = Array("variorum words 1\n".utf8)
    for line in header { file += Array((line + "\n").utf8) }
    file.append(0x0A)
    for number in [UInt32(model.dictionary.slots.count)] + model.dictionary.slots {
      for k in 0..<4 { file.append(UInt8(truncatingIfNeeded: number >> (8 * UInt32(k)))) }
    }
    for weight in model.weights { file.append(UInt8(bitPattern: weight)) }
    return file
  }

  /// F1 in per cent (0–100) of the words found in `sentences` by what was learned so far.
  public func score(_ sentences: [[String]]) -> Double {
    var segmenter = WordSegmenter(model: model())
    var (right, wanted, given) = (0, 0, 0)
    for sentence in sentences {
      for (run, gold) in WordModelTrainer.runs(sentence, simplifies: simplifies) {
        let found = segmenter.starts(run)
        let words = { (starts: [Int]) in
          Set(zip(starts, starts.dropFirst() + [run.count]).map { [$0, $1] })
        }
        right += words(gold).intersection(words(found)).count
        wanted += gold.count
        given += found.count
      }
    }
    return 200 * Double(right) / Double(max(1, wanted + given))
  }

  private func model() -> WordModel {
    let averaged = weights.indices.map {
      Double(weights[$0]) - Double(sums[$0]) / Double(steps + 1)
    }
    let scale = 127 / averaged.reduce(1) { max($0, abs($1)) }
    return WordModel(
      dictionary: WordDictionary(hashes: folds.keys.sorted()),
      weights: averaged.map { Int8(($0 * scale).rounded()) }, simplifies: simplifies)
  }

  /// The runs of a sentence; it is cut where the data has a boundary that no run can have.
  private static func runs(
    _ sentence: [String], simplifies: Bool
  ) -> [(run: WordRun, starts: [Int])] {
    var found: [(run: WordRun, starts: [Int])] = []
    var run = WordRun()
    var starts: [Int] = []
    for word in sentence {
      guard let first = word.unicodeScalars.first else { continue }
      if let last = run.kinds.last, WordRun.holdTogether(last, WordRun.kind(first.value)) {
        found.append((run, starts))
        run.removeAll()
        starts.removeAll()
      }
      starts.append(run.count)
      for scalar in word.unicodeScalars {
        run.append(scalar.value, at: run.count, simplifying: simplifies)
      }
    }
    if run.count > 0 { found.append((run, starts)) }
    return found
  }
}
