/// Texts by the keys that few of them have, to count what two texts share.
struct KeySharing {
  /// The texts of all keys that more than one has, one key after the other, each ascending.
  private var members: [UInt32] = []
  /// For each text, the stretches of `members` with those after itself that have a key of its own.
  private var stretches: [(start: UInt32, end: UInt32)] = []
  /// Where the stretches of each text begin, and at last their number.
  private var starts: [Int32]
  /// For each text, how many of its keys more than `most` texts have.
  private(set) var common: [UInt16]
  private let count: Int

  /// The sharing of `count` texts.
  ///
  /// Each posting is a key above the number of a text that has it, by text. A key that more than
  /// `most` texts have tells nothing; `joinsNeighbours` says whether two that follow each other among
  /// its texts share it all the same.
  /// - Complexity: O(postings).
  init(_ postings: [UInt64], count: Int, most: Int, joinsNeighbours: Bool) {
    self.count = count
    common = Array(repeating: 0, count: count)
    starts = Array(repeating: 0, count: count + 1)
    let sorted = groupedByUpperHalf(postings)
    var runs: [Range<Int>] = []
    forEachRun(sorted.count, { sorted[$0] >> 32 == sorted[$1] >> 32 }) { run in
      let isCommon = run.count > most
      if isCommon {
        for i in run { common[text(sorted[i])] += 1 }
        if !joinsNeighbours { return }
      }
      for i in run.dropLast() { starts[text(sorted[i]) + 1] += 1 }
      runs.append(run)
    }
    for text in 0..<count { starts[text + 1] += starts[text] }
    stretches = Array(repeating: (0, 0), count: Int(starts[count]))
    var next = starts
    members.reserveCapacity(runs.reduce(0) { $0 + $1.count })
    for run in runs {
      let first = members.count
      for i in run { members.append(UInt32(truncatingIfNeeded: sorted[i])) }
      for i in first..<(members.count - 1) {
        let own = Int(members[i])
        let end = run.count > most ? i + 2 : members.count
        stretches[Int(next[own])] = (UInt32(i + 1), UInt32(end))
        next[own] += 1
      }
    }
  }

  /// Calls `body` for each text, ascending, with the texts after it that share at least `least` keys.
  ///
  /// - Returns: The pairs that share a key.
  func forEachText(
    sharing least: UInt16, _ body: (_ text: Int, _ others: [(text: Int, shared: Int)]) -> Void
  ) -> Int {
    var shared = [UInt16](repeating: 0, count: count)
    // One place more than there can be texts, for what is written in any case.
    var touched = [UInt32](repeating: 0, count: count + 1)
    var others: [(text: Int, shared: Int)] = []
    var pairs = 0
    for text in 0..<count {
      let met = count(text, &shared, &touched)
      pairs += met
      others.removeAll(keepingCapacity: true)
      for k in 0..<met {
        let other = Int(touched[k])
        if shared[other] >= least { others.append((other, Int(shared[other]))) }
        shared[other] = 0
      }
      if !others.isEmpty { body(text, others) }
    }
    return pairs
  }

  /// Counts the keys that each later text shares with `text`, and lists those texts; their number.
  private func count(_ text: Int, _ shared: inout [UInt16], _ touched: inout [UInt32]) -> Int {
    var shared = shared.mutableSpan
    var touched = touched.mutableSpan
    let (members, stretches) = (members.span, stretches.span)
    var met = 0
    for stretch in Int(starts[text])..<Int(starts[text + 1]) {
      for i in Int(stretches[stretch].start)..<Int(stretches[stretch].end) {
        let other = Int(members[i])
        let before = shared[other]
        shared[other] = before + 1
        // Written in any case: whether a text is new is no branch that can be foretold.
        touched[met] = members[i]
        met += before == 0 ? 1 : 0
      }
    }
    return met
  }
}

private func text(_ posting: UInt64) -> Int { Int(posting & 0xFFFF_FFFF) }

/// The same numbers in an order in which equal upper halves follow each other; equal ones stay in theirs.
///
/// - Complexity: O(*n*): passes of one byte each (radix sort, least significant digit first). Keys are
///   hashes or dense numbers, so that few agree in the bytes that were sorted by and not in the others;
///   those are put right one by one.
private func groupedByUpperHalf(_ numbers: [UInt64]) -> [UInt64] {
  let digits = numbers.count < 1 << 21 ? 3 : 4
  var counts = [Int](repeating: 0, count: digits * 256)
  for number in numbers {
    for digit in 0..<digits { counts[digit * 256 + byte(number, digit)] += 1 }
  }
  var from = numbers
  var to = [UInt64](repeating: 0, count: numbers.count)
  for digit in 0..<digits {
    let own = digit * 256
    // All have the same digit: nothing would move.
    if counts[own..<(own + 256)].contains(numbers.count) { continue }
    var place = 0
    for value in own..<(own + 256) {
      let count = counts[value]
      counts[value] = place
      place += count
    }
    deal(from, &to, &counts, digit)
    swap(&from, &to)
  }
  if digits < 4 { separate(&from, bits: digits * 8) }
  return from
}

/// Sorts, within stretches with the same lower `bits` of the upper half, by all of it.
private func separate(_ numbers: inout [UInt64], bits: Int) {
  var numbers = numbers.mutableSpan
  let mask = (UInt64(1) << UInt64(bits) - 1) << 32
  for i in numbers.indices.dropFirst() {
    let number = numbers[i]
    var k = i
    while k > 0, numbers[k - 1] >> 32 > number >> 32, (numbers[k - 1] ^ number) & mask == 0 {
      numbers[k] = numbers[k - 1]
      k -= 1
    }
    numbers[k] = number
  }
}

private func deal(_ from: [UInt64], _ to: inout [UInt64], _ places: inout [Int], _ digit: Int) {
  var to = to.mutableSpan
  var places = places.mutableSpan
  for number in from {
    let value = digit * 256 + byte(number, digit)
    to[places[value]] = number
    places[value] += 1
  }
}

@inline(__always)
private func byte(_ number: UInt64, _ digit: Int) -> Int {
  Int(truncatingIfNeeded: number >> UInt64(32 + 8 * digit)) & 0xFF
}

/// Calls `body` with every maximal stretch of two or more neighbours that `isSame` joins.
private func forEachRun(_ count: Int, _ isSame: (Int, Int) -> Bool, _ body: (Range<Int>) -> Void) {
  var start = 0
  while start < count {
    var end = start + 1
    while end < count, isSame(start, end) { end += 1 }
    if end - start > 1 { body(start..<end) }
    start = end
  }
}
