import ArgumentParser
import Pipeline

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Look whether everything that a run needs is in order.")

  @Option(name: .long, help: "A taxonomy to look at in place of the shipped one.")
  var taxonomy: String?

  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    let checks = examine(store: storeOptions.store, taxonomy: taxonomy)
    for check in checks { put("\(check.isGood ? "✓" : "✕") \(check.subject): \(check.finding)\n") }
    if checks.contains(where: { !$0.isGood }) {
      throw ExitCode(PipelineError.ExitCode.store.rawValue)
    }
  }
}
