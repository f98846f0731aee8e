import Tagging

/// Where the table of meanings is looked for.
enum MeaningFile {
  /// The table, or nil where no data folder holds it.
  static func load() -> MeaningTable? {
    dataFile("Models/meaning.model").flatMap { MeaningTable(path: $0) }
  }
}
