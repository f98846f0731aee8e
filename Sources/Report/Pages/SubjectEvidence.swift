import Model

/// The articles of a theme or name by bucket, with passages: what every point of its course leads to.
struct SubjectEvidence {
  let report: ThemeReport
  /// Articles of one bucket that are listed at most.
  private let listed = 200

  private var series: ThemeSeries { report.theme.series }

  /// The articles of one bucket, by its index; −1 holds those without a date and those outside of the
  /// series.
  private var byBucket: [(bucket: Int, documents: [ListedDocument])] {
    var groups: [Int: [ListedDocument]] = [:]
    for listed in report.documents {
      groups[bucket(of: listed.document.published), default: []].append(listed)
    }
    return groups.keys.sorted(by: >).map { ($0, groups[$0] ?? []) }
  }

  private func bucket(of day: Day?) -> Int {
    guard let day, let first = series.points.first?.start, first <= day else { return -1 }
    var low = 0
    var high = series.points.count
    while low < high {
      let middle = (low + high) / 2
      if series.points[middle].start <= day { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }

  private func anchor(_ point: SeriesPoint) -> String { "b\(point.start)" }

  /// The name of a bucket, linked to its articles where it has any.
  func link(_ point: SeriesPoint) -> HTML {
    let name = bucketName(point.start, series.bucket)
    return point.documents > 0 ? "<a href=\"#\(anchor(point))\">\(name)</a>" : "\(name)"
  }

  /// Links that lie over the chart, for the mouse; the keyboard has those of the table.
  var chartLinks: HTML {
    let links = series.points.map { point -> HTML in
      let counts = "\(grouped(point.documents)) of \(grouped(point.total))"
      let title = "\(bucketName(point.start, series.bucket)): \(counts)"
      return point.documents > 0
        ? "<a tabindex=\"-1\" href=\"#\(anchor(point))\" title=\"\(title)\"></a>"
        : "<a title=\"\(title)\"></a>"
    }
    return "<div class=\"pts\" aria-hidden=\"true\">\(links)</div>"
  }

  /// All articles, the newest bucket first; the first ones and those of a burst are open.
  var html: HTML {
    guard !report.documents.isEmpty else { return "<p class=\"note\">No article.</p>" }
    let quotations = Dictionary(grouping: report.passages) { $0.document.document.id }
    var open = 0
    let parts = byBucket.map { bucket, documents -> HTML in
      let point = bucket >= 0 ? series.points[bucket] : nil
      let isOpen = open < 8
      open += documents.count
      return part(point, documents, quotations, isOpen: isOpen)
    }
    return
      "<p class=\"note\">Words that speak of it are in bold; each passage leads to its place in "
      + "the document.</p>\n" + parts.joined("")
  }

  private func part(
    _ point: SeriesPoint?, _ documents: [ListedDocument],
    _ quotations: [DocumentID: [ThemeReport.Quotation]], isOpen: Bool
  ) -> HTML {
    let name = point.map { bucketName($0.start, series.bucket) } ?? "Not in the timeline"
    let counts =
      point.map { point -> HTML in
        let copies = documents.count - point.documents
        let more: HTML = copies > 0 ? ", \(counted(copies, "copy", "copies")) besides" : ""
        return "\(grouped(point.documents)) of \(counted(point.total, "article"))\(more)"
      } ?? "\(counted(documents.count, "article")) without a usable date"
    let items = documents.prefix(listed).map { document -> HTML in
      let words = (quotations[document.document.id] ?? []).map { quotation -> HTML in
        quote(quotation, in: document)
      }
      return """
        <li><h3 class="wide">\(titleLink(document, root: "../"))</h3>\
        <p class="note wide">\(linkedByline(document, root: "../"))</p>\(words)</li>

        """
    }
    let rest: HTML =
      documents.count > listed
      ? "<p class=\"note\">and \(grouped(documents.count - listed)) more in the JSON file</p>" : ""
    let place: HTML = point.map { " id=\"\(anchor($0))\"" } ?? ""
    let state: HTML = isOpen ? " open" : ""
    return """
      <details class="bk"\(state)><summary><b>\(name)</b> <span class="soft">\(counts)</span>\
      </summary><ol class="arts"\(place)>
      \(Array(items))</ol>\(rest)</details>

      """
  }

  private func quote(_ quotation: ThemeReport.Quotation, in document: ListedDocument) -> HTML {
    let bytes = Array(quotation.passage.utf8)
    let words = excerpt(bytes, around: quotation.utf8, within: 0..<bytes.count)
    let place: HTML =
      document.page.map {
        " <a class=\"note\" href=\"../\($0)#p\(quotation.index + 1)\">passage\(noBreak)\(quotation.index + 1)</a>"
      } ?? ""
    return "<p class=\"kw wide\">\(words)\(place)</p>"
  }
}
