import Model

extension ValueGrammar {
  /// The number at `i` in figures or words, with its scale.
  func number(at i: Int) -> Reading<Amount>? {
    switch kind(i) {
    case .digits: return figures(at: i)
    case .glyph: return Reading(end: i + 1, content: amount(i))
    case .unit, .teen, .tens: return fraction(at: i) ?? spelled(at: i)
    case .half: return half(at: i)
    case .article: return withArticle(at: i)
    case .dozen: return Reading(end: i + 1, content: Amount(coefficient: 12, exponent: 0))
    default: return nil
    }
  }

  private func amount(_ i: Int) -> Amount {
    Amount(coefficient: words[i].value, exponent: Int(words[i].exponent))
  }

  private func figures(at i: Int) -> Reading<Amount>? {
    guard words[i].value >= 0 else { return nil }
    var reading = Reading(end: i + 1, content: amount(i))
    if let share = slashed(at: i) {
      // "3/4".
      reading = share
    } else if words[i].exponent == 0, let share = slashed(at: mixedStart(i)) {
      // "5 3/4", "2-1/2".
      reading = Reading(end: share.end, content: sum(amount(i), share.content))
    } else if kind(i + 1) == .glyph, isJoined(i + 1) {
      reading = Reading(end: i + 2, content: sum(amount(i), amount(i + 1)))
    }
    return scaled(reading)
  }

  private func mixedStart(_ i: Int) -> Int { isHyphen(i + 1) ? i + 2 : i + 1 }

  private func slashed(at i: Int) -> Reading<Amount>? {
    guard kind(i) == .digits, kind(i + 1) == .slash, isJoined(i + 1), kind(i + 2) == .digits,
      isJoined(i + 2), value(i) < value(i + 2), value(i) > 0, kind(i + 3) != .slash
    else { return nil }
    guard [2, 3, 4, 5, 8, 10, 16].contains(value(i + 2)) else { return nil }
    return Reading(end: i + 3, content: quotient(value(i), value(i + 2)))
  }

  /// `numerator` / `denominator` to six decimals.
  private func quotient(_ numerator: Int, _ denominator: Int) -> Amount {
    let (scaled, overflow) = Int64(numerator).multipliedReportingOverflow(by: 1_000_000)
    guard !overflow, denominator > 0 else { return Amount(coefficient: 0, exponent: 0) }
    let d = Int64(denominator)
    return Amount(coefficient: (scaled + d / 2) / d, exponent: -6)
  }

  private func sum(_ a: Amount, _ b: Amount) -> Amount {
    let low = min(a.exponent, b.exponent)
    func lifted(_ x: Amount) -> Int64? {
      var c = x.coefficient
      for _ in 0..<min(x.exponent - low, 19) {
        let (p, overflow) = c.multipliedReportingOverflow(by: 10)
        if overflow { return nil }
        c = p
      }
      return c
    }
    guard let x = lifted(a), let y = lifted(b) else { return a }
    let (total, overflow) = x.addingReportingOverflow(y)
    return overflow ? a : Amount(coefficient: total, exponent: low)
  }

  /// Adds the scale words after a number: "1.2 million", "30m", "$650-billion", "2 lakh crore".
  private func scaled(_ reading: Reading<Amount>) -> Reading<Amount> {
    var result = reading
    for _ in 0..<2 {
      var k = result.end
      if isHyphen(k), kind(k + 1) == .scale, length(k + 1) > 2 { k += 1 }
      guard kind(k) == .scale, length(k) > 1 || isJoined(k) else { break }
      // "5 Million" begins a name only in titles; a single letter must be small.
      if length(k) == 1, isCapital(k), words[k].value == 3 { break }
      result.content.exponent += value(k)
      result.end = k + 1
    }
    return withHalf(result)
  }

  /// "two and a half", "a million and a half".
  private func withHalf(_ reading: Reading<Amount>) -> Reading<Amount> {
    let k = reading.end
    guard kind(k) == .and, kind(k + 1) == .article, kind(k + 2) == .half else { return reading }
    let half = Amount(coefficient: 5, exponent: reading.content.exponent - 1)
    var result = Reading(end: k + 3, content: sum(reading.content, half))
    if kind(k + 3) == .scale, length(k + 3) > 1 {
      result.content.exponent += value(k + 3)
      result.end += 1
    }
    return result
  }

