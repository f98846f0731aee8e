import Diff
import TestSupport
import Testing

@Suite struct SequenceDiffTests {
  private func random(_ seed: UInt64) -> ([UInt32], [UInt32]) {
    var random = SplitMix64(state: seed)
    let letters = UInt32.random(in: 1...6, using: &random)
    let one = (0..<Int.random(in: 0...60, using: &random)).map { _ in
      UInt32.random(in: 0..<letters, using: &random)
    }
    let two = (0..<Int.random(in: 0...60, using: &random)).map { _ in
      UInt32.random(in: 0..<letters, using: &random)
    }
    return (one, two)
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `applying the edits to the first gives the second`(seed: UInt64) {
    let (a, b) = random(seed)
    #expect(applying(diff(a, b), to: a, from: b) == b)
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `the script is the shortest on small input`(seed: UInt64) {
    let (a, b) = random(seed)
    let cost = diff(a, b).reduce(0) { $0 + $1.a.count + $1.b.count }
    var row = Array(repeating: 0, count: b.count + 1)
    for x in a {
      var before = 0
      for (j, y) in b.enumerated() {
        let old = row[j + 1]
        row[j + 1] = x == y ? before + 1 : max(row[j], row[j + 1])
        before = old
      }
    }
    let common = row.last ?? 0
    #expect(cost == a.count + b.count - 2 * common)
  }

  @Test func `equal sequences have no edits`() {
    #expect(diff([1, 2, 3], [1, 2, 3]).isEmpty)
    #expect(diff([], []).isEmpty)
  }

  @Test func `an empty side gives one edit`() {
    #expect(diff([], [4, 5]) == [Edit(a: 0..<0, b: 0..<2)])
    #expect(diff([4, 5], []) == [Edit(a: 0..<2, b: 0..<0)])
  }

  @Test func `large unlike sequences are cut and stay correct`() {
    var random = SplitMix64(state: 9)
    let a = (0..<20_000).map { _ in UInt32.random(in: 0..<3, using: &random) }
    let b = (0..<20_000).map { _ in UInt32.random(in: 0..<3, using: &random) }
    #expect(applying(diff(a, b), to: a, from: b) == b)
  }

  @Test func `a lone equal element between edits is joined in`() {
    let edits = diff([1, 9, 2, 9, 3], [4, 9, 5, 9, 6])
    let joined = cleanedUp(edits, weightA: { _ in 1 }, weightB: { _ in 1 })
    #expect(joined == [Edit(a: 0..<5, b: 0..<5)])
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `long sequences with edits here and there cost no more than those edits`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    // As words of a text: many of a few, few of many.
    func word() -> UInt32 {
      Bool.random(using: &random)
        ? UInt32.random(in: 0..<200, using: &random)
        : UInt32.random(in: 200..<20_000, using: &random)
    }
    let a = (0..<12_000).map { _ in word() }
    var b: [UInt32] = []
    var planted = 0
    for element in a {
      switch Int.random(in: 0..<60, using: &random) {
      case 0: planted += 1
      case 1:
        b += [element, word()]
        planted += 1
      case 2:
        b.append(word())
        planted += 2
      default: b.append(element)
      }
    }
    let found = diff(a, b)
    #expect(applying(found, to: a, from: b) == b)
    let cost = found.reduce(0) { $0 + $1.a.count + $1.b.count }
    #expect(cost <= planted, "\(cost) for \(planted)")
  }

  @Test func `a long block that moved is taken out at one place and put in at another`() {
    let a = (0..<10_000).map { UInt32($0) }
    let b = Array(a[..<2_000]) + Array(a[3_000...]) + Array(a[2_000..<3_000])
    let found = diff(a, b)
    #expect(applying(found, to: a, from: b) == b)
    #expect(found.reduce(0) { $0 + $1.a.count + $1.b.count } == 2_000)
  }
}
