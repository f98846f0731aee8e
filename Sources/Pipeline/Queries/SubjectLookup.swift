import Model
import Store
import Tagging
import Text

/// A subject with where it occurs.
struct FoundSubject {
  var subject: Subject
  var name: String
  var postings: [PostingList]
  /// The subjects of the other names of an entity.
  var others: Set<Subject> = []
  /// The words of a term, each in all forms that count as it.
  var words: [[String]] = []

  /// Whether a mention of `subject` speaks of it.
  func holds(_ subject: Subject) -> Bool { subject == self.subject || others.contains(subject) }
}

/// Texts of a corpus that one phrase may be looked for in.
private let maximumPhraseTexts = 200_000

extension CorpusStore {
  /// The subject of `kind` that goes by `name`; throws with the nearest names when there is none.
  ///
  /// A theme, name or keyword goes by its identifier or name, case aside, and accents too where no
  /// other has them. A term is any word; several words are a phrase, which is looked for in every text
  /// that holds all of them. A word that is typed without accents stands for those with accents too.
  func found(_ kind: Subject.Kind, named name: String) throws -> FoundSubject {
    if kind == .term { return try term(name) }
    if let found = try exactly(kind, name) { return found }
    let plain = unaccentedForm(name)
    for known in try subjectNames(kind) where unaccentedForm(known) == plain {
      if let found = try exactly(kind, known) { return found }
    }
    throw PipelineError(.nothingFound, try unknown(kind, name))
  }

  private func exactly(_ kind: Subject.Kind, _ name: String) throws -> FoundSubject? {
    if kind == .entity, let entity = try foundEntity(name) { return entity }
    guard let known = try subject(kind, named: name) else { return nil }
    return FoundSubject(
      subject: known.subject, name: known.name, postings: try postings(of: known.subject))
  }

  /// The entity that goes by `name`, under all its names; nil for values and for a store whose names
  /// were not put together yet.
  private func foundEntity(_ name: String) throws -> FoundSubject? {
    guard let entity = try entity(named: name), let main = entity.names.first else { return nil }
    var lists: [PostingList] = []
    for item in entity.names { lists += try postings(of: Subject(.entity, item.subject)) }
    return FoundSubject(
      subject: Subject(.entity, main.subject), name: entity.name,
      postings: entity.names.count == 1 ? lists : [summed(lists)],
      others: Set(entity.names.dropFirst().map { Subject(.entity, $0.subject) }))
  }

  private func term(_ name: String) throws -> FoundSubject {
    var lexicon = Lexicon()
    func words(_ language: String?) -> [String] {
      countedWords(in: name, language: language, lexicon: &lexicon).map {
        lexicon.string(of: $0.term)
      }
    }
    let plain = words(nil)
    guard !plain.isEmpty else {
      throw PipelineError(.usage, "\(name): has no letter or digit, so it is no term")
    }
    // Chinese and Japanese write no blanks: what is not a word there may be several.
    for language in [nil, "zh", "ja"] {
      let parts = language == nil ? plain : words(language)
      let words = try parts.map(forms)
      let subject = Subject(.term, parts.joined(separator: " "))
      if words.count == 1 {
        let lists = try words[0].flatMap { try postings(of: Subject(.term, $0)) }
        guard !lists.isEmpty else { continue }
        return FoundSubject(
          subject: subject, name: name, postings: words[0].count == 1 ? lists : [summed(lists)],
          words: words)
      } else if let list = try phrase(words, parts) {
        return FoundSubject(subject: subject, name: name, postings: [list], words: words)
      }
    }
    throw PipelineError(.nothingFound, try unknownTerm(name, plain))
  }

  /// The words that `word` stands for: without accents also those with them, and with accents that no
  /// text has, those with others or none.
  private func forms(of word: String) throws -> [String] {
    let plain = plainForm(of: word)
    if plain != nil, try !postings(of: Subject(.term, word)).isEmpty { return [word] }
    return [plain ?? word] + (try words(withPlainForm: plain ?? word))
  }

  /// Where words of these forms follow each other, as `typed`; nil when they never do.
  private func phrase(_ words: [[String]], _ typed: [String]) throws -> PostingList? {
    var common: Set<Int>?
    for forms in words {
      var versions: Set<Int> = []
      for list in try forms.flatMap({ try postings(of: Subject(.term, $0)) }) {
        list.forEach { version, _ in
          if common?.contains(version) ?? true { versions.insert(version) }
        }
      }
      common = versions
    }
    guard let common, !common.isEmpty else { return nil }
    guard common.count <= maximumPhraseTexts else {
      throw PipelineError(
        .usage,
        "\(typed.joined(separator: " ")): \(common.count) texts hold all of these words, too many to "
          + "look through. Name a rarer phrase.")
    }
    var lexicon = Lexicon()
    var list = PostingList()
    for version in common.sorted() {
      guard let stored = try self.version(numbered: version) else { continue }
      if lexicon.count > 1 << 20 { lexicon.removeAll() }
      let count = phrasePlaces(
        of: words, in: stored.version.text, stored.document.language, &lexicon
      )
      .count
      if count > 0 { list.append(version: version, count: count) }
    }
    return list.bytes.isEmpty ? nil : list
  }

