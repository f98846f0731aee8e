import Model

/// Everything that the page of a theme or of a name shows.
public struct ThemeReport: Sendable {
  /// The theme or name.
  public var theme: ListedTheme
  /// Documents that speak of it, newest first, undated ones last.
  public var documents: [ListedDocument]
  /// Passages that speak of it, from the documents that do so most.
  public var passages: [Quotation]
  /// Themes that are met together with it.
  public var companions: [Companion]
  /// Names that are met together with it.
  public var names: [Companion] = []
  /// Publishers and how many of their documents speak of it.
  public var publishers: [PublisherShare]
  /// What its series shows, each with the documents that drive it.
  public var findings: [SeriesFinding] = []
  /// As of when.
  public var asOf: String

  /// A report on `theme`.
  public init(
    theme: ListedTheme, documents: [ListedDocument], passages: [Quotation],
    companions: [Companion], publishers: [PublisherShare], asOf: String
  ) {
    self.theme = theme
    self.documents = documents
    self.passages = passages
    self.companions = companions
    self.publishers = publishers
    self.asOf = asOf
  }

  /// A passage as evidence.
  public struct Quotation: Hashable, Sendable {
    /// The document it is from.
    public var document: ListedDocument
    /// The index of the passage in the text.
    public var index: Int
    /// The passage.
    public var passage: String
    /// The words that speak of the theme, UTF-8 byte offsets into the passage, half-open.
    public var utf8: Range<Int>

    /// A quotation.
    public init(document: ListedDocument, index: Int, passage: String, utf8: Range<Int>) {
      self.document = document
      self.index = index
      self.passage = passage
      self.utf8 = utf8
    }
  }

  /// A theme that is met together with another.
  public struct Companion: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Path of its page from the folder of the digest; nil when it has none.
    public var page: String?
    /// Documents that speak of both.
    public var documents: Int

    /// A companion.
    public init(name: String, page: String?, documents: Int) {
      self.name = name
      self.page = page
      self.documents = documents
    }
  }

  /// How much of a publisher's output speaks of a theme.
  public struct PublisherShare: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Documents that speak of the theme.
    public var documents: Int
    /// All dated documents of the publisher.
    public var total: Int
    /// Bounds of the 95 % interval of the share.
    public var low: Double
    /// Upper bound of that interval.
    public var high: Double
    /// Path of its page from the folder of the digest; nil when it has none.
    public var page: String?

    /// A share.
    public init(name: String, documents: Int, total: Int, low: Double, high: Double) {
      self.name = name
      self.documents = documents
      self.total = total
      self.low = low
      self.high = high
    }
  }
}

/// The page of a theme or of a name: its course, its articles, its words.
public func themePage(_ report: ThemeReport) -> String { ThemePage(report: report).page }

struct ThemePage {
  let report: ThemeReport
  private var series: ThemeSeries { report.theme.series }
  private var isName: Bool { series.subject.kind == .entity }

  var page: String {
    let kind = isName ? capitalised(report.theme.type.map(typeName) ?? "name") : "Theme"
    let frame = PageFrame(
      title: "\(series.name): \(kind.lowercased()) timeline",
      section: isName ? .names : .themes, root: "../", asOf: report.asOf,
      kicker: "\(kind) timeline", headline: headline, lead: lead)
    let content: HTML = """
      \(figure)
      \(section("shows", "What the course shows", readings))
      <div class="two">
      \(section("weeks", "\(capitalised(series.bucket.rawValue)) by \(series.bucket.rawValue)", table))
      <div>
      \(section("pub", "By publisher", publishers))
      \(section("with", "Together with these themes", companions(report.companions)))
      \(section("names", "Together with these names", companions(report.names)))
      </div>
      </div>
      \(section("ev", "The articles and their words", SubjectEvidence(report: report).html))
      """
    let foot: HTML = """
      <p><b>Method.</b> \(counting) Share: such articles ÷ all dated articles of the \
      \(series.bucket.rawValue); copies and near copies count once. Interval: Wilson, \
      95\(noBreak)%. Bursts: model of Kleinberg. Change points: PELT. Trend: Theil–Sen, \
      Mann–Kendall. Difference of two shares: Newcombe.</p>
      <p>The same content as <a href="\(pathName(report.theme.page, "json"))">JSON</a>.</p>
      """
    return frame.page(content, foot: foot)
  }

  private var counting: HTML {
    isName
      ? "An article counts when it has the name or another form of it."
      : "An article speaks of a theme when phrases of the taxonomy carry enough weight in it."
  }

  private var headline: String {
    if let burst = report.theme.burst {
      return "\(series.name) has been bursting since \(longDay(burst.start))"
    }
    if let rise = report.theme.rise, rise.isClear {
      return "\(series.name) rose: \(rise.share(rise.recent)) of the articles since "
        + "\(longDay(rise.start)), \(rise.share(rise.before)) before"
    }
    guard let peak = series.points.max(by: { ($0.documents, $1.start) < ($1.documents, $0.start) }),
      peak.documents > 0
    else { return "\(series.name): no dated article" }
    return
      "\(series.name): most articles in \(bucketPhrase(peak.start, series.bucket)), now at its "
      + "usual level"
  }

  private var lead: String {
    let all = series.points.reduce(0) { $0 + $1.documents }
    let total = series.points.reduce(0) { $0 + $1.total }
    let verb = isName ? "name it" : "speak of it"
    guard total > 0, let last = series.points.last(where: { $0.complete && $0.total > 0 }) else {
      return
        "\(counted(report.theme.documents, "article")), none of them in a complete \(series.bucket.rawValue)."
    }
    return
      "\(grouped(all)) of \(counted(total, "dated article")) \(verb). In "
      + "\(bucketPhrase(last.start, series.bucket)) it was \(grouped(last.documents)) of "
      + "\(grouped(last.total)): \(percent(last.share)) (95\(noBreak)% interval "
      + "\(fixed(last.low * 100, 1)) to \(percent(last.high)))."
  }

