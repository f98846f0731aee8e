import Bytes
import Model

/// A date that a page states for machines, with the text that states it.
struct StatedDate {
  var found: Found<Day>
  /// Such as `2025-08-27T02:10:00Z`.
  var text: String

  /// Whether `day` may be the day of this instant where the page was published.
  ///
  /// Instants in universal time fall on the day after in the evening of America and on the day
  /// before in the morning of Asia; an instant with the offset of its place says its own day.
  func mayBeLocal(_ day: Day) -> Bool {
    let shift = day.rawValue - found.value.rawValue
    guard shift == 1 || shift == -1 else { return false }
    let bytes = Array(text.utf8)
    // "2025-08-27T02": hours stand right after the day.
    guard bytes.count > 12, bytes[10] == 0x54 || bytes[10] == 0x20, ASCII.isDigit(bytes[11]),
      ASCII.isDigit(bytes[12])
    else { return true }
    let zone = bytes.dropFirst(13).drop { $0 != 0x2B && $0 != 0x2D }
    if zone.contains(where: { ASCII.isDigit($0) && $0 != 0x30 }) { return false }
    let hour = Int(bytes[11] - 0x30) * 10 + Int(bytes[12] - 0x30)
    return shift < 0 ? hour < 10 : hour >= 10
  }
}
