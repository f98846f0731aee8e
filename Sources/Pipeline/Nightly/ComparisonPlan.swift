import Comparison
import Model
import Report
import Store
import Text

/// Two versions that are to be compared, and why.
struct PlannedComparison: Sendable {
  var reason: ListedComparison.Reason
  var a: Version
  var b: Version
  /// The number of B among the versions of its document, from 1.
  var number: Int
  var relation: Group.Relation?
  /// Whether this run met B, or A where B was known.
  var isNew: Bool

  /// Path of the page from the folder of the digest.
  var page: String { "comparisons/\(a.id.rawValue)-\(b.id.rawValue).html" }
}

/// A comparison that was made.
struct MadeComparison: Sendable {
  var plan: PlannedComparison
  var result: ComparisonResult
}

extension CorpusStore {
  /// What there is to compare: neighbouring versions of each document, and each variant with the
  /// hub of its group; new pairs first, at most `limit`.
  func plannedComparisons(run: RunID, limit: Int) throws -> [PlannedComparison] {
    let new = try versionsNew(in: run)
    var plans: [PlannedComparison] = []
    for document in try documentsWithSeveralVersions() {
      let versions = try versions(of: document)
      for (index, (a, b)) in zip(versions, versions.dropFirst()).enumerated() {
        plans.append(
          PlannedComparison(
            reason: .version, a: a, b: b, number: index + 2, relation: nil,
            isNew: new.contains(a.id) || new.contains(b.id)))
      }
    }
    for group in try groups() {
      guard let hub = try newestVersion(of: group.hub) else { continue }
      for member in group.members where member.document != group.hub {
        guard let version = try newestVersion(of: member.document) else { continue }
        plans.append(
          PlannedComparison(
            reason: .variant, a: hub, b: version, number: 1, relation: member.relation,
            isNew: new.contains(hub.id) || new.contains(version.id)))
      }
    }
    let order = plans.indices.sorted { x, y in
      (plans[x].isNew ? 0 : 1, x) < (plans[y].isNew ? 0 : 1, y)
    }
    return order.prefix(limit).map { plans[$0] }
  }
}

/// Makes all comparisons, `width` at a time; the results are in the order of the plans.
func compared(
  _ plans: [PlannedComparison], comparer: Comparer, width: Int, quiet: Bool
) async throws -> [MadeComparison] {
  var rest = plans[...]
  var made: [MadeComparison] = []
  var progress = Progress("Comparing", total: plans.count, quiet: quiet)
  try await convey(
    width: width, capacity: 4 * max(1, width), from: { rest.popFirst() }, state: { Lexicon() },
    work: { plan, lexicon in
      lexicon.removeAll()
      let result = comparer.compare(
        ComparisonInput(plan.a), ComparisonInput(plan.b), lexicon: &lexicon)
      return MadeComparison(plan: plan, result: result)
    },
    into: { result in
      progress.advance()
      made.append(result)
    })
  progress.end()
  return made
}
