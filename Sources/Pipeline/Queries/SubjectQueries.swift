public import Model
public import Report
import Store
import Timeline

/// What the store knows of subjects: how many documents speak of them, how they are written, with
/// what they are met.
public struct SubjectQuery: Sendable {
  /// Which part of the corpus is looked at; undated documents count unless it names days.
  public var selection = Selection()
  /// Only entities of this type.
  public var type: EntityType?
  /// The most subjects, documents or companions that are named.
  public var limit = 25
  /// The least number of documents that speak of both of two subjects.
  public var minimumBoth = 3

  /// A query over the whole corpus.
  public init() {}

  /// Subjects of a kind by the documents that speak of them, most first; values such as dates and
  /// amounts are left out unless their type is asked for.
  public func list(_ kind: Subject.Kind, store path: String?) throws -> [CountedSubject] {
    let store = try openStore(path)
    try store.frame().check([(selection.publisher, selection.language)])
    let found = try store.subjects(kind, in: selection, limit: .max)
    let wanted = found.lazy.filter { count in
      type.map { count.type == $0 } ?? !(count.type?.isValue ?? false)
    }
    return wanted.prefix(limit).map(counted)
  }

  /// What is met together with a subject: themes and entities, the strongest bond first.
  public func companions(
    of name: String, _ kind: Subject.Kind, store path: String?
  ) throws -> CompanionReport {
    let store = try openStore(path)
    return try companions(try store.found(kind, named: name), store, try store.frame())
  }

  /// One entity: how it is written, who names it, with what it is met.
  public func entity(_ name: String, store path: String?) throws -> EntityReport {
    let store = try openStore(path)
    let frame = try store.frame()
    let found = try store.found(.entity, named: name)
    let dated = frame.occurrences(of: found.postings, in: selection)
    let days = dated.map(\.day)
    let company = try companions(found, store, frame)
    var report = EntityReport(
      counted: company.counted, days: days.min().flatMap { a in days.max().map { (a, $0) } },
      forms: try store.forms(of: found, limit: limit),
      documents: try store.documents(of: dated, limit: limit), companions: company)
    let entity = try store.entity(named: found.subject.id)
    report.id = entity?.id
    report.names = entity?.names ?? []
    return report
  }

  private func counted(_ count: SubjectCount) -> CountedSubject {
    CountedSubject(
      subject: count.subject, name: count.name, type: count.type, documents: count.documents,
      mentions: count.mentions)
  }

  private func companions(
    _ found: FoundSubject, _ store: CorpusStore, _ frame: CorpusFrame
  ) throws -> CompanionReport {
    let parts = Halves(frame, found, selection)
    var bonds: [(subject: Subject, both: Counts, alone: Counts, mentions: Int)] = []
    for kind in [Subject.Kind.theme, .entity] {
      try store.forEachPosting(of: kind) { id, postings in
        guard !found.holds(Subject(kind, id)) else { return }
        var both = Counts()
        var alone = Counts()
        var mentions = 0
        for list in postings {
          list.forEach { version, count in
            guard let half = parts.half(version) else { return }
            alone.add(half)
            mentions += count
            if parts.speaks(version) { both.add(half) }
          }
        }
        if both.all >= minimumBoth { bonds.append((Subject(kind, id), both, alone, mentions)) }
      }
    }
    let scored = bonds.map { bond in
      (
        bond: bond,
        npmi: npmi(
          both: bond.both.all, a: parts.subject.all, b: bond.alone.all, of: parts.corpus.all)
      )
    }.sorted {
      ($1.npmi, $1.bond.both.all, $0.bond.subject) < ($0.npmi, $0.bond.both.all, $1.bond.subject)
    }
    var shown: [CompanionSubject] = []
    for (bond, npmi) in scored where shown.count < limit {
      guard let known = try store.name(of: bond.subject), !(known.type?.isValue ?? false) else {
        continue
      }
      let own = CountedSubject(
        subject: bond.subject, name: known.name, type: known.type, documents: bond.alone.all,
        mentions: bond.mentions)
      shown.append(parts.companion(own, bond.both, bond.alone, npmi))
    }
    let own = CountedSubject(
      subject: found.subject, name: found.name,
      type: try store.name(of: found.subject)?.type, documents: parts.subject.all,
      mentions: parts.mentions)
    return CompanionReport(counted: own, middle: parts.middle, companions: shown)
  }
}

