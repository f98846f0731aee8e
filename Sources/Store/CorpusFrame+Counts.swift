public import Model

extension CorpusFrame {
  /// Which versions belong to a selection, and on which day each counts.
  struct Choice {
    private let frame: CorpusFrame
    private let selection: Selection
    private let publisher: UInt32?
    private let language: UInt32?
    private let firstDay: Int
    private let endDay: Int
    private let wanted: UInt8
    private let unwanted: UInt8

    init(_ frame: CorpusFrame, _ selection: Selection) {
      self.frame = frame
      self.selection = selection
      func index(_ name: String?, _ names: [String]) -> UInt32? {
        name.map { wanted in UInt32(names.firstIndex(of: wanted) ?? Int(CorpusFrame.undated)) }
      }
      publisher = index(selection.publisher, frame.publishers)
      language = index(selection.language, frame.languages)
      firstDay = selection.from.map { day in frame.days.partition { $0 < day } } ?? 0
      endDay = selection.to.map { day in frame.days.partition { $0 <= day } } ?? frame.days.count
      wanted = selection.countsVersions ? CorpusFrame.isKnown : CorpusFrame.isNewest
      unwanted = selection.countsCopies ? 0 : CorpusFrame.isCopy
    }

    /// The index of the day on which `version` counts; nil when it does not, or has no day.
    func day(of version: Int) -> Int? {
      guard isChosen(version) else { return nil }
      let day = selection.countsVersions ? frame.versionDays[version] : frame.documentDays[version]
      guard day != CorpusFrame.undated, Int(day) >= firstDay, Int(day) < endDay else { return nil }
      return Int(day)
    }

    /// Whether `version` belongs to the selection; a day is asked for only where it names days.
    func holds(_ version: Int) -> Bool {
      guard selection.from == nil, selection.to == nil else { return day(of: version) != nil }
      return isChosen(version)
    }

    /// Whether `version` counts, days aside.
    func isChosen(_ version: Int) -> Bool {
      guard version >= 0, version < frame.flags.count else { return false }
      let flags = frame.flags[version]
      guard flags & wanted != 0, flags & unwanted == 0 else { return false }
      if let publisher, frame.publisherOf[version] != publisher { return false }
      if let language, frame.languageOf[version] != language { return false }
      return true
    }
  }

  /// Documents and mentions of `postings` per day, oldest first, with the totals of the day.
  ///
  /// Every day with a document of the selection is present. O(versions + postings).
  public func dayCounts(of postings: [PostingList], in selection: Selection) -> [DayCount] {
    let choice = Choice(self, selection)
    var counts = days.map { DayCount(day: $0, documents: 0, mentions: 0, total: 0) }
    for version in flags.indices {
      guard let day = choice.day(of: version) else { continue }
      counts[day].total += 1
      counts[day].words += Int(words[version])
    }
    for list in postings {
      list.forEach { version, count in
        guard let day = choice.day(of: version) else { return }
        counts[day].documents += 1
        counts[day].mentions += count
      }
    }
    return counts.filter { $0.total > 0 }
  }

  /// The versions of `postings` that a selection holds, with their days and counts, in order.
  public func occurrences(of postings: [PostingList], in selection: Selection) -> [Occurrence] {
    let choice = Choice(self, selection)
    var found: [Occurrence] = []
    for list in postings {
      list.forEach { version, count in
        guard let day = choice.day(of: version) else { return }
        found.append(Occurrence(version: version, day: days[day], count: count))
      }
    }
    return found
  }

  /// Of each of `windows`, the occurrences in it with the most mentions, at most `limit`.
  ///
  /// One pass over the postings, whatever the number of windows; O(postings × windows of a day).
  public func heaviest(
    of postings: [PostingList], in selection: Selection, windows: [ClosedRange<Day>], limit: Int
  ) -> [[Occurrence]] {
    let choice = Choice(self, selection)
    var windowsOfDay = Array(repeating: [Int](), count: days.count)
    for (window, range) in windows.enumerated() {
      let first = days.partition { $0 < range.lowerBound }
      let end = days.partition { $0 <= range.upperBound }
      for day in first..<max(first, end) { windowsOfDay[day].append(window) }
    }
    var found = Array(repeating: [Occurrence](), count: windows.count)
    for list in postings {
      list.forEach { version, count in
        guard let day = choice.day(of: version) else { return }
        let occurrence = Occurrence(version: version, day: days[day], count: count)
        for window in windowsOfDay[day] {
          var place = found[window].count
          while place > 0, occurrence.isHeavier(than: found[window][place - 1]) { place -= 1 }
          guard place < limit else { continue }
          if found[window].count == limit { found[window].removeLast() }
          found[window].insert(occurrence, at: place)
        }
      }
    }
    return found
  }

