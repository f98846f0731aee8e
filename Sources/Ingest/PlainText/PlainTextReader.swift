import Bytes
import Model

/// Reads text that was pasted from a page: title, deck, byline, date line, captions, headings.
///
/// The opening lines up to the first long paragraph are the head of the page; after it a short line
/// without a full stop is a heading, and a disclaimer is a note.
func extractPlainText(_ page: PageInput) -> ExtractedPage {
  var lines: [(text: [UInt8], isAfterBlank: Bool)] = []
  var isAfterBlank = true
  for line in page.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
    let trimmed = trimmed(line)
    if trimmed.isEmpty {
      isAfterBlank = true
      continue
    }
    lines.append((trimmed, isAfterBlank))
    isAfterBlank = false
  }
  if isHardWrapped(lines) { lines = unwrapped(lines) }
  let bodyStart =
    lines.firstIndex { $0.text.count >= 160 || sentenceCount($0.text) >= 2 } ?? lines.count
  var metadata = Metadata()
  var builder = PassageBuilder()
  head(Array(lines[..<bodyStart].map(\.text)), &metadata, &builder)
  for line in lines[bodyStart...] {
    builder.add(line.text, kind(line.text))
  }
  if metadata.published == nil {
    metadata.undatedReason = "no date line at the beginning of the text"
  }
  return ExtractedPage(
    text: builder.text, passages: builder.passages, metadata: metadata, pageKind: .article,
    issues: [], extractor: "plain text")
}

private func kind(_ text: [UInt8]) -> PassageKind {
  if isNote(text) { return .note }
  if text.starts(with: [0x2D, 0x20]) || text.starts(with: [0x2A, 0x20])
    || text.starts(with: [0xE2, 0x80, 0xA2])
  {
    return .listItem
  }
  if isCaption(text) { return .caption }
  if text.count < 120, !endsSentence(text), sentenceCount(text) == 0 { return .heading }
  return .paragraph
}

/// Reads the lines above the text: the title is the longest line that looks like one.
private func head(_ lines: [[UInt8]], _ metadata: inout Metadata, _ builder: inout PassageBuilder) {
  var kinds = [PassageKind?](repeating: nil, count: lines.count)
  for (index, line) in lines.enumerated() {
    let text = String(decoding: line, as: UTF8.self)
    let lower = text.lowercased()
    if isCaption(line) {
      kinds[index] = .caption
    } else if isNote(line) {
      kinds[index] = .note
    } else if line.count < 80, metadata.published == nil, let day = visibleDate(in: text),
      isDateLine(lower)
    {
      metadata.published = Found(day, Evidence(.visible, "date line"))
      kinds[index] = .boilerplate
      if lower.hasPrefix("by "), let cut = text.firstIndex(where: { "|•·,".contains($0) }) {
        addAuthors(String(text[..<cut]), &metadata)
      }
    } else if line.count < 120, lower.hasPrefix("by ") || lower.hasPrefix("written by ") {
      addAuthors(text, &metadata)
      kinds[index] = .boilerplate
    } else if isFurniture(lower) {
      kinds[index] = .boilerplate
    }
  }
  let open = lines.indices.filter { kinds[$0] == nil }
  // The title has several words and no full stop; a picture's alternative text above it is shorter.
  let candidates = open.filter { words(lines[$0]) >= 3 && !endsSentence(lines[$0]) }
  let title =
    candidates.first { lines[$0].first.map(ASCII.isLower) != true && words(lines[$0]) >= 4 }
    ?? candidates.first ?? open.first
  if let title {
    metadata.title = Found(
      String(decoding: lines[title], as: UTF8.self),
      Evidence(.visible, "first lines", confidence: 800))
    kinds[title] = .title
    for index in open where index > title && metadata.deck == nil {
      metadata.deck = Found(
        String(decoding: lines[index], as: UTF8.self), Evidence(.visible, "line below the title"))
      kinds[index] = .deck
    }
    for index in open where index < title { kinds[index] = .caption }
  }
  for (index, line) in lines.enumerated() { builder.add(line, kinds[index] ?? kind(line)) }
}

