import Bytes

/// An HTML element by its name, as far as extraction tells elements apart.
enum Tag: UInt8 {
  case other, text
  case html, head, body, title, meta, link, base
  case article, main, section, div, span, p, br, hr
  case header, footer, nav, aside, form, button, input, label, fieldset, figure, figcaption, img
  case picture, video, audio, dialog, menu, details, summary
  case h1, h2, h3, h4, h5, h6, hgroup
  case ul, ol, li, dl, dt, dd
  case blockquote, q, cite, pre, code, kbd, samp
  case table, caption, thead, tbody, tfoot, tr, td, th
  case a, b, strong, em, i, u, s, small, sub, sup, mark, time, address, abbr, font, center
  case script, style, svg, noscript, template, iframe, textarea, select, option, canvas, object

  /// The element of a name in small letters; `.other` for unknown ones.
  init(_ name: borrowing Span<UInt8>, _ range: Range<Int>) {
    self.init(hash: stableHash(name, in: range))
  }

  /// The element whose name in small letters has this `stableHash`; `.other` for unknown ones.
  init(hash: UInt64) { self = Tag.byHash[hash] ?? .other }

  private static let names: [(String, Tag)] = [
    ("html", .html), ("head", .head), ("body", .body), ("title", .title), ("meta", .meta),
    ("link", .link), ("base", .base), ("article", .article), ("main", .main),
    ("section", .section), ("div", .div), ("span", .span), ("p", .p), ("br", .br), ("hr", .hr),
    ("header", .header), ("footer", .footer), ("nav", .nav), ("aside", .aside), ("form", .form),
    ("button", .button), ("input", .input), ("label", .label), ("fieldset", .fieldset),
    ("figure", .figure), ("figcaption", .figcaption), ("img", .img), ("picture", .picture),
    ("video", .video), ("audio", .audio), ("dialog", .dialog), ("menu", .menu),
    ("details", .details), ("summary", .summary), ("h1", .h1), ("h2", .h2), ("h3", .h3),
    ("h4", .h4), ("h5", .h5), ("h6", .h6), ("hgroup", .hgroup), ("ul", .ul), ("ol", .ol),
    ("li", .li), ("dl", .dl), ("dt", .dt), ("dd", .dd), ("blockquote", .blockquote), ("q", .q),
    ("cite", .cite), ("pre", .pre), ("code", .code), ("kbd", .kbd), ("samp", .samp),
    ("table", .table), ("caption", .caption), ("thead", .thead), ("tbody", .tbody),
    ("tfoot", .tfoot), ("tr", .tr), ("td", .td), ("th", .th), ("a", .a), ("b", .b),
    ("strong", .strong), ("em", .em), ("i", .i), ("u", .u), ("s", .s), ("small", .small),
    ("sub", .sub), ("sup", .sup), ("mark", .mark), ("time", .time), ("address", .address),
    ("abbr", .abbr), ("font", .font), ("center", .center), ("script", .script),
    ("style", .style), ("svg", .svg), ("noscript", .noscript), ("template", .template),
    ("iframe", .iframe), ("textarea", .textarea), ("select", .select), ("option", .option),
    ("canvas", .canvas), ("object", .object),
  ]

  private static let byHash = NameTable(names.map { (stableHash($0.0), $0.1) })

  /// Elements that stand in a line of text.
  var isInline: Bool {
    switch self {
    case .text, .span, .a, .b, .strong, .em, .i, .u, .s, .small, .sub, .sup, .mark, .time, .abbr,
      .font, .q, .cite, .code, .kbd, .samp, .img, .label, .other:
      return true
    default: return false
    }
  }

  /// Inline elements that styles often set as boxes beside one another.
  var isBox: Bool {
    switch self {
    case .span, .a, .code, .label, .small, .time: return true
    default: return false
    }
  }

  /// h1 to h6.
  var isHeading: Bool { rawValue >= Tag.h1.rawValue && rawValue <= Tag.h6.rawValue }
}

/// The attributes that extraction looks at.
enum AttributeName: UInt8 {
  case className, id, href, rel, itemprop, itemtype, property, name, content, datetime, role, style
  case hidden, ariaHidden, lang, title, type, pubdate, dataTestID, httpEquiv

  init?(_ name: borrowing Span<UInt8>, _ range: Range<Int>) {
    self.init(hash: stableHash(name, in: range))
  }

  /// The attribute whose name has this `stableHash`, or nil.
  init?(hash: UInt64) {
    guard let found = AttributeName.byHash[hash] else { return nil }
    self = found
  }

  private static let names: [(String, AttributeName)] = [
    ("class", .className), ("id", .id), ("href", .href), ("rel", .rel),
    ("itemprop", .itemprop), ("itemtype", .itemtype), ("property", .property),
    ("name", .name), ("content", .content), ("datetime", .datetime), ("role", .role),
    ("style", .style), ("hidden", .hidden), ("aria-hidden", .ariaHidden), ("lang", .lang),
    ("title", .title), ("type", .type), ("pubdate", .pubdate), ("data-testid", .dataTestID),
    ("http-equiv", .httpEquiv),
  ]

  private static let byHash = NameTable(names.map { (stableHash($0.0), $0.1) })
}
