/// A page as flat arrays: nodes in document order, each with its parent.
///
/// A node's descendants are the nodes after it up to `end[node]`, so a subtree is a range of
/// indices and no walk needs recursion.
struct PageArena {
  /// What each node is; `.text` for character data.
  var tags: [Tag] = []
  /// The parent of each node; -1 for the root.
  var parents: [Int32] = []
  /// One past the last descendant of each node.
  var ends: [Int32] = []
  /// The characters of a text node, as a range of `text`.
  var textRanges: [Range<Int32>] = []
  /// The attributes of each node, as a range of `attributes`.
  var attributeRanges: [Range<Int32>] = []
  /// The names of attributes with the place of their values in `text`.
  var attributes: [(name: AttributeName, value: Range<Int32>)] = []
  /// All character data and attribute values, one after the other.
  var text: [UInt8] = []

  /// Number of nodes.
  var count: Int { tags.count }

  /// The nodes below `node`, without itself.
  func descendants(of node: Int) -> Range<Int> { (node + 1)..<Int(ends[node]) }

  /// The value of an attribute, or nil.
  func attribute(_ name: AttributeName, of node: Int) -> String? {
    for index in attributeRanges[node] where attributes[Int(index)].name == name {
      return string(attributes[Int(index)].value)
    }
    return nil
  }

  func string(_ range: Range<Int32>) -> String {
    String(decoding: text[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
  }

  /// The text below `node` with white space collapsed and block elements set apart by a space.
  func innerText(of node: Int, limit: Int = 10_000) -> String {
    var out: [UInt8] = []
    for index in node..<Int(ends[node]) {
      guard tags[index] == .text else {
        if !tags[index].isInline || tags[index] == .br, out.last != 0x20, !out.isEmpty {
          out.append(0x20)
        }
        continue
      }
      for byte in text[Int(textRanges[index].lowerBound)..<Int(textRanges[index].upperBound)] {
        if byte <= 0x20 {
          if let last = out.last, last != 0x20 { out.append(0x20) }
        } else {
          out.append(byte)
        }
      }
      if out.count > limit { break }
    }
    while out.last == 0x20 { out.removeLast() }
    return String(decoding: out, as: UTF8.self)
  }

  /// The nearest ancestor that satisfies `isWanted`, or nil.
  func ancestor(of node: Int, where isWanted: (Int) -> Bool) -> Int? {
    var at = Int(parents[node])
    while at >= 0 {
      if isWanted(at) { return at }
      at = Int(parents[at])
    }
    return nil
  }
}
