import Bytes
import Model

/// Finds the authors of a page: what its data states, what its markup labels, what readers see.
///
/// A name that readers see beside the heading is weighed against the stated one: publishing systems
/// often state the account that uploaded a text.
struct AuthorReader {
  let arena: PageArena
  let outline: PageOutline
  let data: JSONLDFacts
  /// The values of meta elements that name authors, with the element's name.
  let metaAuthors: [(key: String, value: String)]
  /// Folded names of the site.
  let siteKeys: [[UInt8]]
  /// The folded title.
  let title: [UInt8]

  func run() -> [Found<String>] {
    let persons = found(
      data.authors.filter { !$0.isOrganisation }.map(\.name), Evidence(.jsonLD, "author"),
      isStated: true)
    let stated = persons.isEmpty ? metaNames() : persons
    let seen = seenNames()
    if let best = chosen(stated, seen) { return best }
    if let unlabelled = lineNames() { return unlabelled }
    let organisations = data.authors.map(\.name).filter { $0.utf8.count <= 80 }
    if let name = organisations.first, !name.isEmpty, !name.hasPrefix("http") {
      return [Found(name, Evidence(.jsonLD, "author", confidence: 500))]
    }
    // "The Harbour Team": what is stated and reads like no name.
    for (key, text) in metaAuthors where key == "author" && text.utf8.count <= 60 {
      let name = plainText(text)
      let isText = name.contains { $0.isLetter } && !name.contains("@") && !name.contains("{")
      guard isText, !name.hasPrefix("http"), !isAccount(name) else { continue }
      return [Found(name, Evidence(.meta, key, confidence: 400))]
    }
    return []
  }

  /// Whether a name is that of an account that every site has.
  private func isAccount(_ name: String) -> Bool {
    ["admin", "administrator", "webmaster", "root", "user", "editor", "none", "null", "unknown"]
      .contains(name.lowercased())
  }

  private func chosen(_ stated: [Found<String>], _ seen: Seen?) -> [Found<String>]? {
    guard let seen else { return stated.isEmpty ? nil : stated }
    guard !stated.isEmpty else { return seen.names }
    guard seen.isByHeading, seen.names.allSatisfy({ Bylines.isFullName($0.value) }) else {
      return stated
    }
    let statedWords = Set(stated.flatMap { nameWords($0.value) })
    let seenWords = Set(seen.names.flatMap { nameWords($0.value) })
    // More names in the byline than in the data, or another person altogether.
    if statedWords.isDisjoint(with: seenWords) { return seen.names }
    if statedWords.isSubset(of: seenWords), seen.names.count > stated.count { return seen.names }
    return stated
  }

  private func nameWords(_ name: String) -> [[UInt8]] {
    name.split(separator: " ").map { folded(Array($0.utf8)) }.filter { $0.count > 1 }
  }

  private func found(
    _ texts: [String], _ evidence: Evidence, isStated: Bool = false
  ) -> [Found<String>] {
    var result: [Found<String>] = []
    var keys: Set<[UInt8]> = [title]
    for text in texts {
      for name in Bylines.names(in: text, isWhole: isStated) where result.count < 12 {
        let key = folded(Array(name.utf8))
        // A site may have the name of its owner.
        let isSite = siteKeys.contains(key) && !(isStated && Bylines.isFullName(name))
        if !isSite, keys.insert(key).inserted { result.append(Found(name, evidence)) }
      }
      if result.count == 12 { break }
    }
    return result
  }

  private func metaNames() -> [Found<String>] {
    for key in Set(metaAuthors.map(\.key)).sorted(by: { rank($0) < rank($1) }) {
      let texts = metaAuthors.filter { $0.key == key }.map(\.value).filter {
        !$0.hasPrefix("http") && !$0.hasPrefix("@") && !$0.contains("{")
      }
      // "Lee, Ann" stands once per element.
      let turned = key.hasPrefix("citation") ? texts.map(Self.turned) : texts
      let names = found(turned, Evidence(.meta, key, confidence: 900), isStated: true)
      if !names.isEmpty { return names }
    }
    return []
  }

