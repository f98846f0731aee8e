import Bytes
import Model

/// The blocks of a page that are its main text, and how they were found.
struct MainText {
  /// Indices of the blocks kept, ascending.
  var blocks: [Int]
  /// The extractor whose answer was taken.
  var extractor: String
  /// What the page was taken for.
  var pageKind: PageKind
}

/// Finds the main text of a page: several extractors answer, and the one most like the others wins.
///
/// - Source: The choice by agreement is the "median" of system outputs, as in ROVER (Fiscus, 1997);
///   the density score follows the idea of Readability (Arc90, 2009), the classification of blocks
///   that of Kohlschütter et al., "Boilerplate Detection using Shallow Text Features", WSDM 2010.
func mainText(_ arena: PageArena, _ outline: PageOutline, _ hints: PageHints) -> MainText {
  let finder = MainTextFinder(arena: arena, outline: outline, hints: hints)
  return finder.run()
}

/// What address and metadata say about the kind of a page.
struct PageHints {
  /// What the page is likely to be.
  var kind: PageKind?
  /// Whether the page's data says that it is an article.
  var isArticle = false
  /// The title, which is not part of the text.
  var title: String?
}

struct MainTextFinder {
  let arena: PageArena
  let outline: PageOutline
  let hints: PageHints

  /// The blocks that one extractor keeps.
  struct Answer {
    var name: String
    var blocks: [Int]
    var bytes: Int
  }

  func run() -> MainText {
    let isForum = hints.kind == .forum
    guard var best = agreed(answers()) else { return found(listing()) }
    if best.bytes < (hints.isArticle ? 250 : 700), !isForum {
      // A short text is one nevertheless, unless there is far more beside it.
      let rest = listing()
      if rest.bytes > best.bytes * (best.bytes < 250 ? 2 : 4) { return found(rest) }
    }
    if !isForum { best = trimmed(best) }
    return found(best)
  }

  private func found(_ answer: Answer) -> MainText {
    MainText(blocks: answer.blocks, extractor: answer.name, pageKind: kind(answer))
  }

  /// What each extractor keeps, the one that knows most about the page first.
  func answers() -> [Answer] {
    if hints.kind == .forum { return [forum()] }
    var answers: [Answer] = []
    if let node = semanticContainer() {
      answers.append(answer("semantic", outline.blocks(of: node)))
    }
    if let node = densityContainer() { answers.append(answer("density", outline.blocks(of: node))) }
    answers.append(classified())
    answers.removeAll { $0.blocks.isEmpty }
    return answers
  }

  private func kind(_ answer: Answer) -> PageKind {
    if let kind = hints.kind { return kind }
    let long = answer.blocks.reduce(0) { $0 + (outline.blocks[$1].text.count > 200 ? 1 : 0) }
    if answer.bytes < 100 { return outline.blocks.count < 12 ? .shell : .other }
    return long == 0 && outline.blocks.count > 40 ? .listing : .article
  }

  // MARK: Extractors

  /// The smallest element that says it holds the text and holds a good part of it.
  private func semanticContainer() -> Int? {
    let all = goodBytes(0..<outline.blocks.count)
    guard all > 0 else { return nil }
    var best: (node: Int, score: Double)?
    for node in 0..<arena.count where arena.tags[node] != .text {
      var weight = 0.0
      let label = outline.labels[node]
      switch arena.tags[node] {
      case .article: weight = 1
      case .main: weight = 0.8
      default: break
      }
      if let property = arena.attribute(.itemprop, of: node)?.lowercased(),
        property.contains("articlebody") || property == "text" || property == "blogpost"
      {
        weight = property.contains("articlebody") ? 1.6 : 0.9
      }
      if label.contains(.content), !arena.tags[node].isInline {
        weight = max(weight, label.isSuperset(of: [.article]) || label.contains(.body) ? 1.3 : 0.7)
      } else if label.isSuperset(of: [.article, .body]), arena.tags[node] != .body {
        weight = max(weight, 1.2)
      }
      guard weight > 0 else { continue }
      let range = outline.blocks(of: node)
      let bytes = goodBytes(range)
      let share = Double(bytes) / Double(all)
      guard share > 0.25, bytes > 200 else { continue }
      // A tight container beats a loose one; what it leaves out costs as much as what it drags in.
      let total = range.reduce(0) { $0 + outline.blocks[$1].text.count }
      let score = weight * share * (0.5 + 0.5 * Double(bytes) / Double(max(1, total)))
      if best.map({ score > $0.score * 1.02 }) ?? true { best = (node, score) }
    }
    guard let node = best?.node else { return nil }
    // An element that is an article by its very name holds it whole.
    let isWhole = arena.tags[node] == .article || arena.attribute(.itemprop, of: node) != nil
    return isWhole ? node : risen(from: node)
  }

