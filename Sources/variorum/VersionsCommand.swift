import ArgumentParser
import Pipeline

struct VersionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "versions",
    abstract: "Show the history of a stored document: what each version changed.")

  @Argument(help: "Its identifier, the beginning of it, or its address.")
  var document: String

  @OptionGroup var print: ComparisonPrintOptions
  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    try print.deliver(CompareQuery(sides: [document], store: storeOptions.store).history())
  }
}

struct VariantsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "variants",
    abstract: "Collate a stored document with its variants: copies, excerpts and rewrites.")

  @Argument(help: "Its identifier, the beginning of it, or its address.")
  var document: String

  @OptionGroup var print: ComparisonPrintOptions
  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    try print.deliver(CompareQuery(sides: [document], store: storeOptions.store).variants())
  }
}