private func addAuthors(_ text: String, _ metadata: inout Metadata) {
  guard metadata.authors.isEmpty else { return }
  metadata.authors = Bylines.names(in: text).map { Found($0, Evidence(.visible, "byline")) }
}

private func isDateLine(_ lower: String) -> Bool {
  let starts = [
    "published", "posted", "updated", "last updated", "date", "veröffentlicht", "publié", "by ",
    "am ",
  ]
  if starts.contains(where: { lower.hasPrefix($0) }) { return true }
  return lower.split(separator: " ").count <= 8
}

private func isFurniture(_ lower: String) -> Bool {
  let words: Set<String> = [
    "commentary", "opinion", "analysis", "share", "print", "email", "advertisement", "editorial",
    "listen", "save", "comment", "comments", "subscribe", "read more", "share this article", "news",
    "research", "report", "op-ed", "essay", "blog", "facebook", "twitter", "linkedin", "copy link",
  ]
  return words.contains(lower) || lower.hasSuffix(" min read") || lower.hasSuffix(" minute read")
}

private func isCaption(_ line: [UInt8]) -> Bool {
  guard line.count < 400 else { return false }
  let marks: [StaticString] = [
    "getty images", "photo by", "photo:", "(photo", "photograph:", "image:", "ap photo", "/reuters",
    "credit:", "/afp", "pool photo", "illustration:", "source:",
  ]
  let span = line.span
  for mark in marks where span.containsIgnoringCase(mark) { return sentenceCount(line) <= 2 }
  return false
}

private func words(_ line: [UInt8]) -> Int {
  line.split(separator: 0x20).count
}

private func endsSentence(_ line: [UInt8]) -> Bool {
  guard let last = line.last else { return false }
  if [0x2E, 0x21, 0x3F].contains(last) { return true }
  if [0x22, 0x27, 0x29].contains(last), line.count > 1 {
    return [0x2E, 0x21, 0x3F].contains(line[line.count - 2])
  }
  return line.suffix(3) == [0xE3, 0x80, 0x82]
}

/// Full stops that are followed by a space and a capital, and one at the end.
private func sentenceCount(_ line: [UInt8]) -> Int {
  var count = 0
  for i in line.indices where line[i] == 0x2E || line[i] == 0x3F || line[i] == 0x21 {
    if i + 2 < line.count, line[i + 1] == 0x20, ASCII.isUpper(line[i + 2]), i > 2,
      !ASCII.isUpper(line[i - 1])
    {
      count += 1
    }
  }
  return endsSentence(line) && line.count > 60 ? count + 1 : count
}

private func trimmed(_ line: ArraySlice<UInt8>) -> [UInt8] {
  var range = line.startIndex..<line.endIndex
  while let first = range.first, line[first] <= 0x20 { range = (first + 1)..<range.upperBound }
  while !range.isEmpty, line[range.upperBound - 1] <= 0x20 {
    range = range.lowerBound..<(range.upperBound - 1)
  }
  return line[range].map { $0 == 0 ? 0x20 : $0 }
}

/// Whether paragraphs are broken into lines of nearly equal length.
private func isHardWrapped(_ lines: [(text: [UInt8], isAfterBlank: Bool)]) -> Bool {
  let inner = lines.indices.filter { $0 + 1 < lines.count && !lines[$0 + 1].isAfterBlank }
  guard inner.count >= 6, inner.count * 2 > lines.count else { return false }
  let full = inner.filter { (50...100).contains(lines[$0].text.count) }.count
  return full * 10 >= inner.count * 8
}

private func unwrapped(
  _ lines: [(text: [UInt8], isAfterBlank: Bool)]
) -> [(text: [UInt8], isAfterBlank: Bool)] {
  var result: [(text: [UInt8], isAfterBlank: Bool)] = []
  for line in lines {
    if line.isAfterBlank || result.isEmpty {
      result.append(line)
    } else {
      result[result.count - 1].text += [0x20] + line.text
    }
  }
  return result
}
