import Model

/// The front page of a run.
public func digestPage(_ report: DigestReport) -> String { DigestPage(report: report).page }

struct DigestPage {
  let report: DigestReport
  /// Rows of a list that are shown at once.
  let shown = 20

  private var run: Run { report.run }
  private var bursting: [ListedTheme] { report.themes.filter { $0.burst != nil } }
  private var changed: [ListedComparison] {
    report.comparisons.filter { $0.reason == .version && $0.isNew }
  }
  private var variants: [ListedComparison] {
    report.comparisons.filter { $0.reason == .variant && $0.isNew }
  }

  var page: String {
    let frame = PageFrame(
      title: "Digest of \(longDay(run.date))", section: .digest,
      asOf: "Run of \(longDay(run.date))", kicker: "Digest of \(longDay(run.date))",
      headline: headline, lead: lead)
    let content: HTML = """
      \(keyNumbers(numbers))
      \(inputsBar(run))
      \(contents)
      \(section("up", "Changed after publication", changes))
      \(section("va", "Variants of one text", variantList))
      \(section("ri", "Themes that rose most", rising))
      \(section("bu", bursting.isEmpty ? "Most frequent themes" : "Bursting themes", themes))
      \(section("en", "Named for the first time", names))
      \(section("nw", "New documents", newDocuments))
      <div class="two half">
      \(section("fa", "Failed: \(grouped(run.failures.count))", failures))
      \(section("un", "Undated: \(grouped(report.undated.count))", undated))
      </div>
      """
    return frame.page(content, foot: foot)
  }

  /// The six themes whose share rose most, by the lower bound of the difference.
  private var risen: [ListedTheme] {
    Array(
      report.themes.filter { ($0.rise?.difference ?? 0) > 0 }.sorted { a, b in
        guard let x = a.rise, let y = b.rise else { return false }
        return (y.low, y.difference, a.page) < (x.low, x.difference, b.page)
      }.prefix(6))
  }

  private var rising: HTML {
    risen.isEmpty
      ? "<p class=\"note\">No theme has a larger share than before.</p>" : riseTable(risen)
  }

  private var contents: HTML {
    """
    <p class="note">On this page: <a href="#up">changed after publication</a> · \
    <a href="#va">variants</a> · <a href="#ri">themes that rose</a> · \
    <a href="#bu">\(bursting.isEmpty ? "frequent themes" : "bursting themes")</a> · \
    <a href="#en">new names</a> · <a href="#nw">new documents</a> · <a href="#fa">failed</a> · \
    <a href="#un">undated</a></p>
    """
  }

  private var headline: String {
    var parts: [String] = []
    if !bursting.isEmpty {
      parts.append(
        "\(spelled(bursting.count)) \(bursting.count == 1 ? "theme is" : "themes are") bursting")
    }
    let substance = changed.filter { $0.factCount > 0 }.count
    if substance > 0 {
      parts.append(
        "\(spelled(substance)) \(substance == 1 ? "article was" : "articles were") changed in "
          + "substance after publication")
    } else if !changed.isEmpty {
      parts.append(
        "\(spelled(changed.count)) \(changed.count == 1 ? "article has" : "articles have") a new "
          + "version")
    }
    if bursting.isEmpty, let theme = risen.first, theme.rise?.isClear == true {
      parts.append("\(theme.series.name) rose most")
    }
    if parts.isEmpty {
      parts.append("\(counted(run.newDocuments, "new article")) and no change after publication")
    }
    return capitalised(parts.joined(separator: "; "))
  }

  private var lead: String {
    let known = "The corpus holds \(counted(report.documents, "document")), "
    let dated = "\(grouped(report.dated)) of them dated"
    let failed =
      run.failures.isEmpty
      ? "everything could be read."
      : "\(counted(run.failures.count, "input")) could not be read and "
        + "\(run.failures.count == 1 ? "is" : "are") listed below with the reason."
    return known + dated + "; " + failed
  }

  private var numbers: [KeyNumber] {
    [
      KeyNumber("inputs", grouped(run.inputs), "in \(run.corpus)"),
      KeyNumber("new documents", grouped(run.newDocuments)),
      KeyNumber(
        "new versions", grouped(run.newVersions - run.newDocuments), "of documents known before"),
      KeyNumber("seen again", grouped(run.seenAgain), "unchanged texts"),
      KeyNumber("undated", grouped(report.undated.count), "of \(grouped(report.documents))"),
      KeyNumber("failed", grouped(run.failures.count), run.failures.isEmpty ? "" : "listed below"),
    ]
  }

