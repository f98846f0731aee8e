import Bytes
import Model

/// A date that readers see, or that an element marks for machines.
struct SeenDate {
  var found: Found<Day>
  /// The day with month and day of the month exchanged, when it could be meant as well.
  var swapped: Day?
  var role: DateRole
  /// Whether an element marks it as a date.
  var isMarked: Bool
  /// Steps from the heading, in lines; those above it count more.
  var place: Int
  /// The lower, the more likely.
  var cost: Int

  /// Lowers the confidence of a date that words say is of something else than publication.
  fileprivate mutating func noteRole() {
    switch role {
    case .published, .unlabelled: break
    case .updated:
      found.evidence.detail += " of a change"
      found.evidence.confidence = min(found.evidence.confidence, 400)
    case .other: found.evidence.confidence = min(found.evidence.confidence, 200)
    }
  }
}

/// Collects the dates of a page's elements and lines, the nearer to the heading the likelier.
struct SeenDateFinder {
  let arena: PageArena
  let outline: PageOutline
  /// The folded title.
  let title: [UInt8]
  let monthFirst: Bool

  /// All dates: those of elements in page order, then those of lines.
  func dates() -> [SeenDate] {
    let heading = headingBlock
    var found = elementDates(heading) + lineDates(heading)
    let clocks = clockDays()
    if !clocks.isEmpty { found.removeAll { clocks.contains($0.found.value) && !$0.isMarked } }
    // "02-12-2025" is the second of December when the page says elsewhere "December 2, 2025".
    let certain = Set(found.lazy.filter { $0.swapped == nil }.map(\.found.value))
    for index in found.indices {
      if let other = found[index].swapped, certain.contains(other),
        !certain.contains(found[index].found.value)
      {
        found[index].found.value = other
      }
    }
    for index in found.indices { found[index].noteRole() }
    return found
  }

  private func elementDates(_ heading: Int?) -> [SeenDate] {
    var dates: [SeenDate] = []
    for node in 0..<arena.count where arena.tags[node] != .text {
      let isTime = arena.tags[node] == .time
      let property = arena.attribute(.itemprop, of: node)?.lowercased()
      let isStated = property == "datepublished" || arena.attribute(.pubdate, of: node) != nil
      guard isStated || isTime || outline.labels[node].contains(.date), !isForeign(node)
      else { continue }
      let text = arena.innerText(of: node, limit: 200)
      guard text.utf8.count < 160 else { continue }
      let machine = arena.attribute(.datetime, of: node) ?? arena.attribute(.content, of: node)
      let line = Array(text.utf8)
      let place = distance(blockIndex(around: node), heading)
      func add(_ date: WrittenDate, _ role: DateRole) {
        let role = property == "datemodified" ? .updated : role
        var evidence = Evidence(.visible, "date line", confidence: 800)
        var base = place + 2
        if isStated, place < 80 {
          evidence = Evidence(.markup, "itemprop=datePublished")
          base = place / 4 - 1_000
        } else if isTime {
          evidence = Evidence(.markup, "time", confidence: 850)
          base = place
        }
        dates.append(
          SeenDate(
            found: Found(date.day, evidence), swapped: date.swapped, role: role,
            isMarked: isStated || isTime, place: place, cost: base + cost(of: role, place)))
      }
      let written = writtenDates(in: line, monthFirst: monthFirst, shortYears: true)
      if let machine, let date = machineDate(machine) {
        add(date, role(of: written.first?.range, in: line, at: node, day: date.day))
      } else {
        for date in written {
          add(date, role(of: date.range, in: line, at: node, day: date.day))
        }
      }
    }
    return dates
  }

  /// What an attribute for machines says, which is seldom ambiguous.
  private func machineDate(_ text: String) -> WrittenDate? {
    guard let day = Ingest.machineDate(text, monthFirst: monthFirst) else { return nil }
    return writtenDates(in: Array(text.utf8.prefix(80)), monthFirst: monthFirst).first {
      $0.day == day
    } ?? WrittenDate(day: day, range: 0..<0)
  }

