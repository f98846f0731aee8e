import Grouping
import JSONLines
import Model
import Text

/// Reads JSON Lines with `id` and `text` from standard input; at its end answers each with `id` and
/// `group`, in the order of the input.
///
/// A line that cannot be used gives a line with an error object in its place.
public func runGroupStream() throws {
  var reader = LineReader(descriptor: 0, maximumLine: 1 << 30)
  var grouper = Grouper()
  var lexicon = Lexicon()
  var rows: [Result<String, WorkerError>] = []
  while let line = reader.next() {
    let row = textRow(line)
    rows.append(row.map(\.id))
    guard case .success(let input) = row else { continue }
    if lexicon.count > 1 << 20 { lexicon.removeAll() }
    let analyzed = analyze(input.text, lexicon: &lexicon)
    grouper.add(rowID(rows.count - 1), published: nil, analyzed: analyzed, lexicon: &lexicon)
  }
  var groups: [DocumentID: Int] = [:]
  for (number, group) in grouper.groups().enumerated() {
    for member in group.members { groups[member.document] = number }
  }
  var next = groups.values.max().map { $0 + 1 } ?? 0
  for (index, row) in rows.enumerated() {
    let answer: JSONValue
    switch row {
    case .success(let id):
      let number = groups[rowID(index)] ?? next
      if number == next { next += 1 }
      answer = ["id": .string(id), "group": .string("g\(number)")]
    case .failure(let error):
      answer = [
        "id": .null, "error": ["code": .string(error.code), "message": .string(error.message)],
      ]
    }
    guard writeAll(Array((answer.line + "\n").utf8), to: 1) else { return }
  }
}

/// The place of a row as an identifier whose order is that of the rows.
private func rowID(_ index: Int) -> DocumentID {
  let digits = String(index)
  return DocumentID(rawValue: String(repeating: "0", count: 10 - digits.utf8.count) + digits)
}
