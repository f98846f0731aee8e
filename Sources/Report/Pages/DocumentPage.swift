public import Model

/// Everything that the page of a document shows.
public struct DocumentReport: Sendable {
  /// The document.
  public var listed: ListedDocument
  /// Its versions in order of capture.
  public var versions: [Version]
  /// Later captures of the same texts.
  public var sightings: [Sighting]
  /// Mentions in the newest version.
  public var mentions: [Mention]
  /// Comparisons with other versions and with variants.
  public var comparisons: [ListedComparison]
  /// Path of the page of a theme by its id.
  public var themePages: [String: String]
  /// Path of the page of a name by its id.
  public var namePages: [String: String] = [:]
  /// As of when.
  public var asOf: String

  /// A report on a document; `versions` holds at least one.
  public init(
    listed: ListedDocument, versions: [Version], sightings: [Sighting], mentions: [Mention],
    comparisons: [ListedComparison], themePages: [String: String], asOf: String
  ) {
    self.listed = listed
    self.versions = versions
    self.sightings = sightings
    self.mentions = mentions
    self.comparisons = comparisons
    self.themePages = themePages
    self.asOf = asOf
  }
}

/// The page of a document: its text with what was found in it, and where each field comes from.
public func documentPage(_ report: DocumentReport) -> String {
  guard let newest = report.versions.last else { return "" }
  return DocumentPage(report: report, version: newest).page
}

struct DocumentPage {
  let report: DocumentReport
  let version: Version
  private let bytes: [UInt8]
  private let themes: [DocumentSubject]
  private let keywords: [DocumentSubject]
  private let entities: [DocumentSubject]

  init(report: DocumentReport, version: Version) {
    self.report = report
    self.version = version
    bytes = Array(version.text.utf8)
    themes = DocumentSubject.collected(report.mentions, .theme)
    keywords = DocumentSubject.collected(report.mentions, .keyword)
    entities = DocumentSubject.collected(report.mentions, .entity)
  }

  private var document: Document { report.listed.document }

  var page: String {
    let frame = PageFrame(
      title: document.title ?? document.address, section: .documents, root: "../",
      asOf: report.asOf, kicker: "Document", headline: document.title ?? document.address,
      lead: version.metadata.deck?.value ?? "")
    let content: HTML = """
      <p class="note wide">\(linkedByline(report.listed, root: "../"))</p>
      \(keyNumbers(numbers))
      <p class="note" style="margin-top:.75rem">On this page: <a href="#tx">text</a> · \
      <a href="#th">themes and names</a> · <a href="#md">how each field was found</a> · \
      <a href="#ve">versions</a> · <a href="#va">comparisons</a></p>
      <div class="side">
      \(section("tx", "Text", text))
      <div>
      \(section("th", "Themes and names", subjects))
      \(section("md", "How each field was found", fields))
      \(section("ve", "Versions", versions))
      </div>
      </div>
      \(section("va", "Comparisons", comparisons))
      """
    let foot: HTML = """
      <p class="wide"><b>Source.</b> <code>\(version.origin.file)</code>\
      \(version.origin.offset > 0 ? " at byte \(grouped(version.origin.offset))" : ""), \
      version <code>\(version.id.rawValue)</code>, content <code>\(version.contentHash)</code>.</p>
      \(issues)
      <p>The same content as <a href="\(document.id.rawValue).json">JSON</a>.</p>
      """
    return frame.page(content, foot: foot)
  }

  private var numbers: [KeyNumber] {
    let published = version.metadata.published
    return [
      KeyNumber(
        "published", document.published.map(shortDay) ?? "undated",
        published.map { evidenceName($0.evidence) } ?? report.listed.undatedReason ?? ""),
      KeyNumber(
        "words", grouped(report.listed.words), counted(version.passages.count, "passage")),
      KeyNumber(
        "main theme", themes.first?.name ?? "none",
        themes.first.map { "weight \(fixed($0.score, 2))" } ?? ""),
      KeyNumber("versions", grouped(report.versions.count)),
      KeyNumber(
        "variants", grouped(report.comparisons.filter { $0.reason == .variant }.count),
        "at other addresses"),
    ]
  }

  // MARK: Text

