import Model

/// The page of a comparison: the finding, the facts, the flow of passages, the two texts.
public func comparisonPage(_ report: ComparisonReport) -> String {
  ComparisonPage(report).page
}

struct ComparisonPage {
  let report: ComparisonReport
  let passages: ComparedPassages
  /// Facts that are listed at once; the others follow in a part that is closed at first.
  let shown = 24

  init(_ report: ComparisonReport) {
    self.report = report
    passages = ComparedPassages(report.result)
  }

  private var result: ComparisonResult { report.result }

  var page: String {
    let frame = PageFrame(
      title: "\(sideTitle(result.a)) / \(sideTitle(result.b))",
      section: report.root == nil ? nil : .comparisons, root: report.root ?? "", asOf: report.asOf,
      kicker: "Comparison of two texts", headline: tied(result.verdict.sentence), lead: lead)
    let content: HTML = """
      <div class="pair">
      \(heading("A", result.a, passages.a, report.labelA, report.documentA))
      \(heading("B", result.b, passages.b, report.labelB, report.documentB))
      </div>
      \(keyNumbers(numbers))
      <div class="two">
      \(section("facts", "What a reader of B is not told, or told differently", facts))
      \(section("flow", "Which passage went where", flow))
      </div>
      \(section("texts", "The two texts, side by side", sideBySide))
      """
    return frame.page(content, foot: foot)
  }

  private func sideTitle(_ text: ComparedText) -> String {
    text.metadata.title?.value ?? "Untitled"
  }

  private var lead: String {
    let scores = result.scores
    guard result.verdict.kind != .identical, !result.a.sentences.isEmpty,
      !result.b.sentences.isEmpty
    else { return "" }
    return
      "Of B’s \(counted(result.b.sentences.count, "sentence")), \(percent(scores.kept, decimals: 0))"
      + " are kept or lightly changed, \(percent(scores.reworded, decimals: 0)) reworded and "
      + "\(percent(scores.new, decimals: 0)) new; \(percent(scores.dropped, decimals: 0)) of A’s "
      + "\(counted(result.a.sentences.count, "sentence")) have no counterpart in B."
  }

  private func heading(
    _ letter: String, _ text: ComparedText, _ side: ComparedPassages.Side, _ label: String,
    _ document: String?
  ) -> HTML {
    let title = sideTitle(text)
    let linked: HTML =
      if let document, let root = report.root {
        "<a href=\"\(root + document)\">\(title)</a>"
      } else { HTML(text: title) }
    let authors = text.metadata.authors.map(\.value).listed()
    let parts = [
      label, authors,
      text.metadata.published.map { "published " + longDay($0.value) } ?? "undated",
      counted(side.wordCount, "word"), counted(side.passages.count, "passage"),
    ].filter { !$0.isEmpty }
    return """
      <div><p class="ttl wide"><span class="ab">\(letter)</span>\(linked)</p>\
      <p class="note wide">\(parts.joined(separator: " · "))</p></div>
      """
  }

  private var numbers: [KeyNumber] {
    let a = passages.a.wordCount
    let b = passages.b.wordCount
    let alignment = result.alignment
    let verbatim = alignment.labelsB.filter { $0 == .verbatim }.count
    let by = FactChange.Kind.allCases.map { kind in
      (kind.rawValue, result.changes.filter { $0.kind == kind }.count)
    }
    let change = a == 0 ? 0 : Double(b - a) / Double(a)
    let sign = b > a ? "+" : ""
    return [
      KeyNumber("words", sign + percent(change, decimals: 0), "\(grouped(a)) → \(grouped(b))"),
      KeyNumber(
        "sentences verbatim", "\(grouped(verbatim)) of \(grouped(result.b.sentences.count))",
        "longest shared run: \(counted(result.scores.longestRun, "word"))"),
      KeyNumber("sentences moved", grouped(alignment.movedB.count)),
      KeyNumber("dropped from A", grouped(alignment.droppedA.count), "sentences"),
      KeyNumber("new in B", grouped(alignment.newB.count), "sentences"),
      KeyNumber(
        "facts not the same", grouped(result.changes.count),
        by.map { "\(grouped($0.1)) \($0.0)" }.joined(separator: ", ")),
    ]
  }

  // MARK: Facts

  private var facts: HTML {
    let changes = result.changes
    guard !changes.isEmpty else {
      return "<p class=\"note\">No number, date, name, quotation or claim was found to differ.</p>"
    }
    func count(_ kind: FactChange.Kind) -> Int { changes.filter { $0.kind == kind }.count }
    let first = changes.indices.prefix(shown).map(fact)
    let rest = changes.indices.dropFirst(shown).map(fact)
    let more: HTML =
      rest.isEmpty
      ? ""
      : """
      <details><summary><b>\(counted(rest.count, "further fact")) of lower rank</b></summary>\
      <ol class="facts">\(rest)</ol></details>
      """
    return """
      <p class="note">Those that mislead most come first. Numbers recur beside the words in the \
      text.</p>
      <fieldset class="sw"><legend>Show</legend>\
      <label><input type="radio" name="f" id="f-all" checked>All \(changes.count)</label>\
      <label><input type="radio" name="f" id="f-del">Dropped \(count(.dropped))</label>\
      <label><input type="radio" name="f" id="f-chg">Changed \(count(.changed))</label>\
      <label><input type="radio" name="f" id="f-ins">Added \(count(.added))</label></fieldset>
      <ol class="facts">\(first)</ol>
      \(more)
      """
  }

