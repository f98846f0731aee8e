import Model

/// The sentences that differ, A's in the left half of the terminal and B's in the right.
struct TwoColumns {
  /// Columns from which two texts beside each other can be read.
  static let leastWidth = 110

  private let report: ComparisonReport
  private let half: Int
  private let style: TerminalStyle
  private let marksA: [Range<Int>]
  private let marksB: [Range<Int>]

  init(_ report: ComparisonReport, width: Int, _ style: TerminalStyle) {
    self.report = report
    // Two columns of margin, three between the halves; lines longer than 100 are hard to follow.
    half = min(100, (width - 5) / 2)
    self.style = style
    let result = report.result
    marksA =
      (result.edits.flatMap(\.a) + result.alignment.droppedA.map { result.a.sentences[$0] })
      .sorted { $0.lowerBound < $1.lowerBound }
    marksB =
      (result.edits.flatMap(\.b) + result.alignment.newB.map { result.b.sentences[$0] })
      .sorted { $0.lowerBound < $1.lowerBound }
  }

  var text: String {
    guard report.rows.contains(where: { !$0.isConstant }) else { return "" }
    var out = "\n" + style.bold("Sentence by sentence") + "\n"
    var same = 0
    func flush() {
      if same > 0 { out += "  … \(counted(same, "sentence")) in the same words\n" }
      same = 0
    }
    for row in report.rows {
      if row.isConstant {
        same += 1
        continue
      }
      flush()
      let left = lines(report.result.a, row.readings[0].sentences, marksA, "−", style.red)
      let right = lines(report.result.b, row.readings[1].sentences, marksB, "+", style.green)
      for k in 0..<max(left.count, right.count) {
        let (a, width) = k < left.count ? left[k] : ("", 0)
        let b = k < right.count ? right[k].text : ""
        let gap = String(repeating: " ", count: max(0, half - width))
        out += b.isEmpty ? "  \(a)\n" : "  \(a)\(gap) │ \(b)\n"
      }
      out += "\n"
    }
    flush()
    return out
  }

  /// Sentences broken into lines of the half's width, marked words coloured, or between signs where
  /// there are no colours; with the width of each line.
  private func lines(
    _ text: ComparedText, _ sentences: [Int], _ marks: [Range<Int>], _ sign: String,
    _ colour: (String) -> String
  ) -> [(text: String, width: Int)] {
    let bytes = Array(text.text.utf8)
    var lines: [(text: String, width: Int)] = []
    var line = ""
    var width = 0
    for sentence in sentences {
      for word in words(bytes, text.sentences[sentence]) {
        let isMarked = Self.isMarked(word, marks)
        var shown = clean(String(decoding: bytes[word], as: UTF8.self))
        if isMarked, !style.isColoured { shown = sign + shown + sign }
        // A word longer than a line, such as an address, is cut.
        var size = terminalWidth(shown)
        if size > half {
          shown = cut(shown, to: half - 1) + "…"
          size = terminalWidth(shown)
        }
        if width > 0, width + 1 + size > half {
          lines.append((line, width))
          line = ""
          width = 0
        }
        if width > 0 {
          line += " "
          width += 1
        }
        line += isMarked ? colour(shown) : shown
        width += size
      }
    }
    if width > 0 { lines.append((line, width)) }
    return lines
  }

  private func words(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = range.lowerBound
    for i in range.lowerBound...range.upperBound
    where i == range.upperBound || bytes[i] <= 0x20 {
      if i > start { found.append(start..<i) }
      start = i + 1
    }
    return found
  }

  /// Whether a mark lies on the word; marks ascend.
  private static func isMarked(_ word: Range<Int>, _ marks: [Range<Int>]) -> Bool {
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].upperBound <= word.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < marks.count && marks[low].overlaps(word)
  }

  private func cut(_ text: String, to width: Int) -> String {
    var out = ""
    var used = 0
    for character in text {
      used += terminalWidth(String(character))
      if used > width { break }
      out.append(character)
    }
    return out
  }
}

/// Columns that a text takes on a terminal: two for East Asian wide characters, none for marks that
/// combine.
func terminalWidth(_ text: String) -> Int {
  var width = 0
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: continue
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      width += 2
    default: width += 1
    }
  }
  return width
}