  private func unknown(_ kind: Subject.Kind, _ name: String) throws -> String {
    let names = try subjectNames(kind)
    guard !names.isEmpty else {
      return "\(name): no document speaks of it: the store knows no \(kindName(kind)) at all. Run "
        + "`variorum nightly` first."
    }
    let taxonomy = kind == .theme ? try? loadTaxonomy(nil) : nil
    let themes = taxonomy?.themes.map(\.name) ?? []
    let near = nearest(name, among: Set(names + themes).sorted())
    let hint =
      near.isEmpty
      ? "The most frequent are: "
        + (try subjects(kind, limit: 8).map(\.name).joined(separator: ", "))
      : "Did you mean: " + near.joined(separator: ", ")
    let isTheme = taxonomy?.themes.contains { $0.id == name || $0.name == name } ?? false
    let what =
      isTheme
      ? "the taxonomy has this theme, but no document speaks of it"
      : "no document speaks of this \(kindName(kind))"
    return "\(name): \(what). \(hint). Any word can be counted with --term."
  }

  private func unknownTerm(_ name: String, _ words: [String]) throws -> String {
    let missing = try words.filter { word in
      try forms(of: word).allSatisfy { try postings(of: Subject(.term, $0)).isEmpty }
    }
    guard let word = missing.first else {
      return "\(name): all its words occur, but never one after the other"
    }
    let known = try self.words(beginningWith: String(word.prefix(2)), limit: 20_000)
    let near = nearest(word, among: known)
    let hint = near.isEmpty ? "" : ". Did you mean: \(near.joined(separator: ", "))"
    return "\(name): \(word) occurs in no text\(hint)"
  }
}

/// One list for all of `lists`, whose counts of one version are added up.
private func summed(_ lists: [PostingList]) -> PostingList {
  var counts: [Int: Int] = [:]
  for list in lists { list.forEach { version, count in counts[version, default: 0] += count } }
  var sum = PostingList()
  for (version, count) in counts.sorted(by: { $0.key < $1.key }) {
    sum.append(version: version, count: count)
  }
  return sum
}

/// What a kind of subject is called.
func kindName(_ kind: Subject.Kind) -> String {
  switch kind {
  case .theme: "theme"
  case .entity: "name"
  case .keyword: "keyword"
  case .term: "term"
  }
}

/// The places in `text` where words follow each other, each in one of its normal forms.
func phrasePlaces(
  of words: [[String]], in text: String, _ language: String?, _ lexicon: inout Lexicon
) -> [Range<Int>] {
  let wanted = words.map { forms in Set(forms.map { lexicon.intern($0) }) }
  let found = countedWords(in: text, language: language, lexicon: &lexicon)
  guard let first = wanted.first, found.count >= wanted.count else { return [] }
  var places: [Range<Int>] = []
  for start in 0...(found.count - wanted.count) where first.contains(found[start].term) {
    guard wanted.indices.allSatisfy({ wanted[$0].contains(found[start + $0].term) }) else {
      continue
    }
    places.append(found[start].utf8.lowerBound..<found[start + wanted.count - 1].utf8.upperBound)
  }
  return places
}

/// The names of `known` that look most like `name`, at most five, the nearest first.
///
/// A name that holds the other comes first; else it is the number of letters to change (Levenshtein),
/// at most a third of them. O(names × length²).
func nearest(_ name: String, among known: [String]) -> [String] {
  let wanted = Array(normalForm(name).utf8.prefix(64))
  guard wanted.count > 1 else { return [] }
  var scored: [(distance: Int, name: String)] = []
  for candidate in known {
    let other = Array(normalForm(candidate).utf8.prefix(64))
    if other.isEmpty { continue }
    if contains(other, wanted) || (other.count > 3 && contains(wanted, other)) {
      scored.append((0, candidate))
      continue
    }
    let limit = max(1, wanted.count / 3)
    guard abs(other.count - wanted.count) <= limit else { continue }
    let distance = changes(wanted, other)
    if distance <= limit { scored.append((distance, candidate)) }
  }
  scored.sort {
    ($0.distance, $0.name.utf8.count, $0.name) < ($1.distance, $1.name.utf8.count, $1.name)
  }
  return scored.prefix(5).map(\.name)
}

private func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
  guard part.count <= text.count else { return false }
  return (0...(text.count - part.count)).contains { start in
    text[start..<(start + part.count)].elementsEqual(part)
  }
}

private func changes(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var row = Array(0...b.count)
  for (i, x) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (k, y) in b.enumerated() {
      let above = row[k + 1]
      row[k + 1] = min(diagonal + (x == y ? 0 : 1), above + 1, row[k] + 1)
      diagonal = above
    }
  }
  return row[b.count]
}