/// Documents of the earlier and the later half, and of neither.
private struct Counts {
  var earlier = 0
  var later = 0
  var undated = 0
  var all: Int { earlier + later + undated }

  mutating func add(_ half: Halves.Half) {
    switch half {
    case .earlier: earlier += 1
    case .later: later += 1
    case .undated: undated += 1
    }
  }
}

/// A corpus parted where half of a subject's dated documents lie before.
private struct Halves {
  enum Half { case earlier, later, undated }

  /// The first day of the later half; nil without dated documents.
  let middle: Day?
  /// All documents, and those that speak of the subject.
  private(set) var corpus = Counts()
  private(set) var subject = Counts()
  private(set) var mentions = 0
  private let halves: [Half?]
  private var isSpeaking: [Bool]

  init(_ frame: CorpusFrame, _ found: FoundSubject, _ selection: Selection) {
    let days = frame.occurrences(of: found.postings, in: selection).map(\.day).sorted()
    let middle = days.isEmpty ? nil : days[days.count / 2]
    self.middle = middle
    halves = zip(frame.held(by: selection), frame.chosenDays(selection)).map { isHeld, day in
      guard isHeld else { return nil }
      guard let day, let middle else { return .undated }
      return day < middle ? .earlier : .later
    }
    isSpeaking = Array(repeating: false, count: halves.count)
    for half in halves { if let half { corpus.add(half) } }
    for list in found.postings {
      var hits: [(Int, Int)] = []
      list.forEach { hits.append(($0, $1)) }
      for (version, count) in hits {
        guard version < halves.count, let half = halves[version] else { continue }
        isSpeaking[version] = true
        subject.add(half)
        mentions += count
      }
    }
  }

  func half(_ version: Int) -> Half? { version < halves.count ? halves[version] : nil }
  func speaks(_ version: Int) -> Bool { isSpeaking[version] }

  func companion(
    _ counted: CountedSubject, _ both: Counts, _ alone: Counts, _ bond: Double
  ) -> CompanionSubject {
    var companion = CompanionSubject(counted: counted, both: both.all, npmi: bond)
    guard subject.earlier > 0, subject.later > 0 else { return companion }
    companion.earlier = npmi(
      both: both.earlier, a: subject.earlier, b: alone.earlier, of: corpus.earlier)
    companion.later = npmi(both: both.later, a: subject.later, b: alone.later, of: corpus.later)
    let (x, y) = ((both.later, subject.later), (both.earlier, subject.earlier))
    let interval = newcombeInterval(x, y)
    companion.change = ShareDifference(
      start: nil, difference: Double(x.0) / Double(x.1) - Double(y.0) / Double(y.1),
      low: interval.low, high: interval.high)
    return companion
  }
}

extension EntityType {
  /// Whether it is a value and not a name.
  var isValue: Bool {
    switch self {
    case .date, .money, .percent, .number: true
    default: false
    }
  }
}

extension CorpusStore {
  /// How the texts write a subject, the most frequent form first; at most a thousand documents are
  /// looked at for each of its names.
  func forms(of found: FoundSubject, limit: Int) throws -> [EntityReport.Form] {
    var counts: [String: Int] = [:]
    for subject in [found.subject] + found.others.sorted() {
      for place in try places(of: subject, limit: 1000) {
        let bytes = Array(place.passage.utf8)
        guard place.utf8.upperBound <= bytes.count, place.utf8.lowerBound >= 0 else { continue }
        counts[String(decoding: bytes[place.utf8], as: UTF8.self), default: 0] += 1
      }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit)
      .map { EntityReport.Form(text: $0.key, mentions: $0.value) }
  }
}