  /// The names of meta elements that hold authors, the most telling first.
  static let metaKeys = [
    "author", "citation_author", "article:author", "dc.creator", "sailthru.author",
    "parsely-author", "byl", "dcterms.creator", "twitter:creator",
  ]

  private func rank(_ key: String) -> Int { Self.metaKeys.firstIndex(of: key) ?? .max }

  private static func turned(_ name: String) -> String {
    let parts = name.split(separator: ",")
    guard parts.count == 2 else { return name }
    return parts[1].drop { $0 == " " } + " " + parts[0]
  }

  // MARK: Labelled by the markup

  /// Names that readers see.
  private struct Seen {
    var names: [Found<String>]
    /// Whether they stand close to the main heading.
    var isByHeading: Bool
  }

  private func seenNames() -> Seen? {
    let heading = headingBlock
    var best: (names: [Found<String>], distance: Int)?
    for node in 0..<arena.count where arena.tags[node] != .text {
      let isMarked = isAuthorElement(node)
      guard isMarked || outline.labels[node].contains(.author), !isForeign(node) else { continue }
      let range = outline.blocks(of: node)
      let text = arena.innerText(of: node, limit: 300)
      guard text.utf8.count >= 2, text.utf8.count < 250, arena.tags[node] != .body else { continue }
      let names = found(
        pieces(of: node, text),
        isMarked
          ? Evidence(.markup, "rel=author", confidence: 850)
          : Evidence(.visible, "byline", confidence: 700))
      guard !names.isEmpty else { continue }
      let start = range.isEmpty ? blockIndex(around: node) : range.lowerBound
      let distance = heading.map { start >= $0 ? start - $0 : 3 * ($0 - start) } ?? start
      // The first of equals: later ones are boxes that repeat it.
      if best.map({ distance + 6 < $0.distance }) ?? true { best = (names, distance) }
      if distance < 4, heading != nil { break }
    }
    return best.map { Seen(names: $0.names, isByHeading: $0.distance < 12 && heading != nil) }
  }

  /// The names below an element: those of its links to authors, else its text up to the first border.
  private func pieces(of node: Int, _ text: String) -> [String] {
    var linked: [String] = []
    for below in arena.descendants(of: node) where arena.tags[below] == .a {
      let address = (arena.attribute(.href, of: below) ?? "").lowercased()
      let isAuthor =
        isAuthorElement(below)
        || ["/author", "/autor", "/people/", "/profile", "/staff/", "/contributor", "/writer"]
          .contains { address.contains($0) }
      let name = arena.innerText(of: below, limit: 100)
      if isAuthor, Bylines.isFullName(name) { linked.append(name) }
    }
    if !linked.isEmpty { return linked }
    let lines = borderedText(of: node)
    return lines.isEmpty ? [text] : [lines]
  }

  /// The text of an element with a bar where one of its elements ends a name.
  private func borderedText(of node: Int) -> String {
    var result = ""
    for below in arena.descendants(of: node) where arena.tags[below] == .text {
      let piece = arena.string(arena.textRanges[below]).split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
      guard !piece.isEmpty else { continue }
      if !result.isEmpty {
        let isOpen = result.hasSuffix(",") || result.hasSuffix("&") || endsOpen(result)
        let isContinued = piece.first.map { ",&;+".contains($0) } ?? false
        let isJoined = ["and ", "und ", "et ", "y "].contains { piece.lowercased().hasPrefix($0) }
        let isWord = ["and", "und", "et", "y", "e"].contains(piece.lowercased())
        result += isOpen || isContinued || isJoined || isWord ? " " : " | "
      }
      result += piece
      if result.utf8.count > 250 { break }
    }
    return result
  }

  /// Whether a line needs a name to go on: it ends in "by", "and" or a label.
  private func endsOpen(_ line: String) -> Bool {
    guard let last = line.split(separator: " ").last?.lowercased() else { return true }
    if last.hasSuffix(":") { return true }
    return ["by", "von", "par", "por", "di", "door", "and", "und", "et", "y", "author", "autor"]
      .contains(last)
  }

