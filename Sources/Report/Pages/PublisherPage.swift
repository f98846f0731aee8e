public import Model

/// A publisher as a list names it.
public struct ListedPublisher: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// Path of its page from the folder of the digest.
  public var page: String
  /// All its documents.
  public var documents: Int
  /// Those without a date.
  public var undated: Int
  /// Those that repeat the words of another document.
  public var copies: Int
  /// New versions of its documents.
  public var changed: Int
  /// The days of its first and last dated document; nil when none is dated.
  public var days: ClosedRange<Day>?

  /// A publisher of a list.
  public init(
    name: String, page: String, documents: Int, undated: Int, copies: Int, changed: Int,
    days: ClosedRange<Day>?
  ) {
    self.name = name
    self.page = page
    self.documents = documents
    self.undated = undated
    self.copies = copies
    self.changed = changed
    self.days = days
  }
}

/// Everything that the page of a publisher shows.
public struct PublisherReport: Sendable {
  /// The publisher.
  public var publisher: ListedPublisher
  /// Its documents by bucket, as shares of all documents; copies are included on both sides.
  public var series: ThemeSeries
  /// What it writes about, compared with all others.
  public var themes: [ThemeShare]
  /// Its documents, newest first.
  public var documents: [ListedDocument]
  /// Its changed versions and its variants at other addresses.
  public var comparisons: [ListedComparison]
  /// As of when.
  public var asOf: String

  /// A report on `publisher`.
  public init(
    publisher: ListedPublisher, series: ThemeSeries, themes: [ThemeShare],
    documents: [ListedDocument], comparisons: [ListedComparison], asOf: String
  ) {
    self.publisher = publisher
    self.series = series
    self.themes = themes
    self.documents = documents
    self.comparisons = comparisons
    self.asOf = asOf
  }

  /// How much of a publisher's output speaks of a theme, and how much of that of all others.
  public struct ThemeShare: Hashable, Sendable {
    /// The name of the theme.
    public var name: String
    /// Path of its page from the folder of the digest.
    public var page: String
    /// Documents of the publisher that speak of it.
    public var documents: Int
    /// Documents of all others that speak of it.
    public var others: Int
    /// Share of the publisher less share of the others, −1 to 1.
    public var difference: Double
    /// Lower bound of the 95 % interval of the difference (Newcombe).
    public var low: Double
    /// Upper bound of that interval.
    public var high: Double

    /// A share.
    public init(
      name: String, page: String, documents: Int, others: Int, difference: Double, low: Double,
      high: Double
    ) {
      self.name = name
      self.page = page
      self.documents = documents
      self.others = others
      self.difference = difference
      self.low = low
      self.high = high
    }
  }
}

/// The page that lists all publishers; `without` documents have none.
public func publishersPage(_ publishers: [ListedPublisher], without: Int, asOf: String) -> String {
  let frame = PageFrame(
    title: "Publishers", section: .publishers, root: "../", asOf: asOf, kicker: "Publishers",
    headline: publishers.isEmpty
      ? "No document names its publisher" : counted(publishers.count, "publisher"),
    lead: without == 0 ? "" : "\(counted(without, "document")) without a known publisher.")
  let rows = publishers.map { publisher -> HTML in
    let days =
      publisher.days.map { "\(shortDay($0.lowerBound)) – \(shortDay($0.upperBound))" } ?? "–"
    return """
      <tr><th scope="row"><a href="../\(publisher.page)">\(publisher.name)</a></th>\
      <td class="num" data-l="Articles">\(grouped(publisher.documents))</td>\
      <td class="num" data-l="Undated">\(grouped(publisher.undated))</td>\
      <td class="num" data-l="Copies">\(grouped(publisher.copies))</td>\
      <td class="num" data-l="New versions">\(grouped(publisher.changed))</td>\
      <td data-l="From and to">\(days)</td></tr>

      """
  }
  let table: HTML =
    publishers.isEmpty
    ? ""
    : """
    <table class="stack"><caption>The most articles first.</caption><thead><tr>\
    <th scope="col">Publisher</th><th scope="col" class="num">Articles</th>\
    <th scope="col" class="num">Undated</th><th scope="col" class="num">Copies</th>\
    <th scope="col" class="num">New versions</th><th scope="col">From and to</th></tr></thead><tbody>
    \(rows)</tbody></table>
    """
  return frame.page(
    "<div style=\"margin-top:1.5rem\">\(table)</div>",
    foot:
      "<p>A publisher is what the page or its record names; nothing is guessed from addresses.</p>")
}

/// The page of a publisher.
public func publisherPage(_ report: PublisherReport) -> String {
  PublisherPage(report: report).page
}

