import Bytes

extension JSONValue {
  /// The value as one line of JSON.
  public var line: String {
    var out: [UInt8] = []
    write(to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// Appends the value as JSON without white space; non-finite numbers become `null`.
  ///
  /// The order of members is kept and numbers are written in their shortest form, so equal values
  /// give equal bytes.
  public func write(to out: inout [UInt8]) {
    write(to: &out, indent: nil, level: 0)
  }

  /// The value as JSON over several lines, two spaces a level.
  public var pretty: String {
    var out: [UInt8] = []
    write(to: &out, indent: 2, level: 0)
    out.append(0x0A)
    return String(decoding: out, as: UTF8.self)
  }

  private func write(to out: inout [UInt8], indent: Int?, level: Int) {
    switch self {
    case .null: out.append(contentsOf: "null".utf8)
    case .bool(let value): out.append(contentsOf: (value ? "true" : "false").utf8)
    case .int(let value): JSONValue.write(value, to: &out)
    case .double(let value): JSONValue.write(value, to: &out)
    case .string(let value): JSONValue.write(value, to: &out)
    case .array(let elements):
      let flat = indent == nil || elements.allSatisfy(\.isScalar)
      out.append(0x5B)
      for (index, element) in elements.enumerated() {
        if index > 0 { out.append(0x2C) }
        if flat {
          if index > 0, indent != nil { out.append(0x20) }
        } else {
          JSONValue.breakLine(&out, indent, level + 1)
        }
        element.write(to: &out, indent: indent, level: level + 1)
      }
      if !flat, !elements.isEmpty { JSONValue.breakLine(&out, indent, level) }
      out.append(0x5D)
    case .object(let members):
      out.append(0x7B)
      for (index, member) in members.enumerated() {
        if index > 0 { out.append(0x2C) }
        JSONValue.breakLine(&out, indent, level + 1)
        JSONValue.write(member.key, to: &out)
        out.append(0x3A)
        if indent != nil { out.append(0x20) }
        member.value.write(to: &out, indent: indent, level: level + 1)
      }
      if !members.isEmpty { JSONValue.breakLine(&out, indent, level) }
      out.append(0x7D)
    }
  }

  private var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  private static func breakLine(_ out: inout [UInt8], _ indent: Int?, _ level: Int) {
    guard let indent else { return }
    out.append(0x0A)
    out.append(contentsOf: repeatElement(0x20, count: indent * level))
  }

  private static func write(_ value: Int, to out: inout [UInt8]) {
    guard value >= 0 else { return out.append(contentsOf: String(value).utf8) }
    var power = 1
    while value / power >= 10 { power *= 10 }
    while power > 0 {
      out.append(0x30 + UInt8(value / power % 10))
      power /= 10
    }
  }

  private static func write(_ value: Double, to out: inout [UInt8]) {
    guard value.isFinite else { return out.append(contentsOf: "null".utf8) }
    let text = value.description
    out.append(contentsOf: text.utf8)
  }

  private static func write(_ value: String, to out: inout [UInt8]) {
    let hex = Array("0123456789abcdef".utf8)
    out.append(0x22)
    let bytes = value.utf8Span.span
    var start = 0
    for i in 0..<bytes.count {
      let byte = bytes[i]
      guard byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F else { continue }
      out.append(bytes, start..<i)
      start = i + 1
      switch byte {
      case 0x22, 0x5C:
        out.append(0x5C)
        out.append(byte)
      case 0x0A: out.append(contentsOf: [0x5C, 0x6E])
      case 0x0D: out.append(contentsOf: [0x5C, 0x72])
      case 0x09: out.append(contentsOf: [0x5C, 0x74])
      default:
        out.append(contentsOf: [0x5C, 0x75, 0x30, 0x30, hex[Int(byte >> 4)], hex[Int(byte & 15)]])
      }
    }
    out.append(bytes, start..<bytes.count)
    out.append(0x22)
  }
}
