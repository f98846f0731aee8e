import ArgumentParser
import Pipeline

/// The program: finds the command, runs it, and ends with the exit code that it stands for.
@main
struct Program {
  static func main() async {
    do {
      var command = try Variorum.parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let code as ExitCode {
      leave(code.rawValue)
    } catch {
      let code = Variorum.exitCode(for: error)
      let message = Variorum.fullMessage(for: error)
      if code == .success {
        print(message)
        return
      }
      if code == .validationFailure || error is ValidationError {
        complain(message)
        leave(PipelineError.ExitCode.usage.rawValue)
      }
      let described = described(error)
      complain("variorum: \(described.description)")
      leave(described.exitCode.rawValue)
    }
  }
}

/// The root command.
struct Variorum: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "variorum",
    abstract: "Says what a corpus of commentary is about, how that moves, and what was changed.",
    discussion: """
      Point it at a folder of captured pages (HTML, text, Markdown, feeds, JSON Lines, WARC) every night, \
      or compare two texts at any time.

        variorum nightly CORPUS            read what is new, write the digest
        variorum compare A B               name every fact that was dropped, changed or added
        variorum timeline inflation        how a theme moves over time

      Exit codes: 0 done, 1 nothing found, 2 wrong command line, 3 some inputs failed, 4 input \
      unreadable, 5 store trouble, 6 locked by another run, 7 no space left.
      """,
    version: variorumVersion,
    groupedSubcommands: [
      CommandGroup(name: "Every night", subcommands: [NightlyCommand.self, IngestCommand.self]),
      CommandGroup(
        name: "Any time",
        subcommands: [
          CompareCommand.self, VersionsCommand.self, VariantsCommand.self, TimelineCommand.self,
          KeynessCommand.self, EntitiesCommand.self, TogetherCommand.self, SearchCommand.self,
          ShowCommand.self,
          ThemesCommand.self, DoctorCommand.self,
        ]),
      CommandGroup(
        name: "For programs", subcommands: [WorkerCommand.self, GroupCommand.self]),
    ])
}
