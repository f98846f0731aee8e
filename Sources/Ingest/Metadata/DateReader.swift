import Bytes
import Model

/// Finds the days on which a text was published and changed.
///
/// Stated dates come first: JSON-LD, meta elements, marked elements, the address. Then what readers
/// see, the nearer to the heading the better; a line that says "updated" comes last. An instant in
/// universal time may be the day after or before; the address then tells the day that was meant.
struct DateReader {
  let arena: PageArena
  let outline: PageOutline
  let data: JSONLDFacts
  let meta: [String: String]
  let url: String?
  let language: String?
  /// The folded title.
  let title: [UInt8]
  /// The bytes of the page, scripts included.
  let page: [UInt8]

  /// The day of publication.
  func published(modified: Found<Day>?) -> Found<Day>? {
    if let stated = stated() { return corrected(stated) }
    let visible = seenDate()
    if let visible, visible.cost < (visible.isMarked ? 16 : 20) { return visible.found }
    if let general = general() { return corrected(general) }
    if let visible, visible.isMarked { return visible.found }
    if let day = url.flatMap(day(inURL:)) {
      return Found(day, Evidence(.url, "path", confidence: 900))
    }
    if let visible { return visible.found }
    if let day = scriptDate() {
      return Found(day, Evidence(.markup, "data of a script", confidence: 500))
    }
    guard let modified else { return nil }
    return Found(modified.value, Evidence(.derived, "day of the last change", confidence: 400))
  }

  /// The day of the last change.
  func modified() -> Found<Day>? {
    if let day = data.modified.flatMap(machineDay) {
      return Found(day, Evidence(.jsonLD, "dateModified"))
    }
    for key in ["article:modified_time", "og:updated_time", "datemodified", "last-modified"] {
      if let day = meta[key].flatMap(machineDay) { return Found(day, Evidence(.meta, key)) }
    }
    return nil
  }

  // MARK: Stated

  private static let keys = [
    "article:published_time", "og:article:published_time", "datepublished", "publishdate",
    "pubdate", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created",
    "citation_publication_date", "citation_date", "article.published",
    "publish-date", "publication_date", "article_date_original", "cxenseparse:recs:publishtime",
    "rnews:datepublished", "article:post_date", "release_date", "displaydate",
  ]

  /// A date of publication in the data that scripts build the page from.
  private func scriptDate() -> Day? {
    let bytes = page.span
    let keys: [StaticString] = [
      "datepublished", "publishedat", "publishdate", "publisheddate", "publish_date",
      "published_at", "datecreated", "createdat",
    ]
    var best: (rank: Int, day: Day)?
    for at in 0..<max(0, bytes.count - 44) {
      let first = ASCII.lowercased(bytes[at])
      guard first == 0x64 || first == 0x70 || first == 0x63 else { continue }
      guard let rank = keys.firstIndex(where: { bytes.hasBytesIgnoringCase($0, at: at) }),
        best.map({ rank < $0.rank }) ?? true
      else { continue }
      // A few quotation marks, escaped or not, and a colon stand between.
      let end = at + keys[rank].utf8CodeUnitCount
      guard let start = (end..<(end + 20)).first(where: { ASCII.isDigit(bytes[$0]) }) else {
        continue
      }
      if let day = Day(iso: String(decoding: page[start..<(start + 10)], as: UTF8.self)) {
        best = (rank, day)
      }
    }
    return best?.day
  }

  /// Names that may stand for any date of a page.
  private static let generalKeys = ["dc.date", "dcterms.date", "date"]

  private func general() -> Found<Day>? {
    for key in Self.generalKeys {
      guard let day = meta[key].flatMap(machineDay) else { continue }
      return Found(day, Evidence(.meta, key, confidence: 900))
    }
    for key in meta.keys.sorted() where key.hasSuffix(".date") || key.hasSuffix("-date") {
      guard !["modif", "updat", "expir", "review"].contains(where: { key.contains($0) }) else {
        continue
      }
      guard let day = meta[key].flatMap(machineDay) else { continue }
      return Found(day, Evidence(.meta, key, confidence: 700))
    }
    return nil
  }

  private func stated() -> Found<Day>? {
    if let text = data.published, let day = machineDay(text) {
      return Found(
        day, Evidence(.jsonLD, "datePublished"))
    }
    for key in Self.keys {
      guard let text = meta[key], let day = machineDay(text) else { continue }
      return Found(day, Evidence(.meta, key))
    }
    // "w-published-date", "published": names that every publishing system makes up anew.
    for key in meta.keys.sorted()
    where key.contains("publish") && !key.contains("modified") && !key.contains("last") {
      guard let text = meta[key], text.utf8.count < 60, let day = machineDay(text) else {
        continue
      }
      return Found(day, Evidence(.meta, key, confidence: 900))
    }
    return nil
  }

  /// The day in the address, when it is the one before or after: the stated instant is in another zone.
  private func corrected(_ stated: Found<Day>) -> Found<Day> {
    guard let day = url.flatMap(day(inURL:)),
      abs(day.rawValue - stated.value.rawValue) == 1
    else { return stated }
    return Found(day, Evidence(.url, "path", confidence: 950))
  }

  // MARK: Seen

  /// A date that readers see, with whether an element marks it as the date of the text.
  private struct Seen {
    var found: Found<Day>
    var isMarked: Bool
    /// The lower, the more likely.
    var cost: Int
  }

