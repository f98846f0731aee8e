import Bytes

/// The features of a scalar for the model of Japanese, Korean and Chinese names.
///
/// Scalars around it alone and in twos and threes, their kinds, the word that it stands in with its
/// neighbours, the part of that word up to it and from it on, and the run of one script around it.
package struct CharacterFeatures: SequenceFeatures {
  private let view: CharacterView
  private let isKorean: Bool

  /// Features of the scalars of `view`; in Korean a word may hold more than a name.
  package init(_ view: CharacterView, language: String) {
    self.view = view
    isKorean = language == "ko"
  }

  package func isLive(_ i: Int) -> Bool { true }
  package func word(_ i: Int) -> Int { -1 }

  package func append(at i: Int, in sentence: Range<Int>, to out: inout [UInt32]) {
    var template: UInt64 = isKorean ? 0x4B4F : 0
    func add(_ value: UInt64) {
      template &+= 0x9E37_79B9_7F4A_7C15
      out.append(UInt32(truncatingIfNeeded: mixed(value &+ template) >> 20))
    }
    func both(_ a: UInt64, _ b: UInt64) -> UInt64 { a &* 0xD6E8_FEB8_6659_FD93 ^ b }
    func scalar(_ k: Int) -> UInt64 {
      k < sentence.lowerBound ? 1 : k < sentence.upperBound ? UInt64(view.scalars[k]) : 2
    }
    func kind(_ k: Int) -> UInt64 {
      k < sentence.lowerBound ? 14 : k < sentence.upperBound ? UInt64(view.kinds[k]) : 15
    }
    let owner = Int(view.owners[i])
    let none = CharacterView.Word(hash: 0, shape: 0, first: 0, end: 0, isApart: false)
    let w0 = view.words[owner]
    let b1 = Int(w0.first) > sentence.lowerBound ? view.words[owner - 1] : none
    let b2 = b1.end > 0 && Int(b1.first) > sentence.lowerBound ? view.words[owner - 2] : none
    let a1 = Int(w0.end) < sentence.upperBound ? view.words[owner + 1] : none
    let a2 = a1.end > 0 && Int(a1.end) < sentence.upperBound ? view.words[owner + 2] : none
    let (c0, c1, c2) = (scalar(i - 2), scalar(i - 1), scalar(i))
    let (c3, c4) = (scalar(i + 1), scalar(i + 2))
    let (k0, k1, k2) = (kind(i - 2), kind(i - 1), kind(i))
    let (k3, k4) = (kind(i + 1), kind(i + 2))
    let isFirst: UInt64 = Int(w0.first) == i ? 1 : 0
    let isLast: UInt64 = Int(w0.end) == i + 1 ? 1 : 0
    let place = isFirst | isLast << 1

    add(place)
    add(c0)
    add(c1)
    add(c2)
    add(c3)
    add(c4)
    add(both(c2, place))
    add(c0 << 21 | c1)
    add(c1 << 21 | c2)
    add(c2 << 21 | c3)
    add(c3 << 21 | c4)
    add(c1 << 21 | c3)
    add(c0 << 42 | c1 << 21 | c2)
    add(c1 << 42 | c2 << 21 | c3)
    add(c2 << 42 | c3 << 21 | c4)
    add(both(scalar(i - 3), c0 << 42 | c1 << 21 | c2))
    add(both(scalar(i + 3), c2 << 42 | c3 << 21 | c4))
    let near = k1 << 8 | k2 << 4 | k3
    add(near)
    add(near << 4 | place)
    add(k0 << 16 | near << 4 | k4)
    add(c1 << 16 | k2 << 8 | k3)
    add(c3 << 16 | k1 << 8 | k2)
    // The word and its neighbours.
    add(both(w0.hash, place))
    add(both(b1.hash, place))
    add(both(a1.hash, place))
    add(b2.hash)
    add(a2.hash)
    add(both(both(b1.hash, w0.hash), place))
    add(both(both(w0.hash, a1.hash), place))
    add(both(UInt64(w0.shape), place))
    add(both(UInt64(w0.shape), UInt64(b1.shape) << 32 | UInt64(a1.shape)))
    add(both(UInt64(min(8, w0.end - w0.first)) << 8 | UInt64(min(8, i - Int(w0.first))), k2))
    add(both(last(b1), UInt64(w0.shape)))
    add(both(last(a1), UInt64(w0.shape)))
    add(both(last(w0), 1))
    add(both(first(a1), last(w0)))
    add(both(b1.hash, last(w0)))
    // The parts of the word up to here and from here on.
    add(hash(Int(w0.first), i + 1, in: sentence))
    add(hash(i, Int(w0.end), in: sentence))
    add(both(hash(i + 1, Int(w0.end), in: sentence), c2))
    add(both(hash(Int(w0.first), i, in: sentence), isLast))
    // Known names.
    let n1 = i > sentence.lowerBound ? UInt64(view.named[i - 1]) : 0
    let n2 = UInt64(view.named[i])
    let n3 = i + 1 < sentence.upperBound ? UInt64(view.named[i + 1]) : 0
    add(n2)
    add(both(n2, n1 << 32 | n3))
    add(both(n2, place))
    add(both(n1, place << 24 | k2))
    add(both(n3, place << 24 | k2))
    add(both(n2, c2))
    add(both(n2 & 3, both(n2 >> 2, c3)))
    if isKorean {
      let gaps = (w0.isApart ? isFirst : 0) | (a1.isApart || a1.end == 0 ? isLast << 1 : 0)
      add(gaps)
      add(both(c2, gaps))
      add(both(hash(i + 1, Int(w0.end), in: sentence), gaps))
      add(both(last(b1), gaps))
      add(both(c1 << 21 | c2, gaps))
      return
    }
    // The run of one script.
    let run = view.runs[i]
    let length = UInt64(min(12, run.end - run.first))
    let at = UInt64(min(3, i - Int(run.first))) << 4 | UInt64(min(3, Int(run.end) - 1 - i))
    let before = scalar(Int(run.first) - 1)
    let after = scalar(Int(run.end))
    add(both(length << 8 | at, k2))
    if run.end - run.first <= 16 {
      add(both(hash(Int(run.first), Int(run.end), in: sentence), at))
    }
    add(both(after << 21 | scalar(Int(run.end) + 1), k2))
    add(both(before << 21 | scalar(Int(run.first) - 2), k2))
    add(both(scalar(Int(run.end) - 1) << 8 | at, k2))
    add(both(scalar(Int(run.first)) << 8 | at, k2))
    add(both(scalar(Int(run.end) - 1) << 21 | scalar(Int(run.end) - 2), k2))
  }

  private func first(_ word: CharacterView.Word) -> UInt64 {
    word.end > word.first ? UInt64(view.scalars[Int(word.first)]) : 0
  }

  private func last(_ word: CharacterView.Word) -> UInt64 {
    word.end > word.first ? UInt64(view.scalars[Int(word.end) - 1]) : 0
  }

  /// Hash of the scalars from `first` to `end`, of 16 at most.
  private func hash(_ first: Int, _ end: Int, in sentence: Range<Int>) -> UInt64 {
    var result: UInt64 = 3
    for k in first..<max(first, min(end, first + 16)) {
      result = (result ^ UInt64(view.scalars[k])) &* 0x100_0000_01B3
    }
    return result
  }
}
