import Bytes
import Model

extension Tokenizer {
  /// The longest chunk that is looked at as an address, in bytes.
  private static let longestAddress = 2_048

  /// The last parts of host and file names.
  private static let endings = ShortWordSet(
    """
    com org net edu gov mil info biz uk eu io tv htm html pdf doc docx xls xlsx ppt txt jpg jpeg png
    gif zip exe mp3 mp4 avi csv xml php asp aspx jsp js
    """)

  /// The end of the address, handle or hashtag at `start`, or nil.
  func addressOrHandle(_ text: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard ASCII.isAlphanumeric(text[start]) else { return handle(text, start, end) }
    return address(text, start, text.alphanumericEnd(from: start, to: end), end)
  }

  /// The end of the handle or hashtag at `start`, or nil.
  func handle(_ text: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    let first = text[start]
    guard first == 0x40 || first == 0x23 else { return nil }
    var i = start + 1
    while i < end, ASCII.isAlphanumeric(text[i]) || text[i] == 0x5F { i += 1 }
    guard i > start + 1, first == 0x40 || ASCII.isLetter(text[start + 1]) else { return nil }
    return i
  }

  /// The end of the URL, e-mail address, host or file at `start`, whose letters and digits go to
  /// `run`; nil for all that is none.
  @inline(__always)
  func address(_ text: borrowing Span<UInt8>, _ start: Int, _ run: Int, _ end: Int) -> Int? {
    guard run < end else { return nil }
    // Most words end in neither of these.
    switch text[run] {
    case 0x2B, 0x2D, 0x2E, 0x3A, 0x40, 0x5F: return longAddress(text, start, run, end)
    default: return nil
    }
  }

  private func longAddress(
    _ text: borrowing Span<UInt8>, _ start: Int, _ run: Int, _ end: Int
  ) -> Int? {
    if isURL(text, start) { return trimmed(text, start, chunkEnd(text, start, end)) }
    guard text[run] != 0x3A else { return nil }
    var at = -1
    var lastDot = -1
    var dots = 0
    var i = run
    while i < end, i - start < Self.longestAddress {
      let byte = text[i]
      if byte == 0x40 {
        guard at < 0 else { return nil }
        at = i
        dots = 0
      } else if byte == 0x2E {
        guard i + 1 < end, ASCII.isAlphanumeric(text[i + 1]) else { break }
        dots += 1
        lastDot = i
      } else if !ASCII.isAlphanumeric(byte), byte != 0x2D, byte != 0x5F, byte != 0x2B {
        break
      }
      i += 1
    }
    if at > start { return i > at + 1 && (dots > 0 || at - start > 2) ? i : nil }
    guard at < 0, dots > 0, isName(text, start, lastDot, i, dots) else { return nil }
    // "example.org/path"
    return i < end && text[i] == 0x2F ? trimmed(text, start, chunkEnd(text, i, end)) : i
  }

  /// Whether the address at `start` is written like a name, "Amazon.com".
  func isName(_ text: borrowing Span<UInt8>, _ start: Int) -> Bool { ASCII.isUpper(text[start]) }

  private func isURL(_ text: borrowing Span<UInt8>, _ start: Int) -> Bool {
    switch text[start] | 0x20 {
    case 0x68:
      return text.hasBytesIgnoringCase("http://", at: start)
        || text.hasBytesIgnoringCase("https://", at: start)
    case 0x77: return text.hasBytesIgnoringCase("www.", at: start)
    case 0x66: return text.hasBytesIgnoringCase("ftp://", at: start)
    default: return false
    }
  }

  private func chunkEnd(_ text: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var i = start
    while i < end, i - start < Self.longestAddress {
      let byte = text[i]
      if byte <= 0x20 || byte >= 0x7F || byte == 0x3C || byte == 0x3E || byte == 0x22 { break }
      i += 1
    }
    return i
  }

  /// `end` without the punctuation that ends a sentence rather than an address.
  private func trimmed(_ text: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var i = end
    while i > start, [0x2E, 0x2C, 0x3B, 0x3A, 0x29, 0x21, 0x3F, 0x27, 0x5D].contains(text[i - 1]) {
      i -= 1
    }
    return i
  }

  /// Whether the letters, digits and dots from `start` to `end` are the name of a host or file.
  ///
  /// It ends as one, or has three parts or more in small letters.
  private func isName(
    _ text: borrowing Span<UInt8>, _ start: Int, _ lastDot: Int, _ end: Int, _ dots: Int
  ) -> Bool {
    if end - lastDot <= 5,
      Self.endings.contains(ShortWord(normalFormOf: text, (lastDot + 1)..<end))
    {
      return true
    }
    guard dots >= 2 else { return false }
    var length = 0
    for k in start..<end {
      if text[k] == 0x2E {
        if length < 2 { return false }
        length = 0
      } else {
        guard ASCII.isLower(text[k]) else { return false }
        length += 1
      }
    }
    return length >= 2
  }
}