  /// The element whose paragraphs score highest, parents credited for their children's.
  private func densityContainer() -> Int? {
    var scores: [Int: Double] = [:]
    for block in outline.blocks where isGood(block) && block.text.count >= 25 {
      let commas = block.text.reduce(0) { $0 + ($1 == 0x2C ? 1 : 0) }
      let value =
        (1 + Double(commas) + min(Double(block.text.count) / 100, 3)) * (1 - block.linkDensity)
      var node = Int(arena.parents[block.node])
      if arena.tags[block.node] != .p, !arena.tags[block.node].isHeading { node = block.node }
      var share = 1.0
      for step in 0..<4 where node >= 0 {
        scores[node, default: 0] += value * share
        share = step == 0 ? 0.6 : share / 2
        node = Int(arena.parents[node])
      }
    }
    var best: (node: Int, score: Double)?
    for node in scores.keys.sorted() {
      var score = scores[node] ?? 0
      let label = outline.labels[node]
      if label.contains(.content) || label.contains(.body) { score *= 1.25 }
      if label.contains(.boilerplate) { score *= 0.5 }
      if best.map({ score > $0.score }) ?? true { best = (node, score) }
    }
    guard let top = best?.node else { return nil }
    return risen(from: top)
  }

  /// The text may be spread over sections side by side: rises while that gains much.
  private func risen(from node: Int) -> Int {
    var top = node
    let all = goodBytes(0..<outline.blocks.count)
    while Int(arena.parents[top]) > 0 {
      let parent = Int(arena.parents[top])
      let own = goodBytes(outline.blocks(of: top))
      let more = goodBytes(outline.blocks(of: parent))
      guard own * 2 < all, arena.tags[top] != .article, arena.tags[top] != .main else { break }
      // A parent that adds nothing may have a parent that does.
      if more * 10 <= own * 13, more * 10 > own * 11 { break }
      top = parent
    }
    return goodBytes(outline.blocks(of: top)) * 10 > goodBytes(outline.blocks(of: node)) * 13
      ? top : node
  }

  /// Blocks that are long and hold few links, and what stands between them.
  private func classified() -> Answer {
    let blocks = outline.blocks
    var isKept = [Bool](repeating: false, count: blocks.count)
    for (index, block) in blocks.enumerated() where isGood(block) {
      isKept[index] =
        block.text.count >= 90 && block.linkDensity < 0.35
        || (block.text.count >= 45 && endsLikeSentence(block.text) && block.linkDensity < 0.25)
    }
    let seeds = isKept
    for index in blocks.indices where !seeds[index] && isGood(blocks[index]) {
      guard blocks[index].linkDensity < 0.4 else { continue }
      let before = (max(0, index - 2)..<index).contains { seeds[$0] }
      let after = (index + 1..<min(blocks.count, index + 3)).contains { seeds[$0] }
      isKept[index] = before && after
    }
    // The stretch around the most text: a long gap of dropped blocks ends it.
    let kept = longestStretch(isKept)
    guard let first = kept.first, let last = kept.last else { return tidy("classified", []) }
    return answer("classified", first..<(last + 1))
  }

  private func longestStretch(_ isKept: [Bool]) -> [Int] {
    var stretches: [[Int]] = []
    var gap = 0
    for index in isKept.indices {
      if isKept[index] {
        if gap > 12 || stretches.isEmpty { stretches.append([]) }
        stretches[stretches.count - 1].append(index)
        gap = 0
      } else {
        gap += 1
      }
    }
    let sizes = stretches.map { $0.reduce(0) { $0 + outline.blocks[$1].text.count } }
    guard let most = sizes.max() else { return [] }
    return zip(stretches, sizes).filter { $0.1 * 3 >= most }.flatMap { $0.0 }
  }

