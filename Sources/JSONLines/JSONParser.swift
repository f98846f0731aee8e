import Bytes

/// Why bytes are not JSON.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public var reason: String
  /// Byte offset at which it was noticed.
  public var offset: Int
  /// The reason with its place.
  public var description: String { "\(reason) at byte \(offset)" }
}

/// Reads one JSON text (RFC 8259) from `bytes`.
///
/// Nesting deeper than `maximumDepth` is refused; broken UTF-8 in strings becomes U+FFFD, and so
/// does half of a surrogate pair.
/// - Complexity: O(*n*).
public func parseJSON(
  _ bytes: borrowing Span<UInt8>, maximumDepth: Int = 256
) throws(JSONError) -> JSONValue {
  var parser = JSONParser(maximumDepth: maximumDepth)
  let value = try parser.value(bytes)
  parser.skipSpace(bytes)
  guard parser.at == bytes.count else {
    throw JSONError(reason: "text after the value", offset: parser.at)
  }
  return value
}

/// Reads one JSON text from the UTF-8 bytes of `text`.
public func parseJSON(_ text: String) throws(JSONError) -> JSONValue {
  let bytes = Array(text.utf8)
  return try parseJSON(bytes.span)
}

private struct JSONParser {
  /// An array or object that is still open.
  private enum Frame {
    case array([JSONValue])
    case object([JSONValue.Member], key: String)
  }

  let maximumDepth: Int
  var at = 0
  private var open: [Frame] = []

  init(maximumDepth: Int) { self.maximumDepth = maximumDepth }

  mutating func skipSpace(_ bytes: borrowing Span<UInt8>) {
    while at < bytes.count, ASCII.isSpace(bytes[at]) { at += 1 }
  }

  /// Containers are kept on `open`, not on the call stack, so depth costs memory only.
  mutating func value(_ bytes: borrowing Span<UInt8>) throws(JSONError) -> JSONValue {
    while true {
      skipSpace(bytes)
      guard at < bytes.count else { throw JSONError(reason: "the text ends too early", offset: at) }
      var done: JSONValue
      switch bytes[at] {
      case 0x5B:
        at += 1
        try push(.array([]))
        skipSpace(bytes)
        guard at < bytes.count, bytes[at] == 0x5D else { continue }
        at += 1
        open.removeLast()
        done = .array([])
      case 0x7B:
        at += 1
        skipSpace(bytes)
        guard at < bytes.count, bytes[at] == 0x7D else {
          try push(.object([], key: try key(bytes)))
          continue
        }
        at += 1
        done = .object([])
      default: done = try scalar(bytes)
      }
      // Close as many containers as end here.
      closing: while true {
        guard let frame = open.popLast() else { return done }
        skipSpace(bytes)
        guard at < bytes.count else {
          throw JSONError(reason: "the text ends too early", offset: at)
        }
        let byte = bytes[at]
        at += 1
        // Consumed, so that appending finds the elements unshared and copies none.
        switch consume frame {
        case .array(var elements):
          elements.append(done)
          if byte == 0x2C {
            open.append(.array(elements))
            break closing
          }
          guard byte == 0x5D else { throw JSONError(reason: "expected , or ]", offset: at - 1) }
          done = .array(elements)
        case .object(var members, let name):
          members.append(.init(name, done))
          if byte == 0x2C {
            skipSpace(bytes)
            open.append(.object(members, key: try key(bytes)))
            break closing
          }
          guard byte == 0x7D else { throw JSONError(reason: "expected , or }", offset: at - 1) }
          done = .object(members)
        }
      }
    }
  }

  private mutating func push(_ frame: Frame) throws(JSONError) {
    guard open.count < maximumDepth else {
      throw JSONError(reason: "nested deeper than \(maximumDepth)", offset: at)
    }
    open.append(frame)
  }

