import Bytes
public import Model
public import Text

extension Comparer {
  /// Collates two or more texts.
  ///
  /// - Complexity: One comparison a text, or one for every pair where there is no base.
  public func collate(
    _ inputs: [ComparisonInput], mode: Collation.Mode, options: ComparisonOptions = .init(),
    lexicon: inout Lexicon
  ) -> Collation {
    let steps = Self.pairs(inputs.count, mode).map { a, b in
      lexicon.removeAll()
      return Collation.Step(
        a: a, b: b,
        result: compare(inputs[a], inputs[b], options: options, lexicon: &lexicon))
    }
    var texts = [ComparedText?](repeating: nil, count: inputs.count)
    for step in steps {
      texts[step.a] = step.result.a
      texts[step.b] = step.result.b
    }
    let all = texts.compactMap { $0 }
    let first = if case .base(let base) = mode { base } else { 0 }
    return Collation(
      mode: mode, texts: all, steps: steps, rows: CollationRows(all, steps, first: first).rows())
  }

  /// The pairs of indices to compare.
  private static func pairs(_ count: Int, _ mode: Collation.Mode) -> [(Int, Int)] {
    switch mode {
    case .history: (1..<count).map { ($0 - 1, $0) }
    case .base(let base): (0..<count).filter { $0 != base }.map { (base, $0) }
    case .parallel: (0..<count).flatMap { a in ((a + 1)..<count).map { (a, $0) } }
    }
  }
}

/// The sentences of a comparison in rows, in A's order; what only B has follows the row before it.
public func sentenceRows(_ result: ComparisonResult) -> [Collation.Row] {
  let step = Collation.Step(a: 0, b: 1, result: result)
  return CollationRows([result.a, result.b], [step], first: 0).rows()
}

/// Puts the sentences of several texts into rows.
struct CollationRows {
  private let texts: [ComparedText]
  private let steps: [Collation.Step]
  /// The text whose order the rows follow.
  private let first: Int
  /// Where the sentences of each text begin among those of all.
  private let starts: [Int]
  private let wordings: [[String]]

  init(_ texts: [ComparedText], _ steps: [Collation.Step], first: Int) {
    self.texts = texts
    self.steps = steps
    self.first = first
    var starts = [0]
    for text in texts { starts.append(starts[starts.count - 1] + text.sentences.count) }
    self.starts = starts
    wordings = texts.map { text in
      let bytes = Array(text.text.utf8)
      return text.sentences.map { Self.wording(bytes[$0]) }
    }
  }

  /// The words of a sentence with single spaces between them.
  private static func wording(_ bytes: ArraySlice<UInt8>) -> String {
    let words = bytes.split { $0 <= 0x20 }
    return String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
  }

  func rows() -> [Collation.Row] {
    var sets = linked()
    var members: [Int: [[Int]]] = [:]
    for (k, text) in texts.enumerated() {
      for sentence in text.sentences.indices {
        let row = sets.root(starts[k] + sentence)
        members[row, default: Array(repeating: [], count: texts.count)][k].append(sentence)
      }
    }
    return ordered(&sets).map { row(members[$0] ?? []) }
  }

  /// Sentences joined by their links; those without one by the same words in another text, so that
  /// what was dropped and came back is one row, and so is what several texts added.
  private func linked() -> DisjointSets {
    var sets = DisjointSets(count: starts[texts.count])
    var hasLink = [Bool](repeating: false, count: starts[texts.count])
    for step in steps {
      for link in step.result.alignment.links {
        sets.join(starts[step.a] + link.a, starts[step.b] + link.b)
        hasLink[starts[step.b] + link.b] = true
      }
    }
    var known: [String: (text: Int, place: Int)] = [:]
    for k in texts.indices {
      for (sentence, wording) in wordings[k].enumerated() {
        let place = starts[k] + sentence
        guard let earlier = known[wording] else {
          known[wording] = (k, place)
          continue
        }
        if !hasLink[place], earlier.text != k { sets.join(earlier.place, place) }
      }
    }
    return sets
  }

  /// The rows in the order of the first text; what it does not have stands behind the row that it
  /// follows in its own text.
  private func ordered(_ sets: inout DisjointSets) -> [Int] {
    // A list with links by row; −1 is the place before the first.
    var next: [Int: Int] = [:]
    var placed: Set<Int> = []
    let order = [first] + texts.indices.filter { $0 != first }
    for k in order {
      var previous = -1
      for sentence in texts[k].sentences.indices {
        let row = sets.root(starts[k] + sentence)
        if placed.insert(row).inserted {
          next[row] = next[previous]
          next[previous] = row
        }
        previous = row
      }
    }
    var rows: [Int] = []
    var at = next[-1]
    while let row = at {
      rows.append(row)
      at = next[row]
    }
    return rows
  }

  private func row(_ members: [[Int]]) -> Collation.Row {
    var known: [String] = []
    let readings = members.enumerated().map { k, sentences -> Collation.Reading in
      guard !sentences.isEmpty else { return Collation.Reading() }
      let wording = sentences.map { wordings[k][$0] }.joined(separator: " ")
      let number = known.firstIndex(of: wording) ?? known.count
      if number == known.count { known.append(wording) }
      return Collation.Reading(sentences: sentences, wording: number)
    }
    return Collation.Row(readings: readings, wordings: known)
  }
}
