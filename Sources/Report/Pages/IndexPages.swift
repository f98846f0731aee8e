import Model

/// The page that lists all themes.
public func themesPage(_ themes: [ListedTheme], asOf: String) -> String {
  let bursting = themes.filter { $0.burst != nil }.count
  let frame = PageFrame(
    title: "Themes", section: .themes, root: "../", asOf: asOf, kicker: "Themes",
    headline: bursting == 0
      ? "\(capitalised(spelled(themes.count))) themes, all at their usual level"
      : "\(capitalised(spelled(bursting))) of \(counted(themes.count, "theme")) "
        + "\(bursting == 1 ? "is" : "are") bursting")
  let content: HTML = """
    \(section("fr", "The most frequent first", themeTable(
      themes,
      caption: "Sparkline: the last 14 buckets with their 95\(noBreak)% interval; yellow ground: burst.",
      root: "../")))
    \(section("az", "From A to Z", alphabetIndex(themes.map(entry))))
    """
  return frame.page(
    content,
    foot: "<p>Themes come from the taxonomy; <code>variorum themes list</code> shows it.</p>")
}

/// The page that lists the names that have pages; `total` counts those without one too.
public func namesPage(_ names: [ListedTheme], total: Int, asOf: String) -> String {
  let frame = PageFrame(
    title: "Names", section: .names, root: "../", asOf: asOf, kicker: "Names",
    headline: names.isEmpty
      ? "No name stands in two articles"
      : "\(counted(names.count, "name")) in two or more articles",
    lead: total > names.count
      ? "\(counted(total - names.count, "further name")) without a page: variorum search finds them."
      : "")
  let frequent = themeTable(
    Array(names.prefix(25)),
    caption: "Persons, organisations, places, groups, events and laws.", root: "../")
  let content: HTML =
    names.isEmpty
    ? "<p class=\"note\">Names get a page when a second article has them.</p>"
    : """
    \(section("az", "From A to Z", alphabetIndex(names.map(entry))))
    \(section("fr", "The most frequent", frequent))
    """
  return frame.page(
    content,
    foot: "<p>Forms of one name count together where the text shows that they are one.</p>")
}

/// A theme or name with how many articles speak of it.
private func entry(_ theme: ListedTheme) -> AlphabetEntry {
  let type = theme.type.map { typeName($0) + ", " } ?? ""
  return AlphabetEntry(
    name: theme.series.name, detail: type + grouped(theme.documents), page: "../" + theme.page)
}

/// The page that lists all documents, newest first.
public func documentsPage(_ documents: [ListedDocument], total: Int, asOf: String) -> String {
  let frame = PageFrame(
    title: "Documents", section: .documents, root: "../", asOf: asOf, kicker: "Documents",
    headline: documents.count == total
      ? "\(counted(total, "document")), newest first"
      : "The \(grouped(documents.count)) newest of \(counted(total, "document"))",
    lead: documents.count == total
      ? "" : "The others are in the store: variorum search and variorum show find them.")
  let years = byYear(documents)
  let links = years.map { year, documents -> HTML in
    "<li><a href=\"#y\(anchor(year))\">\(year)</a></li>"
  }
  let parts = years.map { year, documents -> HTML in
    section("y\(anchor(year))", year, articleList(documents, root: "../"))
  }
  let content: HTML = """
    <nav aria-label="Years"><ul class="az" style="margin-top:1rem">\(links)\
    <li><a href="titles.html">by title</a></li></ul></nav>
    \(parts)
    """
  return frame.page(content, foot: "<p>Undated documents stand last.</p>")
}

private func anchor(_ year: String) -> String { year == "Undated" ? "none" : year }

private func byYear(_ documents: [ListedDocument]) -> [(String, [ListedDocument])] {
  var groups: [(String, [ListedDocument])] = []
  for listed in documents {
    let year = listed.document.published.map { String($0.components.year) } ?? "Undated"
    if groups.last?.0 == year {
      groups[groups.count - 1].1.append(listed)
    } else {
      groups.append((year, [listed]))
    }
  }
  return groups
}

/// The page that lists all documents by their titles.
public func titlesPage(_ documents: [ListedDocument], asOf: String) -> String {
  let frame = PageFrame(
    title: "Documents by title", section: .documents, root: "../", asOf: asOf, kicker: "Documents",
    headline: "\(counted(documents.count, "document")) from A to Z")
  let entries = documents.compactMap { listed in
    listed.page.map {
      AlphabetEntry(
        name: listed.document.title ?? listed.document.address,
        detail: listed.document.published.map(shortDay) ?? "undated", page: "../" + $0)
    }
  }
  return frame.page(
    section("az", "From A to Z", alphabetIndex(entries)),
    foot: "<p><a href=\"index.html\">The same by date</a></p>")
}

/// The page that lists all comparisons.
public func comparisonsPage(_ comparisons: [ListedComparison], asOf: String) -> String {
  let versions = comparisons.filter { $0.reason == .version }
  let variants = comparisons.filter { $0.reason == .variant }
  let frame = PageFrame(
    title: "Comparisons", section: .comparisons, root: "../", asOf: asOf, kicker: "Comparisons",
    headline: "\(counted(versions.count, "changed version")) and "
      + "\(counted(variants.count, "variant")) at other addresses")
  func list(_ items: [ListedComparison], _ none: HTML) -> HTML {
    items.isEmpty ? "<p class=\"note\">\(none)</p>" : comparisonList(items, root: "../")
  }
  let content: HTML = """
    \(section("ve", "Versions of one article", list(versions, "No article has two versions.")))
    \(section("va", "Variants of one text", list(variants, "No text stands at two addresses.")))
    """
  return frame.page(
    content, foot: "<p>Each comparison names every fact that was dropped, changed or added.</p>")
}
