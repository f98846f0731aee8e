public import JSONLines
import Model
import Tagging
import Text

/// Stage `alias`: mentions of one document → which of them are one entity.
public struct AliasStage: WorkerStage {
  private let tagger: EntityTagger
  private var lexicon = Lexicon()

  /// A stage that loads its lists now.
  public init() throws { tagger = try EntityFiles.resolver() }

  /// The member `clusters`: one number for each mention, equal ones for one entity.
  public mutating func answer(_ input: JSONValue) throws(WorkerError) -> [JSONValue.Member] {
    guard case .array(let rows)? = input["sentences"] else {
      throw .missing("sentences", "a list of lists of strings")
    }
    guard case .array(let items)? = input["mentions"] else {
      throw .missing("mentions", "a list of lists")
    }
    var sentences: [[String]] = []
    for row in rows {
      guard case .array(let words) = row else {
        throw .missing("sentences", "a list of lists of strings")
      }
      sentences.append(words.map { $0.stringValue ?? "" })
    }
    var mentions: [AliasMention] = []
    for item in items {
      guard case .array(let parts) = item, parts.count >= 4, case .int(let sentence) = parts[0],
        case .int(let start) = parts[1], case .int(let end) = parts[2],
        let type = parts[3].stringValue
      else { throw .missing("mentions", "a list of [sentence, start, end, type]") }
      guard sentences.indices.contains(sentence), start >= 0, end > start,
        end <= sentences[sentence].count
      else { throw WorkerError("bad-input", "a mention lies outside the sentences") }
      let words = sentences[sentence]
      var first = start
      while first > 0, isCapital(words[first - 1]) { first -= 1 }
      mentions.append(
        AliasMention(
          words: Array(words[start..<end]), before: Array(words[first..<start]),
          after: following(words, end), type: type))
    }
    let clusters = tagger.clusters(of: mentions)
    return [.init("clusters", .array(clusters.map { .int($0) }))]
  }

  /// "of", perhaps "the", and the words with a capital after it.
  private func following(_ words: [String], _ end: Int) -> [String] {
    guard end + 1 < words.count, words[end] == "of" || words[end] == "for" else { return [] }
    var last = end + 1
    if words[last] == "the" { last += 1 }
    let first = last
    while last < words.count, isCapital(words[last]) { last += 1 }
    return last > first ? Array(words[end..<last]) : []
  }

  private func isCapital(_ word: String) -> Bool {
    word.unicodeScalars.first?.properties.isUppercase ?? false
  }
}