  private var figure: HTML {
    guard series.points.contains(where: { $0.total > 0 }) else {
      return "<p class=\"note\">No dated article, so there is no timeline.</p>"
    }
    return """
      <figure>
      <div class="plot">\(SeriesChart(series).html)\(SubjectEvidence(report: report).chartLinks)</div>
      <figcaption>Line: share of all articles dated in the \(series.bucket.rawValue); a gap where \
      there is none. Light band: 95\(noBreak)% interval; it is wide where there are few articles, and cut at the top. \
      \(averageNote)Dashed level: mean between change points (dotted uprights). Yellow ground: burst. \
      Hatched: \(series.bucket.rawValue) that the corpus does not cover to its end. A click on a \
      \(series.bucket.rawValue) leads to its articles, as does its name in the table.</figcaption>
      </figure>
      """
  }

  private var averageNote: HTML {
    series.points.contains { $0.average != nil } ? "Dots: moving average. " : ""
  }

  /// The findings in words, each with the articles that drive it.
  private var readings: HTML {
    var items = report.findings.map { finding -> HTML in
      let drivers = finding.documents.map { titleLink($0, root: "../") }
      let line: HTML =
        drivers.isEmpty || finding.kind == .trend
        ? "" : "<br><span class=\"note\">Most of all: \(drivers.joined(" · "))</span>"
      return "<li>\(finding.reading)\(line)</li>\n"
    }
    if let rise = report.theme.rise { items.insert("<li>\(rise.reading)</li>\n", at: 0) }
    guard !items.isEmpty else {
      return "<p class=\"note\">Too few articles for a burst, a change of level or a trend.</p>"
    }
    return "<ul class=\"read-out\">\n\(items)</ul>"
  }

  private var table: HTML {
    let evidence = SubjectEvidence(report: report)
    let rows = series.points.reversed().map { point -> HTML in
      let isBurst = series.bursts.contains {
        $0.start <= point.start && point.start <= $0.end
      }
      let level = point.total == 0 ? "no articles" : isBurst ? "burst" : "usual"
      let state = [level, point.complete ? "" : "incomplete"]
        .filter { !$0.isEmpty }.joined(separator: ", ")
      let share = point.total > 0 ? percent(point.share) : "–"
      let interval =
        point.total > 0
        ? "\(fixed(point.low * 100, 1))–\(fixed(point.high * 100, 1))\(noBreak)%" : "–"
      return """
        <tr><th scope="row">\(evidence.link(point))</th>\
        <td class="num" data-l="Articles">\(grouped(point.documents))</td>\
        <td class="num" data-l="Of all">\(grouped(point.total))</td>\
        <td class="num" data-l="Share">\(share)</td>\
        <td class="num" data-l="95\(noBreak)% interval">\(interval)</td><td data-l="State">\(state)</td></tr>

        """
    }
    let head: HTML = """
      <thead><tr><th scope="col">\(capitalised(series.bucket.rawValue))</th>\
      <th scope="col" class="num">Articles</th><th scope="col" class="num">Of all</th>\
      <th scope="col" class="num">Share</th><th scope="col" class="num">95\(noBreak)% interval</th>\
      <th scope="col">State</th></tr></thead>
      """
    func table(_ rows: ArraySlice<HTML>) -> HTML {
      "<table class=\"tight stack\">\(head)<tbody>\n\(Array(rows))</tbody></table>"
    }
    let rest = rows.dropFirst(12)
    let earlier: HTML =
      rest.isEmpty
      ? ""
      : "<details><summary><b>Earlier: \(grouped(rest.count))</b></summary>\(table(rest))</details>"
    return "<div class=\"scroll\">\(table(rows.prefix(12)))</div>" + earlier
  }

  private var publishers: HTML {
    guard !report.publishers.isEmpty else { return "<p class=\"note\">No publisher is known.</p>" }
    let rows = report.publishers.map { publisher -> HTML in
      let share = Double(publisher.documents) / Double(max(1, publisher.total))
      let name: HTML =
        publisher.page.map { "<a href=\"../\($0)\">\(publisher.name)</a>" } ?? "\(publisher.name)"
      return """
        <tr><th scope="row">\(name)</th>\
        <td class="num">\(grouped(publisher.documents)) of \(grouped(publisher.total))</td>\
        <td class="num nb">\(percent(share))</td><td class="num nb soft">\
        \(fixed(publisher.low * 100, 1))–\(fixed(publisher.high * 100, 1))\(noBreak)%</td></tr>

        """
    }
    return """
      <table class="tight"><caption>Such articles of all dated ones; 95\(noBreak)% interval\
      </caption><tbody>
      \(rows)</tbody></table>
      """
  }

  private func companions(_ list: [ThemeReport.Companion]) -> HTML {
    guard !list.isEmpty else { return "<p class=\"note\">None.</p>" }
    let rows = list.map { companion -> HTML in
      let name: HTML =
        companion.page.map { "<a href=\"../\($0)\">\(companion.name)</a>" } ?? "\(companion.name)"
      return
        "<tr><th scope=\"row\">\(name)</th><td class=\"num\">\(grouped(companion.documents))</td></tr>\n"
    }
    return
      "<table class=\"tight\"><caption>Articles with both</caption><tbody>\n\(rows)</tbody></table>"
  }
}

/// The name of a page without its folder, with another extension.
func pathName(_ page: String, _ form: String) -> String {
  let name = page.split(separator: "/").last.map(String.init) ?? page
  return name.split(separator: ".").dropLast().joined(separator: ".") + "." + form
}
