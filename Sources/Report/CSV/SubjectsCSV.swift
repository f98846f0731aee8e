import Model

/// What marks one part of a corpus as comma-separated values with a header, one row for each word.
public func keynessCSV(_ report: KeynessReport) -> String {
  var out =
    "name,a,b,countA,countB,wordsA,wordsB,documentsA,documentsB,logLikelihood,dunning,logRatio\n"
  let sides = "\(csvField(report.a.label)),\(csvField(report.b.label))"
  for row in report.rows {
    out += "\(csvField(row.name)),\(sides),\(row.counts.a),\(row.counts.b),\(report.a.words),"
    out += "\(report.b.words),\(row.documents.a),\(row.documents.b),"
    out +=
      "\(significant(row.logLikelihood)),\(significant(row.dunning)),\(significant(row.logRatio))\n"
  }
  return out
}

/// Counted subjects as comma-separated values with a header.
public func subjectsCSV(_ subjects: [CountedSubject]) -> String {
  var out = "kind,id,name,type,documents,mentions\n"
  for counted in subjects { out += "\(columns(counted))\n" }
  return out
}

/// What is met together with a subject as comma-separated values with a header.
public func companionsCSV(_ report: CompanionReport) -> String {
  var out =
    "kind,id,name,type,documents,mentions,both,npmi,earlier,later,difference,low,high\n"
  for item in report.companions {
    out += "\(columns(item.counted)),\(item.both),\(significant(item.npmi)),"
    out += (item.earlier.map { "\(significant($0))" } ?? "") + ","
    out += (item.later.map { "\(significant($0))" } ?? "") + ","
    out += (item.change.map { "\($0.difference),\($0.low),\($0.high)" } ?? ",,") + "\n"
  }
  return out
}

private func columns(_ counted: CountedSubject) -> String {
  [
    counted.subject.kind.rawValue, counted.subject.id, counted.name, counted.type?.rawValue ?? "",
    "\(counted.documents)", "\(counted.mentions)",
  ].map(csvField).joined(separator: ",")
}
