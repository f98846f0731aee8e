import Bytes
import Testing

struct ASCIILanesTests {
  @Test func `eight bytes at a time give what single bytes give`() {
    for byte in UInt8.min...UInt8.max {
      for place in 0..<9 {
        var bytes = Array("abcdEF789".utf8)
        bytes[place] = byte
        let span = bytes.span
        let end = bytes.firstIndex { !ASCII.isAlphanumeric($0) } ?? bytes.count
        #expect(span.alphanumericEnd(from: 0, to: bytes.count) == end)
        #expect(span.alphanumericEnd(from: 0, to: 5) == min(end, 5))
        #expect(span.firstIndex(of: byte) == bytes.firstIndex(of: byte))
        let lanes = span.lanes(at: 1)
        #expect(ASCIILanes.isASCII(lanes) == bytes[1...].allSatisfy { $0 < 0x80 })
        guard byte < 0x80 else { continue }
        let lowered = bytes.map(ASCII.lowercased)
        #expect(ASCIILanes.lowercased(lanes) == lowered.span.lanes(at: 1))
      }
    }
  }

  @Test func `fewer than eight bytes are filled with zeros`() {
    let bytes = Array("abcdefghij".utf8)
    #expect(bytes.span.lanes(at: 0, length: 3) == 0x63_6261)
    #expect(bytes.span.lanes(at: 8, length: 2) == 0x6A69)
    #expect(bytes.span.lanes(at: 10, length: 0) == 0)
    #expect(bytes.span.lanes(at: 2, length: 8) == 0x6A69_6867_6665_6463)
  }
}
