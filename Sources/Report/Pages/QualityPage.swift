public import Model

/// Something that leaves a document in doubt although it was taken.
public struct Doubt: Hashable, Sendable {
  /// The document.
  public var document: ListedDocument
  /// What is odd, in plain words.
  public var reason: String

  /// A doubt about `document`.
  public init(document: ListedDocument, reason: String) {
    self.document = document
    self.reason = reason
  }
}

/// Everything that the page on the quality of the data shows.
public struct QualityReport: Sendable {
  /// What the run did.
  public var run: Run
  /// Files of other forms that were passed over.
  public var passedOver: Int
  /// All documents of the store.
  public var documents: Int
  /// Documents without a date.
  public var undated: [ListedDocument]
  /// Documents that were taken and are in doubt.
  public var doubts: [Doubt]
  /// Each field with how many documents have it.
  public var fields: [(name: String, documents: Int)]
  /// Languages with their documents, most first; an empty code stands for none.
  public var languages: [(code: String, documents: Int)]
  /// As of when.
  public var asOf: String

  /// A report on the quality of the data.
  public init(
    run: Run, passedOver: Int, documents: Int, undated: [ListedDocument], doubts: [Doubt],
    fields: [(name: String, documents: Int)], languages: [(code: String, documents: Int)],
    asOf: String
  ) {
    self.run = run
    self.passedOver = passedOver
    self.documents = documents
    self.undated = undated
    self.doubts = doubts
    self.fields = fields
    self.languages = languages
    self.asOf = asOf
  }
}

/// The page on what a run read and what is doubtful about it.
public func qualityPage(_ report: QualityReport) -> String { QualityPage(report: report).page }

private struct QualityPage {
  let report: QualityReport
  /// Rows of a list at most.
  private let listed = 500
  private var run: Run { report.run }

  var page: String {
    let frame = PageFrame(
      title: "Data quality", section: .quality, asOf: report.asOf, kicker: "Run and data quality",
      headline: headline,
      lead:
        "What could not be read, what has no date and what looks odd, so that no number is taken "
        + "for more than it is.")
    let content: HTML = """
      \(keyNumbers(numbers))
      \(inputsBar(run))
      \(section("fa", "Failed: \(grouped(run.failures.count))", failures))
      \(section("un", "Undated: \(grouped(report.undated.count))", undated))
      \(section("do", "Doubtful: \(grouped(report.doubts.count))", doubts))
      <div class="two half">
      \(section("fi", "Fields", fields))
      \(section("la", "Languages", languages))
      </div>
      """
    return frame.page(
      content,
      foot: """
        <p>Failed inputs are read again on the next run and listed until they can be read. Undated \
        documents can be searched and compared and stand in no timeline.</p>
        <p>The same content as <a href="quality.json">JSON</a>.</p>
        """)
  }

  private var headline: String {
    let parts = [
      (run.failures.count, "input could not be read", "inputs could not be read"),
      (report.undated.count, "document is undated", "documents are undated"),
      (report.doubts.count, "is doubtful", "are doubtful"),
    ].filter { $0.0 > 0 }.map { "\(spelled($0.0)) \($0.0 == 1 ? $0.1 : $0.2)" }
    return parts.isEmpty
      ? "Everything could be read, everything is dated, nothing looks odd"
      : capitalised(parts.listed())
  }

  private var numbers: [KeyNumber] {
    [
      KeyNumber("inputs", grouped(run.inputs), "in \(run.corpus)"),
      KeyNumber("documents", grouped(report.documents), "in the store"),
      KeyNumber("seen again", grouped(run.seenAgain), "unchanged texts"),
      KeyNumber("failed", grouped(run.failures.count)),
      KeyNumber("skipped records", grouped(run.skipped), "such as requests"),
      KeyNumber("files passed over", grouped(report.passedOver), "of other forms"),
    ]
  }

  private var failures: HTML {
    guard !run.failures.isEmpty else { return "<p class=\"note\">Everything could be read.</p>" }
    return failureTable(run.failures, shown: listed)
  }

