import ArgumentParser
import Pipeline

/// Flags that say which files are read and where foreign JSON Lines hold what.
struct ReadingArguments: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Read only files that PATTERN stands for; may be given several times.",
      discussion: """
        * stands for anything but /, ** for anything, ? for one byte, [a-z] for one of a set. A pattern \
        without / is held against names, any other one against paths below the corpus.
        """, valueName: "pattern"))
  var include: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("Leave out files and folders that PATTERN stands for.", valueName: "pattern")
  )
  var exclude: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The field of JSON Lines that holds the text; a.b reaches into objects, several are tried in "
        + "order.", valueName: "field"))
  var textField: [String] = []

  @Option(
    name: .long, help: ArgumentHelp("The field that holds the page as HTML.", valueName: "field"))
  var htmlField: [String] = []

  @Option(name: .long, help: ArgumentHelp("The field that holds the title.", valueName: "field"))
  var titleField: [String] = []

  @Option(name: .long, help: ArgumentHelp("The field that holds the address.", valueName: "field"))
  var urlField: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("The field that holds the date of publication.", valueName: "field"))
  var dateField: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The field that holds the author, or a list of authors.", valueName: "field"))
  var authorField: [String] = []

  /// What the flags mean.
  var value: CorpusReading {
    var reading = CorpusReading()
    reading.include = include
    reading.exclude = exclude
    reading.textFields = textField
    reading.htmlFields = htmlField
    reading.titleFields = titleField
    reading.urlFields = urlField
    reading.dateFields = dateField
    reading.authorFields = authorField
    return reading
  }
}
