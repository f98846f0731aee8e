/// In which versions a word or a subject occurs, and how often: numbers of versions, rising.
///
/// Packed: the step from the version before, doubled, plus 1 where the count is one; any other count
/// follows. Both are numbers of seven bits a byte, so most entries take one or two bytes.
public struct PostingList: Hashable, Sendable {
  /// The packed bytes.
  public private(set) var bytes: [UInt8]
  private var last = 0

  /// An empty list.
  public init() { bytes = [] }

  /// A list as it was packed; nothing can be appended to it.
  init(packed bytes: [UInt8]) { self.bytes = bytes }

  /// Appends a version, whose number is larger than all before it, with a count of 1 or more.
  public mutating func append(version: Int, count: Int) {
    let step = version - last
    last = version
    pack(step << 1 | (count == 1 ? 1 : 0))
    if count != 1 { pack(count) }
  }

  /// Calls `body` with every version and its count, in order.
  ///
  /// Damaged bytes end the list early.
  public func forEach(_ body: (_ version: Int, _ count: Int) -> Void) {
    let span = bytes.span
    var version = 0
    var i = 0
    while i < span.count {
      let step = unpack(span, &i)
      version &+= step >> 1
      body(version, step & 1 == 1 ? 1 : unpack(span, &i))
    }
  }

  private mutating func pack(_ value: Int) {
    var rest = UInt(bitPattern: value)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}

private func unpack(_ bytes: borrowing Span<UInt8>, _ i: inout Int) -> Int {
  var value = 0
  var shift = 0
  while i < bytes.count {
    let byte = bytes[i]
    i += 1
    if shift < 63 { value |= Int(byte & 0x7F) << shift }
    shift += 7
    if byte < 0x80 { break }
  }
  return value
}
