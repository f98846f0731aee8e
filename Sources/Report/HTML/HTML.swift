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
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": self += "&amp;"
      case "<": self += "&lt;"
      case ">": self += "&gt;"
      case "\"": self += "&quot;"
      case "'": self += "&#39;"
      case "\n", "\t": unicodeScalars.append(scalar)
      // Control characters are no HTML; directional overrides would reorder what follows them.
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}",
        "\u{2066}"..."\u{2069}":
        unicodeScalars.append("\u{FFFD}")
      default: unicodeScalars.append(scalar)
      }
    }
  }
}
