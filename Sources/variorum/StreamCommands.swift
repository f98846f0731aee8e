import ArgumentParser
import Pipeline

struct GroupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "group",
    abstract: "Tell which texts are variants of one text.",
    discussion: """
      Reads JSON Lines with id and text, answers at the end of the input with id and group.
      """)

  @Flag(name: .long, help: "Read JSON Lines from standard input.")
  var jsonl = false

  func validate() throws {
    if !jsonl { throw ValidationError("say --jsonl: JSON Lines is the only form so far") }
  }

  func run() throws { try runGroupStream() }
}