  private func fact(_ index: Int) -> HTML {
    let change = result.changes[index]
    let (kind, mark, filter): (String, Mark, HTML) =
      switch change.kind {
      case .dropped: ("Dropped", .dropped, "d")
      case .changed: ("Changed", .changed, "c")
      case .added: ("Added", .added, "n")
      }
    let was = change.a.map { place -> HTML in
      change.kind == .dropped ? HTML(text: place.text) : "<del class=\"f\">\(place.text)</del>"
    }
    let new = change.b.map { place -> HTML in
      change.kind == .added ? HTML(text: place.text) : "<ins class=\"f\">\(place.text)</ins>"
    }
    let words = [was, new].compactMap { $0 }.joined(" → ")
    return """
      <li class="\(filter)" id="f\(index + 1)"><b>\(index + 1)</b>\
      \(mark(kind, factTypeName(change.type)))<div><p class="wide">\(words)</p>\(context(change))\
      </div>\(place(change, index))</li>

      """
  }

  /// The sentence around a dropped or added fact, so that it can be judged without scrolling.
  private func context(_ change: FactChange) -> HTML {
    let (side, place): (ComparedPassages.Side, FactChange.Place?) =
      change.kind == .added ? (passages.b, change.b) : (passages.a, change.a)
    guard let place,
      let sentence = side.sentences.first(where: {
        $0.lowerBound <= place.utf8.lowerBound && place.utf8.lowerBound < $0.upperBound
      }), sentence.count > place.utf8.count + 4
    else { return HTML() }
    return "<p class=\"wide\">\(excerpt(side, around: place.utf8, within: sentence))</p>"
  }

  private func place(_ change: FactChange, _ index: Int) -> HTML {
    let a = change.a.map { passages.a.passage(at: $0.utf8.lowerBound) }
    let b = change.b.map { passages.b.passage(at: $0.utf8.lowerBound) }
    let names = [a.map { "A\(noBreak)\($0 + 1)" }, b.map { "B\(noBreak)\($0 + 1)" }]
    let target: HTML = a.map { "a\($0 + 1)" } ?? b.map { "b\($0 + 1)" } ?? "texts"
    return """
      <a class="go" href="#\(target)">\(names.compactMap { $0 }.joined(separator: " → "))\
      <span class="vh">: go to fact \(index + 1) in the text</span></a>
      """
  }

  // MARK: Passages

  private var flow: HTML {
    """
    <p class="note">Bar height and ribbon width are words. \(Mark.dropped("Hatched stub")): \
    dropped. \(Mark.added("Checked stub")): new. \(Mark.moved("Dashed ribbon")): moved.</p>
    \(FlowChart(passages).html)
    """
  }

  private var sideBySide: HTML {
    """
    <p class="note">In A’s order. Thin marks: <del>words left out</del>, <ins>words put in</ins>. \
    Strong marks with a number: <del class="f">fact left out</del>, <ins class="f">fact put in\
    </ins>.</p>
    <fieldset class="sw"><legend>Mark</legend>\
    <label><input type="radio" name="m" id="m-all" checked>Facts and words</label>\
    <label><input type="radio" name="m" id="m-facts">Facts only</label></fieldset>
    \(PassageRows(result, passages).html)
    """
  }

  private var foot: HTML {
    let metadata = [("A", result.a), ("B", result.b)].map { letter, text -> HTML in
      let title = text.metadata.title.map { "title: " + evidenceName($0.evidence) }
      let date = text.metadata.published.map { "date: " + evidenceName($0.evidence) }
      let parts = [title ?? "title: not found", date ?? "date: not found"]
      return "<p><b>\(letter).</b> \(capitalised(parts.joined(separator: "; "))).</p>"
    }
    return """
      <p><b>Method.</b> Sentences are aligned by their words, their meaning and their order; a link \
      is verbatim, light, reworded, merged or split, and a sentence without one is dropped or new. \
      Facts are numbers, dates, names, amounts, quotations, hedges, denials and attributions of \
      linked sentences that do not agree. The verdict follows from these counts.</p>
      \(metadata)
      """
  }
}

/// The page word for a type of fact.
func factTypeName(_ type: FactChange.FactType) -> String {
  switch type {
  case .modality: "certainty"
  case .negation: "denial"
  case .money: "amount"
  default: type.rawValue
  }
}

/// Where a field was found, in words.
func evidenceName(_ evidence: Evidence) -> String {
  let place =
    switch evidence.source {
    case .given: "stated with the input"
    case .jsonLD: "structured data of the page"
    case .meta: "meta data of the page"
    case .markup: "markup of the page"
    case .visible: "visible text"
    case .url: "address of the page"
    case .feed: "feed"
    case .path: "name of the file or folder"
    case .warc: "archive record"
    case .derived: "worked out from other fields"
    }
  return evidence.detail.isEmpty ? place : "\(place) (\(evidence.detail))"
}

/// The words around `range`, at most about 70 bytes on each side, inside `limit`.
func excerpt(
  _ side: ComparedPassages.Side, around range: Range<Int>, within limit: Range<Int>
) -> HTML {
  excerpt(side.bytes, around: range, within: limit)
}

/// The words around `range` with `range` in bold, cut at spaces inside `limit`.
func excerpt(_ bytes: [UInt8], around range: Range<Int>, within limit: Range<Int>) -> HTML {
  let limit = limit.clamped(to: 0..<bytes.count)
  let range = range.clamped(to: limit)
  var start = max(limit.lowerBound, range.lowerBound - 70)
  while start > limit.lowerBound, bytes[start - 1] != 0x20 { start -= 1 }
  var end = min(limit.upperBound, range.upperBound + 70)
  while end < limit.upperBound, bytes[end] != 0x20 { end += 1 }
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
  let before = (start > limit.lowerBound ? "… " : "") + text(start..<range.lowerBound)
  let after = text(range.upperBound..<end) + (end < limit.upperBound ? " …" : "")
  return "\(before)<b>\(text(range))</b>\(after)"
}