  private mutating func key(_ bytes: borrowing Span<UInt8>) throws(JSONError) -> String {
    guard at < bytes.count, bytes[at] == 0x22 else {
      throw JSONError(reason: "expected a key", offset: at)
    }
    let name = try string(bytes)
    skipSpace(bytes)
    guard at < bytes.count, bytes[at] == 0x3A else {
      throw JSONError(reason: "expected :", offset: at)
    }
    at += 1
    return name
  }

  private mutating func scalar(_ bytes: borrowing Span<UInt8>) throws(JSONError) -> JSONValue {
    switch bytes[at] {
    case 0x22: return .string(try string(bytes))
    case 0x74 where bytes.hasBytes("true", at: at):
      at += 4
      return .bool(true)
    case 0x66 where bytes.hasBytes("false", at: at):
      at += 5
      return .bool(false)
    case 0x6E where bytes.hasBytes("null", at: at):
      at += 4
      return .null
    default: return try number(bytes)
    }
  }

  private mutating func number(_ bytes: borrowing Span<UInt8>) throws(JSONError) -> JSONValue {
    let start = at
    var isWhole = true
    while at < bytes.count {
      let b = bytes[at]
      guard ASCII.isDigit(b) || b == 0x2D || b == 0x2B || b == 0x2E || b | 0x20 == 0x65
      else { break }
      if b == 0x2E || b | 0x20 == 0x65 { isWhole = false }
      at += 1
    }
    var digits: [UInt8] = []
    for i in start..<at { digits.append(bytes[i]) }
    let text = String(decoding: digits, as: UTF8.self)
    if isWhole, let whole = Int(text) { return .int(whole) }
    guard let value = Double(text), value.isFinite else {
      throw JSONError(reason: "not a JSON value", offset: start)
    }
    return .double(value)
  }

  private mutating func string(_ bytes: borrowing Span<UInt8>) throws(JSONError) -> String {
    at += 1
    let start = at
    while at < bytes.count, bytes[at] != 0x22, bytes[at] != 0x5C { at += 1 }
    var out: [UInt8] = []
    out.reserveCapacity(at - start)
    out.append(bytes, start..<at)
    while at < bytes.count, bytes[at] != 0x22 {
      if bytes[at] != 0x5C {
        let start = at
        while at < bytes.count, bytes[at] != 0x22, bytes[at] != 0x5C { at += 1 }
        out.append(bytes, start..<at)
        continue
      }
      guard at + 1 < bytes.count else { break }
      let escaped = bytes[at + 1]
      at += 2
      switch escaped {
      case 0x62: out.append(0x08)
      case 0x66: out.append(0x0C)
      case 0x6E: out.append(0x0A)
      case 0x72: out.append(0x0D)
      case 0x74: out.append(0x09)
      case 0x22, 0x5C, 0x2F: out.append(escaped)
      case 0x75: out.appendScalar(try escapedScalar(bytes))
      default: throw JSONError(reason: "unknown escape", offset: at - 2)
      }
    }
    guard at < bytes.count else {
      throw JSONError(reason: "a string is not closed", offset: start - 1)
    }
    at += 1
    return String(decoding: out, as: UTF8.self)
  }

  private mutating func escapedScalar(_ bytes: borrowing Span<UInt8>) throws(JSONError) -> UInt32 {
    let first = try hex4(bytes)
    guard (0xD800..<0xDC00).contains(first), bytes.hasBytes("\\u", at: at) else { return first }
    let mark = at
    at += 2
    let second = try hex4(bytes)
    guard (0xDC00..<0xE000).contains(second) else {
      at = mark
      return 0xFFFD
    }
    return 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
  }

  private mutating func hex4(_ bytes: borrowing Span<UInt8>) throws(JSONError) -> UInt32 {
    guard at + 4 <= bytes.count else { throw JSONError(reason: "short \\u escape", offset: at) }
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = ASCII.hexValue(bytes[at]) else {
        throw JSONError(reason: "broken \\u escape", offset: at)
      }
      value = value << 4 | UInt32(digit)
      at += 1
    }
    return value
  }
}
