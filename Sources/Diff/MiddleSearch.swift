/// The divide-and-conquer search of a shortest edit script; boxes wait on a stack of its own.
struct MiddleSearch {
  private struct Box {
    var a: Range<Int>
    var b: Range<Int>
  }

  private let a: [UInt32]
  private let b: [UInt32]
  private(set) var changedA: [Bool]
  private(set) var changedB: [Bool]
  /// Furthest reach in `a` by diagonal, forwards and backwards; diagonal *k* stands at *k* + offset.
  private var forward: [Int32]
  private var backward: [Int32]
  private let offset: Int
  /// Steps of one box after which it is cut.
  private let limit: Int

  init(_ a: [UInt32], _ b: [UInt32]) {
    self.a = a
    self.b = b
    changedA = Array(repeating: false, count: a.count)
    changedB = Array(repeating: false, count: b.count)
    offset = b.count + 2
    forward = Array(repeating: 0, count: a.count + b.count + 5)
    backward = forward
    limit = max(256, Int(Double(a.count + b.count).squareRoot() / 2))
  }

  /// Searches between pairs of equal elements, ascending on both sides, that are known to be kept.
  mutating func run(between anchors: [(a: Int, b: Int)] = []) {
    var stack: [Box] = []
    var start = (a: 0, b: 0)
    for anchor in anchors {
      stack.append(Box(a: start.a..<anchor.a, b: start.b..<anchor.b))
      start = (anchor.a + 1, anchor.b + 1)
    }
    stack.append(Box(a: start.a..<a.count, b: start.b..<b.count))
    while let box = stack.popLast() {
      var aLow = box.a.lowerBound
      var aHigh = box.a.upperBound
      var bLow = box.b.lowerBound
      var bHigh = box.b.upperBound
      while aLow < aHigh, bLow < bHigh, a[aLow] == b[bLow] {
        aLow += 1
        bLow += 1
      }
      while aLow < aHigh, bLow < bHigh, a[aHigh - 1] == b[bHigh - 1] {
        aHigh -= 1
        bHigh -= 1
      }
      if aLow == aHigh || bLow == bHigh {
        for i in aLow..<aHigh { changedA[i] = true }
        for j in bLow..<bHigh { changedB[j] = true }
        continue
      }
      let (x, y) = split(aLow..<aHigh, bLow..<bHigh)
      // A cut at a corner would repeat the same box for ever.
      if (x == aLow && y == bLow) || (x == aHigh && y == bHigh) {
        for i in aLow..<aHigh { changedA[i] = true }
        for j in bLow..<bHigh { changedB[j] = true }
        continue
      }
      stack.append(Box(a: aLow..<x, b: bLow..<y))
      stack.append(Box(a: x..<aHigh, b: y..<bHigh))
    }
  }

  /// A point on a shortest path through the box, or on the most advanced one where it is cut.
  private mutating func split(_ boxA: Range<Int>, _ boxB: Range<Int>) -> (Int, Int) {
    let (aLow, aHigh) = (boxA.lowerBound, boxA.upperBound)
    let (bLow, bHigh) = (boxB.lowerBound, boxB.upperBound)
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
        var x = below >= above ? Int(below) + 1 : Int(above)
        var y = x - k
        while x < aHigh, y < bHigh, a[x] == b[y] {
          x += 1
          y += 1
        }
        forward[k + offset] = Int32(x)
        if isOdd, k >= kLow, k <= kHigh, Int(backward[k + offset]) <= x { return (x, y) }
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
        var x = below < above ? Int(below) : Int(above) - 1
        var y = x - k
        while x > aLow, y > bLow, a[x - 1] == b[y - 1] {
          x -= 1
          y -= 1
        }
        backward[k + offset] = Int32(x)
        if !isOdd, k >= fLow, k <= fHigh, x <= Int(forward[k + offset]) { return (x, y) }
        k -= 2
      }
      if cost >= limit { return cut(boxA, boxB, fLow...max(fLow, fHigh), kLow...max(kLow, kHigh)) }
    }
  }

  private func cut(
    _ boxA: Range<Int>, _ boxB: Range<Int>, _ forwards: ClosedRange<Int>,
    _ backwards: ClosedRange<Int>
  ) -> (Int, Int) {
    var best = (progress: -1, x: boxA.lowerBound, y: boxB.lowerBound)
    var k = forwards.upperBound
    while k >= forwards.lowerBound {
      let x = min(Int(forward[k + offset]), boxA.upperBound)
      let y = min(x - k, boxB.upperBound)
      let point = y == x - k ? x : y + k
      let progress = point - boxA.lowerBound + y - boxB.lowerBound
      if point >= boxA.lowerBound, y >= boxB.lowerBound, progress > best.progress {
        best = (progress, point, y)
      }
      k -= 2
    }
    k = backwards.upperBound
    while k >= backwards.lowerBound {
      let x = max(Int(backward[k + offset]), boxA.lowerBound)
      let y = max(x - k, boxB.lowerBound)
      let point = y == x - k ? x : y + k
      let progress = boxA.upperBound - point + boxB.upperBound - y
      if point <= boxA.upperBound, y <= boxB.upperBound, progress > best.progress {
        best = (progress, point, y)
      }
      k -= 2
    }
    return (best.x, best.y)
  }
}