  private var undated: HTML {
    guard !report.undated.isEmpty else { return "<p class=\"note\">Every document is dated.</p>" }
    return undatedTable(report.undated, shown: listed)
  }

  private var doubts: HTML {
    guard !report.doubts.isEmpty else {
      return "<p class=\"note\">No document looks cut off, misread or out of place.</p>"
    }
    let rows = report.doubts.prefix(listed).map { doubt -> HTML in
      "<tr><td class=\"wide\">\(titleLink(doubt.document))</td><td class=\"wide\">\(doubt.reason)</td></tr>\n"
    }
    return """
      <table class="tight"><caption>Kept and counted; read with care.</caption><thead><tr>\
      <th scope="col">Document</th><th scope="col">What is odd</th></tr></thead><tbody>
      \(Array(rows))</tbody></table>\(rest(report.doubts.count))
      """
  }

  private var fields: HTML {
    let rows = report.fields.map { field -> HTML in
      let share = Double(field.documents) / Double(max(1, report.documents))
      return """
        <tr><th scope="row">\(field.name)</th><td class="num">\(grouped(field.documents)) of \
        \(grouped(report.documents))</td><td class="num nb">\(percent(share))</td></tr>

        """
    }
    return """
      <table class="tight"><caption>Documents in which the field was found</caption><tbody>
      \(rows)</tbody></table>
      """
  }

  private var languages: HTML {
    let rows = report.languages.map { language -> HTML in
      """
      <tr><th scope="row">\(language.code.isEmpty ? "unknown" : language.code)</th>\
      <td class="num">\(grouped(language.documents))</td></tr>

      """
    }
    return """
      <table class="tight"><caption>Documents by language, as ISO codes</caption><tbody>
      \(rows)</tbody></table>
      """
  }

  private func rest(_ count: Int) -> HTML {
    count > listed
      ? "<p class=\"note\">and \(grouped(count - listed)) more in <a href=\"quality.json\">quality.json</a></p>"
      : ""
  }
}

/// What became of the inputs of a run, in one bar.
func inputsBar(_ run: Run) -> HTML {
  countsBar(
    "Inputs of the run",
    [
      ("new", run.newDocuments, "data"),
      ("new versions", run.newVersions - run.newDocuments, "chg"),
      ("seen again", run.seenAgain, "bar"), ("failed", run.failures.count, "del"),
    ])
}

/// Failures with their reasons, the first `shown` of them.
func failureTable(_ failures: [Failure], shown: Int) -> HTML {
  let rows = failures.prefix(shown).map { failure -> HTML in
    "<tr><th scope=\"row\">\(failure.code)</th><td class=\"wide\">\(failure.message)</td></tr>\n"
  }
  let rest: HTML =
    failures.count > shown
    ? "<p class=\"note\">and \(grouped(failures.count - shown)) more on <a href=\"quality.html\">data quality</a></p>"
    : ""
  return """
    <table class="tight"><caption>Read again on the next run; listed until they can be read.\
    </caption><thead><tr><th scope="col">Kind</th><th scope="col">What and where</th></tr></thead>\
    <tbody>
    \(Array(rows))</tbody></table>\(rest)
    """
}

/// Documents without a date and why, the first `shown` of them.
func undatedTable(_ documents: [ListedDocument], shown: Int) -> HTML {
  let rows = documents.prefix(shown).map { listed -> HTML in
    """
    <tr><td class="wide">\(titleLink(listed))</td>\
    <td class="soft">\(listed.undatedReason ?? "no date found")</td></tr>

    """
  }
  let rest: HTML =
    documents.count > shown
    ? "<p class=\"note\">and \(grouped(documents.count - shown)) more on <a href=\"quality.html\">data quality</a></p>"
    : ""
  return """
    <table class="tight"><caption>Searchable, but in no timeline: a missing date is never replaced \
    by that of the run.</caption><thead><tr><th scope="col">Document</th><th scope="col">Why</th>\
    </tr></thead><tbody>
    \(Array(rows))</tbody></table>\(rest)
    """
}
