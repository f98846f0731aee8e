import Bytes
import Model

/// Finds the days on which a text was published and changed.
///
/// Stated dates come first: JSON-LD, meta elements, marked elements, the address. Then what readers
/// see, the nearer to the heading the better; a line that says "updated" comes last. An instant in
/// universal time may be the day after or before; the address then tells the day that was meant. A
/// date below the heading that contradicts the stated one wins.
struct DateReader {
  let arena: PageArena
  let outline: PageOutline
  let data: JSONLDFacts
  let meta: [String: String]
  let url: String?
  let language: String?
  /// The folded title.
  let title: [UInt8]
  /// The title as the page's head gives it, which may end in a date.
  let pageTitle: String?
  /// The bytes of the page, scripts included.
  let page: [UInt8]

  /// The day of publication.
  func published(modified: Found<Day>?) -> Found<Day>? {
    let seen = SeenDateFinder(
      arena: arena, outline: outline, title: title, monthFirst: usesMonthFirst
    ).dates()
    let visible = seen.min { $0.cost < $1.cost }
    if let stated = stated() {
      return contradicted(stated.found, by: seen, modified) ?? corrected(stated)
    }
    if let titled = titled(seen), !(visible?.isMarked ?? false) { return titled }
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

  private func general() -> StatedDate? {
    for key in Self.generalKeys {
      guard let text = meta[key], let day = machineDay(text) else { continue }
      return StatedDate(found: Found(day, Evidence(.meta, key, confidence: 900)), text: text)
    }
    for key in meta.keys.sorted() where key.hasSuffix(".date") || key.hasSuffix("-date") {
      guard !["modif", "updat", "expir", "review"].contains(where: { key.contains($0) }) else {
        continue
      }
      guard let text = meta[key], let day = machineDay(text) else { continue }
      return StatedDate(found: Found(day, Evidence(.meta, key, confidence: 700)), text: text)
    }
    return nil
  }

  private func stated() -> StatedDate? {
    if let text = data.published, let day = machineDay(text) {
      return StatedDate(found: Found(day, Evidence(.jsonLD, "datePublished")), text: text)
    }
    for key in Self.keys {
      guard let text = meta[key], let day = machineDay(text) else { continue }
      return StatedDate(found: Found(day, Evidence(.meta, key)), text: text)
    }
    // "w-published-date", "published": names that every publishing system makes up anew.
    for key in meta.keys.sorted()
    where key.contains("publish") && !key.contains("modified") && !key.contains("last") {
      guard let text = meta[key], text.utf8.count < 60, let day = machineDay(text) else {
        continue
      }
      return StatedDate(found: Found(day, Evidence(.meta, key, confidence: 900)), text: text)
    }
    return nil
  }

  /// The one day that the head's title names, when the page shows it as well.
  private func titled(_ seen: [SeenDate]) -> Found<Day>? {
    guard let pageTitle else { return nil }
    let named = writtenDates(in: Array(pageTitle.utf8.prefix(300)), monthFirst: usesMonthFirst)
    guard named.count == 1, seen.contains(where: { $0.found.value == named[0].day }) else {
      return nil
    }
    return Found(named[0].day, Evidence(.visible, "title", confidence: 800))
  }

  /// The day in the address, when it is the one before or after: the stated instant is in another zone.
  private func corrected(_ stated: StatedDate) -> Found<Day> {
    guard let day = url.flatMap(day(inURL:)), stated.mayBeLocal(day) else { return stated.found }
    return Found(day, Evidence(.url, "path", confidence: 950))
  }

  /// The date below the heading, when the stated one is nowhere on the page.
  ///
  /// Nothing else may explain the difference: neither a time zone, nor a change, nor the order of
  /// month and day. The data of pages that moved to another system often tell the day of the move.
  private func contradicted(
    _ stated: Found<Day>, by seen: [SeenDate], _ modified: Found<Day>?
  ) -> Found<Day>? {
    func isNear(_ a: Day, _ b: Day) -> Bool { abs(a.rawValue - b.rawValue) <= 1 }
    guard !seen.contains(where: { $0.found.value == stated.value || $0.swapped == stated.value }),
      let shown = seen.filter({ $0.role == .published || $0.role == .unlabelled })
        .min(by: { $0.cost < $1.cost }),
      shown.place <= 6, shown.cost < 21, !isNear(shown.found.value, stated.value)
    else { return nil }
    if let modified, isNear(shown.found.value, modified.value) { return nil }
    var found = shown.found
    found.evidence.confidence = min(found.evidence.confidence, 700)
    return found
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
}
