public import Model

/// Why one input gave the text and the fields that it gave.
public struct Explanation: Sendable {
  /// What an extractor answered.
  public struct Candidate: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// Bytes of the text that it would have kept.
    public var bytes: Int
    /// How much it shares with the answers of the others, on average, in parts per thousand; nil when it
    /// was the only one.
    public var agreement: Int?
  }

  /// What was left out for one reason.
  public struct Dropped: Sendable, Equatable {
    /// The reason.
    public var reason: String
    /// Runs of text.
    public var blocks: Int
    /// Their bytes.
    public var bytes: Int
    /// The first words of the first three of them.
    public var examples: [String]
  }

  /// Where the input was read.
  public var origin: Origin
  /// What the input is.
  public var kind: InputKind
  /// Bytes of the input after transfer and content decoding.
  public var bytes: Int
  /// Its characters: the encoding, where it was named, what could not be decoded.
  public var decoded: DecodedText
  /// Bytes of markup that were parsed after scripts, styles and comments had been taken out; nil for
  /// what is no markup.
  public var parsedBytes: Int?
  /// Blocks of JSON-LD.
  public var dataBlocks = 0
  /// Whether what a page shows without its scripts was taken for its text.
  public var usesFallbacks = false
  /// The answers of the extractors, in the order in which ties are settled.
  public var candidates: [Candidate] = []
  /// What was left out, the most bytes first.
  public var dropped: [Dropped] = []
  /// Text, fields and issues.
  public var page: ExtractedPage
}

/// Explains what becomes of `record`: the same steps as a run, with an account of each.
public func explain(_ record: InputRecord) -> Explanation {
  let decoded = decode(record.bytes, header: record.charset, isHTML: record.kind == .html)
  let input = PageInput(
    utf8: decoded.utf8, kind: record.kind, url: record.url, path: record.origin.file,
    given: record.given)
  var page = extract(input)
  page.issues = decoded.issues + page.issues
  var explanation = Explanation(
    origin: record.origin, kind: record.kind, bytes: record.bytes.count, decoded: decoded,
    page: page)
  // Pages beyond the limit are cut by `extract`; their account would be that of another page.
  guard record.kind == .html, decoded.utf8.count <= ExtractionOptions().maximumPage else {
    return explanation
  }
  let analysed = analysed(input)
  explanation.parsedBytes = analysed.scanned.byteCount
  explanation.dataBlocks = analysed.scanned.jsonLD.count
  explanation.usesFallbacks = analysed.usesFallbacks
  explanation.candidates = candidates(analysed)
  explanation.dropped = droppedBlocks(analysed)
  return explanation
}

private func candidates(_ page: AnalysedPage) -> [Explanation.Candidate] {
  let finder = MainTextFinder(arena: page.arena, outline: page.outline, hints: page.hints)
  let answers = finder.answers()
  return answers.indices.map { place in
    let others = answers.count - 1
    let agreement = others > 0 ? finder.agreement(of: place, with: answers) / Double(others) : nil
    return Explanation.Candidate(
      name: answers[place].name, bytes: answers[place].bytes,
      agreement: agreement.map { Int(($0 * 1_000).rounded()) })
  }
}

private func droppedBlocks(_ page: AnalysedPage) -> [Explanation.Dropped] {
  let kept = Set(page.main.blocks)
  let finder = MainTextFinder(arena: page.arena, outline: page.outline, hints: page.hints)
  let title = folded(Array((page.metadata.title?.value ?? "").utf8))
  var found: [Explanation.Dropped] = []
  for (index, block) in page.outline.blocks.enumerated() where !kept.contains(index) {
    let reason = reason(block, finder, title: title, extractor: page.main.extractor)
    let place = found.firstIndex { $0.reason == reason } ?? found.count
    if place == found.count {
      found.append(Explanation.Dropped(reason: reason, blocks: 0, bytes: 0, examples: []))
    }
    found[place].blocks += 1
    found[place].bytes += block.text.count
    if found[place].examples.count < 3 { found[place].examples.append(firstWords(block.text)) }
  }
  return found.sorted { ($1.bytes, $0.reason) < ($0.bytes, $1.reason) }
}

private func reason(
  _ block: PageBlock, _ finder: MainTextFinder, title: [UInt8], extractor: String
) -> String {
  if block.isFrame { return "frame of the site, or hidden" }
  if block.isComment { return "comments of readers" }
  if !title.isEmpty, folded(block.text) == title { return "the title, kept as a field" }
  if block.isFurniture { return "byline, date or tags" }
  if block.isPruned { return "announcements and boxes beside the text" }
  if finder.isCookieNotice(block) { return "a request for consent to cookies" }
  if ClosingPhrases.isLine(block.text) { return "a call to subscribe, share or follow" }
  if block.kind == .caption { return "captions" }
  if block.linkDensity > 0.5 { return "mostly links" }
  return "outside the text that the extractor took (\(extractor))"
}

/// The first words of a text, at most 60 bytes of it.
private func firstWords(_ text: [UInt8]) -> String {
  var out = ""
  for word in String(decoding: text.prefix(400), as: UTF8.self).split(
    whereSeparator: \.isWhitespace)
  {
    guard out.isEmpty || out.utf8.count + word.utf8.count < 60 else { return out + " …" }
    out += out.isEmpty ? String(word.prefix(60)) : " " + word
  }
  return out
}
