/// A vertical axis from zero to a round number.
struct Scale {
  /// The value at the top line.
  let top: Double
  /// The values of the lines above zero.
  let lines: [Double]

  /// An axis that holds `maximum` with two to five lines.
  init(maximum: Double, minimum: Double = 1e-9) {
    let wanted = max(maximum, minimum)
    var unit = 1.0
    while unit * 10 <= wanted { unit *= 10 }
    while unit > wanted { unit /= 10 }
    var step = unit
    for factor in [0.2, 0.25, 0.5, 1, 2, 2.5, 5] where wanted / (unit * factor) <= 4.2 {
      step = unit * factor
      break
    }
    let count = Int((wanted / step).rounded(.up))
    lines = (1...max(1, count)).map { Double($0) * step }
    top = lines.last ?? wanted
  }

  /// The place of `value` between `bottom` and `ceiling`, both in pixels from the top.
  func place(_ value: Double, bottom: Double, ceiling: Double) -> Double {
    bottom - min(1, max(0, value / top)) * (bottom - ceiling)
  }
}

/// A number in a path or an attribute: two decimals, no trailing zeros, the same on every machine.
func coordinate(_ value: Double) -> String {
  let hundredths = Int((value * 100).rounded())
  let sign = hundredths < 0 ? "-" : ""
  let whole = abs(hundredths) / 100
  let rest = abs(hundredths) % 100
  if rest == 0 { return sign + String(whole) }
  if rest % 10 == 0 { return sign + "\(whole).\(rest / 10)" }
  return sign + "\(whole)." + (rest < 10 ? "0\(rest)" : "\(rest)")
}
