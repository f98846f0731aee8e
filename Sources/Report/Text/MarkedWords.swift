/// The second text with the words marked that differ from the first: `[-taken out-]`, `{+put in+}`.
///
/// The texts are UTF-8, and so is what is returned. `differences` are ranges of bytes of `a` and of
/// `b`, in order; either may be empty.
///
/// - Complexity: O(length of both texts).
public func markedWords(
  _ a: [UInt8], _ b: [UInt8], _ differences: [(a: Range<Int>, b: Range<Int>)],
  isColoured: Bool = false
) -> [UInt8] {
  let takenOut = Array((isColoured ? "\u{1B}[31m[-" : "[-").utf8)
  let takenOutEnd = Array((isColoured ? "-]\u{1B}[0m" : "-]").utf8)
  let putIn = Array((isColoured ? "\u{1B}[32m{+" : "{+").utf8)
  let putInEnd = Array((isColoured ? "+}\u{1B}[0m" : "+}").utf8)
  let (first, second) = (printable(a), printable(b))
  var out: [UInt8] = []
  out.reserveCapacity(second.count + second.count / 4 + 64)
  var next = 0
  for difference in differences {
    out += second[next..<difference.b.lowerBound]
    if !difference.a.isEmpty {
      // A place of insertion stands directly behind a word.
      if difference.b.isEmpty, difference.b.lowerBound > 0 { out.append(0x20) }
      out += takenOut
      out += first[difference.a]
      out += takenOutEnd
    }
    if !difference.b.isEmpty {
      if !difference.a.isEmpty { out.append(0x20) }
      out += putIn
      out += second[difference.b]
      out += putInEnd
    }
    next = difference.b.upperBound
  }
  out += second[next...]
  if out.last != 0x0A { out.append(0x0A) }
  return out
}

/// The same text with blanks for the bytes that a terminal would obey.
private func printable(_ text: [UInt8]) -> [UInt8] {
  // One flag over all bytes, which is fast without a branch.
  var found: UInt8 = 0
  for byte in text { found |= isObeyed(byte) ? 1 : 0 }
  return found == 0 ? text : text.map { isObeyed($0) ? 0x20 : $0 }
}

@inline(__always)
private func isObeyed(_ byte: UInt8) -> Bool {
  (byte < 0x20) != (byte == 0x0A || byte == 0x09) || byte == 0x7F
}