  /// The posts of a thread; remarks on posts are left out when the posts are not remarks themselves.
  private func forum() -> Answer {
    var kept = outline.blocks.indices.filter { index in
      let block = outline.blocks[index]
      return !block.isPruned && !block.isFurniture && block.linkDensity < 0.5
        && (block.text.count >= 30 || block.kind == .quote)
    }
    let posts = kept.filter { !outline.blocks[$0].isComment }
    if bytes(posts) > 500, bytes(posts) * 5 > bytes(kept) * 2 { kept = posts }
    kept.removeAll {
      let block = outline.blocks[$0]
      return ClosingPhrases.isLine(block.text) || isCookieNotice(block)
    }
    return Answer(name: "forum", blocks: kept, bytes: bytes(kept))
  }

  /// What a page without an article shows: the items of its lists, the frame left out.
  private func listing() -> Answer {
    let all = outline.blocks.indices.filter(isItem)
    var kept = all
    // The main element, when it holds most of it.
    for node in (0..<arena.count).lazy.filter({ arena.tags[$0] == .main }).prefix(4) {
      let range = outline.blocks(of: node)
      let inside = all.filter { range.contains($0) }
      if bytes(inside) * 2 > bytes(all) { kept = inside }
    }
    return tidy("listing", kept)
  }

  private func isItem(_ index: Int) -> Bool {
    let block = outline.blocks[index]
    guard !block.isFrame, block.kind != .caption else { return false }
    if hints.isArticle,
      block.isComment || block.isPruned || (block.linkDensity > 0.7 && block.text.count < 60)
    {
      return false
    }
    return block.text.count >= 20 || block.level > 1
  }

  // MARK: Choice and clean-up

  private func isGood(_ block: PageBlock) -> Bool {
    !block.isPruned && !block.isComment && !block.isFurniture
  }

  private func goodBytes(_ range: Range<Int>) -> Int {
    var sum = 0
    for index in range {
      let block = outline.blocks[index]
      if isGood(block), block.text.count >= 40, block.linkDensity < 0.4 { sum += block.text.count }
    }
    return sum
  }

  func bytes(_ blocks: [Int]) -> Int {
    blocks.reduce(0) { $0 + outline.blocks[$1].text.count }
  }

  private func answer(_ name: String, _ range: Range<Int>) -> Answer {
    var isKept = range.map { isWanted(outline.blocks[$0]) }
    keepInnerLists(range, &isKept)
    keepLinkedHeadings(range, &isKept)
    return tidy(name, zip(range, isKept).filter { $0.1 }.map { $0.0 })
  }

  /// Keeps lists of links that stand between paragraphs: there they are what the text is about.
  private func keepInnerLists(_ range: Range<Int>, _ isKept: inout [Bool]) {
    func isProse(_ index: Int) -> Bool {
      isKept[index - range.lowerBound] && outline.blocks[index].level == 0
        && outline.blocks[index].text.count >= 60
    }
    guard let first = range.first(where: isProse), let last = range.last(where: isProse) else {
      return
    }
    for index in first...last where !isKept[index - range.lowerBound] {
      let block = outline.blocks[index]
      if block.kind == .listItem, isGood(block) { isKept[index - range.lowerBound] = true }
    }
  }

  /// Keeps headings that are links where the prose below them is kept: in an article such a heading
  /// announces another one, elsewhere it names what the prose explains.
  private func keepLinkedHeadings(_ range: Range<Int>, _ isKept: inout [Bool]) {
    guard !hints.isArticle else { return }
    for place in isKept.indices.dropLast() where !isKept[place] && isKept[place + 1] {
      let block = outline.blocks[range.lowerBound + place]
      let next = outline.blocks[range.lowerBound + place + 1]
      if block.level > 1, isGood(block), next.level == 0, next.linkDensity < 0.3,
        next.text.count >= 60
      {
        isKept[place] = true
      }
    }
  }

  private func isWanted(_ block: PageBlock) -> Bool {
    guard isGood(block) else { return false }
    let density = block.linkDensity
    switch block.kind {
    case .heading: return density < 0.6
    case .listItem: return density < 0.5 || (density < 0.8 && block.text.count > 120)
    case .caption: return false
    default:
      if density > 0.9 { return false }
      if density > 0.5 {
        let isSentence = block.text.count > 60 && density < 0.7 && endsLikeSentence(block.text)
        return block.text.count > 150 || isSentence
      }
      return true
    }
  }

