import Model

// Lists that several pages have in common.

/// A document's title as a link where it has a page.
func titleLink(_ listed: ListedDocument, root: String = "") -> HTML {
  let title = listed.document.title ?? listed.document.address
  guard let page = listed.page else { return HTML(text: title) }
  return "<a href=\"\(root + page)\">\(title)</a>"
}

/// Publisher, authors, day: what stands below a title.
func byline(_ listed: ListedDocument) -> String {
  let document = listed.document
  let parts = [
    document.publisher ?? "", document.authors.listed(),
    document.published.map(longDay) ?? "undated", counted(listed.words, "word"),
  ]
  return parts.filter { !$0.isEmpty }.joined(separator: " · ")
}

/// The same with a link to the publisher, and whether it is a copy of another text.
func linkedByline(_ listed: ListedDocument, root: String) -> HTML {
  let document = listed.document
  var parts: [HTML] = []
  if let publisher = document.publisher {
    parts.append(
      listed.publisherPage.map { "<a href=\"\(root + $0)\">\(publisher)</a>" } ?? "\(publisher)")
  }
  if !document.authors.isEmpty { parts.append("\(document.authors.listed())") }
  parts.append("\(document.published.map(longDay) ?? "undated")")
  parts.append("\(counted(listed.words, "word"))")
  switch listed.relation {
  case .copy: parts.append("copy, counted with its original")
  case .nearCopy: parts.append("near copy, counted with its original")
  case .excerpt: parts.append("excerpt of a longer text")
  case .rewrite: parts.append("rewrite of another text")
  case .hub, nil: break
  }
  return parts.joined(" · ")
}

/// Documents with what they are about.
func articleList(_ documents: [ListedDocument], root: String = "") -> HTML {
  let items = documents.map { listed -> HTML in
    let themes: HTML =
      listed.themes.isEmpty
      ? "" : "<p class=\"note\">\(listed.themes.joined(separator: " · "))</p>"
    return """
      <li><h3 class="wide">\(titleLink(listed, root: root))</h3>\
      <p class="note wide">\(linkedByline(listed, root: root))</p>\(themes)</li>

      """
  }
  return "<ol class=\"arts\">\n\(items)</ol>"
}

/// What happened to one fact, in one line.
func factLine(_ change: FactChange) -> HTML {
  let was = change.a.map { "<del class=\"f\">\($0.text)</del>" as HTML }
  let new = change.b.map { "<ins class=\"f\">\($0.text)</ins>" as HTML }
  return [was, new].compactMap { $0 }.joined(" → ")
}

/// Comparisons with their verdicts and most telling facts.
func comparisonList(_ comparisons: [ListedComparison], root: String = "") -> HTML {
  let items = comparisons.map { item -> HTML in
    let title = item.b.document.title ?? item.b.document.address
    let about: String
    switch item.reason {
    case .version:
      let days = [item.captured.a, item.captured.b].map { $0.map(longDay) ?? "unknown day" }
      about =
        "\(item.b.document.publisher ?? "no publisher") · version \(item.number), "
        + "captured \(days[1]), before that \(days[0]) · "
        + (item.modified.map { "the page says it was changed on \(longDay($0))" }
          ?? "the page names no day of change")
    case .variant:
      about =
        "\(item.b.document.publisher ?? "no publisher"), after “"
        + "\(item.a.document.title ?? item.a.document.address)” at "
        + "\(item.a.document.publisher ?? "another address")"
    }
    let counts: HTML =
      item.factCount == 0
      ? Mark.good("no fact differs")
      : Mark.changed(counted(item.factCount, "fact") + " not the same")
    let facts = item.facts.map(factLine)
    let line: HTML =
      facts.isEmpty ? "" : "<p class=\"kw wide\">\(facts.joined(" · "))</p>"
    return """
      <li><h3 class="wide"><a href="\(root + item.page)">\(title)</a></h3>\
      <p class="note wide">\(about)</p>\
      <p>\(tied(item.verdict.sentence)) \(counts)</p>\(line)</li>

      """
  }
  return "<ol class=\"arts\">\n\(items)</ol>"
}

/// Themes with their course, share and state.
func themeTable(_ themes: [ListedTheme], caption: String, root: String = "") -> HTML {
  let rows = themes.map { theme -> HTML in
    let series = theme.series
    let last = series.points.last { $0.complete && $0.total > 0 }
    let share: HTML =
      last.map { point in
        """
        \(percent(point.share)) <span class="soft nb">(\(fixed(point.low * 100, 1)) – \
        \(fixed(point.high * 100, 1)))</span>
        """
      } ?? "–"
    let state: HTML =
      theme.burst.map {
        Mark.changed("burst") + " <span class=\"soft nb\">since \(shortDay($0.start))</span>"
      } ?? "<span class=\"soft\">usual</span>"
    let first: HTML = theme.readFirst.map { titleLink($0, root: root) } ?? "–"
    return """
      <tr><th scope="row"><a href="\(root + theme.page)">\(series.name)</a></th>\
      <td class="mid">\(sparkline(series))</td>\
      <td class="num" data-l="Articles">\(grouped(theme.documents))</td>\
      <td class="num" data-l="New">\(grouped(theme.newDocuments))</td>\
      <td class="num" data-l="Share (95\(noBreak)% interval)">\(share)</td>\
      <td data-l="State" class="state">\(state)</td>\
      <td data-l="Read first" class="wide">\(first)</td></tr>

      """
  }
  return """
    <table class="stack"><caption>\(caption)</caption>
    <thead><tr><th scope="col">Theme</th><th scope="col">Last buckets</th>\
    <th scope="col" class="num">Articles</th><th scope="col" class="num">New</th>\
    <th scope="col" class="num">Share (95\(noBreak)% interval)</th><th scope="col">State</th>\
    <th scope="col" style="width:24%">Read first</th></tr></thead><tbody>
    \(rows)</tbody></table>
    """
}

/// Themes whose newest share is furthest above the one before, with both.
func riseTable(_ themes: [ListedTheme]) -> HTML {
  let rows = themes.compactMap { theme -> HTML? in
    guard let rise = theme.rise else { return nil }
    let first: HTML = theme.readFirst.map { titleLink($0) } ?? "–"
    return """
      <tr><th scope="row"><a href="\(theme.page)">\(theme.series.name)</a></th>\
      <td class="mid">\(sparkline(theme.series))</td>\
      <td class="num" data-l="Newest">\(grouped(rise.recent.documents)) of \
      \(grouped(rise.recent.total)) · \(rise.share(rise.recent))</td>\
      <td class="num" data-l="Before">\(grouped(rise.before.documents)) of \
      \(grouped(rise.before.total)) · \(rise.share(rise.before))</td>\
      <td class="num" data-l="Points (95\(noBreak)% interval)">\(rise.points(rise.difference)) \
      <span class="soft nb">(\(rise.points(rise.low)) to \(rise.points(rise.high)))</span></td>\
      <td data-l="Read first" class="wide">\(first)</td></tr>

      """
  }
  guard let rise = themes.first?.rise else { return HTML() }
  return """
    <table class="stack"><caption>Newest: \(longDay(rise.start)) to \(longDay(rise.end)). Where the \
    interval does not include 0, chance is an unlikely cause.</caption>
    <thead><tr><th scope="col">Theme</th><th scope="col">Last buckets</th>\
    <th scope="col" class="num">Newest</th><th scope="col" class="num">Before</th>\
    <th scope="col" class="num">Points (95\(noBreak)% interval)</th>\
    <th scope="col" style="width:24%">Read first</th></tr></thead><tbody>
    \(rows)</tbody></table>
    """
}
