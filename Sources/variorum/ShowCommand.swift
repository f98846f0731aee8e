import ArgumentParser
import JSONLines
import Pipeline
import Report

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a stored document: fields with their evidence, themes, versions, text.")

  @Argument(help: "Its identifier, the beginning of it, or its address.")
  var document: String

  @Flag(name: .long, help: "Print JSON.")
  var json = false

  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    let report = try documentReport(document, store: storeOptions.store)
    put(json ? documentJSON(report).pretty : documentText(report, isColoured: wantsColour))
  }
}
