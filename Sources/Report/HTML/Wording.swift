public import Model

// How numbers and days are put into words, the same on pages and on the terminal. Numbers and their
// units never part: a no-break space stands between them.

let noBreak = "\u{A0}"

/// `1,215`.
func grouped(_ number: Int) -> String {
  let digits = String(abs(number))
  var out = number < 0 ? "−" : ""
  for (i, digit) in digits.enumerated() {
    if i > 0, (digits.count - i) % 3 == 0 { out += "," }
    out.append(digit)
  }
  return out
}

/// `1 article`, `2 articles`; `plural` is given where an s does not make it.
func counted(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
  grouped(number) + noBreak + (number == 1 ? noun : plural ?? noun + "s")
}

/// Small numbers as words, as a headline has them.
func spelled(_ number: Int) -> String {
  let words = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]
  return words.indices.contains(number) ? words[number] : grouped(number)
}

/// `10.0 %`.
func percent(_ share: Double, decimals: Int = 1) -> String {
  fixed(share * 100, decimals) + noBreak + "%"
}

/// `text` with a no-break space between each number and its per cent sign.
func tied(_ text: String) -> String {
  var out = ""
  var last: Character = " "
  var isAfterNumber = false
  for character in text {
    if character == "%", last == " ", isAfterNumber {
      out.removeLast()
      out += noBreak
    }
    if character == " " { isAfterNumber = last.isNumber }
    out.append(character)
    last = character
  }
  return out
}

/// A number with a fixed count of decimals, rounded half away from zero.
func fixed(_ value: Double, _ decimals: Int) -> String {
  guard value.isFinite else { return "–" }
  var scale = 1.0
  for _ in 0..<decimals { scale *= 10 }
  let scaled = Int((min(max(value, -1e12), 1e12) * scale).rounded())
  let size = Int(scale)
  let sign = scaled < 0 ? "−" : ""
  let whole = grouped(abs(scaled) / size)
  guard decimals > 0 else { return sign + whole }
  let rest = String(abs(scaled) % size)
  return sign + whole + "." + String(repeating: "0", count: decimals - rest.utf8.count) + rest
}

private let months = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December",
]

/// `27 August 2025`.
public func longDay(_ day: Day) -> String {
  let (year, month, number) = day.components
  return "\(number)\(noBreak)\(months[month - 1])\(noBreak)\(year)"
}

/// `27 Aug 2025`.
func shortDay(_ day: Day) -> String {
  let (year, month, number) = day.components
  return "\(number)\(noBreak)\(shortMonth(month))\(noBreak)\(year)"
}

/// `Aug`.
func shortMonth(_ month: Int) -> String { String(months[month - 1].prefix(3)) }

/// A bucket as a table names it: `27 Aug 2025`, `week of 25 Aug 2025`, `Aug 2025`, `Q3 2025`, `2025`.
func bucketName(_ start: Day, _ bucket: Bucket) -> String {
  let (year, month, _) = start.components
  switch bucket {
  case .day: return shortDay(start)
  case .week: return "week of " + shortDay(start)
  case .month: return shortMonth(month) + noBreak + String(year)
  case .quarter: return "Q\((month - 1) / 3 + 1)" + noBreak + String(year)
  case .year: return String(year)
  case .decade: return String(year) + "s"
  }
}

/// A bucket inside a sentence: `the week of 25 Aug 2025`, `the 1970s`.
func bucketPhrase(_ start: Day, _ bucket: Bucket) -> String {
  let name = bucketName(start, bucket)
  return bucket == .week || bucket == .decade ? "the " + name : name
}

/// What one bucket is called.
func bucketNoun(_ bucket: Bucket) -> String { bucket.rawValue }

/// The page word for a type of entity.
func typeName(_ type: EntityType) -> String {
  switch type {
  case .person: "person"
  case .organisation: "organisation"
  case .geopolitical, .location: "place"
  case .group: "group"
  case .event: "event"
  case .law: "law"
  case .date: "date"
  case .money: "amount"
  case .percent: "percentage"
  case .number: "number"
  }
}

/// Text with a capital first letter.
func capitalised(_ text: String) -> String {
  text.prefix(1).uppercased() + text.dropFirst()
}

extension [String] {
  /// `a, b and c`.
  func listed() -> String {
    guard let last else { return "" }
    return count == 1 ? last : dropLast().joined(separator: ", ") + " and " + last
  }
}
