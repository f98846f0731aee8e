import Model

/// Puts passages together into a text, one blank line between them.
struct PassageBuilder {
  private var bytes: [UInt8] = []
  private(set) var passages: [Passage] = []

  /// The text so far.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Appends a passage; an empty one is left out.
  mutating func add(_ text: [UInt8], _ kind: PassageKind) {
    guard !text.isEmpty else { return }
    if !bytes.isEmpty { bytes.append(contentsOf: [0x0A, 0x0A]) }
    let start = bytes.count
    // A blank line inside would read as the end of the passage.
    var lastWasBreak = false
    for byte in text {
      if byte == 0x0A {
        if lastWasBreak { continue }
        lastWasBreak = true
      } else if byte > 0x20 {
        lastWasBreak = false
      }
      bytes.append(byte)
    }
    passages.append(Passage(index: passages.count, kind: kind, utf8: start..<bytes.count))
  }
}
