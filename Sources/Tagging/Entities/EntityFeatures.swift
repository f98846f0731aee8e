import Bytes
import Model

/// The features of a token for the sequence model: hashes of what stands there and around it.
package struct EntityFeatures: SequenceFeatures {
  private let view: TokenView

  package init(_ view: TokenView) { self.view = view }

  /// Most features of one token.
  package static let maximum = 96

  package func isLive(_ i: Int) -> Bool { view.isLive(i) }

  package func word(_ i: Int) -> Int {
    i >= 0 && i < view.infos.count ? Int(view.infos[i].known.row) : -1
  }

  /// Appends the features of token `i` of `sentence`.
  package func append(at i: Int, in sentence: Range<Int>, to out: inout [UInt32]) {
    let none = TokenView.Info()
    let at = view.infos[i]
    let b1 = i > sentence.lowerBound ? view.infos[i - 1] : none
    let b2 = i > sentence.lowerBound + 1 ? view.infos[i - 2] : none
    let a1 = i + 1 < sentence.upperBound ? view.infos[i + 1] : none
    let a2 = i + 2 < sentence.upperBound ? view.infos[i + 2] : none
    var template: UInt64 = 0
    func add(_ value: UInt64) {
      template &+= 0x9E37_79B9_7F4A_7C15
      out.append(UInt32(truncatingIfNeeded: mixed(value &+ template) >> 20))
    }
    func both(_ a: UInt64, _ b: UInt64) -> UInt64 { a &* 0xD6E8_FEB8_6659_FD93 ^ b }
    let marks = UInt64(at.marks.rawValue & 0x1FF)
    let shape = UInt64(at.shape)
    let kinds = UInt64(at.kinds.rawValue & 0xFFFF)
    let value = UInt64(at.value)
    let listed = UInt64(at.listedPlace) << 32 | UInt64(at.insideKinds.rawValue & 0xFFFF)

    add(0)
    add(at.hash)
    add(b1.hash)
    add(a1.hash)
    add(b2.hash)
    add(a2.hash)
    add(both(b1.hash, at.hash))
    add(both(at.hash, a1.hash))
    add(both(b2.hash, b1.hash))
    add(both(a1.hash, a2.hash))
    add(both(at.hash, marks))
    add(shape)
    add(both(shape, UInt64(b1.shape)))
    add(both(shape, UInt64(a1.shape)))
    add(both(both(shape, UInt64(b1.shape)), UInt64(a1.shape)))
    add(both(b1.hash, shape))
    add(both(a1.hash, shape))
    add(marks)
    // Parts of the word.
    let token = view.tokens[i]
    let (prefix, suffixes) = parts(
      Int(token.start), view.hasAffixes ? Int(token.end) : Int(token.start))
    add(prefix.0)
    add(prefix.1)
    add(suffixes.0)
    add(suffixes.1)
    add(suffixes.2)
    add(both(suffixes.1, marks))
    // Lists.
    add(kinds)
    add(UInt64(b1.kinds.rawValue & 0xFFFF))
    add(UInt64(a1.kinds.rawValue & 0xFFFF))
    add(both(kinds, marks))
    add(listed)
    add(both(listed, marks))
    add(both(UInt64(b1.listedPlace) << 32 | UInt64(b1.insideKinds.rawValue & 0xFFFF), shape))
    add(both(UInt64(a1.listedPlace) << 32 | UInt64(a1.insideKinds.rawValue & 0xFFFF), shape))
    add(both(listed, b1.hash))
    // What is known of the word.
    let facts = UInt64(at.known.facts)
    let factsBefore = UInt64(b1.known.facts)
    let factsAfter = UInt64(a1.known.facts)
    add(facts)
    add(both(facts, marks))
    add(both(facts, factsBefore))
    add(both(facts, factsAfter))
    add(factsBefore)
    add(factsAfter)
    let group = UInt64(at.known.group)
    let groupBefore = UInt64(b1.known.group)
    let groupAfter = UInt64(a1.known.group)
    add(both(group, marks))
    add(both(groupBefore, shape))
    add(both(groupAfter, shape))
    add(both(group, groupBefore))
    add(both(group, groupAfter))
    add(both(groupBefore, groupAfter))
    // Values that the rules read.
    add(value)
    add(both(value, at.hash))
    add(both(value, UInt64(a1.value)))
    add(both(value, UInt64(b1.value)))
    add(both(value, a1.hash))
    add(both(value, b1.hash))
    // The run of capitals around it.
    let start = Int(at.runStart)
    let end = Int(at.runEnd)
    if end > start {
      let position = UInt64(min(i - start, 3)) << 8 | UInt64(min(end - 1 - i, 3))
      let length = UInt64(min(end - start, 5))
      let head = view.infos[end - 1]
      let lead = view.infos[start]
      let before = start > sentence.lowerBound ? view.infos[start - 1] : none
      let after = end < sentence.upperBound ? view.infos[end] : none
      add(both(position, length))
      add(both(head.hash, UInt64(i - start == 0 ? 1 : 0)))
      add(both(UInt64(head.kinds.rawValue & 0xFFFF), position))
      add(both(lead.hash, UInt64(i - start == 0 ? 1 : 0)))
      add(both(UInt64(lead.kinds.rawValue & 0xFFFF), position))
      add(both(before.hash, position))
      add(both(after.hash, position))
      add(both(UInt64(before.kinds.rawValue & 0xFFFF), position))
      add(both(before.hash, after.hash))
      add(both(UInt64(head.shape), UInt64(lead.shape)))
      add(both(UInt64(head.known.facts), position))
      add(both(UInt64(lead.known.facts), position))
      add(both(UInt64(head.known.group), position))
      add(both(both(UInt64(before.known.group), UInt64(after.known.group)), position))
    } else {
      template &+= 14 &* 0x9E37_79B9_7F4A_7C15
    }
    // The rest of the document.
    let document = UInt64(at.document)
    add(document & 7)
    add(document)
    add(both(document & 7, marks))
    add(both(document >> 3, marks))
    add(both(UInt64(a1.document) & 7, UInt64(b1.document) & 7))
  }

  /// Hashes of the first two and three and the last two, three and four bytes, in small letters.
  private func parts(_ start: Int, _ end: Int) -> ((UInt64, UInt64), (UInt64, UInt64, UInt64)) {
    var prefix: UInt64 = 1
    var p2: UInt64 = 0
    var p3: UInt64 = 0
    for k in start..<min(end, start + 3) {
      prefix = prefix << 8 | UInt64(ASCII.lowercased(view.bytes[k]))
      if k == start + 1 { p2 = prefix }
      if k == start + 2 { p3 = prefix }
    }
    var suffix: UInt64 = 1
    var s2: UInt64 = 0
    var s3: UInt64 = 0
    var s4: UInt64 = 0
    var count = 0
    var k = end - 1
    while k >= start, count < 4 {
      suffix = suffix << 8 | UInt64(ASCII.lowercased(view.bytes[k]))
      count += 1
      if count == 2 { s2 = suffix }
      if count == 3 { s3 = suffix }
      if count == 4 { s4 = suffix }
      k -= 1
    }
    return ((p2, p3), (s2, s3, s4))
  }
}