private struct PublisherPage {
  let report: PublisherReport
  private var publisher: ListedPublisher { report.publisher }
  private var series: ThemeSeries { report.series }

  var page: String {
    let versions = report.comparisons.filter { $0.reason == .version }
    let variants = report.comparisons.filter { $0.reason == .variant }
    let frame = PageFrame(
      title: publisher.name, section: .publishers, root: "../", asOf: report.asOf,
      kicker: "Publisher", headline: headline(versions), lead: lead)
    let content: HTML = """
      \(figure)
      \(section("th", "What it writes about", themes))
      \(section("up", "Changed after publication", list(versions, "No article has a new version.")))
      \(section("va", "Variants at other addresses", list(variants, "No variant is known.")))
      \(section("docs", "Articles", articleList(report.documents, root: "../")))
      """
    let foot: HTML = """
      <p><b>Method.</b> Course: its articles ÷ all dated articles of the \
      \(series.bucket.rawValue), copies included. Differences of shares: Newcombe, \
      95\(noBreak)%.</p>
      <p>The same content as <a href="\(pathName(publisher.page, "json"))">JSON</a>.</p>
      """
    return frame.page(content, foot: foot)
  }

  private func headline(_ versions: [ListedComparison]) -> String {
    let silent = versions.filter { $0.factCount > 0 }.count
    let changes =
      silent == 0
      ? "none of them changed in substance"
      : "\(spelled(silent)) of them changed in substance after publication"
    return "\(publisher.name): \(counted(publisher.documents, "article")), \(changes)"
  }

  private var lead: String {
    var parts: [String] = []
    if let days = publisher.days {
      parts.append("Dated \(longDay(days.lowerBound)) to \(longDay(days.upperBound))")
    }
    if publisher.undated > 0 { parts.append("\(grouped(publisher.undated)) undated") }
    if publisher.copies > 0 {
      parts.append("\(counted(publisher.copies, "copy", "copies")) of texts from elsewhere")
    }
    return parts.isEmpty ? "" : parts.joined(separator: "; ") + "."
  }

  private var figure: HTML {
    guard series.points.contains(where: { $0.documents > 0 }) else {
      return "<p class=\"note\">No dated article, so there is no timeline.</p>"
    }
    let rows = series.points.reversed().filter { $0.documents > 0 }.map { point -> HTML in
      """
      <tr><th scope="row">\(bucketName(point.start, series.bucket))</th>\
      <td class="num">\(grouped(point.documents))</td><td class="num">\(grouped(point.total))</td>\
      <td class="num">\(percent(point.share))</td></tr>

      """
    }
    return """
      <figure>\(SeriesChart(series, of: "articles by \(series.name)").html)
      <figcaption>Line: share of all articles dated in the \(series.bucket.rawValue), with its \
      95\(noBreak)% interval. Hatched: \(series.bucket.rawValue) that the corpus does not cover to \
      its end.</figcaption></figure>
      <details><summary><b>The numbers</b></summary><table class="tight"><thead><tr>\
      <th scope="col">\(capitalised(series.bucket.rawValue))</th>\
      <th scope="col" class="num">Articles</th><th scope="col" class="num">Of all</th>\
      <th scope="col" class="num">Share</th></tr></thead><tbody>
      \(rows)</tbody></table></details>
      """
  }

  private var themes: HTML {
    guard !report.themes.isEmpty else { return "<p class=\"note\">No theme.</p>" }
    let rows = report.themes.map { theme -> HTML in
      func points(_ value: Double) -> String { (value > 0 ? "+" : "") + fixed(value * 100, 1) }
      return """
        <tr><th scope="row"><a href="../\(theme.page)">\(theme.name)</a></th>\
        <td class="num" data-l="Here">\(grouped(theme.documents))</td>\
        <td class="num" data-l="Elsewhere">\(grouped(theme.others))</td>\
        <td class="num" data-l="Difference of shares">\(points(theme.difference)) \
        <span class="soft nb">(\(points(theme.low)) to \(points(theme.high)))</span></td></tr>

        """
    }
    return """
      <table class="stack tight"><caption>Articles on the theme here and at all other publishers; \
      difference of the two shares in points, with its 95\(noBreak)% interval: where that does not \
      include 0, the publisher differs from the others.</caption><thead><tr><th scope="col">Theme</th>\
      <th scope="col" class="num">Here</th><th scope="col" class="num">Elsewhere</th>\
      <th scope="col" class="num">Difference of shares</th></tr></thead><tbody>
      \(rows)</tbody></table>
      """
  }

  private func list(_ items: [ListedComparison], _ none: HTML) -> HTML {
    items.isEmpty ? "<p class=\"note\">\(none)</p>" : comparisonList(items, root: "../")
  }
}
