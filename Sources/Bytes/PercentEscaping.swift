/// A name of any bytes as plain text: control characters, quotation marks, `%` and what is not UTF-8 as
/// `%XX`.
///
/// The result is the same for the same bytes, valid UTF-8, and different for different bytes.
public func percentEscaped(_ name: borrowing Span<UInt8>) -> String {
  var out: [UInt8] = []
  out.reserveCapacity(name.count)
  let digits = Array("0123456789ABCDEF".utf8)
  var i = 0
  while i < name.count {
    let (value, length) = name.scalar(at: i)
    let broken = value == 0xFFFD && length == 1
    // Bidirectional controls reorder what a reader sees, so they are escaped as well.
    let hidden =
      value < 0x20 || (0x7F..<0xA0).contains(value) || value == 0x25 || value == 0x22
      || value == 0x27
      || (0x200E...0x200F).contains(value) || (0x2028...0x202E).contains(value)
      || (0x2066...0x2069).contains(value) || value == 0xFEFF
    for k in i..<(i + length) {
      if broken || hidden {
        out.append(0x25)
        out.append(digits[Int(name[k] >> 4)])
        out.append(digits[Int(name[k] & 15)])
      } else {
        out.append(name[k])
      }
    }
    i += length
  }
  return String(decoding: out, as: UTF8.self)
}
