/// The divide-and-conquer search of a shortest edit script; boxes wait on a stack of its own.
struct MiddleSearch {
  private struct Box {
    var a: Range<Int>
    var b: Range<Int>

    /// Diagonals *x* − *y* of its points, and one more on each side.
    var width: Int { a.count + b.count + 3 }
    /// What is added to a diagonal for its place in a table of `width`.
    var offset: Int { b.upperBound - a.lowerBound + 1 }
  }

  private let a: [UInt32]
  private let b: [UInt32]
  private(set) var changedA: [Bool]
  private(set) var changedB: [Bool]
  /// Furthest reach in `a` by diagonal, forwards and backwards.
  private var forward: [Int32] = []
  private var backward: [Int32] = []
  /// Steps of one box after which it is cut.
  private let limit: Int

  init(_ a: [UInt32], _ b: [UInt32]) {
    self.a = a
    self.b = b
    changedA = Array(repeating: false, count: a.count)
    changedB = Array(repeating: false, count: b.count)
    limit = max(256, Int(Double(a.count + b.count).squareRoot() / 2))
  }

  /// Searches between pairs of equal elements, ascending on both sides, that are known to be kept.
  mutating func run(between anchors: [(a: Int, b: Int)] = []) {
    var start = (a: 0, b: 0)
    for anchor in anchors {
      search(Box(a: start.a..<anchor.a, b: start.b..<anchor.b))
      start = (anchor.a + 1, anchor.b + 1)
    }
    search(Box(a: start.a..<a.count, b: start.b..<b.count))
  }

  private mutating func search(_ whole: Box) {
    var next = shrunk(whole)
    if isTrivial(next) { return }
    if forward.count < next.width {
      forward = Array(repeating: 0, count: next.width)
      backward = forward
    }
    var stack: [Box] = []
    while true {
      let (x, y) = Self.split(next, a, b, &forward, &backward, limit)
      let (low, high) = (next.a.lowerBound, next.a.upperBound)
      let (lowB, highB) = (next.b.lowerBound, next.b.upperBound)
      if (x == low && y == lowB) || (x == high && y == highB) {
        // A cut at a corner would repeat the same box for ever.
        mark(next)
      } else {
        stack.append(Box(a: low..<x, b: lowB..<y))
        stack.append(Box(a: x..<high, b: y..<highB))
      }
      repeat {
        guard let box = stack.popLast() else { return }
        next = shrunk(box)
      } while isTrivial(next)
    }
  }

  /// The box without what is equal at its beginning and its end.
  private func shrunk(_ box: Box) -> Box {
    var (aLow, aHigh) = (box.a.lowerBound, box.a.upperBound)
    var (bLow, bHigh) = (box.b.lowerBound, box.b.upperBound)
    while aLow < aHigh, bLow < bHigh, a[aLow] == b[bLow] {
      aLow += 1
      bLow += 1
    }
    while aLow < aHigh, bLow < bHigh, a[aHigh - 1] == b[bHigh - 1] {
      aHigh -= 1
      bHigh -= 1
    }
    return Box(a: aLow..<aHigh, b: bLow..<bHigh)
  }

  /// Whether nothing is to be searched in a box, all of which is then marked as changed.
  private mutating func isTrivial(_ box: Box) -> Bool {
    guard box.a.isEmpty || box.b.isEmpty else { return false }
    mark(box)
    return true
  }

  private mutating func mark(_ box: Box) {
    for i in box.a { changedA[i] = true }
    for j in box.b { changedB[j] = true }
  }

