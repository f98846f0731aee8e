import Bytes

/// Undoes a second encoding: UTF-8 that was taken for ISO-8859-1 and encoded as UTF-8 again.
///
/// A dash then stands as the five bytes of "â", U+0080 and U+0094. Only pages in which such runs hold
/// control characters of U+0080 to U+009F are touched, for no text has those; and only runs that are
/// whole characters of UTF-8 once decoded.
/// - Parameter bytes: Valid UTF-8.
/// - Returns: The repaired bytes and the number of runs, or nil when there is nothing to repair.
/// - Complexity: O(*n*).
func withoutDoubleEncoding(_ bytes: [UInt8]) -> (utf8: [UInt8], repairs: Int)? {
  guard hasControlAfterLetter(bytes) else { return nil }
  var out: [UInt8] = []
  out.reserveCapacity(bytes.count)
  var repairs = 0
  var i = 0
  while i < bytes.count {
    guard bytes[i] == 0xC2 || bytes[i] == 0xC3 else {
      out.append(bytes[i])
      i += 1
      continue
    }
    var run: [UInt8] = []
    var end = i
    while end + 1 < bytes.count, bytes[end] == 0xC2 || bytes[end] == 0xC3 {
      run.append((bytes[end] & 0x03) << 6 | bytes[end + 1] & 0x3F)
      end += 2
    }
    if run.count > 1, String(validating: run, as: UTF8.self) != nil {
      out += run
      repairs += 1
    } else {
      out += bytes[i..<max(end, i + 1)]
    }
    i = max(end, i + 1)
  }
  return repairs > 0 ? (out, repairs) : nil
}

/// Whether "â" or "Ã" is followed by a control character, at least three times.
private func hasControlAfterLetter(_ bytes: [UInt8]) -> Bool {
  guard bytes.count > 8 else { return false }
  let span = bytes.span
  var count = 0
  var i = 0
  while let found = span.firstIndex(of: 0xC3, from: i), found + 3 < bytes.count {
    i = found
    if bytes[i + 1] == 0xA2 || bytes[i + 1] == 0x83, bytes[i + 2] == 0xC2,
      bytes[i + 3] < 0xA0
    {
      count += 1
      if count >= 3 { return true }
    }
    i += 1
  }
  return false
}