  private func isAuthorElement(_ node: Int) -> Bool {
    if arena.attribute(.rel, of: node)?.lowercased() == "author" { return true }
    guard let property = arena.attribute(.itemprop, of: node)?.lowercased() else { return false }
    return property == "author" || property == "creator"
  }

  /// Whether an element belongs to comments, navigation or announcements of other texts.
  private func isForeign(_ node: Int) -> Bool {
    func isOther(_ at: Int) -> Bool {
      let label = outline.labels[at]
      if label.contains(.comments), arena.tags[at] != .body, arena.tags[at] != .article {
        return true
      }
      return arena.tags[at] == .nav || arena.tags[at] == .footer
    }
    return isOther(node) || arena.ancestor(of: node, where: isOther) != nil
  }

  private var headingBlock: Int? {
    outline.blocks.firstIndex {
      $0.level > 0 && (folded($0.text) == title || (title.isEmpty && $0.level == 1))
    } ?? outline.blocks.firstIndex { $0.level == 1 && !$0.isPruned }
  }

  private func blockIndex(around node: Int) -> Int {
    arena.ancestor(of: node) { !outline.blocks(of: $0).isEmpty }
      .map { outline.blocks(of: $0).lowerBound } ?? 0
  }

  // MARK: Unlabelled lines

  /// Names in lines that open like a byline, stand beside a date, or are credited at the end.
  private func lineNames() -> [Found<String>]? {
    let heading = headingBlock ?? 0
    let near = max(0, heading - 3)..<min(outline.blocks.count, heading + 14)
    let order = Array(near) + outline.blocks.indices.filter { !near.contains($0) }
    for index in order {
      let block = outline.blocks[index]
      guard block.text.count < 120, block.text.count > 5, !block.isComment else { continue }
      guard near.contains(index) || !block.isPruned else { continue }
      guard Bylines.opensByline(block.text) else { continue }
      let text = String(decoding: block.text, as: UTF8.self)
      let names = Bylines.names(in: text, isLabelled: false)
      if !names.isEmpty { return lines(names, "byline in the text", 500) }
    }
    for index in near {
      let block = outline.blocks[index]
      guard block.text.count < 140, block.text.count > 5, block.level != 1 else { continue }
      let text = String(decoding: block.text, as: UTF8.self)
      guard visibleDate(in: text) != nil else { continue }
      var names = Bylines.namesAfterBy(in: text)
      if names.isEmpty { names = namesBesideDate(text, index) }
      if !names.isEmpty { return lines(names, "line of the date", 450) }
    }
    return nil
  }

  private func lines(_ names: [String], _ detail: String, _ confidence: Int) -> [Found<String>]? {
    let kept = names.filter { !siteKeys.contains(folded(Array($0.utf8))) }
    guard !kept.isEmpty else { return nil }
    return kept.map { Found($0, Evidence(.visible, detail, confidence: confidence)) }
  }

  /// A name in the line of the date, or alone in the line before or after it.
  private func namesBesideDate(_ text: String, _ index: Int) -> [String] {
    for part in text.split(whereSeparator: { "|•·⋅∙\n\t–—".contains($0) }) {
      let words = part.split(separator: " ")
      guard !words.isEmpty, !part.contains(where: \.isNumber) else { continue }
      let names = Bylines.names(in: String(part), isLabelled: false)
      if let name = names.first, Bylines.isFullName(name) { return names }
    }
    for neighbour in [index - 1, index + 1] where outline.blocks.indices.contains(neighbour) {
      let block = outline.blocks[neighbour]
      guard block.text.count < 40, block.level != 1, !block.isPruned else { continue }
      let line = String(decoding: block.text, as: UTF8.self)
      let names = Bylines.names(in: line, isLabelled: false)
      if let name = names.first, names.count == 1, name.split(separator: " ").count <= 3,
        name.utf8.count + 2 >= line.utf8.count, folded(Array(name.utf8)) != title
      {
        return names
      }
    }
    return []
  }
}
