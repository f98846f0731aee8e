import Foundation
import JSONLines
import Tagging
import Text

/// Finds what the texts of JSON Lines with `text` on standard input are about, and prints one line:
/// `topics` (the words of each theme), `themes` (with id, name, coherence and number of texts), and
/// how they follow from the themes of the run before.
///
/// `state` is the file that identifiers are kept in from run to run; without it each run counts from
/// one. Returns how many lines could not be used. Throws when the state cannot be read or written.
public func runDiscoverStream(count: Int, state: String?) throws -> Int {
  var memory = try ThemeStateFile.read(state)
  var reader = LineReader(descriptor: 0, maximumLine: 1 << 30)
  var rows: [String] = []
  var votes: [String: Int] = [:]
  var refused = 0
  while let line = reader.next() {
    switch textRow(line) {
    case .success(let row):
      votes[detectLanguage(row.text).code, default: 0] += row.text.utf8.count
      rows.append(row.text)
    case .failure: refused += 1
    }
  }
  var corpus = CorpusTerms(language: commonLanguage(votes))
  for row in rows { corpus.add(row) }
  rows = []
  let themes = discoverThemes(in: corpus, count: count)
  let change = memory.follow(themes)
  if let state { try ThemeStateFile.write(memory, to: state) }
  _ = writeAll(Array((answer(themes, change).line + "\n").utf8), to: 1)
  return refused
}

private func answer(_ themes: [DiscoveredTheme], _ change: ThemeMemory.Change) -> JSONValue {
  func strings(_ values: [String]) -> JSONValue { .array(values.map(JSONValue.string)) }
  return [
    "topics": .array(themes.map { strings($0.words.map(\.surface)) }),
    "themes": .array(
      zip(change.ids, themes).map { id, theme in
        [
          "id": .string(id), "name": .string(theme.name),
          "coherence": .double((theme.coherence * 10_000).rounded() / 10_000),
          "texts": .int(theme.texts),
        ]
      }),
    "splits": .array(
      change.splits.map { ["from": .string($0.from), "into": strings($0.into)] }),
    "merges": .array(
      change.merges.map { ["into": .string($0.into), "from": strings($0.from)] }),
    "ended": strings(change.ended),
  ]
}