  private func lineDates(_ heading: Int?) -> [SeenDate] {
    var dates: [SeenDate] = []
    for (index, block) in outline.blocks.enumerated()
    where !block.isComment && block.text.contains(where: { ASCII.isDigit($0) || $0 == 0xEF }) {
      let isNear = heading.map { index >= $0 - 3 && index < $0 + 8 } ?? false
      let statement = DateRole.statement(in: block.text)
      // A dateline may open the first paragraph.
      let isLong = block.text.count >= 120
      guard !isLong || isNear || statement != nil else { continue }
      let start = statement ?? 0
      let line = Array(block.text[start...].prefix(isLong ? 60 : 120))
      if line.span.containsIgnoringCase("©") || line.span.containsIgnoringCase("copyright") {
        continue
      }
      let place = distance(index, heading)
      let base =
        place + (block.isPruned ? 60 : 0) + (line.count >= 60 && statement == nil ? 20 : 0) + 14
      let written = writtenDates(
        in: line, monthFirst: monthFirst, shortYears: isNear && !isLong)
      for (number, date) in written.enumerated() {
        let role = role(of: date.range, in: line, at: block.node, day: date.day)
        let isStatement = statement != nil && number == 0
        dates.append(
          SeenDate(
            found: Found(date.day, Evidence(.visible, "line of text", confidence: 600)),
            swapped: date.swapped, role: isStatement ? .published : role, isMarked: false,
            place: place, cost: isStatement ? min(base, 30) - 30 : base + cost(of: role, place)))
      }
      if written.isEmpty, isNear, let day = writtenMonth(in: line) {
        dates.append(
          SeenDate(
            found: Found(day, Evidence(.visible, "month alone; its first day", confidence: 300)),
            role: .unlabelled, isMarked: false, place: place, cost: base + 40))
      }
    }
    return dates
  }

  // MARK: Roles

  private func cost(of role: DateRole, _ place: Int) -> Int {
    switch role {
    case .published: -10
    case .unlabelled: 0
    case .updated: 60
    case .other: 100
    }
  }

  /// The role of a date by the words of its line, or of the lines that hold this one.
  private func role(of range: Range<Int>?, in line: [UInt8], at node: Int, day: Day) -> DateRole {
    if let range {
      let role = role(of: range, in: line)
      if role != .unlabelled { return role }
    }
    var at = node
    for _ in 0..<2 {
      at = at > 0 ? Int(arena.parents[at]) : -1
      guard at > 0, line.count < 60 else { break }
      let around = Array(arena.innerText(of: at, limit: 200).utf8)
      guard around.count < 160 else { break }
      let dates = writtenDates(in: around, monthFirst: monthFirst, shortYears: true)
      guard let same = dates.first(where: { $0.day == day }) else {
        if range == nil { return DateRole(before: around[...]) }
        continue
      }
      let role = role(of: same.range, in: around)
      if role != .unlabelled { return role }
    }
    return .unlabelled
  }

  private func role(of range: Range<Int>, in line: [UInt8]) -> DateRole {
    let before = writtenDates(in: Array(line[..<range.lowerBound]), monthFirst: monthFirst).last
    let role = DateRole(before: line[(before?.range.upperBound ?? 0)..<range.lowerBound])
    return role == .unlabelled ? DateRole(after: line[range.upperBound...]) : role
  }

  // MARK: Places

  private func distance(_ block: Int, _ heading: Int?) -> Int {
    guard let heading else { return block }
    return block >= heading ? min(block - heading, 400) : min(2 * (heading - block) + 4, 400)
  }

  private func isForeign(_ node: Int) -> Bool {
    func isOther(_ at: Int) -> Bool {
      outline.labels[at].contains(.comments) && arena.tags[at] != .body
        && arena.tags[at] != .article
        || arena.tags[at] == .nav
    }
    return isOther(node) || arena.ancestor(of: node, where: isOther) != nil
  }

  /// The days that elements show as the day of the visit, as mastheads do.
  private func clockDays() -> Set<Day> {
    var days: Set<Day> = []
    for node in 0..<arena.count where outline.labels[node].contains(.clock) {
      let text = Array(arena.innerText(of: node, limit: 200).utf8)
      guard text.count < 120 else { continue }
      for date in writtenDates(in: text, monthFirst: monthFirst) { days.insert(date.day) }
    }
    return days
  }

  private var headingBlock: Int? {
    outline.blocks.firstIndex {
      $0.level > 0 && (folded($0.text) == title || (title.isEmpty && $0.level == 1))
    } ?? outline.blocks.firstIndex { $0.level == 1 && !$0.isPruned }
  }

  private func blockIndex(around node: Int) -> Int {
    let own = outline.blocks(of: node)
    if !own.isEmpty { return own.lowerBound }
    // A piece of a line belongs to the block after those of the elements before it.
    for before in stride(from: node - 1, to: max(0, node - 60), by: -1)
    where Int(arena.ends[before]) <= node {
      let blocks = outline.blocks(of: before)
      if !blocks.isEmpty { return min(blocks.upperBound, outline.blocks.count - 1) }
    }
    guard let holder = arena.ancestor(of: node, where: { !outline.blocks(of: $0).isEmpty }) else {
      return 0
    }
    return outline.blocks(of: holder).lowerBound
  }
}
