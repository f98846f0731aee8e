import JSONLines
import TestSupport
import Testing

struct JSONTests {
  @Test func `values come back as they were written`() throws {
    let value: JSONValue = [
      "text": "a \"b\" \u{1F600}\n\u{1}", "numbers": .array([.int(-3), .double(0.25)]),
      "none": .null, "yes": .bool(true),
    ]
    let bytes = Array(value.line.utf8)
    #expect(try parseJSON(bytes.span) == value)
  }

  @Test(arguments: ["", "{", "[1,]", "{\"a\":}", "nul", "\"\\x\"", "1 2", "{\"a\" 1}"])
  func `what is no JSON is refused`(text: String) {
    let bytes = Array(text.utf8)
    #expect(throws: (any Error).self) { try parseJSON(bytes.span) }
  }

  @Test func `a million open brackets do not exhaust the stack`() {
    let bytes = [UInt8](repeating: 0x5B, count: 1_000_000)
    #expect(throws: (any Error).self) { try parseJSON(bytes.span) }
  }
}
