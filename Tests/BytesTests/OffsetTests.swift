import Bytes
import Testing

struct OffsetTests {
  @Test func `scalar offsets count scalars, not bytes`() {
    var offsets = ScalarOffsets("aé日b")
    #expect(offsets.scalars(before: 0) == 0)
    #expect(offsets.scalars(before: 3) == 2)
    #expect(offsets.scalars(before: 6) == 3)
  }

  @Test func `file names that are not plain text are escaped`() {
    let name: [UInt8] = [0x61, 0xFF, 0x2F, 0x62]
    #expect(percentEscaped(name.span) == "a%FF/b")
  }
}
