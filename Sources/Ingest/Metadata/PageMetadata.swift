import Bytes
import Model

/// What a page says about itself: its data blocks and meta elements first, then what readers see.
func pageMetadata(
  _ arena: PageArena, _ outline: PageOutline, data: JSONLDFacts, url: String?, page: [UInt8] = []
) -> Metadata {
  var reader = PageMetadataReader(
    arena: arena, outline: outline, data: data, url: url, page: page)
  return reader.run()
}

private struct PageMetadataReader {
  let arena: PageArena
  let outline: PageOutline
  let data: JSONLDFacts
  private var url: String?
  private let page: [UInt8]
  private var meta: [String: String] = [:]
  private var metaAuthors: [(key: String, value: String)] = []
  private var pageTitle: String?
  private var result = Metadata()

  init(
    arena: PageArena, outline: PageOutline, data: JSONLDFacts, url: String?, page: [UInt8]
  ) {
    self.page = page
    self.arena = arena
    self.outline = outline
    self.data = data
    self.url = url
  }

  mutating func run() -> Metadata {
    collectHead()
    // A saved page has no address of its own; the one that it names will do.
    url = url ?? result.canonicalURL?.value
    result.publisher = publisher()
    result.title = title()
    let sites = [data.publisher, meta["og:site_name"]].compactMap { $0 }
    result.authors =
      AuthorReader(
        arena: arena, outline: outline, data: data, metaAuthors: metaAuthors,
        siteKeys: sites.map { folded(Array($0.utf8)) },
        title: folded(Array((result.title?.value ?? "").utf8))
      ).run()
    let dates = DateReader(
      arena: arena, outline: outline, data: data, meta: meta, url: url,
      language: result.language?.value, title: folded(Array((result.title?.value ?? "").utf8)),
      pageTitle: pageTitle, page: page)
    result.modified = dates.modified()
    result.published = dates.published(modified: result.modified)
    if let text = meta["og:description"] ?? meta["description"] ?? data.description, !text.isEmpty {
      result.deck = Found(plainText(text), Evidence(.meta, "description", confidence: 600))
    }
    if let text = data.section ?? meta["article:section"] {
      result.section = Found(plainText(text), Evidence(.meta, "article:section"))
    }
    return result
  }

  private mutating func collectHead() {
    for node in 0..<arena.count {
      switch arena.tags[node] {
      case .meta:
        guard let content = arena.attribute(.content, of: node), !content.isEmpty else { continue }
        for name in [AttributeName.property, .name, .itemprop] {
          guard let key = arena.attribute(name, of: node)?.lowercased() else { continue }
          if AuthorReader.metaKeys.contains(key), metaAuthors.count < 60 {
            metaAuthors.append((key, content))
          }
          guard meta[key] == nil else { continue }
          meta[key] = content
          if key == "article:tag" {
            result.tags.append(Found(plainText(content), Evidence(.meta, key)))
          }
        }
        if arena.attribute(.property, of: node)?.lowercased() == "article:tag",
          result.tags.last?.value != plainText(content), result.tags.count < 30
        {
          result.tags.append(Found(plainText(content), Evidence(.meta, "article:tag")))
        }
      case .title where pageTitle == nil: pageTitle = arena.innerText(of: node, limit: 1_000)
      case .link:
        if arena.attribute(.rel, of: node)?.lowercased() == "canonical", result.canonicalURL == nil,
          let href = arena.attribute(.href, of: node), href.hasPrefix("http"),
          href.utf8.count < 2_048
        {
          result.canonicalURL = Found(href, Evidence(.meta, "link rel=canonical"))
        }
      case .html:
        if let lang = arena.attribute(.lang, of: node), lang.utf8.count <= 12, lang.utf8.count >= 2
        {
          result.language = Found(lang, Evidence(.markup, "html lang", confidence: 700))
        }
      default: break
      }
    }
    if result.canonicalURL == nil, let og = meta["og:url"], og.hasPrefix("http") {
      result.canonicalURL = Found(og, Evidence(.meta, "og:url", confidence: 900))
    }
  }

  private func publisher() -> Found<String>? {
    if let name = data.publisher { return Found(name, Evidence(.jsonLD, "publisher")) }
    for key in [
      "og:site_name", "application-name", "publisher", "dc.publisher", "citation_publisher",
    ] {
      if let name = meta[key] { return Found(plainText(name), Evidence(.meta, key)) }
    }
    if let title = pageTitle, let bar = title.split(separator: " | ").last, title.contains(" | "),
      bar.utf8.count < 40
    {
      return Found(String(bar), Evidence(.markup, "title", confidence: 500))
    }
    if let title = pageTitle.map(plainText), let shown = heading(),
      let name = remainder(of: title, without: plainText(shown))
    {
      return Found(name, Evidence(.markup, "title", confidence: 600))
    }
    let host = hostName(url)
    return host.isEmpty ? nil : Found(host, Evidence(.url, "host", confidence: 400))
  }

