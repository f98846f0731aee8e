import Bytes
import Model
import Text
import Values

/// What the rules know of numbers better than the model.
extension EntityTagger {
  /// The mentions, where a range of shares that was cut is whole, and
  /// figures that were passed over are added.
  ///
  /// - Complexity: O(*n*) in the mentions, values and tokens.
  func settleValues(
    _ mentions: [EntityMention], _ view: TokenView, _ analyzed: AnalyzedText
  ) -> [EntityMention] {
    var result: [EntityMention] = []
    result.reserveCapacity(mentions.count + 8)
    var next = 0
    var token = 0
    for value in view.values {
      while next < mentions.count, mentions[next].utf8.upperBound <= value.utf8.lowerBound {
        result.append(mentions[next])
        next += 1
      }
      var end = next
      while end < mentions.count, mentions[end].utf8.lowerBound < value.utf8.upperBound { end += 1 }
      while token < view.tokens.count, Int(view.tokens[token].end) <= value.utf8.lowerBound {
        token += 1
      }
      var last = token
      while last < view.tokens.count, Int(view.tokens[last].start) < value.utf8.upperBound {
        last += 1
      }
      let type = EntityTagger.type(value.value)
      let replaces =
        switch type {
        case .number:
          next == end
            ? view.isPassedOver(value, token..<last)
            // "Methane lasts about twelve years": a number by itself is no date.
            : end == next + 1 && mentions[next].type == .date && mentions[next].utf8 == value.utf8
              && !(token > 0 && view.isCapital(token - 1)) && !view.isDetermined(token)
        case .percent:
          // "35 to 47 per cent"; "between 35 and 47 per cent" are two.
          end - next > 1 && view.hashOrNone(token - 1) != TokenView.between
            && mentions[next..<end].contains { $0.type == .number }
            && mentions[next..<end].allSatisfy {
              ($0.type == .number || $0.type == type)
                && $0.utf8.lowerBound >= value.utf8.lowerBound
                && $0.utf8.upperBound <= value.utf8.upperBound
            }
        default: false
        }
      guard replaces else { continue }
      let text = analyzed.string(value.utf8)
      result.append(
        EntityMention(
          utf8: value.utf8, type: type, text: text, canonical: text, value: value.value))
      next = end
    }
    result.append(contentsOf: mentions[next...])
    return result
  }
}

/// Numbers that count nothing: times of the day, and numbers by which things are called.
extension TokenView {
  /// Whether the number at `range` tells the time or says which one of many: "9 a.m.", "four
  /// o'clock", "10 in the morning", "Article 17", "on day nine".
  func isNoCount(_ range: Range<Int>) -> Bool { isTimeOfDay(range) || isLabel(range) }

  /// Whether what stands at `range`, a number or figures, is a time of the day.
  func isTimeOfDay(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty, tokens[range.lowerBound].kind != .word || !isCapital(range.lowerBound)
    else { return false }
    var at = Int(tokens[range.upperBound - 1].end)
    while at < bytes.count, bytes[at] == 0x20 { at += 1 }
    if Self.clockMarks.contains(where: { hasWords($0, at) }) { return true }
    return Self.dayParts.contains { hasWords($0, at) }
      && Self.timeWords.contains(hashOrNone(range.lowerBound - 1))
  }

  /// Whether `words` in small letters stand at byte `at` and end there.
  private func hasWords(_ words: StaticString, _ at: Int) -> Bool {
    let end = at + words.utf8CodeUnitCount
    return bytes.span.hasBytesIgnoringCase(words, at: at)
      && (end == bytes.count || !ASCII.isLetter(bytes[end]))
  }

  /// Whether the word before says which one is meant, and nothing is counted after the number.
  private func isLabel(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty else { return false }
    let before = range.lowerBound - 1
    let hash = hashOrNone(before)
    let isFigure = infos[range.lowerBound].marks.contains(.digit)
    guard Self.labels.contains(hash) || !isFigure && hash == Self.numberWord,
      !Self.determiners.contains(hashOrNone(before - 1))
    else { return false }
    guard range.upperBound < infos.count else { return true }
    let after = infos[range.upperBound].marks
    return !after.contains(.word) || after.contains(.common) || after.contains(.first)
  }

  /// Whether "the", "last", "past" or the like stands before `i`.
  func isDetermined(_ i: Int) -> Bool { Self.determiners.contains(hashOrNone(i - 1)) }

  /// Whether a number that the rules read in `range` is one though the model passed it over.
  ///
  /// The rules are right for figures that are no item of a list and no part of a name; of words
  /// the model knows more.
  func isPassedOver(_ value: FoundValue, _ range: Range<Int>) -> Bool {
    guard !range.isEmpty, !isNoCount(range) else { return false }
    let first = range.lowerBound
    if first > 0, isCapital(first - 1) || Self.labels.contains(hash(first - 1)) { return false }
    return infos[first].marks.contains(.digit) && standsFree(value.utf8, first)
  }

  /// Whether figures stand between spaces, unlike the marks of notes, "401(k)" and "3) Paper".
  private func standsFree(_ utf8: Range<Int>, _ first: Int) -> Bool {
    let start = utf8.lowerBound
    if start > 0, !Self.opens(bytes[start - 1]) { return false }
    // "vol. 12", where no sentence ends.
    if start > 1, bytes[start - 2] == UInt8(ascii: "."), !isStart(first) { return false }
    guard utf8.upperBound < bytes.count else { return start > 0 }
    let after = bytes[utf8.upperBound]
    if start == 0 || bytes[start - 1] == 0x0A {
      return after == 0x20 || after == UInt8(ascii: ":") || after == UInt8(ascii: ",")
    }
    return after < 0x80 && after != UInt8(ascii: "(") && after != UInt8(ascii: "-")
  }

  private static func opens(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == UInt8(ascii: "(")
  }

  private func isStart(_ i: Int) -> Bool { infos[i].marks.contains(.first) }

  private static let clockMarks: [StaticString] = [
    "a.m", "p.m", "am", "pm", "o'clock", "o’clock", "minutes past", "to midnight", "to noon",
  ]
  private static let dayParts: [StaticString] = [
    "in the morning", "in the afternoon", "in the evening", "at night",
  ]
  private static let timeWords = hashes("at by until till before after past around about from to")
  private static let labels = hashes(
    """
    article articles annex appendix chapter section sections clause paragraph paragraphs figure \
    table page volume no day step phase stage lesson question questions answer answers line
    """)
  private static let determiners = hashes(
    "the that this every each a an per last past next same first")
  fileprivate static let between = stableHash("between")
  private static let numberWord = stableHash("number")

  private static func hashes(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { stableHash(String($0)) })
  }
}