  private var text: HTML {
    let letters = themes.prefix(4).enumerated().map { index, theme -> HTML in
      let letter = letter(index)
      return """
        <label><input type="checkbox" id="s\(letter)" checked><span class="t t\(letter)">\
        \(theme.name)</span></label>
        """
    }
    let switches: HTML =
      letters.isEmpty ? "" : "<fieldset class=\"sw\"><legend>Themes</legend>\(letters)</fieldset>"
    let passages = version.passages.map(passage)
    return """
      \(switches)
      <fieldset class="sw"><legend>Names</legend>\
      <label><input type="checkbox" id="ep" checked><span class="e ep">person</span></label>\
      <label><input type="checkbox" id="eo" checked><span class="e eo">organisation</span></label>\
      <label><input type="checkbox" id="el" checked><span class="e el">place</span></label>\
      <label><input type="checkbox" id="ed" checked><span class="e ed">date, number</span></label>\
      </fieldset>
      <p class="note" style="margin-bottom:1.5rem">Themes: tinted ground and a letter. Names: line \
      below, by kind. Numbers at the left are passages.</p>
      <div class="text">
      \(passages)</div>
      """
  }

  private func letter(_ index: Int) -> HTML {
    switch index {
    case 0: "A"
    case 1: "B"
    case 2: "C"
    default: "D"
    }
  }

  private func passage(_ passage: Passage) -> HTML {
    let number: HTML = "<span class=\"n\">\(passage.index + 1)</span>"
    let words = marked(passage.utf8)
    switch passage.kind {
    case .heading, .title:
      return "<h3 class=\"wide\" id=\"p\(passage.index + 1)\">\(number)\(words)</h3>\n"
    case .paragraph, .quote, .listItem, .table, .code:
      return "<p class=\"read wide\" id=\"p\(passage.index + 1)\">\(number)\(words)</p>\n"
    case .deck, .caption, .note, .boilerplate:
      return """
        <p class="read soft aux wide" id="p\(passage.index + 1)" title="\(passage.kind.rawValue)">\
        \(number)\(words)</p>

        """
    }
  }

  /// The text at `range` with the places of themes and names marked; where marks cross, the first
  /// that begins wins.
  private func marked(_ range: Range<Int>) -> HTML {
    let order = Dictionary(
      themes.prefix(4).enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { a, _ in a })
    let marks = report.mentions.filter {
      range.lowerBound <= $0.utf8.lowerBound && $0.utf8.upperBound <= range.upperBound
        && ($0.subject.kind == .entity || order[$0.subject.id] != nil)
        && $0.subject.kind != .keyword
    }.sorted {
      ($0.utf8.lowerBound, -$0.utf8.upperBound, $0.subject)
        < ($1.utf8.lowerBound, -$1.utf8.upperBound, $1.subject)
    }
    var out = HTML()
    var at = range.lowerBound
    for mark in marks where mark.utf8.lowerBound >= at {
      out += "\(string(at..<mark.utf8.lowerBound))"
      let words = string(mark.utf8)
      if mark.subject.kind == .theme {
        out += "<mark class=\"t t\(letter(order[mark.subject.id] ?? 3))\">\(words)</mark>"
      } else {
        out += "<span class=\"e \(lineClass(mark.type))\">\(words)</span>"
      }
      at = mark.utf8.upperBound
    }
    return out + "\(string(at..<range.upperBound))"
  }

