/// How well given labels agree with true ones.
struct LabelAgreement {
  private var right: [Int]
  private var given: [Int]
  private var wanted: [Int]

  init(labels: Int) {
    right = Array(repeating: 0, count: labels)
    given = right
    wanted = right
  }

  mutating func add(given labels: [Int], wanted truth: [Int]) {
    for label in labels {
      given[label] += 1
      if truth.contains(label) { right[label] += 1 }
    }
    for label in truth { wanted[label] += 1 }
  }

  /// F1 over all labels together, 0–1.
  var micro: Double {
    LabelAgreement.f1(right.reduce(0, +), given.reduce(0, +), wanted.reduce(0, +))
  }

  /// Mean over the labels of their F1, 0–1.
  var macro: Double {
    let values = right.indices.map { LabelAgreement.f1(right[$0], given[$0], wanted[$0]) }
    return values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  private static func f1(_ right: Int, _ given: Int, _ wanted: Int) -> Double {
    right == 0 ? 0 : 2 * Double(right) / Double(given + wanted)
  }
}
