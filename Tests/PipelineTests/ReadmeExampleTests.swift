import Comparison
import Model
import Testing
import Text

struct ReadmeExampleTests {
  @Test func `the README's example of the library finds the changed number`() {
    let comparer = Comparer()
    var lexicon = Lexicon()
    let result = comparer.compare(
      ComparisonInput(text: "The harbour handled 340 ships in March, the council said."),
      ComparisonInput(text: "The harbour handled 430 ships in March, the council said."),
      lexicon: &lexicon)
    let lines = result.changes.map { change in
      "\(change.kind) \(change.type): \(change.a?.text ?? "-") -> \(change.b?.text ?? "-")"
    }
    #expect(lines.contains { $0.contains("340") && $0.contains("430") })
  }
}
