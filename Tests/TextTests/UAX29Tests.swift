import TestSupport
import Testing
import Text

/// The kinds of segments that the standard cuts a text into.
enum Segmentation: String, CaseIterable, Sendable {
  case grapheme, word, sentence

  func boundaries(_ text: String) -> [Int] {
    let bytes = Array(text.utf8)
    let span = bytes.span
    var found = [0]
    while let last = found.last, last < span.count {
      switch self {
      case .grapheme: found.append(UAX29.graphemeEnd(span, from: last))
      case .word: found.append(UAX29.wordEnd(span, from: last))
      case .sentence: found.append(UAX29.sentenceEnd(span, from: last))
      }
    }
    return found
  }

  func segments(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    let found = boundaries(text)
    return zip(found, found.dropFirst()).map { String(decoding: bytes[$0..<$1], as: UTF8.self) }
  }
}

struct UAX29Tests {
  /// Scalars that the rules tell apart, ASCII and beyond.
  static let alphabet: [Unicode.Scalar] = [
    "a", "B", "1", "_", " ", "\t", "\r", "\n", ".", ",", ":", ";", "'", "\"", "!", "?", "(", ")",
    "\u{85}", "\u{A0}", "\u{AD}", "é", "\u{300}", "\u{301}", "\u{5D0}", "\u{661}", "\u{671}",
    "\u{600}", "\u{903}", "\u{915}", "\u{94D}", "\u{E33}", "\u{1100}", "\u{1160}", "\u{11A8}",
    "\u{AC00}", "\u{AC01}", "\u{200B}", "\u{200D}", "\u{200E}", "\u{202E}", "\u{2028}",
    "\u{2018}", "\u{2019}", "\u{2060}", "\u{2066}", "\u{3000}", "。", "ア", "日", "\u{FE0F}",
    "\u{1F1E6}", "\u{1F1FF}", "\u{1F468}", "\u{1F3FF}", "\u{2764}", "\u{E0001}", "\u{10FFFF}",
  ]

  @Test(
    .enabled(
      if: BreakTestFile.isInstalled,
      "skipped: the break tests of the package unicode-data are not in /usr/share/unicode"),
    arguments: [
      (Segmentation.grapheme, "GraphemeBreakTest.txt", 602),
      (.word, "WordBreakTest.txt", 1823), (.sentence, "SentenceBreakTest.txt", 502),
    ])
  func `every line of the break tests of the standard passes`(
    kind: Segmentation, name: String, count: Int
  ) throws {
    let file = try BreakTestFile(name)
    try #require(file.version == UAX29.version)
    #expect(file.lines.count == count)
    for line in file.lines {
      #expect(kind.boundaries(line.text) == line.boundaries, "\(name), line \(line.number)")
    }
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `every byte belongs to exactly one segment and no scalar is cut`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    var text = ""
    for _ in 0..<Int.random(in: 1...60, using: &random) {
      text.unicodeScalars.append(Self.alphabet.randomElement(using: &random) ?? " ")
    }
    let bytes = Array(text.utf8)
    for kind in Segmentation.allCases {
      let found = kind.boundaries(text)
      #expect(found.last == bytes.count)
      #expect(zip(found, found.dropFirst()).allSatisfy { $0 < $1 })
      #expect(found.dropLast().allSatisfy { bytes[$0] & 0xC0 != 0x80 })
    }
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `a break inside a text is there however the text begins`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    var text = ""
    for _ in 0..<40 {
      text.unicodeScalars.append(Self.alphabet.randomElement(using: &random) ?? " ")
    }
    let bytes = Array(text.utf8)
    for kind in Segmentation.allCases {
      let found = kind.boundaries(text)
      guard let cut = found.dropLast().randomElement(using: &random) else { continue }
      let rest = kind.boundaries(String(decoding: bytes[cut...], as: UTF8.self))
      #expect(rest.map { $0 + cut } == found.filter { $0 >= cut })
    }
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `the short cut for ASCII gives what the rules give`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let alphabet = Self.alphabet.filter(\.isASCII)
    var text = ""
    for _ in 0..<60 { text.unicodeScalars.append(alphabet.randomElement(using: &random) ?? " ") }
    // A mark that joins whatever is before it sends every scalar through the table.
    let marked = String(String.UnicodeScalarView(text.unicodeScalars.flatMap { [$0, "\u{301}"] }))
    let plain = Segmentation.word.segments(text)
    let folded = Segmentation.word.segments(marked).map {
      String(String.UnicodeScalarView($0.unicodeScalars.filter { $0 != "\u{301}" }))
    }.filter { !$0.isEmpty }
    // Only neighbours that the mark itself parts, line ends and spaces, may differ.
    #expect(folded.joined() == plain.joined())
    let isApart: (String) -> Bool = { $0.allSatisfy { $0.isWhitespace } }
    #expect(folded.filter { !isApart($0) } == plain.filter { !isApart($0) })
  }

  @Test func `emoji sequences, flags and syllables are one cluster each`() {
    let text = "👨‍👩‍👧👍🏽🇩🇪🇫🇷é각🏴󠁧󠁢󠁳󠁣󠁴󠁿"
    let found = Segmentation.grapheme.segments(text)
    #expect(found == ["👨‍👩‍👧", "👍🏽", "🇩🇪", "🇫🇷", "é", "각", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"])
  }

  @Test(arguments: [
    String(repeating: "a", count: 200_000), String(repeating: ".", count: 200_000),
    String(repeating: "\u{301}", count: 100_000), String(repeating: "a:\u{301}", count: 50_000),
    String(repeating: "\u{200D}\u{202E}", count: 50_000),
    String(repeating: "👨‍👩‍👧", count: 10_000), "a. " + String(repeating: "1 ", count: 100_000),
    String(repeating: "1.) ", count: 50_000), String(repeating: "\u{1F1E6}", count: 50_001),
  ])
  func `long runs of anything are cut to the end`(text: String) {
    for kind in Segmentation.allCases {
      #expect(kind.boundaries(text).last == text.utf8.count)
    }
  }
}
