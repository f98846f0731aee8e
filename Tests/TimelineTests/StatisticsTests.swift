import Foundation
import Model
import TestSupport
import Testing
import Timeline

struct StatisticsTests {
  /// Table I of Newcombe (1998), method 3, to four decimals.
  @Test(
    arguments: [
      (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611),
      (1, 29, 0.0061, 0.1718),
    ])
  func `Wilson intervals are those of the published table`(
    k: Int, n: Int, low: Double, high: Double
  ) {
    let interval = wilsonInterval(successes: k, trials: n)
    #expect(abs(interval.low - low) < 0.00005)
    #expect(abs(interval.high - high) < 0.00005)
  }

  @Test func `without trials nothing is known`() {
    #expect(wilsonInterval(successes: 0, trials: 0) == Interval(low: 0, high: 1))
  }

  @Test func `exact rates are those of the chi-squared quantiles`() {
    let none = poissonRateInterval(events: 0, exposure: 1000)
    #expect(none.low == 0)
    #expect(abs(none.high - 0.003688879454113935) < 1e-12)
    let ten = poissonRateInterval(events: 10, exposure: 1000)
    #expect(abs(ten.low - 0.004795388696132433) < 1e-11)
    #expect(abs(ten.high - 0.018390356042017778) < 1e-11)
  }

  @Test func `bursts are the cheapest of all sequences of states`() {
    var random = SplitMix64(state: 7)
    for _ in 0..<60 {
      let totals = (0..<8).map { _ in Int.random(in: 0...30, using: &random) }
      let matches = totals.map { Int.random(in: 0...$0, using: &random) }
      guard matches.reduce(0, +) > 0 else { continue }
      let exact = cheapest(matches, totals)
      #expect(abs(kleinbergCost(matches: matches, totals: totals) - exact) < 1e-9)
    }
  }

  /// The least cost over all 2ⁿ sequences, by the formula of the paper.
  private func cheapest(_ matches: [Int], _ totals: [Int]) -> Double {
    let usual = Double(matches.reduce(0, +)) / Double(totals.reduce(0, +))
    let raised = min(2 * usual, 0.99999)
    guard raised > usual else { return 0 }
    func choose(_ n: Int, _ k: Int) -> Double {
      (0..<k).reduce(0) { $0 + log(Double(n - $1)) - log(Double($1 + 1)) }
    }
    var best = Double.infinity
    for states in 0..<(1 << matches.count) {
      var cost = 0.0
      var before = 0
      for t in matches.indices {
        let state = states >> t & 1
        if state > before { cost += log(Double(matches.count)) }
        before = state
        let p = state == 1 ? raised : usual
        let (k, n) = (matches[t], totals[t])
        if n > 0 {
          cost -= choose(n, k) + Double(k) * log(p) + (n > k ? Double(n - k) * log(1 - p) : 0)
        }
      }
      best = min(best, cost)
    }
    return best
  }

  @Test func `change points are those of an exhaustive search`() {
    var random = SplitMix64(state: 11)
    for _ in 0..<40 {
      let values = (0..<30).map { Double($0 / 10) + Double.random(in: 0...1, using: &random) }
      #expect(cost(values, changePoints(of: values, penalty: 1.5)) <= exhaustive(values) + 1e-9)
    }
  }

  private func segment(_ values: ArraySlice<Double>) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  }

  private func cost(_ values: [Double], _ points: [Int]) -> Double {
    let bounds = [0] + points + [values.count]
    return zip(bounds, bounds.dropFirst()).reduce(Double(points.count) * 1.5) {
      $0 + segment(values[$1.0..<$1.1])
    }
  }

  private func exhaustive(_ values: [Double]) -> Double {
    var best = [-1.5]
    for end in 1...values.count {
      best.append((0..<end).map { best[$0] + segment(values[$0..<end]) + 1.5 }.min() ?? 0)
    }
    return best[values.count]
  }

  @Test func `keyness follows both formulas`() {
    let same = keyness(count: 10, size: 1000, referenceCount: 20, referenceSize: 2000)
    #expect(same.rayson < 1e-12)
    #expect(abs(same.logRatio) < 1e-12)
    let more = keyness(count: 20, size: 1000, referenceCount: 10, referenceSize: 1000)
    #expect(more.dunning > more.rayson)
    #expect(abs(more.logRatio - 1) < 1e-12)
  }

  @Test func `mutual information is 1 together, 0 by chance and -1 apart`() {
    #expect(abs(npmi(both: 10, a: 10, b: 10, of: 100) - 1) < 1e-12)
    #expect(abs(npmi(both: 4, a: 20, b: 20, of: 100)) < 1e-12)
    #expect(npmi(both: 0, a: 20, b: 20, of: 100) == -1)
    #expect(npmi(both: 7, a: 7, b: 7, of: 7) == 1)
    #expect(npmi(both: 0, a: 0, b: 5, of: 7) == 0)
  }
}
