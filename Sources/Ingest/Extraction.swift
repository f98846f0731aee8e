import Bytes
public import Model

/// Settings of extraction.
public struct ExtractionOptions: Sendable, Equatable {
  /// The most bytes of a page that are parsed; the rest is cut with an issue.
  public var maximumPage = 32 << 20

  /// Options with their defaults.
  public init() {}
}

/// A page or text whose characters are decoded.
public struct PageInput: Sendable {
  /// Valid UTF-8.
  public var utf8: [UInt8]
  /// What the bytes are.
  public var kind: InputKind
  /// The address, when it is known.
  public var url: String?
  /// The path of the file, whose name may hold a date.
  public var path: String?
  /// What is known already; taken before anything found in the page.
  public var given: Metadata

  /// An input to `extract`.
  public init(
    utf8: [UInt8], kind: InputKind, url: String? = nil, path: String? = nil,
    given: Metadata = Metadata()
  ) {
    self.utf8 = utf8
    self.kind = kind
    self.url = url
    self.path = path
    self.given = given
  }
}

/// What was found in a page.
public struct ExtractedPage: Sendable {
  /// The main text; passages are separated by one blank line.
  public var text: String
  /// The passages of `text`.
  public var passages: [Passage]
  /// What is known about the text.
  public var metadata: Metadata
  /// What the page was taken for.
  public var pageKind: PageKind
  /// What was odd.
  public var issues: [Issue]
  /// The extractor that was taken.
  public var extractor: String
}

/// Finds main text and metadata of a page; never fails, says what was odd in `issues`.
///
/// - Complexity: O(*n*).
public func extract(
  _ page: PageInput, options: ExtractionOptions = ExtractionOptions()
) -> ExtractedPage {
  var page = page
  var issues: [Issue] = []
  if page.utf8.count > options.maximumPage {
    issues.append(
      Issue(
        "page-cut",
        "\(page.utf8.count) bytes; only the first \(options.maximumPage) were read"))
    let cut = Array(page.utf8[..<options.maximumPage])
    page.utf8 = Array(String(decoding: cut, as: UTF8.self).utf8)
  }
  var found: ExtractedPage
  switch page.kind {
  case .html: found = extractHTML(page)
  case .text: found = extractPlainText(page)
  case .markdown: found = extractMarkdown(page)
  }
  found.metadata = found.metadata.filled(from: page.given)
  if found.metadata.published == nil, found.metadata.undatedReason == nil {
    found.metadata.undatedReason = "no date in the page's data, its text or its address"
  }
  if found.metadata.published != nil { found.metadata.undatedReason = nil }
  found.issues = issues + found.issues
  if found.text.isEmpty { found.issues.append(Issue("no-text", "no main text was found")) }
  return found
}

extension Metadata {
  /// These values with those of `given` before them.
  func filled(from given: Metadata) -> Metadata {
    var result = self
    result.title = given.title ?? title
    result.deck = given.deck ?? deck
    if !given.authors.isEmpty { result.authors = given.authors }
    result.published = given.published ?? published
    result.modified = given.modified ?? modified
    result.publisher = given.publisher ?? publisher
    result.canonicalURL = given.canonicalURL ?? canonicalURL
    result.language = given.language ?? language
    result.section = given.section ?? section
    if !given.tags.isEmpty { result.tags = given.tags }
    result.imageCaption = given.imageCaption ?? imageCaption
    return result
  }
}

private func extractHTML(_ page: PageInput) -> ExtractedPage {
  analysed(page).extracted
}

/// A page with everything that was worked out on the way to its text.
struct AnalysedPage {
  let scanned: ScannedPage
  /// Whether what the page shows without scripts was taken.
  var usesFallbacks = false
  let arena: PageArena
  let outline: PageOutline
  let hints: PageHints
  var metadata: Metadata
  let main: MainText
  /// The text that the page's data block holds, as markup.
  let statedBody: [UInt8]?

  /// The outcome.
  var extracted: ExtractedPage {
    var builder = PassageBuilder()
    for index in main.blocks {
      let block = outline.blocks[index]
      builder.add(block.text, isNote(block.text) ? .note : block.kind)
    }
    return ExtractedPage(
      text: builder.text, passages: builder.passages, metadata: metadata, pageKind: main.pageKind,
      issues: scanned.issues, extractor: main.extractor)
  }

  /// Bytes of the text.
  fileprivate var textBytes: Int {
    main.blocks.reduce(0) { $0 + outline.blocks[$1].text.count + 2 }
  }
}

/// Finds main text and metadata of a page of HTML.
///
/// A page that its scripts were to fill has little text of its own; what it shows without them, or
/// else the text in its data block, may be all of it.
func analysed(_ page: PageInput) -> AnalysedPage {
  let found = analysed(page, scanMarkup(page.utf8.span))
  guard found.textBytes < 400 else { return found }
  if found.scanned.fallbackBytes > 600 {
    var whole = analysed(page, scanMarkup(page.utf8.span, keepingFallbacks: true))
    whole.usesFallbacks = true
    if whole.textBytes > 2 * found.textBytes { return whole }
  }
  guard let stated = found.statedBody, stated.count > 600 else { return found }
  let body = analysed(PageInput(utf8: stated, kind: .html), scanMarkup(stated.span))
  guard body.textBytes > 2 * found.textBytes else { return found }
  return AnalysedPage(
    scanned: found.scanned, arena: body.arena, outline: body.outline, hints: found.hints,
    metadata: found.metadata,
    main: MainText(blocks: body.main.blocks, extractor: "articleBody", pageKind: .article),
    statedBody: nil)
}

