import Model

/// What marks one part of a corpus, for the terminal.
public func keynessText(_ report: KeynessReport, width: Int, isColoured: Bool) -> String {
  let style = TerminalStyle(isColoured: isColoured)
  var out = ""
  for (name, side) in [("A", report.a), ("B", report.b)] {
    out +=
      "\(name)  \(clean(side.label)): \(counted(side.documents, "article")), "
      + "\(counted(side.words, "word"))\n"
  }
  for (side, marks) in [("A", true), ("B", false)] {
    let rows = report.rows.filter { ($0.logRatio > 0) == marks }
    out += "\n" + style.bold("What marks \(side)") + "\n"
    guard !rows.isEmpty else {
      out += "Nothing that chance would not explain.\n"
      continue
    }
    let cells = rows.map { row in
      [
        cut(clean(row.name), 32), grouped(row.counts.a), grouped(row.counts.b),
        fixed(rate(row.counts.a, report.a.words), 1), fixed(rate(row.counts.b, report.b.words), 1),
        fixed(row.logLikelihood, 1), fixed(row.logRatio, 2),
        "\(grouped(row.documents.a))/\(grouped(row.documents.b))",
      ]
    }
    out += columns(
      ["", "in A", "in B", "A/million", "B/million", "LL", "log ratio", "articles"], cells)
  }
  return out
    + "\n"
    + wrapped(
      "LL: log-likelihood (Rayson), above 15.13 where chance has less than one in ten thousand. Log "
        + "ratio: each step of 1 is twice as often.", width: width, indent: 0)
}

private func rate(_ count: Int, _ words: Int) -> Double {
  words > 0 ? Double(count) * 1_000_000 / Double(words) : 0
}

/// Counted subjects for the terminal.
public func subjectsText(_ subjects: [CountedSubject]) -> String {
  columns(
    ["", "articles", "mentions", ""],
    subjects.map {
      [
        cut(clean($0.name), 40), grouped($0.documents), grouped($0.mentions),
        $0.type.map(typeName) ?? $0.subject.id,
      ]
    })
}

/// What is met together with a subject, for the terminal.
public func companionsText(_ report: CompanionReport, width: Int, isColoured: Bool) -> String {
  let style = TerminalStyle(isColoured: isColoured)
  var out = style.bold("Together with \(clean(report.counted.name))")
  out += ": \(counted(report.counted.documents, "article"))\n"
  guard !report.companions.isEmpty else { return out + "Nothing is met with it often enough.\n" }
  out += columns(
    ["", "both", "of", "NPMI", "earlier", "later", "change of share"],
    report.companions.map { item in
      [
        cut(clean(item.counted.name), 40), grouped(item.both), grouped(item.counted.documents),
        fixed(item.npmi, 2), item.earlier.map { fixed($0, 2) } ?? "–",
        item.later.map { fixed($0, 2) } ?? "–", item.change.map(changeText) ?? "–",
      ]
    })
  let halves = report.middle.map { " Earlier and later: before \($0) and from it on." } ?? ""
  return out
    + "\n"
    + wrapped(
      "NPMI: 0 where both meet by chance, 1 where they never part.\(halves) Change of share: points "
        + "of a per cent with the 95\(noBreak)% interval (Newcombe); * where it is not chance.",
      width: width, indent: 0)
}

private func changeText(_ change: ShareDifference) -> String {
  let mark = change.low > 0 || change.high < 0 ? " *" : ""
  return
    "\(fixed(change.difference * 100, 1)) (\(fixed(change.low * 100, 1)) to \(fixed(change.high * 100, 1)))\(mark)"
}

/// One entity for the terminal.
public func entityText(_ report: EntityReport, width: Int, isColoured: Bool) -> String {
  let style = TerminalStyle(isColoured: isColoured)
  let entity = report.counted
  var out = style.bold(clean(entity.name)) + (entity.type.map { ", " + typeName($0) } ?? "")
  out += ": \(counted(entity.mentions, "mention")) in \(counted(entity.documents, "article"))"
  if let days = report.days { out += ", \(days.first) to \(days.last)" }
  out += "\n\nWritten: "
  out += report.forms.map { "\(clean($0.text)) (\($0.mentions))" }.joined(separator: ", ") + "\n\n"
  let reasons = report.names.filter { !$0.reason.isEmpty }
  for name in reasons { out += "  \(clean(name.name)): \(clean(name.reason))\n" }
  if !reasons.isEmpty { out += "\n" }
  for listed in report.documents {
    let document = listed.document
    let day = document.published.map { "\($0)" } ?? "undated   "
    out +=
      "  \(document.id.rawValue)  \(day)  \(cut(clean(document.title ?? document.address), width - 32))\n"
  }
  return out + "\n"
    + companionsText(report.companions, width: width, isColoured: isColoured)
}

/// Rows in columns; the first is set to the left, the others to the right.
private func columns(_ head: [String], _ rows: [[String]]) -> String {
  let all = [head] + rows
  let widths = head.indices.map { column in
    all.map { $0[column].unicodeScalars.count }.max() ?? 0
  }
  return all.map { row in
    row.indices.map { column in
      let text = row[column]
      let gap = String(repeating: " ", count: max(0, widths[column] - text.unicodeScalars.count))
      return column == 0 ? text + gap : gap + text
    }.joined(separator: "  ").trimmingEnd() + "\n"
  }.joined()
}

extension String {
  /// The text without blanks at its end.
  fileprivate func trimmingEnd() -> String {
    String(
      decoding: utf8.prefix(utf8.count - utf8.reversed().prefix { $0 == 0x20 }.count), as: UTF8.self
    )
  }
}
