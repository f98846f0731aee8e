import Foundation
import JSONLines
import TestSupport
import Testing

@testable import Timeline

/// Reference numbers of other programs, which lie beside the repository where it is developed.
private let vectors = repositoryRoot().deletingLastPathComponent()
  .appendingPathComponent("shared/bench/timelines/vectors")

@Suite(
  .enabled(
    if: FileManager.default.fileExists(atPath: vectors.path),
    "skipped: the reference numbers are not beside the repository"))
struct ReferenceNumbers {
  private func cases(_ name: String) throws -> [JSONValue] {
    let text = try String(
      contentsOf: vectors.appendingPathComponent(name + ".json"), encoding: .utf8)
    let found = try #require(try parseJSON(text)["cases"]?.arrayValue)
    #expect(!found.isEmpty)
    return found
  }

  private func number(_ value: JSONValue?) throws -> Double {
    switch value {
    case .int(let number): Double(number)
    case .double(let number): number
    default: try #require(nil as Double?, "\(String(describing: value)) is no number")
    }
  }

  private func numbers(_ value: JSONValue?) throws -> [Double] {
    try #require(value?.arrayValue).map { try number($0) }
  }

  private func whole(_ value: JSONValue?) throws -> [Int] { try numbers(value).map { Int($0) } }

  private func isNear(_ a: Double, _ b: Double, _ tolerance: Double = 1e-9) -> Bool {
    abs(a - b) <= tolerance * max(1, abs(b))
  }

  @Test func `Wilson intervals are those of the references`() throws {
    for item in try cases("wilson") {
      let alpha = try number(item["alpha"])
      guard alpha == 0.05 else { continue }
      let found = wilsonInterval(
        successes: try #require(item["k"]?.intValue), trials: try #require(item["n"]?.intValue))
      let wanted = try numbers(item["wilson"])
      #expect(abs(found.low - wanted[0]) < 1e-12 && abs(found.high - wanted[1]) < 1e-12)
    }
  }

  @Test func `exact intervals of rates are those of the references`() throws {
    for item in try cases("poisson_rate") {
      let found = poissonRateInterval(
        events: try #require(item["events"]?.intValue), exposure: try number(item["exposure"]))
      let wanted = try numbers(item["ci95"])
      #expect(abs(found.low - wanted[0]) <= 1e-9 * max(1e-300, wanted[0]))
      #expect(abs(found.high - wanted[1]) <= 1e-9 * wanted[1])
    }
  }

  @Test func `keyness is that of the references`() throws {
    for item in try cases("keyness") {
      let found = keyness(
        count: try #require(item["a"]?.intValue), size: try #require(item["c"]?.intValue),
        referenceCount: try #require(item["b"]?.intValue),
        referenceSize: try #require(item["d"]?.intValue))
      #expect(isNear(found.rayson, try number(item["ll_rayson_2cell"])))
      #expect(isNear(found.dunning, try number(item["g2_dunning_4cell"])))
      #expect(isNear(found.logRatio, try number(item["log_ratio"])))
    }
  }

  @Test func `bursts of batches are those of the references`() throws {
    for item in try cases("kleinberg_batched") {
      let (matches, totals) = (try whole(item["r"]), try whole(item["d"]))
      let model = BurstModel(scale: try number(item["s"]), gamma: try number(item["gamma"]))
      let found = kleinbergBursts(matches: matches, totals: totals, model: model)
      let wanted = try #require(item["bursts"]?.arrayValue)
      #expect(
        found.map(\.buckets.lowerBound) == (try wanted.map { try #require($0["begin"]?.intValue) }))
      #expect(
        found.map { $0.buckets.upperBound - 1 }
          == (try wanted.map { try #require($0["end"]?.intValue) }))
      for (burst, item) in zip(found, wanted) {
        #expect(isNear(burst.weight, try number(item["weight"])))
      }
      let cost = kleinbergCost(matches: matches, totals: totals, model: model)
      #expect(isNear(cost, try number(item["total_cost"])))
    }
  }

  @Test func `bursts of events are those of the references`() throws {
    for item in try cases("kleinberg_continuous") {
      let times = try numbers(item["offsets"])
      let (scale, gamma) = (try number(item["s"]), try number(item["gamma"]))
      let found = try #require(eventBursts(at: times, scale: scale, gamma: gamma))
      #expect(found.levels == (try whole(item["state_per_gap"])))
      #expect(isNear(found.cost, try number(item["total_cost"])))
      let wanted = try #require(item["bursts"]?.arrayValue).map { burst in
        EventBurst(
          level: try #require(burst["level"]?.intValue), start: try number(burst["start"]),
          end: try number(burst["end"]))
      }
      #expect(Set(found.bursts) == Set(wanted))
    }
  }

  @Test func `change points are those of the references`() throws {
    for item in try cases("pelt_l2") {
      let signal = try numbers(item["signal"])
      let found = changePoints(
        of: signal, penalty: try number(item["penalty"]),
        minimum: try #require(item["min_size"]?.intValue))
      #expect(found + [signal.count] == (try whole(item["breakpoints"])))
    }
  }

  @Test func `trends are those of the references`() throws {
    for item in try cases("trend") {
      let found = try #require(trend(of: try numbers(item["y"])))
      let wanted = try numbers(item["theil_sen"])
      #expect(isNear(found.slope, wanted[0]))
      #expect(isNear(found.intercept, wanted[1]))
      #expect(isNear(found.interval.low, wanted[2]) && isNear(found.interval.high, wanted[3]))
      #expect(isNear(found.tau, try number(item["kendall_tau_b"])))
      #expect(found.score == item["mann_kendall_S"]?.intValue)
      #expect(isNear(found.z, try number(item["mann_kendall_z"])))
      #expect(isNear(found.probability, try number(item["mann_kendall_p"])))
    }
  }
}
