import Bytes
import Model
import Text

/// One analysed text, cut into the units that are aligned.
struct Side {
  /// A sentence as the aligner sees it.
  struct Unit {
    var utf8: Range<Int>
    var tokens: Range<Int>
    /// Words and numbers: their normal forms in order.
    var words: [TermID] = []
    /// Distinct stems, ascending, with their counts.
    var stems: [(term: UInt32, count: Int32)] = []
    /// A hash of the words in order.
    var hash: UInt64 = 0
    /// Whether its passage is a title or a heading.
    var isMarkedHeading = false
  }

  var analyzed: AnalyzedText
  var units: [Unit]

  /// The sentences of `input`.
  init(_ input: ComparisonInput, lexicon: inout Lexicon) {
    analyzed = analyze(
      input.text, passages: input.passages ?? Self.lines(input.text), language: input.language,
      lexicon: &lexicon)
    units = analyzed.sentences.map { Unit(utf8: $0.utf8, tokens: $0.tokens) }
    markHeadings(input.passages ?? [])
    fill(&lexicon)
  }

  /// Marks the sentences of passages that are titles or headings; both are in reading order.
  private mutating func markHeadings(_ passages: [Passage]) {
    var u = 0
    for passage in passages {
      while u < units.count, units[u].utf8.lowerBound < passage.utf8.lowerBound { u += 1 }
      while u < units.count, units[u].utf8.lowerBound < passage.utf8.upperBound {
        units[u].isMarkedHeading = passage.kind == .title || passage.kind == .heading
        u += 1
      }
    }
  }

  /// The lines of a text whose paragraphs are not set apart by blank lines; nil for any other.
  ///
  /// Lines longer than a page is wide are paragraphs, not the work of a line breaker.
  private static func lines(_ text: String) -> [Passage]? {
    let bytes = text.utf8Span.span
    var found: [Passage] = []
    var start = 0
    var longest = 0
    for i in 0...bytes.count where i == bytes.count || bytes[i] == 0x0A {
      if i > start {
        found.append(Passage(index: found.count, kind: .paragraph, utf8: start..<i))
        longest = max(longest, i - start)
      }
      start = i + 1
    }
    return found.count > 1 && longest > 160 ? found : nil
  }

  /// Sentences that are given already split.
  init(sentences: [String], language: String?, lexicon: inout Lexicon) {
    var text = ""
    var ranges: [Range<Int>] = []
    for sentence in sentences {
      let start = text.utf8.count
      text += sentence
      ranges.append(start..<text.utf8.count)
      text += "\n\n"
    }
    let passages = ranges.enumerated().map {
      Passage(index: $0.offset, kind: .paragraph, utf8: $0.element)
    }
    analyzed = analyze(text, passages: passages, language: language, lexicon: &lexicon)
    units = []
    var token = 0
    for range in ranges {
      let first = token
      while token < analyzed.tokens.count, analyzed.tokens[token].end <= range.upperBound {
        token += 1
      }
      units.append(Unit(utf8: range, tokens: first..<token))
    }
    fill(&lexicon)
  }

  /// Whether sentence `u` is a heading by its passage, or is short, ends without a mark and has a
  /// capital on most of its words.
  func isHeading(_ u: Int) -> Bool {
    let unit = units[u]
    if unit.isMarkedHeading { return true }
    guard let last = unit.tokens.last, unit.words.count > 1, unit.words.count <= 16,
      analyzed.tokens[last].kind != .punctuation
    else { return false }
    let capitals = unit.tokens.count {
      ASCII.isUpper(analyzed.bytes[Int(analyzed.tokens[$0].start)])
    }
    return capitals * 2 >= unit.words.count
  }

  private mutating func fill(_ lexicon: inout Lexicon) {
    let language = analyzed.baseLanguage
    for u in units.indices {
      var stems: [UInt32] = []
      var words: [TermID] = []
      var hash: UInt64 = 0
      for t in units[u].tokens {
        let token = analyzed.tokens[t]
        guard token.kind != .punctuation else { continue }
        words.append(token.term)
        stems.append(lexicon.stem(of: token.term, language: language).rawValue)
        hash = mixed(hash &+ lexicon.hash(of: token.term))
      }
      stems.sort()
      var counted: [(term: UInt32, count: Int32)] = []
      for stem in stems {
        if let last = counted.last, last.term == stem {
          counted[counted.count - 1].count += 1
        } else {
          counted.append((stem, 1))
        }
      }
      units[u].words = words
      units[u].stems = counted
      units[u].hash = hash
    }
  }
}
