public import Model

/// Everything that a page on several versions shows.
public struct CollationReport: Sendable {
  /// The collation.
  public var collation: Collation
  /// What each text is, such as its file or the day of capture.
  public var labels: [String]

  /// A report on `collation`; `labels` are as many as its texts.
  public init(collation: Collation, labels: [String]) {
    self.collation = collation
    self.labels = labels
  }

  /// What the texts come to, in one sentence.
  var headline: String {
    let count = labels.count
    let constant = collation.rows.count { $0.isConstant }
    let opening =
      switch collation.mode {
      case .history: "\(capitalised(spelled(count))) versions in order"
      case .base(let base): "\(capitalised(spelled(count))) texts against \(labels[base])"
      case .parallel: "\(capitalised(spelled(count))) texts side by side"
      }
    return opening + ": \(grouped(constant)) of \(counted(collation.rows.count, "statement")) "
      + "stand in all of them in the same words."
  }

  /// The letter of a wording: a, b, c …; a dash where the text has none.
  static func letter(_ wording: Int?) -> String {
    guard let wording else { return "–" }
    // Beyond z the letters go on with numbers: a1, b1 …
    let letter = UnicodeScalar(UInt8(0x61 + wording % 26))
    return String(letter) + (wording < 26 ? "" : String(wording / 26))
  }

  /// What became of a row from text to text, in words; empty when nothing did.
  func life(_ row: Collation.Row) -> String {
    var events: [String] = []
    for (k, reading) in row.readings.enumerated() {
      switch collation.mode {
      case .history:
        guard k > 0 else { continue }
        let before = row.readings[k - 1].wording
        let earlier = row.readings[..<k].contains { $0.wording != nil }
        switch (before, reading.wording) {
        case (nil, .some): events.append("\(earlier ? "back" : "new") in \(k + 1)")
        case (.some, nil): events.append("dropped in \(k + 1)")
        case (.some(let x), .some(let y)) where x != y: events.append("changed in \(k + 1)")
        default: break
        }
      case .base(let base):
        switch (row.readings[base].wording, reading.wording) {
        case (nil, .some): events.append("only in \(k + 1)")
        case (.some, nil): events.append("not in \(k + 1)")
        case (.some(let x), .some(let y)) where x != y: events.append("other words in \(k + 1)")
        default: break
        }
      case .parallel:
        if reading.wording == nil { events.append("not in \(k + 1)") }
      }
    }
    return events.joined(separator: ", ")
  }
}