  /// For each version whether it lies in `a` (1), only in `b` (2) or in neither (0), with the words and
  /// documents of both sides.
  public func sides(_ a: Selection, _ b: Selection) -> (
    side: [UInt8], words: (a: Int, b: Int), documents: (a: Int, b: Int)
  ) {
    let (inA, inB) = (Choice(self, a), Choice(self, b))
    var side = Array(repeating: UInt8(0), count: flags.count)
    var sums = (a: 0, b: 0)
    var documents = (a: 0, b: 0)
    for version in flags.indices {
      if inA.holds(version) {
        side[version] = 1
        sums.a += Int(words[version])
        documents.a += 1
      } else if inB.holds(version) {
        side[version] = 2
        sums.b += Int(words[version])
        documents.b += 1
      }
    }
    return (side, sums, documents)
  }

  /// For each version whether a selection holds it.
  public func held(by selection: Selection) -> [Bool] {
    let choice = Choice(self, selection)
    return flags.indices.map { choice.holds($0) }
  }

  /// For each version the day on which it counts, as days since 1970-01-01; nil for those without.
  public func chosenDays(_ selection: Selection) -> [Day?] {
    let choice = Choice(self, selection)
    return flags.indices.map { choice.day(of: $0).map { days[$0] } }
  }

  /// Dated documents of `postings` by publisher; publishers without any are missing.
  public func documentsByPublisher(_ postings: [PostingList], in selection: Selection)
    -> [String: Int]
  {
    let choice = Choice(self, selection)
    var counts = Array(repeating: 0, count: publishers.count)
    for list in postings {
      list.forEach { version, _ in
        if choice.day(of: version) != nil { counts[Int(publisherOf[version])] += 1 }
      }
    }
    let found = zip(publishers, counts).filter { $0.1 > 0 }
    return Dictionary(found.map { ($0.0, $0.1) }, uniquingKeysWith: +)
  }

  /// Dated documents by publisher, most first, then by name.
  public func publisherTotals(in selection: Selection) -> [(name: String, documents: Int)] {
    totals(publishers, \.publisherOf, selection)
  }

  /// Dated documents by language, most first, then by code.
  public func languageTotals(in selection: Selection) -> [(name: String, documents: Int)] {
    totals(languages, \.languageOf, selection)
  }

  private func totals(
    _ names: [String], _ column: KeyPath<CorpusFrame, [UInt32]>, _ selection: Selection
  ) -> [(name: String, documents: Int)] {
    let choice = Choice(self, selection)
    let values = self[keyPath: column]
    var counts = Array(repeating: 0, count: names.count)
    for version in flags.indices where choice.day(of: version) != nil {
      counts[Int(values[version])] += 1
    }
    return zip(names, counts).filter { $0.1 > 0 }.map { ($0.0, $0.1) }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }

  /// The days that a series shows when nobody says which, and documents that lie outside.
  ///
  /// Dates after `today` are a mistake of the page or an announcement, and dates before 1900 are so in
  /// a corpus that hardly has any (fewer than one in twenty); both are kept and counted, not shown.
  public func shownRange(today: Day?, in selection: Selection) -> (
    range: ClosedRange<Day>?, before: Int, after: Int
  ) {
    let choice = Choice(self, selection)
    var counts = Array(repeating: 0, count: days.count)
    for version in flags.indices {
      if let day = choice.day(of: version) { counts[day] += 1 }
    }
    let all = counts.reduce(0, +)
    let old = days.partition { $0.components.year < 1900 }
    let early = counts[..<old].reduce(0, +)
    let first = early * 20 < all ? old : 0
    let end = today.map { today in max(first, days.partition { $0 <= today }) } ?? days.count
    let shown = (first..<end).filter { counts[$0] > 0 }
    let range = shown.first.flatMap { a in shown.last.map { days[a]...days[$0] } }
    return (range, counts[..<first].reduce(0, +), counts[end...].reduce(0, +))
  }
}

/// A version in which something occurs.
public struct Occurrence: Hashable, Sendable {
  /// The number of the version.
  public var version: Int
  /// The day on which it counts.
  public var day: Day
  /// How often it occurs there.
  public var count: Int

  /// Whether it has more mentions, or as many and is newer or has the larger number.
  public func isHeavier(than other: Occurrence) -> Bool {
    (other.count, other.day, other.version) < (count, day, version)
  }
}

extension [Day] {
  /// The number of elements of a sorted array for which `isBefore` holds; they all come first.
  fileprivate func partition(_ isBefore: (Day) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