private func analysed(_ page: PageInput, _ given: consuming ScannedPage) -> AnalysedPage {
  var scanned = given
  let arena = parsePage(scanned.bytes)
  // The arena holds all that is still needed of them.
  scanned.bytes = []
  let kind = forumHint(arena, url: page.url)
  let outline = outline(arena, isForum: kind == .forum)
  let data = JSONLDFacts(scanned.jsonLD)
  var metadata = pageMetadata(arena, outline, data: data, url: page.url, page: page.utf8)
  let dated = metadata.published?.evidence.source
  let hints = PageHints(
    kind: kind, isArticle: dated == .jsonLD || dated == .meta, title: metadata.title?.value)
  let main = mainText(arena, outline, hints)
  metadata.imageCaption = imageCaption(outline, around: main.blocks)
  return AnalysedPage(
    scanned: scanned, arena: arena, outline: outline, hints: hints, metadata: metadata, main: main,
    statedBody: data.articleBody.map(bodyMarkup))
}

/// What explains the first picture of a text: between its first and last block, or shortly before them.
private func imageCaption(_ outline: PageOutline, around blocks: [Int]) -> Found<String>? {
  guard let first = blocks.first, let last = blocks.last else { return nil }
  let caption = outline.blocks[max(0, first - 6)...last].first { block in
    block.kind == .caption && !block.isFrame && !block.isComment && block.linkDensity < 0.5
      && (12...800).contains(block.text.count) && !isCredit(block.text)
  }
  return caption.map {
    Found(
      String(decoding: $0.text, as: UTF8.self), Evidence(.markup, "caption", confidence: 700))
  }
}

/// Whether a caption only says whose the picture is.
private func isCredit(_ text: [UInt8]) -> Bool {
  let openings: [StaticString] = [
    "credit", "image credit", "image source", "photo:", "photo by", "photograph", "source:",
    "courtesy", "image:", "\u{A9} ", "(c) ", "foto:", "bild:",
  ]
  return text.count < 120 && openings.contains { text.span.hasBytesIgnoringCase($0, at: 0) }
}

/// The text of a data block as markup: as it is when it has tags, else a paragraph for each line.
private func bodyMarkup(_ body: String) -> [UInt8] {
  let bytes = Array(body.utf8)
  let hasTags = ["<p", "</p>", "<br", "<div"].contains { body.contains($0) }
  var markup = Array("<article>".utf8)
  if hasTags {
    markup += bytes
  } else {
    for line in bytes.split(separator: 0x0A) {
      markup += Array("<p>".utf8)
      for byte in line { markup += byte == 0x3C ? Array("&lt;".utf8) : [byte] }
      markup += Array("</p>".utf8)
    }
  }
  return markup + Array("</article>".utf8)
}

/// Whether address or software say that a page is a forum.
func forumHint(_ arena: PageArena, url: String?) -> PageKind? {
  let address = (url ?? "").lowercased()
  let words = [
    "/forum", "forums.", "forum.", "showthread", "viewtopic", "/thread", "/topic/", "/questions/",
    "community.", "/discussion", "discuss.", "/comments/", "boards.",
  ]
  if words.contains(where: { address.contains($0) }) { return .forum }
  for node in 0..<min(arena.count, 400) where arena.tags[node] == .meta {
    guard arena.attribute(.name, of: node)?.lowercased() == "generator" else { continue }
    let software = (arena.attribute(.content, of: node) ?? "").lowercased()
    if ["vbulletin", "phpbb", "discourse", "xenforo", "mybb", "flarum", "invision"].contains(
      where: { software.contains($0) })
    {
      return .forum
    }
  }
  return nil
}

/// Whether a passage is a correction or disclaimer rather than a part of the argument.
func isNote(_ text: [UInt8]) -> Bool {
  guard text.count < 800 else { return false }
  let start = Array(text.prefix(400))
  let span = start.span
  let openings: [StaticString] = [
    "correction:", "corrections:", "clarification:", "editor's note", "editor’s note",
    "this article was amended", "this article was updated", "this story was updated",
    "this story has been", "this article has been", "this piece has been", "this post has been",
    "an earlier version of this", "disclaimer", "the views expressed", "the views represented",
    "korrektur:", "anmerkung der redaktion",
  ]
  let phrases: [StaticString] = [
    "does not take institutional positions", "do not necessarily reflect the views",
    "do not necessarily represent the views",
  ]
  for opening in openings where span.hasBytesIgnoringCase(opening, at: 0) { return true }
  for phrase in phrases where span.containsIgnoringCase(phrase) { return true }
  return false
}
