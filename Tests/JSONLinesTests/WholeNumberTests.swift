import JSONLines
import Testing

struct WholeNumberTests {
  @Test(arguments: [0, 7, 10, 99, 100, 1_234_567_890, Int.max, -1, -10, Int.min])
  func `whole numbers are written in their digits`(number: Int) {
    #expect(JSONValue.int(number).line == String(number))
  }
}