  /// "two-thirds", "three quarters of", "one half".
  private func fraction(at i: Int) -> Reading<Amount>? {
    guard kind(i) == .unit || kind(i) == .teen else { return nil }
    let joined = isHyphen(i + 1)
    let k = joined ? i + 2 : i + 1
    let isFraction =
      switch kind(k) {
      case .fraction: joined || value(k) != 4 || kind(k + 1) == .of
      case .half: value(i) == 1
      case .quarter: value(i) == 1 && (joined || kind(k + 1) == .of)
      case .ordinal: value(i) == 1 && value(k) > 2
      default: false
      }
    guard isFraction else { return nil }
    return Reading(end: k + 1, content: quotient(value(i), value(k)))
  }

  /// A number in words, such as "two hundred and fifty thousand" or "seventy-five".
  private func spelled(at i: Int) -> Reading<Amount>? {
    var total: Int64 = 0
    var current: Int64 = 0
    var k = i
    var end = i
    scan: while k < i + 14 {
      let next = Int64(value(k))
      switch kind(k) {
      case .unit:
        guard current % 10 == 0, current % 100 != 10, k == end else { break scan }
        current += next
        end = k + 1
      case .teen:
        guard current % 100 == 0, k == end else { break scan }
        current += next
        end = k + 1
      case .tens:
        guard current % 100 == 0, k == end else { break scan }
        current += next
        end = k + 1
        if isHyphen(k + 1), kind(k + 2) == .unit {
          current += Int64(value(k + 2))
          k += 2
          end = k + 1
        }
      case .hundred:
        guard current > 0, current < 100, end > i else { break scan }
        current *= 100
        end = k + 1
      case .dozen:
        // "two dozen".
        guard current > 0, current < 100, total == 0, k == end else { break scan }
        current *= 12
        end = k + 1
        break scan
      case .scale:
        guard current > 0, length(k) > 2, next <= 12 else { break scan }
        total += current * power(Int(next))
        guard total < 1_000_000_000_000_000 else { break scan }
        current = 0
        end = k + 1
      case .and:
        let before = kind(k - 1)
        guard before == .hundred || before == .scale, k == end,
          [.unit, .teen, .tens].contains(kind(k + 1))
        else { break scan }
        k += 1
        let reading = Int64(value(k))
        current += reading
        end = k + 1
        if kind(k) == .tens, isHyphen(k + 1), kind(k + 2) == .unit {
          current += Int64(value(k + 2))
          k += 2
          end = k + 1
        }
      default: break scan
      }
      k += 1
    }
    guard end > i else { return nil }
    var content = Amount(coefficient: total + current, exponent: 0)
    content.isWeak = end == i + 1 && content.coefficient == 1
    return withHalf(Reading(end: end, content: content))
  }

  private func power(_ exponent: Int) -> Int64 {
    var result: Int64 = 1
    for _ in 0..<min(exponent, 15) { result *= 10 }
    return result
  }

  /// "half", "half a million".
  private func half(at i: Int) -> Reading<Amount>? {
    if kind(i - 1) == .ordinal || i > 0 && isHyphen(i - 1) || isHyphen(i + 1) { return nil }
    var content = Amount(coefficient: 5, exponent: -1)
    if kind(i + 1) == .article, kind(i + 2) == .scale, length(i + 2) > 2 {
      content.exponent += value(i + 2)
      return Reading(end: i + 3, content: content)
    }
    // "half a percent", "half a percentage point".
    if kind(i + 1) == .article, percentSign(at: i + 2) != nil {
      return Reading(end: i + 2, content: content)
    }
    return Reading(end: i + 1, content: content)
  }

  /// "a hundred thousand", "a dozen", "a third of".
  private func withArticle(at i: Int) -> Reading<Amount>? {
    let k = i + 1
    guard k < words.count, words[k].isSpaced else { return nil }
    switch kind(k) {
    case .hundred:
      return scaled(Reading(end: k + 1, content: Amount(coefficient: 100, exponent: 0)))
    case .scale where length(k) > 2:
      return withHalf(
        Reading(end: k + 1, content: Amount(coefficient: 1, exponent: value(k))))
    case .dozen: return Reading(end: k + 1, content: Amount(coefficient: 12, exponent: 0))
    case .ordinal where value(k) > 2, .quarter where value(k) == 4:
      switch kind(k + 1) {
      case .of, .stop, .comma, .preposition, .and, .to:
        return Reading(end: k + 1, content: quotient(1, value(k)))
      default: return nil
      }
    default: return nil
    }
  }
}
