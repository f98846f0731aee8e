/// Markup that is safe to write into a page.
///
/// The literal parts of a string interpolation are taken as they are; every `String` put into it is
/// escaped, so text from a corpus cannot become markup:
///
///     let line: HTML = "<p class=\"note\">\(title)</p>"
public struct HTML: Hashable, Sendable {
  /// The markup.
  public private(set) var markup: String

  /// Nothing.
  public init() { markup = "" }

  /// `text`, escaped for element content and quoted attribute values.
  public init(text: String) {
    markup = ""
    markup.appendEscaped(text)
  }

  /// Appends `other`.
  public static func += (html: inout HTML, other: HTML) { html.markup += other.markup }

  /// `first` followed by `second`.
  public static func + (first: HTML, second: HTML) -> HTML {
    var joined = first
    joined += second
    return joined
  }

  /// Whether there is no markup.
  public var isEmpty: Bool { markup.isEmpty }
}

extension HTML: ExpressibleByStringInterpolation {
  /// Markup written in the source code.
  public init(stringLiteral value: String) { markup = value }

  /// Markup with values put into it.
  public init(stringInterpolation: Interpolation) { markup = stringInterpolation.markup }

  /// Collects the parts of an interpolation.
  public struct Interpolation: StringInterpolationProtocol {
    var markup = ""

    /// An empty interpolation with room for its parts.
    public init(literalCapacity: Int, interpolationCount: Int) {
      markup.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    /// Takes a part of the source code as it is.
    public mutating func appendLiteral(_ literal: String) { markup += literal }

    /// Escapes text.
    public mutating func appendInterpolation(_ text: String) { markup.appendEscaped(text) }

    /// Takes markup as it is.
    public mutating func appendInterpolation(_ html: HTML) { markup += html.markup }

    /// Writes a number.
    public mutating func appendInterpolation(_ number: Int) { markup += String(number) }

    /// Writes the markup of all `parts`, one after the other.
    public mutating func appendInterpolation(_ parts: [HTML]) {
      for part in parts { markup += part.markup }
    }
  }
}

extension Array where Element == HTML {
  /// The parts with `separator` between them.
  func joined(_ separator: HTML) -> HTML {
    var all = HTML()
    for (i, part) in enumerated() {
      if i > 0 { all += separator }
      all += part
    }
    return all
  }
}

extension String {
  /// Appends `text` with `&`, `<`, `>`, quotes and control characters made harmless.
  fileprivate mutating func appendEscaped(_ text: String) {
    let bytes = text.utf8Span.span
    var start = text.startIndex
    var i = 0
    while i < bytes.count {
      guard let (length, replacement) = harmless(bytes, at: i) else {
        i += 1
        continue
      }
      let here = text.utf8.index(text.startIndex, offsetBy: i)
      self += text[start..<here]
      self += replacement
      i += length
      start = text.utf8.index(here, offsetBy: length)
    }
    self += text[start...]
  }
}

/// What takes the place of the bytes at `i` and how many they are; nil for bytes that may stay.
///
/// Control characters are no HTML; directional overrides would reorder what follows them.
private func harmless(
  _ bytes: borrowing Span<UInt8>, at i: Int
) -> (length: Int, replacement: String)? {
  switch bytes[i] {
  case 0x26: return (1, "&amp;")
  case 0x3C: return (1, "&lt;")
  case 0x3E: return (1, "&gt;")
  case 0x22: return (1, "&quot;")
  case 0x27: return (1, "&#39;")
  case 0x09, 0x0A: return nil
  case 0x00..<0x20, 0x7F: return (1, "\u{FFFD}")
  // U+0080 to U+009F
  case 0xC2 where i + 1 < bytes.count && bytes[i + 1] < 0xA0: return (2, "\u{FFFD}")
  case 0xE2 where i + 2 < bytes.count:
    switch (bytes[i + 1], bytes[i + 2]) {
    // U+202A to U+202E, U+2066 to U+2069
    case (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9): return (3, "\u{FFFD}")
    default: return nil
    }
  default: return nil
  }
}
