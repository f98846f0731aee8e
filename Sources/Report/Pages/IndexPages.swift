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
  return frame.page(
    themeTable(
      themes,
      caption: "The most frequent first. Sparkline: the last 14 buckets with their 95 % interval.",
      root: "../"),
    foot: "<p>Themes come from the taxonomy; <code>variorum themes list</code> shows it.</p>")
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
  return frame.page(
    articleList(documents, root: "../"), foot: "<p>Undated documents stand last.</p>")
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