  /// A point on a shortest path through the box, or on the most advanced one where it is cut.
  private static func split(
    _ box: Box, _ a: [UInt32], _ b: [UInt32], _ forward: inout [Int32], _ backward: inout [Int32],
    _ limit: Int
  ) -> (Int, Int) {
    let (aLow, aHigh) = (box.a.lowerBound, box.a.upperBound)
    let (bLow, bHigh) = (box.b.lowerBound, box.b.upperBound)
    let (x, y) = (a.span, b.span)
    var forward = forward.mutableSpan
    var backward = backward.mutableSpan
    let offset = box.offset
    let lowest = aLow - bHigh
    let highest = aHigh - bLow
    let forwardStart = aLow - bLow
    let backwardStart = aHigh - bHigh
    let isOdd = (forwardStart - backwardStart) & 1 != 0
    var (fLow, fHigh) = (forwardStart, forwardStart)
    var (kLow, kHigh) = (backwardStart, backwardStart)
    forward[forwardStart + offset] = Int32(aLow)
    backward[backwardStart + offset] = Int32(aHigh)
    var cost = 0
    while true {
      cost += 1
      // Forwards: one diagonal more at each side while inside the box, else one less.
      if fLow > lowest {
        fLow -= 1
        forward[fLow - 1 + offset] = -1
      } else {
        fLow += 1
      }
      if fHigh < highest {
        fHigh += 1
        forward[fHigh + 1 + offset] = -1
      } else {
        fHigh -= 1
      }
      var k = fHigh
      while k >= fLow {
        let below = forward[k - 1 + offset]
        let above = forward[k + 1 + offset]
        var i = below >= above ? Int(below) + 1 : Int(above)
        var j = i - k
        while i < aHigh, j < bHigh, x[i] == y[j] {
          i += 1
          j += 1
        }
        forward[k + offset] = Int32(i)
        if isOdd, k >= kLow, k <= kHigh, Int(backward[k + offset]) <= i { return (i, j) }
        k -= 2
      }
      if kLow > lowest {
        kLow -= 1
        backward[kLow - 1 + offset] = Int32.max
      } else {
        kLow += 1
      }
      if kHigh < highest {
        kHigh += 1
        backward[kHigh + 1 + offset] = Int32.max
      } else {
        kHigh -= 1
      }
      k = kHigh
      while k >= kLow {
        let below = backward[k - 1 + offset]
        let above = backward[k + 1 + offset]
        var i = below < above ? Int(below) : Int(above) - 1
        var j = i - k
        while i > aLow, j > bLow, x[i - 1] == y[j - 1] {
          i -= 1
          j -= 1
        }
        backward[k + offset] = Int32(i)
        if !isOdd, k >= fLow, k <= fHigh, i <= Int(forward[k + offset]) { return (i, j) }
        k -= 2
      }
      if cost >= limit {
        return cut(
          box, forward.span, backward.span, fLow...max(fLow, fHigh), kLow...max(kLow, kHigh))
      }
    }
  }

  private static func cut(
    _ box: Box, _ forward: borrowing Span<Int32>, _ backward: borrowing Span<Int32>,

    _ forwards: ClosedRange<Int>, _ backwards: ClosedRange<Int>
  ) -> (Int, Int) {
    var best = (progress: -1, x: box.a.lowerBound, y: box.b.lowerBound)
    var k = forwards.upperBound
    while k >= forwards.lowerBound {
      let x = min(Int(forward[k + box.offset]), box.a.upperBound)
      let y = min(x - k, box.b.upperBound)
      let point = y == x - k ? x : y + k
      let progress = point - box.a.lowerBound + y - box.b.lowerBound
      if point >= box.a.lowerBound, y >= box.b.lowerBound, progress > best.progress {
        best = (progress, point, y)
      }
      k -= 2
    }
    k = backwards.upperBound
    while k >= backwards.lowerBound {
      let x = max(Int(backward[k + box.offset]), box.a.lowerBound)
      let y = max(x - k, box.b.lowerBound)
      let point = y == x - k ? x : y + k
      let progress = box.a.upperBound - point + box.b.upperBound - y
      if point <= box.a.upperBound, y <= box.b.upperBound, progress > best.progress {
        best = (progress, point, y)
      }
      k -= 2
    }
    return (best.x, best.y)
  }
}