  /// Drops the title, headings over nothing, and crumbs at both ends.
  func tidy(_ name: String, _ blocks: [Int]) -> Answer {
    var kept = blocks
    let title = hints.title.map { folded(Array($0.utf8)) }
    kept.removeAll { index in
      let block = outline.blocks[index]
      if block.level == 1 {
        return title == nil || folded(block.text) == title || index == blocks.first
      }
      return title != nil && block.kind != .paragraph && folded(block.text) == title
    }
    kept = withoutRepeats(kept)
    while let last = kept.last, isCrumb(outline.blocks[last]) { kept.removeLast() }
    kept.removeFirst(
      kept.prefix { isCrumb(outline.blocks[$0]) && outline.blocks[$0].level == 0 }.count)
    // A heading that is followed by one of the same or a higher level heads nothing.
    var result: [Int] = []
    for (place, index) in kept.enumerated() {
      let block = outline.blocks[index]
      if block.level > 0, place + 1 < kept.count {
        let next = outline.blocks[kept[place + 1]]
        if next.level > 0, next.level < block.level { continue }
      }
      result.append(index)
    }
    return Answer(name: name, blocks: result, bytes: bytes(result))
  }

  /// Drops a paragraph that repeats the one before it: one is for wide screens, one for narrow ones.
  private func withoutRepeats(_ blocks: [Int]) -> [Int] {
    var kept: [Int] = []
    for index in blocks {
      if let last = kept.last, outline.blocks[index].text.count >= 40,
        outline.blocks[index].text == outline.blocks[last].text
      {
        continue
      }
      kept.append(index)
    }
    return kept
  }

  private func isCrumb(_ block: PageBlock) -> Bool {
    if block.kind == .heading { return true }
    if block.kind == .listItem || block.kind == .table || block.kind == .code { return false }
    return block.text.count < 40 && !endsLikeSentence(block.text)
  }

  /// How much one answer shares with the others: the sum of its Dice coefficients, by bytes.
  func agreement(of place: Int, with answers: [Answer]) -> Double {
    let own = answers[place]
    let mine = Set(own.blocks)
    var score = 0.0
    for (other, answer) in answers.enumerated() where other != place {
      let shared = answer.blocks.reduce(0) {
        $0 + (mine.contains($1) ? outline.blocks[$1].text.count : 0)
      }
      score += 2 * Double(shared) / Double(max(1, own.bytes + answer.bytes))
    }
    return score
  }

  private func agreed(_ answers: [Answer]) -> Answer? {
    guard answers.count > 1 else { return answers.first }
    var best: (answer: Answer, score: Double)?
    for (place, own) in answers.enumerated() {
      let score = agreement(of: place, with: answers)
      // Ties go to the earlier extractor, which knows more about the page.
      if best.map({ score > $0.score + 0.0001 }) ?? true { best = (own, score) }
    }
    return best?.answer
  }

  func endsLikeSentence(_ text: [UInt8]) -> Bool {
    var end = text.count
    while end > 0, [0x22, 0x27, 0x29, 0x5D].contains(text[end - 1]) { end -= 1 }
    guard end > 0 else { return false }
    if [0x2E, 0x21, 0x3F, 0x3A].contains(text[end - 1]) { return true }
    // Closing quotation marks and the ideographic full stop have three bytes.
    guard end >= 3, text[end - 3] >= 0xE2 else { return false }
    let tail = Array(text[(end - 3)..<end])
    if tail == [0xE2, 0x80, 0x9D] || tail == [0xE2, 0x80, 0x99] { return true }
    return [[0xE3, 0x80, 0x82], [0xEF, 0xBC, 0x81], [0xEF, 0xBC, 0x9F], [0xE2, 0x80, 0xA6]]
      .contains(tail)
  }
}

/// Letters and digits only, in small letters.
func folded(_ text: [UInt8]) -> [UInt8] {
  text.compactMap { ASCII.isAlphanumeric($0) || $0 >= 0x80 ? ASCII.lowercased($0) : nil }
}
