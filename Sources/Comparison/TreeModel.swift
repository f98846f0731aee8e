#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A sum of small decision trees, read once from the text of a generated table.
///
/// One tree a line; its nodes in depth-first order, each either `f feature threshold skip` (go on to
/// the next node when the feature is at most the threshold, else pass over `skip` nodes) or
/// `v value`; thresholds and values in millionths.
struct TreeModel: Sendable {
  private struct Node {
    /// The feature; −1 in a leaf.
    var feature: Int32
    var number: Float
    var skip: Int32
  }

  private var nodes: [Node] = []
  private var roots: [Int] = []
  private var base: Float = 0

  init(_ text: String) {
    let bytes = text.utf8Span.span
    var numbers: [Int] = []
    var at = 0
    while at < bytes.count {
      numbers.removeAll(keepingCapacity: true)
      while at < bytes.count, bytes[at] != 0x0A {
        if bytes[at] == 0x20 {
          at += 1
        } else {
          numbers.append(Self.number(bytes, &at))
        }
      }
      at += 1
      add(numbers)
    }
  }

  /// The whole number at `at`, which is moved behind it.
  private static func number(_ bytes: borrowing Span<UInt8>, _ at: inout Int) -> Int {
    let isNegative = bytes[at] == 0x2D
    if isNegative { at += 1 }
    var value = 0
    while at < bytes.count, bytes[at] != 0x20, bytes[at] != 0x0A {
      value = value &* 10 &+ Int(bytes[at]) &- 0x30
      at += 1
    }
    return isNegative ? -value : value
  }

  private mutating func add(_ numbers: [Int]) {
    // The first line is the constant.
    if numbers.count == 1 {
      base = Float(numbers[0]) / 1_000_000
      return
    }
    guard !numbers.isEmpty else { return }
    roots.append(nodes.count)
    var k = 0
    while k + 1 < numbers.count {
      if numbers[k] < 0 {
        nodes.append(Node(feature: -1, number: Float(numbers[k + 1]) / 1_000_000, skip: 0))
        k += 2
      } else if k + 2 < numbers.count {
        nodes.append(
          Node(
            feature: Int32(numbers[k]), number: Float(numbers[k + 1]) / 1_000_000,
            skip: Int32(numbers[k + 2])))
        k += 3
      } else {
        break
      }
    }
  }

  /// The sum of the trees, a log odds.
  func sum(_ features: [Float]) -> Float {
    var sum = base
    for root in roots {
      var node = nodes[root]
      var at = root
      while node.feature >= 0 {
        at += features[Int(node.feature)] <= node.number ? 1 : Int(node.skip)
        node = nodes[at]
      }
      sum += node.number
    }
    return sum
  }

  /// The probability, 0–1.
  func probability(_ features: [Float]) -> Double { 1 / (1 + exp(-Double(sum(features)))) }
}
