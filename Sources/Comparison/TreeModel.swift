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
    for line in text.utf8.split(separator: 0x0A) {
      let words = line.split(separator: 0x20).map { Int(String(Substring($0))) ?? 0 }
      // The first line is the constant.
      if words.count == 1 {
        base = Float(words[0]) / 1_000_000
        continue
      }
      roots.append(nodes.count)
      var k = 0
      while k + 1 < words.count {
        if words[k] < 0 {
          nodes.append(Node(feature: -1, number: Float(words[k + 1]) / 1_000_000, skip: 0))
          k += 2
        } else if k + 2 < words.count {
          nodes.append(
            Node(
              feature: Int32(words[k]), number: Float(words[k + 1]) / 1_000_000,
              skip: Int32(words[k + 2])))
          k += 3
        } else {
          break
        }
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
