import Model
import Text

/// Finds names by capitals and lists, where there is no trained model.
struct NameRules {
  let lists: EntityLists

  /// A name that was found: indices of tokens, and its type.
  struct Span {
    var tokens: Range<Int>
    var type: EntityType
  }

  /// The names of one sentence, in order.
  func names(
    _ view: TokenView, _ sentence: Range<Int>
  ) -> [Span] {
    var found: [Span] = []
    var i = sentence.lowerBound
    while i < sentence.upperBound {
      guard view.isCapital(i) else {
        i += 1
        continue
      }
      var end = i
      var k = i
      while k < sentence.upperBound {
        if view.isCapital(k) {
          k += 1
          end = k
        } else if k > i, k + 1 < sentence.upperBound, view.isJoiner(k), view.isCapital(k + 1) {
          k += 1
        } else {
          break
        }
      }
      add(view, i..<end, isFirst: i == sentence.lowerBound, to: &found)
      i = max(end, i + 1)
    }
    return found
  }

  private func add(_ view: TokenView, _ run: Range<Int>, isFirst: Bool, to found: inout [Span]) {
    var start = run.lowerBound
    let end = run.upperBound
    if isFirst, view.isCommon(start) { start += 1 }
    while start < end, view.kinds(start).contains(.title) || view.isLower(start) { start += 1 }
    guard start < end else { return }
    var i = start
    var rest = start
    while i < end {
      let listed = view.listed(i)
      if listed.length > 0, i + listed.length <= end, i == start || i + listed.length == end {
        if rest < i { addUnlisted(view, rest..<i, to: &found) }
        if let type = type(listed.kinds) {
          found.append(Span(tokens: i..<(i + listed.length), type: type))
        }
        i += listed.length
        rest = i
      } else {
        i += 1
      }
    }
    if rest < end { addUnlisted(view, rest..<end, to: &found) }
  }

  private func addUnlisted(_ view: TokenView, _ run: Range<Int>, to found: inout [Span]) {
    var start = run.lowerBound
    while start < run.upperBound, view.isLower(start) || view.kinds(start).contains(.title) {
      start += 1
    }
    guard start < run.upperBound else { return }
    let first = view.kinds(start)
    let last = view.kinds(run.upperBound - 1)
    let type: EntityType
    if last.contains(.lawHead), run.upperBound - start > 1 {
      type = .law
    } else if last.contains(.eventHead), run.upperBound - start > 1 {
      type = .event
    } else if last.contains(.locHead) || first.contains(.locOf), run.upperBound - start > 1 {
      type = .location
    } else if last.contains(.orgHead) || first.contains(.orgOf) {
      type = .organisation
    } else if last.contains(.gpeHead), run.upperBound - start > 1 {
      type = .geopolitical
    } else if first.contains(.given) || start > 0 && view.kinds(start - 1).contains(.title) {
      type = .person
    } else if view.isAcronym(start), run.upperBound - start == 1 {
      type = .organisation
    } else {
      type = run.upperBound - start == 2 ? .person : .organisation
    }
    found.append(Span(tokens: start..<run.upperBound, type: type))
  }

  private func type(_ kinds: EntityLists.Kinds) -> EntityType? {
    if kinds.contains(.country) || kinds.contains(.city) { return .geopolitical }
    if kinds.contains(.organisation) { return .organisation }
    if kinds.contains(.demonym) || kinds.contains(.group) { return .group }
    if kinds.contains(.region) { return .location }
    return nil
  }
}
