import Bytes
import Model

extension AnalyzedText {
  /// The tokens as they are written, in order, in UTF-8 bytes.
  ///
  /// What `tokens` cuts for the taggers is joined again: "don't", "Lee's" and "cannot" are one each.
  /// An abbreviation that ends an English sentence gives its full stop away, and German counts each
  /// mark of "!!!", as the treebanks of Universal Dependencies do.
  /// - Complexity: O(*n*).
  public var writtenTokens: [Range<Int>] {
    let text = bytes.span
    let language = baseLanguage
    var found: [Range<Int>] = []
    found.reserveCapacity(tokens.count)
    for sentence in sentences {
      for i in sentence.tokens {
        let range = tokens[i].utf8
        if i > sentence.tokens.lowerBound, tokens[i].kind == .word, let last = found.last,
          last.upperBound == range.lowerBound, joins(text, last, range)
        {
          found[found.count - 1] = last.lowerBound..<range.upperBound
        } else if language == "de", tokens[i].kind == .punctuation, range.count > 1,
          text[range.lowerBound] == 0x21 || text[range.lowerBound] == 0x3F
        {
          for k in range { found.append(k..<(k + 1)) }
        } else {
          found.append(range)
        }
      }
      if language == "en" || language == "fr" || language == "de" {
        partFullStop(text, sentence, &found)
      }
    }
    return found
  }

  /// Whether a clitic at `range` follows the word at `last`.
  private func joins(_ text: borrowing Span<UInt8>, _ last: Range<Int>, _ range: Range<Int>) -> Bool
  {
    let first = text[range.lowerBound]
    if first == 0x27 || first == 0xE2 { return true }
    switch range.count {
    case 2:
      // "gonna", "gotta", "wanna"
      return text[range.lowerBound + 1] | 0x20 == 0x61 && last.count == 3
        && text[last.lowerBound + 2] | 0x20 == first | 0x20
    case 3:
      return text.hasBytesIgnoringCase("n't", at: range.lowerBound)
        || last.count == 3 && text.hasBytesIgnoringCase("cannot", at: last.lowerBound)
    case 5: return first | 0x20 == 0x6E && text[range.lowerBound + 1] == 0xE2
    default: return false
    }
  }

  /// Parts the full stop of an abbreviation that is the last word of `sentence`.
  private func partFullStop(
    _ text: borrowing Span<UInt8>, _ sentence: Sentence, _ found: inout [Range<Int>]
  ) {
    guard sentence.tokens.count > 1, let last = found.last, last.count > 1,
      tokens[sentence.tokens.upperBound - 1].kind == .word,
      text[last.upperBound - 1] == 0x2E
    else { return }
    found[found.count - 1] = last.lowerBound..<(last.upperBound - 1)
    found.append((last.upperBound - 1)..<last.upperBound)
  }
}
