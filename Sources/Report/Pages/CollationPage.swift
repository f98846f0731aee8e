import Model

/// The page of a history or collation: the texts, what each step changed, the statements that differ.
public func collationPage(_ report: CollationReport) -> String {
  CollationPage(report: report).page
}

private struct CollationPage {
  let report: CollationReport
  /// Facts of a step that are listed at once.
  let shown = 12

  private var collation: Collation { report.collation }

  var page: String {
    let kicker =
      switch collation.mode {
      case .history: "History of a text"
      case .base: "Collation against a base"
      case .parallel: "Collation"
      }
    let frame = PageFrame(
      title: kicker, section: nil, asOf: "", kicker: kicker, headline: report.headline)
    let differing = collation.rows.filter { !$0.isConstant }
    let content: HTML = """
      \(section("texts", "The texts", texts))
      \(section("steps", stepsHeading, collation.steps.map(step).joined("")))
      \(section("statements", "Statements that differ: \(grouped(differing.count))", table(differing)))
      """
    let foot: HTML = """
      <p><b>Method.</b> Sentences are aligned by their words, their meaning and their order. \
      Sentences that are linked, or that several texts have word for word, are one statement; each \
      different wording of it has a letter.</p>
      """
    return frame.page(content, foot: foot)
  }

  private var stepsHeading: String {
    if case .history = collation.mode { return "What each version changed" }
    return "What sets them apart"
  }

  private var texts: HTML {
    let rows = collation.texts.enumerated().map { k, text -> HTML in
      let base: HTML = collation.mode == .base(k) ? " <b>(base)</b>" : ""
      return """
        <tr><th scope="row" class="num">\(k + 1)</th>\
        <td class="wide">\(text.metadata.title?.value ?? "Untitled")\(base)</td>\
        <td class="wide">\(report.labels[k])</td>\
        <td>\(text.metadata.published.map { shortDay($0.value) } ?? "undated")</td>\
        <td class="num">\(grouped(text.sentences.count))</td></tr>

        """
    }
    return """
      <div class="scroll" tabindex="0" role="group" aria-label="The texts"><table class="tight">
      <thead><tr><th scope="col" class="num">Number</th><th scope="col">Title</th>\
      <th scope="col">From</th><th scope="col">Published</th>\
      <th scope="col" class="num">Sentences</th></tr></thead><tbody>
      \(rows)</tbody></table></div>
      """
  }

  private func step(_ step: Collation.Step) -> HTML {
    let changes = step.result.changes
    let first = changes.prefix(shown).map(fact)
    let rest = changes.dropFirst(shown).map(fact)
    let more: HTML =
      rest.isEmpty
      ? ""
      : """
      <details><summary><b>\(counted(rest.count, "further fact")) of lower rank</b></summary>\
      <ul class="arts">\(rest)</ul></details>
      """
    let list: HTML = first.isEmpty ? "" : "<ul class=\"arts\">\(first)</ul>"
    return """
      <h3 id="s\(step.a + 1)-\(step.b + 1)">\(step.a + 1) → \(step.b + 1)</h3>
      <p class="wide">\(step.result.verdict.sentence)</p>
      \(list)\(more)

      """
  }

  private func fact(_ change: FactChange) -> HTML {
    let (kind, mark): (String, Mark) =
      switch change.kind {
      case .dropped: ("Dropped", .dropped)
      case .changed: ("Changed", .changed)
      case .added: ("Added", .added)
      }
    let was = change.a.map { "<del class=\"f\">\($0.text)</del>" as HTML }
    let new = change.b.map { "<ins class=\"f\">\($0.text)</ins>" as HTML }
    return """
      <li>\(mark(kind, factTypeName(change.type))) \
      <span class="wide">\([was, new].compactMap { $0 }.joined(" → "))</span></li>

      """
  }

  private func table(_ rows: [Collation.Row]) -> HTML {
    guard !rows.isEmpty else {
      return "<p class=\"note\">All texts have all statements in the same words.</p>"
    }
    let heads = collation.texts.indices.map { "<th scope=\"col\">\($0 + 1)</th>" as HTML }
    let body = rows.map { row -> HTML in
      let letters = row.readings.map {
        "<td>\(CollationReport.letter($0.wording))</td>" as HTML
      }
      let wordings = row.wordings.enumerated().map { number, wording -> HTML in
        "<p><b>\(CollationReport.letter(number))</b> \(wording)</p>"
      }
      let life = report.life(row)
      let note: HTML = life.isEmpty ? "" : "<p class=\"note\">\(capitalised(life)).</p>"
      return "<tr>\(letters)<td class=\"wide\">\(wordings)\(note)</td></tr>\n"
    }
    return """
      <p class="note">One letter for each text: the same letter, the same words; – where it has \
      none.</p>
      <div class="scroll" tabindex="0" role="group" aria-label="Statements that differ">\
      <table class="tight"><thead><tr>\(heads)<th scope="col">Wordings</th></tr></thead><tbody>
      \(body)</tbody></table></div>
      """
  }
}
