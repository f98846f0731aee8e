import Model

/// Writes a stretch of one side with its words and facts marked.
struct MarkedText {
  /// The element of the marks: `del` in A, `ins` in B.
  let element: HTML
  let side: ComparedPassages.Side
  /// Words that the other side does not have, ascending.
  let words: [Range<Int>]
  /// Facts of this side with their numbers in the list, ascending.
  let facts: [(range: Range<Int>, number: Int)]

  /// The text at `range`.
  func html(_ range: Range<Int>) -> HTML {
    var cuts: Set<Int> = [range.lowerBound, range.upperBound]
    func add(_ mark: Range<Int>) {
      guard mark.overlaps(range) else { return }
      cuts.insert(max(mark.lowerBound, range.lowerBound))
      cuts.insert(min(mark.upperBound, range.upperBound))
    }
    let words = self.words.filter { $0.overlaps(range) }
    let facts = self.facts.filter { $0.range.overlaps(range) }
    for mark in words { add(mark) }
    for fact in facts { add(fact.range) }
    let places = cuts.sorted()
    var out = HTML()
    for (start, end) in zip(places, places.dropFirst()) {
      let text = side.string(start..<end)
      let fact = facts.first { $0.range.lowerBound <= start && $0.range.upperBound >= end }
      if let fact {
        let reference: HTML =
          fact.range.upperBound == end
          ? "<a class=\"ref\" href=\"#f\(fact.number)\">\(fact.number)</a>" : ""
        out += "<\(element) class=\"f\">\(text)\(reference)</\(element)>"
      } else if words.contains(where: { $0.lowerBound <= start && $0.upperBound >= end }) {
        out += "<\(element)>\(text)</\(element)>"
      } else {
        out += HTML(text: text)
      }
    }
    return out
  }
}
