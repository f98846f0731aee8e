import Bytes
import Model
import Text

/// Finds the names of a user's list in texts.
///
/// A name matches whole words, whatever the white space, quotes and dashes; capitals may be more than
/// in the list, as in headlines, but not fewer. Where words are not set apart, a name of three
/// characters or more may begin inside a word, and every name may end there.
struct KnownEntityMatcher: Sendable {
  private struct Name {
    var entity: Int32
    var isCapital: Bool
    var isAllCapitals: Bool
    var scalars: Int32
  }

  private let names: [UInt64: [Name]]
  private let beginnings: Set<UInt64>

  init(_ known: KnownEntities) {
    var names: [UInt64: [Name]] = [:]
    var beginnings: Set<UInt64> = []
    for (index, entity) in known.entities.enumerated() {
      for text in [entity.name] + entity.aliases {
        let bytes = Array(text.utf8)
        let hashes = KnownEntityMatcher.hashes(bytes.span)
        guard let last = hashes.last else { continue }
        beginnings.formUnion(hashes)
        let (isCapital, isAllCapitals) = KnownEntityMatcher.capitals(bytes.span, 0..<bytes.count)
        names[last, default: []].append(
          Name(
            entity: Int32(truncatingIfNeeded: index), isCapital: isCapital,
            isAllCapitals: isAllCapitals, scalars: Int32(text.unicodeScalars.count)))
      }
    }
    self.names = names
    self.beginnings = beginnings
  }

  /// The places of names, longest first at each place, that do not overlap, in order; each with the
  /// index of its entity.
  func matches(_ text: AnalyzedText) -> [(utf8: Range<Int>, entity: Int)] {
    let bytes = text.bytes.span
    var found: [(utf8: Range<Int>, entity: Int)] = []
    var covered = 0
    for index in text.tokens.indices {
      let token = text.tokens[index].utf8
      var at = token.lowerBound
      while at < token.upperBound {
        let (value, length) = bytes.scalar(at: at)
        let isEastAsian = KnownEntityMatcher.isEastAsian(value)
        if at > token.lowerBound, !isEastAsian { break }
        if at >= covered,
          let match = longest(bytes, text.tokens, index, at, isInside: at > token.lowerBound)
        {
          found.append(match)
          covered = match.utf8.upperBound
        }
        at += length
        guard isEastAsian else { break }
      }
    }
    return found
  }

  private func longest(
    _ bytes: borrowing Span<UInt8>, _ tokens: [Token], _ index: Int, _ start: Int, isInside: Bool
  ) -> (utf8: Range<Int>, entity: Int)? {
    var best: (utf8: Range<Int>, entity: Int)?
    var hash: UInt64 = 0
    var token = index
    var i = start
    var isApart = false
    var wasEastAsian = true
    while token < tokens.count, i < bytes.count {
      let (value, length) = bytes.scalar(at: i)
      i += length
      if KnownEntityMatcher.isSpace(value) {
        isApart = true
        continue
      }
      let isEastAsian = KnownEntityMatcher.isEastAsian(value)
      hash = KnownEntityMatcher.extended(
        hash, bytes, (i - length)..<i, spaced: isApart && !(isEastAsian && wasEastAsian))
      isApart = false
      wasEastAsian = isEastAsian
      guard beginnings.contains(hash) else { break }
      while token < tokens.count, Int(tokens[token].end) < i { token += 1 }
      guard token < tokens.count, Int(tokens[token].end) == i || isEastAsian else { continue }
      guard let candidates = names[hash] else { continue }
      let (isCapital, isAllCapitals) = KnownEntityMatcher.capitals(bytes, start..<i)
      let match = candidates.first { name in
        (!name.isCapital || isCapital) && (!name.isAllCapitals || isAllCapitals)
          && (!isInside || name.scalars > 2)
      }
      if let match { best = (start..<i, Int(match.entity)) }
    }
    return best
  }

  /// Hashes of the first scalar, the first two, and so on, of a name.
  private static func hashes(_ bytes: borrowing Span<UInt8>) -> [UInt64] {
    var found: [UInt64] = []
    var hash: UInt64 = 0
    var isApart = false
    var wasEastAsian = true
    var i = 0
    while i < bytes.count {
      let (value, length) = bytes.scalar(at: i)
      i += length
      if isSpace(value) {
        isApart = !found.isEmpty
        continue
      }
      let isEastAsian = isEastAsian(value)
      hash = extended(
        hash, bytes, (i - length)..<i, spaced: isApart && !(isEastAsian && wasEastAsian))
      isApart = false
      wasEastAsian = isEastAsian
      found.append(hash)
    }
    return found
  }

  private static func extended(
    _ hash: UInt64, _ bytes: borrowing Span<UInt8>, _ range: Range<Int>, spaced: Bool
  ) -> UInt64 {
    var result = spaced ? mixed(hash &* 31 &+ 0x21) : hash
    if range.count == 1 {
      return mixed(result &* 31 &+ UInt64(ASCII.lowercased(bytes[range.lowerBound])) &+ 1)
    }
    var form: [UInt8] = []
    appendNormalForm(bytes, range, to: &form)
    for byte in form { result = mixed(result &* 31 &+ UInt64(byte) &+ 1) }
    return result
  }

  private static func isSpace(_ value: UInt32) -> Bool {
    value <= 0x20 || value == 0xA0 || value == 0x3000
  }

  private static func isEastAsian(_ value: UInt32) -> Bool {
    switch value {
    case 0x3005...0x3007, 0x3041...0x30FF, 0x31F0...0x31FF, 0x3400...0x9FFF, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x323AF:
      true
    default: false
    }
  }

  /// Whether the first letter is a capital, and whether all letters are, of two at least.
  private static func capitals(
    _ bytes: borrowing Span<UInt8>, _ range: Range<Int>
  ) -> (first: Bool, all: Bool) {
    var first: Bool?
    var upper = 0
    var lower = 0
    var i = range.lowerBound
    while i < range.upperBound {
      let (value, length) = bytes.scalar(at: i)
      i += length
      guard let scalar = Unicode.Scalar(value) else { continue }
      if scalar.properties.isUppercase {
        upper += 1
        if first == nil { first = true }
      } else if scalar.properties.isLowercase {
        lower += 1
        if first == nil { first = false }
      }
    }
    return (first ?? false, upper > 1 && lower == 0)
  }
}
