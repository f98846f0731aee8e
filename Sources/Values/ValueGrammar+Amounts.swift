import Model

extension ValueGrammar {
  /// The amount of money at `i` with its currency.
  func money(at i: Int) -> Reading<(Amount, String)>? {
    var k = i
    var currency = -1
    switch kind(k) {
    case .currencyCode, .nation:
      // "US$5", "RM 5.33", "R85 million".
      if kind(k + 1) == .currencySign, isJoined(k + 1) {
        currency = value(k)
        k += 2
      } else if kind(k) == .currencyCode, kind(k + 1) == .digits {
        if length(k) == 1, !isJoined(k + 1) || !isCapital(k) { return nil }
        currency = value(k)
        k += 1
      } else if kind(k) == .currencyCode, length(k) == 2, kind(k + 1) == .stop, isJoined(k + 1),
        kind(k + 2) == .digits
      {
        // "Rs. 500".
        currency = value(k)
        k += 2
      } else {
        return nil
      }
    case .currencySign:
      currency = value(k)
      k += 1
    case .plural: return uncounted(at: i)
    default: break
    }
    if currency >= 0 {
      guard let number = number(at: k), kind(k) != .half else { return nil }
      let (_, range) = self.range(after: number, from: k)
      var content = number.content
      if let range {
        // "$10-15 million": the scale belongs to both.
        if content.exponent <= 0 { content.exponent += range.scale }
        return Reading(end: range.end, content: (content, code(currency)))
      }
      return Reading(end: number.end, content: (number.content, code(currency)))
    }
    guard let number = number(at: i) else { return nil }
    var reading = number
    if let range = range(after: number, from: i).1 {
      reading.end = range.end
      if reading.content.exponent <= 0 { reading.content.exponent += range.scale }
    }
    guard let named = currencyName(at: reading.end, from: i) else { return nil }
    if named.content.isCent { reading.content.exponent -= 2 }
    return Reading(end: named.end, content: (reading.content, code(named.content.index)))
  }

  private func code(_ index: Int) -> String {
    index >= 0 && index < ValueWords.currencies.count ? ValueWords.currencies[index] : "USD"
  }

  /// The name of a currency in words.
  private func currencyName(
    at start: Int, from first: Int
  ) -> Reading<(index: Int, isCent: Bool)>? {
    var k = start
    var nation = -1
    if kind(k) == .nation, k < words.count, words[k].isSpaced {
      nation = value(k)
      k += 1
      // "U.S."
      if kind(k) == .stop { k += 1 }
      if kind(k) == .suffix, isJoined(k) {
        k += 1
        if kind(k) == .stop { k += 1 }
      }
    } else if isHyphen(k) {
      k += 1
    }
    switch kind(k) {
    case .currencyName:
      return Reading(end: k + 1, content: (nation >= 0 ? nation : value(k), false))
    case .cent:
      // "30p" is joined; "per cent" is read before.
      if length(k) == 1, !isJoined(k) { return nil }
      return Reading(end: k + 1, content: (nation >= 0 ? nation : value(k), true))
    case .currencySign where isJoined(k) || value(k) == 1:
      return Reading(end: k + 1, content: (value(k), false))
    case .currencyCode where length(k) == 3 && isCapital(k):
      if kind(k + 1) == .currencyName { return Reading(end: k + 2, content: (value(k), false)) }
      return Reading(end: k + 1, content: (value(k), false))
    default: return nil
    }
  }

  /// "billions of dollars", "tens of millions of euros".
  private func uncounted(at i: Int) -> Reading<(Amount, String)>? {
    var k = i
    var exponent = value(i) == 12 && length(i) == 6 ? 1 : value(i)
    if kind(k + 1) == .of, kind(k + 2) == .plural {
      exponent += value(k + 2)
      k += 2
    }
    guard kind(k + 1) == .of, let name = currencyName(at: k + 2, from: i) else { return nil }
    let amount = Amount(coefficient: 1, exponent: exponent)
    return Reading(end: name.end, content: (amount, code(name.content.index)))
  }

  /// A second number that makes a range with `number`: "10 to 25", "2–3 million".
  func range(
    after number: Reading<Amount>, from i: Int
  ) -> (Bool, (end: Int, scale: Int)?) {
    let k = number.end
    let joins: Bool
    switch kind(k) {
    case .hyphen, .dash: joins = isJoined(k) && isJoined(k + 1)
    case .to: joins = length(k) == 2
    default: joins = false
    }
    guard joins, kind(k + 1) == .digits || kind(k + 1) == .unit || kind(k + 1) == .teen,
      let second = self.number(at: k + 1)
    else { return (false, nil) }
    let scale = max(0, second.content.exponent)
    return (true, (second.end, kind(second.end - 1) == .scale ? scale : 0))
  }

  /// The share that begins with `number`: "5 %", "2 to 3 per cent", "25 basis points".
  func percent(after number: Reading<Amount>, from i: Int) -> Reading<Amount>? {
    if let end = percentSign(at: number.end) { return share(number.content, end) }
    if let range = range(after: number, from: i).1, let end = percentSign(at: range.end) {
      return share(number.content, end)
    }
    // "between 0.5 and 2 per cent".
    if kind(number.end) == .and, kind(i - 1) == .preposition, kind(number.end + 1) == .digits,
      let second = self.number(at: number.end + 1), let end = percentSign(at: second.end)
    {
      return share(number.content, end)
    }
    return nil
  }

  private func share(_ amount: Amount, _ sign: (end: Int, shift: Int)) -> Reading<Amount> {
    var content = amount
    content.exponent += sign.shift
    return Reading(end: sign.end, content: content)
  }

  /// The words for "per cent" at `start` and the power of ten that they shift by.
  func percentSign(at start: Int) -> (end: Int, shift: Int)? {
    var k = start
    if isHyphen(k) { k += 1 }
    // "one-half of one percentage point".
    if kind(k) == .of, kind(k + 1) == .unit || kind(k + 1) == .article, value(k + 1) == 1,
      kind(k + 2) == .basis || kind(k + 2) == .percent
    {
      k += 2
    } else if kind(k) == .of, kind(k + 1) == .article, kind(k + 2) == .basis {
      k += 2
    }
    switch kind(k) {
    case .percent where value(k) == 0:
      return (k + 1, 0)
    case .percent where value(k) == 1 && kind(k + 1) == .percent && value(k + 1) == 2:
      return (k + 2, 0)
    case .basis:
      guard kind(k + 1) == .point else { return nil }
      return (k + 2, value(k) == 0 ? -2 : 0)
    default: return nil
    }
  }
}