  private var changes: HTML {
    guard !changed.isEmpty else {
      return "<p class=\"note\">No document has a new version since the last run.</p>"
    }
    let substance = changed.filter { $0.factCount > 0 }.count
    let all: HTML = """
      <p class="note">\(counted(changed.count, "new version")); \
      \(counted(substance, "of them changes a fact", "of them change a fact")).</p>
      """
    return all + limited(changed) { comparisonList($0) }
  }

  private var variantList: HTML {
    guard !variants.isEmpty else {
      return "<p class=\"note\">No text was found at more than one address since the last run.</p>"
    }
    return limited(variants) { comparisonList($0) }
  }

  private var themes: HTML {
    guard !report.themes.isEmpty else {
      return "<p class=\"note\">No document speaks of a theme of the taxonomy.</p>"
    }
    let listed = bursting.isEmpty ? Array(report.themes.prefix(12)) : bursting
    let rest: HTML = """
      <p class="note" style="margin-top:.75rem"><a href="themes/index.html">All \
      \(counted(report.themes.count, "theme"))</a></p>
      """
    return themeTable(
      listed,
      caption:
        "Dated articles. Sparkline: the last 14 buckets with their 95\(noBreak)% interval; yellow "
        + "ground: burst. Share: of the articles of the last complete bucket.") + rest
  }

  private var names: HTML {
    guard !report.names.isEmpty else {
      return "<p class=\"note\">No name was met for the first time in two or more documents.</p>"
    }
    let rows = report.names.prefix(shown).map { name -> HTML in
      let bytes = Array(name.passage.utf8)
      let words = excerpt(bytes, around: name.utf8, within: 0..<bytes.count)
      let linked: HTML =
        (name.namePage ?? name.page).map { "<a href=\"\($0)\">\(name.name)</a>" } ?? "\(name.name)"
      return """
        <tr><th scope="row">\(linked) <span class="soft">\(typeName(name.type))</span></th>\
        <td class="num" data-l="Articles">\(grouped(name.documents))</td>\
        <td class="num" data-l="Publishers">\(grouped(name.publishers))</td>\
        <td class="kw wide">\(words)</td></tr>

        """
    }
    return """
      <table class="stack"><thead><tr><th scope="col">Name</th><th scope="col" class="num">Articles\
      </th><th scope="col" class="num">Publishers</th><th scope="col" style="width:58%">First mention\
      </th></tr></thead><tbody>
      \(Array(rows))</tbody></table>
      """
  }

  private var newDocuments: HTML {
    guard !report.newDocuments.isEmpty else {
      return "<p class=\"note\">Nothing new since the last run.</p>"
    }
    return limited(report.newDocuments) { articleList($0) }
  }

  private var failures: HTML {
    run.failures.isEmpty
      ? "<p class=\"note\">Everything could be read.</p>" : failureTable(run.failures, shown: shown)
  }

  private var undated: HTML {
    report.undated.isEmpty
      ? "<p class=\"note\">Every document is dated.</p>"
      : undatedTable(report.undated, shown: shown)
  }

  /// The first rows at once, the others in a part that is closed at first.
  private func limited<Row>(_ rows: [Row], _ list: ([Row]) -> HTML) -> HTML {
    let first = list(Array(rows.prefix(shown)))
    let rest = Array(rows.dropFirst(shown).prefix(500))
    guard !rest.isEmpty else { return first }
    return first
      + "<details><summary><b>\(grouped(rest.count)) more</b></summary>\(list(rest))</details>"
  }

  private var foot: HTML {
    """
    <p><b>Method.</b> A theme bursts if its state is high in the last complete bucket (two-state \
    model of Kleinberg). Share: articles on the theme ÷ dated articles; copies and near copies \
    count once; 95\(noBreak)% Wilson interval. A name is new when no document of an earlier run has it; it \
    is listed when two or more documents do. “New” means since the last complete run.</p>
    <p>The same content as <a href="index.json">JSON</a>; more on the inputs: \
    <a href="quality.html">data quality</a>.</p>
    """
  }
}
