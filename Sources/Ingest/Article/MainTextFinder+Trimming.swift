import Bytes
import Model

extension MainTextFinder {
  /// Adds what belongs to the text and stands outside its container, drops what stands inside and
  /// does not.
  func trimmed(_ answer: Answer) -> Answer {
    guard let first = answer.blocks.first else { return answer }
    var blocks = lead(before: first) + answer.blocks
    blocks = withoutAnnouncements(blocks)
    blocks.removeAll {
      let block = outline.blocks[$0]
      return ClosingPhrases.isLine(block.text) || isCookieNotice(block) || isPictureCredit(block)
    }
    blocks = withoutDateLines(blocks)
    return tidy(answer.name, blocks)
  }

  /// Paragraphs between the main heading and the text: its lead, or its first part.
  private func lead(before first: Int) -> [Int] {
    let title = hints.title.map { folded(Array($0.utf8)) }
    guard
      let heading = (0..<first).last(where: { index in
        let block = outline.blocks[index]
        guard block.level > 0 else { return false }
        return block.level == 1 || folded(block.text) == title
      }), first - heading < 40
    else { return [] }
    return (heading + 1..<first).filter { index in
      let block = outline.blocks[index]
      guard block.text.count >= 100, block.text.count < 1_500, block.linkDensity < 0.3,
        block.kind != .caption, block.kind != .code, !block.isComment
      else { return false }
      guard !isCookieNotice(block), !isNote(block.text) else { return false }
      if block.isPruned || block.isFurniture { return isInLead(block) }
      return block.kind == .paragraph
    }
  }

  /// Whether a pruned block is called a lead, and nothing around it is called anything worse.
  private func isInLead(_ block: PageBlock) -> Bool {
    var node = block.node
    var isLead = false
    for _ in 0..<5 where node >= 0 {
      let label = outline.labels[node]
      if !label.isDisjoint(with: [.author, .suspect, .hidden, .comments]) { return false }
      if arena.tags[node] == .aside || arena.tags[node] == .nav { return false }
      if label.contains(.lead) || arena.tags[node] == .header { isLead = true }
      node = Int(arena.parents[node])
    }
    return isLead && block.text.count < 700
  }

  /// Drops lines of date and author before the first sentence and after the last one.
  private func withoutDateLines(_ blocks: [Int]) -> [Int] {
    func isDateLine(_ index: Int) -> Bool {
      let block = outline.blocks[index]
      guard block.text.count < 90, block.level == 0, block.kind != .listItem,
        block.kind != .quote, !endsLikeSentence(block.text)
      else { return false }
      return visibleDate(in: String(decoding: block.text, as: UTF8.self)) != nil
    }
    let head = Set(blocks.prefix(4).filter(isDateLine))
    let tail = Set(blocks.suffix(2).filter(isDateLine))
    return blocks.filter { !head.contains($0) && !tail.contains($0) }
  }

  /// Whether a line says who took a picture: "The harbour at dawn (Image: AGENCY)".
  private func isPictureCredit(_ block: PageBlock) -> Bool {
    guard block.text.count < 220, block.level == 0, block.kind != .listItem else { return false }
    let isLast = block.text.last == 0x29 || !endsLikeSentence(block.text)
    return isLast && Self.creditWords.contains { contains(block.text, $0) }
  }

  private static let creditWords: [StaticString] = [
    "(image:", "(photo:", "(photo by", "(foto:", "(bild:", "(picture:", "(credit:", "(pic:",
    "getty images", "/afp)", "/ap)", "ap photo", "via reuters", "photo:", "image:", "foto:",
    "image credit", "photo credit", "istock", "shutterstock",
  ]

  /// Drops headings that announce other texts, each with what stands below it.
  private func withoutAnnouncements(_ blocks: [Int]) -> [Int] {
    let all = bytes(blocks)
    var kept: [Int] = []
    var place = 0
    while place < blocks.count {
      let block = outline.blocks[blocks[place]]
      let isTitle =
        block.level > 0 || (block.kind == .paragraph && !endsLikeSentence(block.text))
      guard isTitle, ClosingPhrases.isHeading(block.text) else {
        kept.append(blocks[place])
        place += 1
        continue
      }
      var end = place + 1
      var dropped = 0
      while end < blocks.count {
        let next = outline.blocks[blocks[end]]
        if next.level > 0, next.level <= max(block.level, 2) { break }
        // Under a line that is no heading only the list that follows belongs to it.
        if block.level == 0, next.kind != .listItem, next.linkDensity < 0.5 { break }
        dropped += next.text.count
        end += 1
      }
      if dropped * 4 > all {
        kept.append(blocks[place])
        place += 1
      } else {
        place = end
      }
    }
    return kept
  }

  /// Whether a block asks for consent to cookies, on a page that is not about them.
  func isCookieNotice(_ block: PageBlock) -> Bool {
    guard block.text.count < 1_200, block.text.count > 30, contains(block.text, "cookie"),
      !isAboutCookies
    else { return false }
    return Self.consentWords.contains { contains(block.text, $0) }
  }

  private var isAboutCookies: Bool {
    hints.title?.lowercased().contains("cookie") ?? false
  }

  private func contains(_ text: [UInt8], _ word: StaticString) -> Bool {
    text.span.containsIgnoringCase(word)
  }

  private static let consentWords: [StaticString] = [
    "website", "web site", "this site", "our site", "browser", "consent", "privacy", "webseite",
    "einwillig", "datenschutz", "zustimm", "navigateur", "consentement", "ce site", "navegador",
    "este sitio", "nuestro sitio", "questo sito", "toestemming", "strony", "necessary for",
  ]
}