  private func lineClass(_ type: EntityType?) -> HTML {
    switch type {
    case .person: "ep"
    case .organisation, .group, .law, .event: "eo"
    case .geopolitical, .location: "el"
    default: "ed"
    }
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  // MARK: Beside the text

  private var subjects: HTML {
    let themeRows = themes.map { theme -> HTML in
      let name: HTML =
        report.themePages[theme.id].map { "<a href=\"../\($0)\">\(theme.name)</a>" }
        ?? "\(theme.name)"
      return """
        <tr><th scope="row">\(name)</th><td class="num">\(fixed(theme.score, 2))</td>\
        <td class="num">\(grouped(theme.places))</td></tr>

        """
    }
    let names = entities.filter { !$0.isValue }.prefix(40).map { entity -> HTML in
      let name: HTML =
        report.namePages[entity.id].map { "<a href=\"../\($0)\">\(entity.name)</a>" }
        ?? "\(entity.name)"
      return """
        <tr><th scope="row">\(name) <span class="soft">\(entity.type.map(typeName) ?? "")\
        </span></th><td class="num">\(grouped(entity.places))</td></tr>

        """
    }
    let terms = keywords.prefix(15).map(\.name).joined(separator: " · ")
    return """
      <table class="tight"><caption>Themes: weight and number of places</caption><tbody>
      \(themeRows)</tbody></table>
      <p class="note" style="margin:1rem 0"><b>Keywords.</b> \(terms.isEmpty ? "none" : terms)</p>
      <details><summary><b>\(counted(names.count, "name"))</b> and how often</summary>\
      <table class="tight"><tbody>
      \(names)</tbody></table></details>
      """
  }

  private var fields: HTML {
    let metadata = version.metadata
    func entry(_ name: String, _ value: String?, _ evidence: Evidence?) -> HTML {
      guard let value, let evidence else {
        return "<dt>\(name)</dt><dd class=\"soft\">not found</dd>\n"
      }
      let sure =
        evidence.confidence >= 900 ? "certain" : evidence.confidence >= 600 ? "likely" : "unsure"
      return """
        <dt>\(name)</dt><dd class="wide">\(value)<small>\(sure); \(evidenceName(evidence))</small>\
        </dd>

        """
    }
    let authors =
      metadata.authors.isEmpty
      ? entry("authors", nil, nil)
      : entry(
        "authors", metadata.authors.map(\.value).listed(), metadata.authors[0].evidence)
    let dates =
      metadata.published == nil
      ? "<dt>published</dt><dd class=\"soft\">not found<small>\(metadata.undatedReason ?? "")</small></dd>\n"
      : entry(
        "published", metadata.published.map { longDay($0.value) }, metadata.published?.evidence)
    let languages: HTML =
      metadata.languages.isEmpty
      ? ""
      : entry(
        "languages",
        metadata.languages.map { "\($0.value), \($0.evidence.detail)" }.joined(separator: "; "),
        metadata.languages[0].evidence)
    let parts: [HTML] = [
      entry("title", metadata.title?.value, metadata.title?.evidence),
      entry("deck", metadata.deck?.value, metadata.deck?.evidence), authors, dates,
      entry("modified", metadata.modified.map { longDay($0.value) }, metadata.modified?.evidence),
      entry("publisher", metadata.publisher?.value, metadata.publisher?.evidence),
      entry("language", metadata.language?.value, metadata.language?.evidence), languages,
      entry("section", metadata.section?.value, metadata.section?.evidence),
      entry(
        "captured", version.captured.map { longDay($0.value) }, version.captured?.evidence),
      "<dt>address</dt><dd class=\"wide\">\(version.address)</dd>\n",
    ]
    return "<dl class=\"facet one\">\n\(parts)</dl>"
  }

  private var versions: HTML {
    let rows = report.versions.enumerated().map { index, version -> HTML in
      let again = report.sightings.filter { $0.version == version.id }
      let seen: HTML =
        again.isEmpty
        ? "" : "<br><span class=\"soft\">seen again \(counted(again.count, "time"))</span>"
      return """
        <tr><th scope="row">version \(index + 1)</th><td>\
        \(version.captured.map { longDay($0.value) } ?? "day of capture unknown")<br>\
        <span class="soft wide">\(version.origin.file)</span>\(seen)</td></tr>

        """
    }
    return "<table class=\"tight\"><tbody>\n\(rows)</tbody></table>"
  }

  private var comparisons: HTML {
    report.comparisons.isEmpty
      ? "<p class=\"note\">One version, and no variant at another address.</p>"
      : comparisonList(report.comparisons, root: "../")
  }

  private var issues: HTML {
    guard !version.issues.isEmpty else { return HTML() }
    let items = version.issues.map { "<li>\($0.message)</li>" as HTML }
    return "<p><b>Read with care.</b></p><ul>\(items)</ul>"
  }
}

/// A subject of one document, with all its places counted.
struct DocumentSubject {
  var id: String
  var name: String
  var type: EntityType?
  var score: Double
  var places: Int

  /// Whether it is a date, number or amount rather than a name.
  var isValue: Bool {
    switch type {
    case .date, .money, .percent, .number: true
    default: false
    }
  }

  /// The subjects of a kind, the heaviest first.
  static func collected(_ mentions: [Mention], _ kind: Subject.Kind) -> [DocumentSubject] {
    var found: [String: DocumentSubject] = [:]
    for mention in mentions where mention.subject.kind == kind {
      var subject =
        found[mention.subject.id]
        ?? DocumentSubject(
          id: mention.subject.id, name: mention.name, type: mention.type, score: 0, places: 0)
      subject.places += 1
      subject.score = max(subject.score, Double(mention.score) / 1_000_000)
      found[mention.subject.id] = subject
    }
    return found.values.sorted {
      ($1.score, $1.places, $0.id) < ($0.score, $0.places, $1.id)
    }
  }
}
