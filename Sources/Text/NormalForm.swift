import Bytes

/// Appends the normal form of the bytes at `range` of `text` to `out`.
///
/// Case is folded, typographic apostrophes and dashes become ASCII, ligatures and full-width letters
/// are spelled out, invisible controls are dropped; accents stay.
public func appendNormalForm(
  _ text: borrowing Span<UInt8>, _ range: Range<Int>, to out: inout [UInt8]
) {
  var i = range.lowerBound
  while i < range.upperBound {
    let byte = text[i]
    if byte < 0x80 {
      out.append(ASCII.lowercased(byte))
      i += 1
      continue
    }
    let (value, length) = text.scalar(at: i)
    i += length
    switch value {
    case 0xC0...0xDE where value != 0xD7: out.appendScalar(value + 0x20)
    case 0xDF...0xFF: out.appendScalar(value)
    case 0x2018, 0x2019, 0x02BC, 0xFF07: out.append(0x27)
    case 0x2010...0x2015, 0x2212: out.append(0x2D)
    case 0x201C, 0x201D, 0x201E, 0x00AB, 0x00BB: out.append(0x22)
    case 0xFB00: out.append(contentsOf: "ff".utf8)
    case 0xFB01: out.append(contentsOf: "fi".utf8)
    case 0xFB02: out.append(contentsOf: "fl".utf8)
    case 0xFF01...0xFF5E:
      let narrow = UInt8(value - 0xFF01 + 0x21)
      out.append(ASCII.lowercased(narrow))
    case 0x3000: out.append(0x20)
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF, 0xFE00...0xFE0F: break
    default:
      guard let scalar = Unicode.Scalar(value), scalar.properties.isUppercase else {
        out.appendScalar(value)
        continue
      }
      out.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    }
  }
}

/// The normal form of `text`: case folded, quotes and dashes unified, accents kept.
public func normalForm(_ text: String) -> String {
  var out: [UInt8] = []
  let bytes = text.utf8Span.span
  appendNormalForm(bytes, 0..<bytes.count, to: &out)
  return String(decoding: out, as: UTF8.self)
}
