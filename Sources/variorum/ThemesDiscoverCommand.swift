import ArgumentParser
import Pipeline

struct ThemesDiscoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "discover",
    abstract: "Find what a corpus is about, without a taxonomy.",
    discussion: """
      Reads JSON Lines with text and prints one line of JSON: the words of each theme, its id, name, \
      coherence and number of texts, and what became of the themes of the run before. With --state \
      a theme that is found again keeps its id.
      """)

  @Flag(name: .long, help: "Read JSON Lines from standard input.")
  var jsonl = false

  @Option(name: .long, help: "How many themes to find, 1 to 500.")
  var topics = 20

  @Option(name: .long, help: "The file that ids are kept in from run to run.")
  var state: String?

  func validate() throws {
    if !jsonl { throw ValidationError("say --jsonl: JSON Lines is the only form so far") }
    if !(1...500).contains(topics) {
      throw ValidationError("--topics: \(topics) is not between 1 and 500")
    }
  }

  func run() throws {
    let refused = try runDiscoverStream(count: topics, state: state)
    if refused > 0 {
      complain("variorum: \(refused) lines without id and text were left out")
      throw ExitCode(PipelineError.ExitCode.someFailed.rawValue)
    }
  }
}