  private func seenDate() -> Seen? {
    let heading = headingBlock
    let isMonthFirst = usesMonthFirst
    var best: Seen?
    func offer(_ day: Day, _ evidence: Evidence, isMarked: Bool, cost: Int) {
      guard best.map({ cost < $0.cost }) ?? true else { return }
      best = Seen(found: Found(day, evidence), isMarked: isMarked, cost: cost)
    }
    func distance(_ block: Int) -> Int {
      guard let heading else { return block }
      return block >= heading ? min(block - heading, 400) : min(2 * (heading - block) + 4, 400)
    }
    for node in 0..<arena.count where arena.tags[node] != .text {
      let property = arena.attribute(.itemprop, of: node)?.lowercased()
      let isStated = property == "datepublished" || arena.attribute(.pubdate, of: node) != nil
      let isTime = arena.tags[node] == .time
      guard isStated || isTime || outline.labels[node].contains(.date), !isForeign(node) else {
        continue
      }
      let text = arena.innerText(of: node, limit: 200)
      guard text.utf8.count < 160 else { continue }
      let machine = arena.attribute(.datetime, of: node) ?? arena.attribute(.content, of: node)
      guard
        let day = machine.flatMap(machineDay)
          ?? visibleDate(in: text, monthFirst: isMonthFirst, shortYears: true)
      else { continue }
      let place = distance(blockIndex(around: node)) + cost(ofLabel: text, node)
      if isStated {
        offer(
          day, Evidence(.markup, "itemprop=datePublished"), isMarked: true, cost: place / 4 - 1_000)
      } else if isTime {
        offer(day, Evidence(.markup, "time", confidence: 850), isMarked: true, cost: place)
      } else {
        offer(
          day, Evidence(.visible, "date line", confidence: 800), isMarked: false, cost: place + 2)
      }
    }
    if best.map({ $0.cost > 12 }) ?? true {
      for (index, block) in outline.blocks.enumerated() where !block.isComment {
        let isNear = heading.map { index >= $0 - 3 && index < $0 + 8 } ?? false
        // A dateline may open the first paragraph.
        let isLong = block.text.count >= 120
        guard !isLong || isNear else { continue }
        let text = String(decoding: block.text.prefix(isLong ? 60 : 120), as: UTF8.self)
        if text.contains("©") || text.lowercased().contains("copyright") { continue }
        guard
          let day = visibleDate(in: text, monthFirst: isMonthFirst, shortYears: isNear && !isLong)
        else { continue }
        let cost =
          distance(index) + (block.isPruned ? 60 : 0) + cost(ofLabel: text, block.node)
          + (text.utf8.count >= 60 ? 20 : 0) + 14
        offer(
          day, Evidence(.visible, "line of text", confidence: 600), isMarked: false, cost: cost)
      }
    }
    return best
  }

  private func machineDay(_ text: String) -> Day? {
    machineDate(text, monthFirst: usesMonthFirst)
  }

  /// Whether "3/4/2025" is the fourth of March: in English, unless country or host say otherwise.
  private var usesMonthFirst: Bool {
    guard let language = language?.lowercased(), language.hasPrefix("en") else { return false }
    if language.count > 2, !language.hasSuffix("us") { return false }
    let address = url ?? ""
    return ![".uk/", ".au/", ".nz/", ".ie/", ".in/", ".za/", ".eu/", ".de/", ".fr/"].contains {
      address.contains($0)
    }
  }

  /// What a line, or the label before it, says of its date: the cost of a change, the gain of "posted".
  private func cost(ofLabel text: String, _ node: Int) -> Int {
    var line = text
    if line.utf8.count < 40, node > 0 {
      let parent = Int(arena.parents[node])
      if parent >= 0 {
        let around = arena.innerText(of: parent, limit: 200)
        if around.utf8.count < 160 { line = around }
      }
    }
    let bytes = Array(line.utf8)
    if Self.publishedWords.contains(where: { bytes.span.containsIgnoringCase($0) }) { return -30 }
    return Self.updatedWords.contains { bytes.span.containsIgnoringCase($0) } ? 60 : 0
  }

  private static let updatedWords: [StaticString] = [
    "updated", "modified", "reviewed", "aktualisiert", "geändert", "mis à jour", "actualizado",
    "aggiornato", "atualizado", "bijgewerkt",
  ]

  private static let publishedWords: [StaticString] = [
    "published", "posted", "veröffentlicht", "erstellt", "publié", "publicado", "pubblicato",
    "gepubliceerd",
  ]

  private func isForeign(_ node: Int) -> Bool {
    func isOther(_ at: Int) -> Bool {
      outline.labels[at].contains(.comments) && arena.tags[at] != .body
        && arena.tags[at] != .article
        || arena.tags[at] == .nav
    }
    return isOther(node) || arena.ancestor(of: node, where: isOther) != nil
  }

  private var headingBlock: Int? {
    outline.blocks.firstIndex {
      $0.level > 0 && (folded($0.text) == title || (title.isEmpty && $0.level == 1))
    } ?? outline.blocks.firstIndex { $0.level == 1 && !$0.isPruned }
  }

  private func blockIndex(around node: Int) -> Int {
    let own = outline.blocks(of: node)
    if !own.isEmpty { return own.lowerBound }
    guard let holder = arena.ancestor(of: node, where: { !outline.blocks(of: $0).isEmpty }) else {
      return 0
    }
    return outline.blocks(of: holder).lowerBound
  }
}