  /// What a page's title has before or after its heading: the name of the site, of at most six words.
  private func remainder(of title: String, without heading: String) -> String? {
    let (whole, part) = (Array(title.utf8), Array(heading.utf8))
    guard part.count > 8, whole.count > part.count + 4 else { return nil }
    let rest: ArraySlice<UInt8>
    if whole.starts(with: part) {
      rest = whole[part.count...]
    } else if whole.suffix(part.count).elementsEqual(part) {
      rest = whole[..<(whole.count - part.count)]
    } else {
      return nil
    }
    let text = String(decoding: rest, as: UTF8.self)
    let name = text.split { $0.isWhitespace }.map(String.init)
    let isMark = { (word: String) in !word.contains { $0.isLetter || $0.isNumber } }
    var words = name[...]
    while let last = words.last, isMark(last) { words.removeLast() }
    while let first = words.first, isMark(first) { words.removeFirst() }
    guard words.count < name.count || text.contains(":"), (1...6).contains(words.count) else {
      return nil
    }
    var found = words.joined(separator: " ")
    while let last = found.last, !last.isLetter, !last.isNumber, last != ")" { found.removeLast() }
    return found.first?.isUppercase == true ? found : nil
  }

  // MARK: Title

  private func title() -> Found<String>? {
    let site = data.publisher ?? meta["og:site_name"]
    let shown = heading()
    var stated: Found<String>?
    if let text = meta["og:title"] ?? meta["twitter:title"] ?? meta["dc.title"] {
      stated = Found(
        withoutSiteName(text, siteName: site, url: url),
        Evidence(.meta, "og:title", confidence: 900))
    }
    let full = pageTitle.map { withoutSiteName($0, siteName: site, url: url) }
    // The heading that readers see is the title when the page's own data agrees with it.
    if let shown {
      let key = folded(Array(shown.utf8))
      let witnesses = [stated?.value, full, data.headline, pageTitle].compactMap { $0 }
        .map { folded(Array($0.utf8)) }
      let isWitnessed = witnesses.contains { overlaps($0, key) }
      if isWitnessed || witnesses.isEmpty {
        return Found(shown, Evidence(.markup, "h1", confidence: isWitnessed ? 950 : 600))
      }
    }
    if let headline = data.headline, headline.utf8.count > 3 {
      return Found(
        withoutSiteName(headline, siteName: site, url: url),
        Evidence(.jsonLD, "headline", confidence: 900))
    }
    if let stated, !stated.value.isEmpty { return stated }
    if let full, !full.isEmpty { return Found(full, Evidence(.markup, "title", confidence: 800)) }
    return shown.map { Found($0, Evidence(.markup, "h1", confidence: 500)) }
  }

  private func overlaps(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard !a.isEmpty, !b.isEmpty else { return false }
    if a == b || a.starts(with: b) || b.starts(with: a) { return true }
    if b.count > 8, a.suffix(b.count).elementsEqual(b) { return true }
    let shared = min(a.count, b.count)
    return shared > 12 && zip(a, b).prefix { $0 == $1 }.count * 10 >= shared * 7
  }

  /// The main heading: the first h1 that is not hidden and no name of the site; else the first h2.
  private func heading() -> String? {
    var first: String?
    for tag in [Tag.h1, .h2] {
      for node in 0..<arena.count where arena.tags[node] == tag {
        guard !outline.labels[node].contains(.hidden), !isInNavigation(node) else { continue }
        let text = arena.innerText(of: node, limit: 400)
        guard text.utf8.count >= 4 else { continue }
        if tag == .h1 {
          let site = folded(Array((data.publisher ?? meta["og:site_name"] ?? "").utf8))
          if folded(Array(text.utf8)) == site { continue }
          if first == nil { first = text }
          // Among several, one that the title repeats.
          if let title = pageTitle, contains(title, text) { return text }
        } else if first == nil, let title = pageTitle, contains(title, text), text.utf8.count > 12 {
          return text
        }
      }
    }
    return first
  }

  private func contains(_ title: String, _ text: String) -> Bool {
    let a = folded(Array(title.utf8))
    let b = folded(Array(text.utf8))
    return b.count > 3 && a.starts(with: b)
  }

  private func isInNavigation(_ node: Int) -> Bool {
    arena.ancestor(of: node) {
      arena.tags[$0] == .nav || arena.tags[$0] == .footer || arena.tags[$0] == .aside
        || outline.labels[$0].contains(.hidden)
    } != nil
  }
}
