/// The second text with the words marked that differ from the first: `[-taken out-]`, `{+put in+}`.
///
/// `differences` are ranges of UTF-8 bytes of `a` and of `b`, in order; either may be empty.
///
/// - Complexity: O(length of both texts).
public func markedWords(
  _ a: String, _ b: String, _ differences: [(a: Range<Int>, b: Range<Int>)],
  isColoured: Bool = false
) -> String {
  let first = a.utf8Span.span
  let second = b.utf8Span.span
  let style = isColoured
  var out: [UInt8] = []
  out.reserveCapacity(second.count + second.count / 8)
  var next = 0
  for difference in differences {
    append(second, next..<difference.b.lowerBound, to: &out)
    if !difference.a.isEmpty {
      // A place of insertion stands directly behind a word.
      if difference.b.isEmpty, difference.b.lowerBound > 0 { out.append(0x20) }
      out += (style ? "\u{1B}[31m[-" : "[-").utf8
      append(first, difference.a, to: &out)
      out += (style ? "-]\u{1B}[0m" : "-]").utf8
    }
    if !difference.b.isEmpty {
      if !difference.a.isEmpty { out.append(0x20) }
      out += (style ? "\u{1B}[32m{+" : "{+").utf8
      append(second, difference.b, to: &out)
      out += (style ? "+}\u{1B}[0m" : "+}").utf8
    }
    next = difference.b.upperBound
  }
  append(second, next..<second.count, to: &out)
  if out.last != 0x0A { out.append(0x0A) }
  return String(decoding: out, as: UTF8.self)
}

/// Appends bytes, without those that a terminal would obey.
private func append(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>, to out: inout [UInt8]) {
  for i in range {
    let byte = bytes[i]
    out.append(byte < 0x20 && byte != 0x0A && byte != 0x09 || byte == 0x7F ? 0x20 : byte)
  }
}
