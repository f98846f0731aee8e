import JSONLines

/// A line of a whole-stream command.
struct TextRow {
  var id: String
  var title: String?
  var text: String
  /// The labels; nil where the line has no list of strings under that name.
  var labels: [String]?
}

/// The row that a line holds, or why it holds none.
func textRow(_ line: LineReader.Line) -> Result<TextRow, WorkerError> {
  guard case .bytes(let bytes) = line else {
    return .failure(WorkerError("line-too-long", "the line is longer than 1 GB"))
  }
  guard let input = try? parseJSON(bytes.span), case .object = input else {
    return .failure(WorkerError("not-json", "the line is not a JSON object"))
  }
  guard let id = input["id"]?.stringValue else { return .failure(.missing("id", "a string")) }
  guard let text = input["text"]?.stringValue else { return .failure(.missing("text", "a string")) }
  return .success(
    TextRow(
      id: id, title: input["title"]?.stringValue, text: text, labels: input["labels"]?.stringsValue
    ))
}

/// The language of most bytes, without script and region: one for all texts, so that a short one in
/// doubt has the stems of the others.
func commonLanguage(_ votes: [String: Int]) -> String {
  let language = votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? "und"
  return String(language.prefix { $0 != "-" })
}
