package import Model

/// The labels of the sequence model: none, and for each type its first and its further tokens.
package enum EntityLabels {
  /// Number of labels.
  package static let count = 1 + 2 * types.count
  /// The types in the order of their labels.
  package static let types = EntityType.allCases

  /// The place of `type`.
  package static func index(_ type: EntityType) -> Int {
    switch type {
    case .person: 0
    case .organisation: 1
    case .geopolitical: 2
    case .location: 3
    case .group: 4
    case .event: 5
    case .law: 6
    case .date: 7
    case .money: 8
    case .percent: 9
    case .number: 10
    }
  }

  /// The label of the first token of the type at place `type`.
  @inline(__always)
  package static func first(_ type: Int) -> Int { 1 + 2 * type }

  /// The label of a further token of the type at place `type`.
  @inline(__always)
  package static func inside(_ type: Int) -> Int { 2 + 2 * type }

  /// Whether `next` may follow `label`: a further token only after its own type.
  package static func isAllowed(_ label: Int, _ next: Int) -> Bool {
    next == 0 || next % 2 == 1 || label == next || label == next - 1
  }
}
