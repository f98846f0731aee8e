import Foundation
import Text

// Measures the stages of `Text` and `Tagging` in memory, on the text files that are given.
let usage = """
  usage: variorum-bench [--stage NAME]… [--language CODE] [--rounds N] [--models FOLDER]
                        [--taxonomy FILE] [--document BYTES] FILE…

  Reads the text files and cuts them into documents at blank lines once they reach so many bytes
  (5,000); of a .jsonl file each line is an object whose member "text" is a document. Prints for each
  stage the best and the median of N rounds (5), in MB of text (10^6 bytes) a second on one core.
  Stages: \(stages.map(\.name).joined(separator: ", ")); all when none is named.
  Stages pos and keywords need --models, the folder of partofspeech.model and meaning.model; stages
  match and themes need --taxonomy, a file as docs/THEMES.md describes it.
  """

struct Settings {
  var stages: [String] = []
  var language = "en"
  var rounds = 5
  var document = 5_000
  var models: String?
  var taxonomy: String?
  var files: [String] = []
}

func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data("variorum-bench: \(message)\n".utf8))
  exit(2)
}

func settings(_ arguments: [String]) -> Settings {
  var settings = Settings()
  var rest = arguments[...]
  while let argument = rest.popFirst() {
    guard argument.hasPrefix("--") else {
      settings.files.append(argument)
      continue
    }
    guard let value = rest.popFirst() else { fail("\(argument) lacks its value\n\n\(usage)") }
    switch argument {
    case "--stage":
      guard stages.contains(where: { $0.name == value }) else {
        fail("there is no stage \(value); stages: \(stages.map(\.name).joined(separator: ", "))")
      }
      settings.stages.append(value)
    case "--language": settings.language = value
    case "--models": settings.models = value
    case "--taxonomy": settings.taxonomy = value
    case "--rounds", "--document":
      guard let number = Int(value), number > 0 else {
        fail("\(argument) \(value) is no number above 0")
      }
      if argument == "--rounds" { settings.rounds = number } else { settings.document = number }
    default: fail("there is no option \(argument)\n\n\(usage)")
    }
  }
  return settings
}

let chosen = settings(Array(CommandLine.arguments.dropFirst()))
guard !chosen.files.isEmpty else { fail("no file is given\n\n\(usage)") }
var documents: [String] = []
for path in chosen.files {
  guard let data = FileManager.default.contents(atPath: path) else {
    fail("\(path): cannot be read; give files of UTF-8 text")
  }
  if path.hasSuffix(".jsonl") {
    guard let rows = documents(ofLines: data) else {
      fail("\(path): a line is no object with a member text")
    }
    documents += rows
  } else {
    documents += documents(of: Array(data), size: chosen.document)
  }
}
let size = documents.reduce(0) { $0 + $1.utf8.count }
print("\(documents.count) documents, \(size) bytes")
for stage in stages where chosen.stages.isEmpty || chosen.stages.contains(stage.name) {
  do {
    let run = try stage.prepare(chosen, documents)
    print(measure(stage.name, rounds: chosen.rounds, bytes: size, count: documents.count, run))
  } catch {
    fail("stage \(stage.name): \(error)")
  }
}
